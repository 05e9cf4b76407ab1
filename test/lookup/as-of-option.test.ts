// Looking back: what the cards of one day say, leave out, and how people step between days.
import { afterAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allComponents, headingOf, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { sampleWith, writeFiles } from '../fixtures/sample-data.ts'
import type { ObservedResponse } from 'discord-emulator'

const { emulator } = await startTestBot()

/** A bot whose articles tell of what began and ended: Gull Drill's region, in 2001 and 2002; and of what did not. */
const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
const often = `  - id: drill-often
    entity: gull-drill
    attribute: frequency
    value: Every year
    statement: Gull Drill is held every year.
    section: News
`
writeFiles(
  dataDirectory,
  sampleWith('articles/gazette.yaml', '  - id: drill-region', `${often}  - id: drill-region`),
)
const { emulator: ofSample } = await startTestBot({ dataDirectory })

/** The small line below the heading. */
const notice = (seen: ObservedResponse) => /^-# (Looking .*)$/m.exec(renderedText(seen))?.[1] ?? ''

const openMore = (seen: ObservedResponse) => emulator.clickButton(seen, 'More')

function labels(seen: ObservedResponse): string[] {
  return allComponents(messageIn(seen).components).flatMap(({ label }) => label ?? [])
}

test('NATO at the end of 2019: the size of then, and how much is left out', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:2019')
  expect(renderedText(seen)).toContain(
    'An alliance of 28 countries besides the United States (2019), sealed by',
  )
  expect(notice(seen)).toMatch(/^Looking back to the end of 2019 · \d+ later facts left out$/)
  expect(renderedText(seen)).not.toContain('31 countries')
  expect(renderedText(await emulator.runCommand('/alliance name:NATO'))).not.toMatch(/Looking|left out/)
})

test.each([
  ['2024', true],
  ['2024-11', false],
  ['Dec 31, 2024', true],
  ['30 December 2024', false],
])('what was said in or after 2024 shows at its end: %s', async (asOf, shows) => {
  const seen = await emulator.runCommand(`/alliance name:NATO as_of:"${asOf}"`)
  expect(renderedText(seen).includes('31 countries besides')).toBe(shows)
})

test('steps in More lead to where the answer differs, back and forth, and to now', async () => {
  const seen = await emulator.runCommand('/alliance name:AUKUS as_of:2022')
  const more = await openMore(seen)
  expect(notice(more)).toBe(notice(seen))
  expect(labels(more)).toEqual(expect.arrayContaining(['Later: 2024', 'Now']))
  expect(labels(more)).not.toContain('Earlier: September 2021')
  const later = await emulator.clickButton(more, 'Later: 2024')
  expect(later).toMatchObject({ type: 'updated', ephemeral: true })
  expect(notice(later)).toContain('Looking back to the end of 2024')
  const moreOfLater = await openMore(later)
  expect(labels(moreOfLater)).not.toContain('Later: 2024')
  const earlier = await emulator.clickButton(moreOfLater, 'Earlier: September 2021')
  expect(notice(earlier)).toContain('Looking back to the end of September 2021')
  const second = await emulator.clickButton(await openMore(earlier), 'Next')
  expect(notice(second)).toContain('Looking back to the end of September 2021')
  expect(renderedText(await emulator.clickButton(second, 'Now'))).not.toContain('Looking back')
})

test('where nothing had been said yet the card says so and leads to the first facts', async () => {
  const seen = await emulator.runCommand('/alliance name:AUKUS as_of:2020')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(renderedText(seen)).toMatch(
    /^### AUKUS\n-# Looking back to the end of 2020 · \d+ later facts left out\nThe articles had said nothing about \*\*AUKUS\*\* by then\. The first facts count from the end of September 2021\.$/,
  )
  expect(labels(seen)).toEqual(['First facts', 'Now', 'Delete'])
  expect(renderedText(await emulator.clickButton(seen, 'First facts'))).toContain('founded in')
})

test('a day to come is allowed, and nothing is later', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:2030')
  expect(notice(seen)).toBe('Looking ahead to the end of 2030')
})

test('what is opened from there looks back as well', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:2019')
  const neighbour = await emulator.select(await openMore(seen), 'Alliance')
  expect(headingOf(neighbour)).toBe('Alliance')
  expect(notice(neighbour)).toContain('Looking back to the end of 2019')
  const sources = await emulator.clickButton(seen, 'Sources')
  expect(renderedText(sources)).toContain('February – December 2019')
  expect(renderedText(sources)).not.toContain('2024')
})

test('a menu of names keeps the day', async () => {
  const asked = await emulator.runCommand('/alliance name:norat as_of:2019 private:true')
  expect(notice(await emulator.select(asked, 'NATO'))).toContain('Looking back to the end of 2019')
})

test('two alliances are compared as of a day, and stepped through together', async () => {
  const seen = await emulator.runCommand('/compare first:NATO second:AUKUS as_of:2021-09')
  expect(notice(seen)).toMatch(/^Looking back to the end of September 2021 · \d+ later facts left out$/)
  expect(renderedText(seen)).not.toContain('31 countries')
  const more = await openMore(seen)
  expect(notice(more)).toContain('Looking back to the end of September 2021')
  expect(notice(await emulator.clickButton(more, 'Later: 2024'))).toContain('Looking back to the end of 2024')
  const before = await emulator.runCommand('/compare first:AUKUS second:Quad as_of:2019')
  expect(renderedText(before)).toMatch(/said nothing about .*AUKUS.* (and|or) .*Quad.* by then\./)
  const unclear = await emulator.runCommand('/compare first:norat second:AUKUS as_of:2021-09 private:true')
  expect(notice(await emulator.select(unclear, 'NATO'))).toContain('the end of September 2021')
})

test.each(['next week', '08/05/2020', '1899', '3000', '@everyone', '**'])(
  '%j is no day to look back to, and the answer says what to write',
  async (typed) => {
    const seen = await emulator.runCommand(`/alliance name:NATO as_of:"${typed}"`)
    expect(seen).toMatchObject({ type: 'message', ephemeral: true, message: { mentions: [] } })
    expect(renderedText(seen)).toMatch(
      /^I can't look back to “.+”\. Enter a year, a month or a day from 1900 to 2999, such as 2019, September 2021 or Aug 5, 2020\.$/,
    )
  },
)

test('a day that the calendar lacks is named as such', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:"Feb 29, 2023"')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(renderedText(seen)).toMatch(/^There is no February 29 in 2023: that month has 28 days\. Enter a /)
})

test('today is a day', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:today')
  expect(notice(seen)).toMatch(/^Looking (?:back|ahead) to /)
  expect(await emulator.autocomplete('/alliance name:NATO as_of:today')).toHaveLength(1)
  expect(await emulator.runCommand('/timeline from:1949 to:today')).toMatchObject({ ephemeral: false })
})

test('a date is read in full-width and Arabic digits, and past invisible characters', async () => {
  const plain = renderedText(await emulator.runCommand('/alliance name:AUKUS as_of:2021-09'))
  for (const typed of ['２０２１－０９', '٢٠٢١-٠٩', '\u200b2021-\u206009\u200f', 'Ｓｅｐｔ 2021']) {
    expect(renderedText(await emulator.runCommand(`/alliance name:AUKUS as_of:"${typed}"`)), typed).toBe(
      plain,
    )
    expect(await emulator.autocomplete(`/alliance name:AUKUS as_of:${typed}`), typed).toHaveLength(1)
  }
})

test('autocomplete offers the days on which the answer changes, with the articles that change it', async () => {
  const offered = async (typed: string) => (await emulator.autocomplete(typed)).map(({ name }) => name)
  expect(await offered('/alliance name:AUKUS as_of:')).toEqual([
    'September 2021 · Strengthening Security: Military Partnerships in the Pacific',
    '2024 · [U.S. military alliances and the Department of Defense]',
  ])
  expect(await offered('/alliance name:AUKUS as_of:sep')).toHaveLength(1)
  expect(await offered('/alliance name:AUKUS as_of:2022')).toEqual(['2022'])
  expect(await offered('/compare first:AUKUS second:NATO as_of:2019')).toEqual([
    '2019 · [Alliances and partnerships explained]',
  ])
  expect(await offered('/alliance name:nothing as_of:')).toHaveLength(5)
  expect(await offered('/alliance name:AUKUS as_of:next week')).toEqual([])
})

test('what autocomplete offers can be sent', async () => {
  const [first] = await emulator.autocomplete('/alliance name:NATO as_of:2019')
  expect(first?.value).toBe('2019-12-31')
  expect(notice(await emulator.runCommand('/alliance name:NATO as_of:2019-12-31'))).toContain(
    'the end of 2019',
  )
})

test('what was so for a while shows for that while, whichever article says it', async () => {
  const step = async (from: ObservedResponse, label: string) =>
    ofSample.clickButton(
      labels(from).includes(label) ? from : await ofSample.clickButton(from, 'More'),
      label,
    )
  const seen = await ofSample.runCommand('/exercise name:Gull Drill as_of:2001')
  expect(notice(seen)).toBe('Looking back to the end of 2001 · 1 later fact left out')
  expect(renderedText(seen)).toContain('North Sea')
  const between = await step(seen, 'Later: Jan 1, 2003')
  expect(notice(between)).toMatch(/^Looking back to Jan 1, 2003 · /)
  expect(renderedText(between)).toContain('Nothing that the articles say about **Gull Drill** was true then.')
  const after = await step(between, 'Later: February 2021')
  expect(renderedText(after)).not.toContain('North Sea')
  const back = await step(after, 'Earlier: Jan 1, 2003')
  expect(renderedText(await step(back, 'Earlier: 2001'))).toContain('North Sea')
  const before = await ofSample.runCommand('/exercise name:Gull Drill as_of:2000')
  expect(renderedText(before)).toContain('The first facts count from the end of 2001.')
})
