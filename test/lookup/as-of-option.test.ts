// Looking back: what the cards of one day say, leave out, and how people step between days.
import { afterAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
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

const description = (seen: ObservedResponse) => messageIn(seen).embeds[0]?.description ?? ''
const footer = (seen: ObservedResponse) => messageIn(seen).embeds[0]?.footer?.text ?? ''

function labels(seen: ObservedResponse): string[] {
  const rows = messageIn(seen).components as { components: { label?: string }[] }[]
  return rows.flatMap((row) => row.components.flatMap(({ label }) => label ?? []))
}

test('NATO at the end of 2019: the size of then, and how much is left out', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:2019')
  expect(messageIn(seen).content).toMatch(
    /^Looking back to the end of 2019: \*\*NATO\*\* is an alliance\. Members: 28 countries besides/,
  )
  expect(description(seen)).toMatch(
    /^\*\*Looking back to the end of 2019:\*\* what the articles had said by then\.\n\n/,
  )
  expect(renderedText(seen)).not.toContain('31 countries')
  expect(footer(seen)).toMatch(/ · \d+ later facts left out$/)
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
  expect(footer(seen)).toMatch(shows ? /no fact is later$/ : /left out$/)
})

test('steps lead to where the answer differs, back and forth, and to now', async () => {
  const seen = await emulator.runCommand('/alliance name:AUKUS as_of:2022')
  expect(labels(seen)).toEqual(expect.arrayContaining(['Later: 2024', 'Now']))
  expect(labels(seen)).not.toContain('Earlier: September 2021')
  const later = await emulator.clickButton(seen, 'Later: 2024')
  expect(later).toMatchObject({ type: 'updated' })
  expect(description(later)).toContain('Looking back to the end of 2024:')
  expect(labels(later)).not.toContain('Later: 2024')
  const earlier = await emulator.clickButton(later, 'Earlier: September 2021')
  expect(description(earlier)).toContain('Looking back to the end of September 2021:')
  const pages = await emulator.clickButton(earlier, 'More facts')
  expect(description(pages)).toContain('Looking back to the end of September 2021:')
  expect(renderedText(await emulator.clickButton(earlier, 'Now'))).not.toContain('Looking back')
})

test('where nothing had been said yet the card says so and leads to the first facts', async () => {
  const seen = await emulator.runCommand('/alliance name:AUKUS as_of:2020')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  const sentence =
    'nothing had been said of **AUKUS** by then. The first facts here count from the end of September 2021.'
  expect(messageIn(seen).content).toBe(`Looking back to the end of 2020: ${sentence}`)
  expect(description(seen)).toBe(`**Looking back to the end of 2020:** ${sentence}`)
  expect(labels(seen)).toEqual(['First facts: September 2021', 'Now', 'Delete'])
  expect(renderedText(await emulator.clickButton(seen, 'First facts: September 2021'))).toContain('Founded')
})

test('a day to come is allowed, and nothing is later', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:2030')
  expect(description(seen)).toMatch(
    /^\*\*Looking ahead to the end of 2030:\*\* all that the articles say until now\.\n/,
  )
  expect(footer(seen)).toMatch(/ · no fact is later$/)
})

test('what is opened from there looks back as well', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:2019')
  const neighbour = await emulator.select(seen, 'Alliance')
  expect(messageIn(neighbour).embeds[0]?.title).toBe('Alliance')
  expect(description(neighbour)).toContain('Looking back to the end of 2019:')
  const sources = await emulator.clickButton(seen, 'Sources')
  expect(renderedText(sources)).toContain('February – December 2019')
  expect(renderedText(sources)).not.toContain('2024')
})

test('a menu of names keeps the day', async () => {
  const asked = await emulator.runCommand('/alliance name:norat as_of:2019 private:true')
  expect(description(await emulator.select(asked, 'NATO'))).toContain('Looking back to the end of 2019:')
})

test('two alliances are compared as of a day, and stepped through together', async () => {
  const seen = await emulator.runCommand('/compare first:NATO second:AUKUS as_of:2021-09')
  expect(messageIn(seen).content).toMatch(
    /^Looking back to the end of September 2021: \*\*NATO\*\* is an alliance/,
  )
  expect(renderedText(seen)).toContain('28 countries besides')
  expect(renderedText(seen)).not.toContain('31 countries')
  expect(footer(seen)).toMatch(/facts compared.* · \d+ later facts left out$/)
  const second = await emulator.clickButton(seen, 'More facts')
  expect(description(second)).toContain('Looking back to the end of September 2021:')
  expect(renderedText(await emulator.clickButton(seen, 'Later: 2024'))).toContain('31 countries besides')
  const before = await emulator.runCommand('/compare first:AUKUS second:Quad as_of:2019')
  expect(messageIn(before).content).toContain('nothing had been said of AUKUS and Quad by then.')
  const unclear = await emulator.runCommand('/compare first:norat second:AUKUS as_of:2021-09 private:true')
  expect(description(await emulator.select(unclear, 'NATO'))).toContain('the end of September 2021:')
})

test.each(['next week', '08/05/2020', '1899', '3000', '@everyone', '**'])(
  '%j is no day to look back to, and the answer says what to write',
  async (typed) => {
    const seen = await emulator.runCommand(`/alliance name:NATO as_of:"${typed}"`)
    expect(seen).toMatchObject({ type: 'message', ephemeral: true, message: { mentions: [] } })
    expect(messageIn(seen).content).toMatch(
      /^I can't look back to “.+”\. Enter a year, a month or a day from 1900 to 2999, such as 2019, September 2021 or Aug 5, 2020\.$/,
    )
  },
)

test('a day that the calendar lacks is named as such', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:"Feb 29, 2023"')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(messageIn(seen).content).toMatch(
    /^There is no February 29 in 2023: that month has 28 days\. Enter a /,
  )
})

test('today is a day', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO as_of:today')
  expect(description(seen)).toMatch(/^\*\*Looking (?:back|ahead) to /)
  expect(footer(seen)).toMatch(/ · no fact is later$/)
  expect(await emulator.autocomplete('/alliance name:NATO as_of:today')).toHaveLength(1)
  expect(await emulator.runCommand('/timeline from:1949 to:today')).toMatchObject({ ephemeral: false })
})

test('a date is read in full-width and Arabic digits, and past invisible characters', async () => {
  const plain = messageIn(await emulator.runCommand('/alliance name:AUKUS as_of:2021-09'))
  for (const typed of ['２０２１－０９', '٢٠٢١-٠٩', '\u200b2021-\u206009\u200f', 'Ｓｅｐｔ 2021']) {
    const { embeds, content } = messageIn(await emulator.runCommand(`/alliance name:AUKUS as_of:"${typed}"`))
    expect({ embeds, content }, typed).toEqual({ embeds: plain.embeds, content: plain.content })
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
  expect(description(await emulator.runCommand('/alliance name:NATO as_of:2019-12-31'))).toContain(
    'the end of 2019',
  )
})

test('what was so for a while shows for that while, whichever article says it', async () => {
  const seen = await ofSample.runCommand('/exercise name:Gull Drill as_of:2001')
  expect(description(seen)).toMatch(
    /^\*\*Looking back to the end of 2001:\*\* what the articles had said by then, and what later ones say of that day\./,
  )
  expect(renderedText(seen)).toContain('North Sea')
  expect(footer(seen)).toMatch(/ · 1 later fact left out$/)
  const between = await ofSample.clickButton(seen, 'Later: Jan 1, 2003')
  expect(messageIn(between).content).toBe(
    'Looking back to Jan 1, 2003: nothing the articles say about **Gull Drill** was true then.',
  )
  const after = await ofSample.clickButton(between, 'Later: February 2021')
  expect(renderedText(after)).not.toContain('North Sea')
  expect(footer(after)).toMatch(/ · no fact is later · 1 left out that had ended by then$/)
  const back = await ofSample.clickButton(after, 'Earlier: Jan 1, 2003')
  expect(renderedText(await ofSample.clickButton(back, 'Earlier: 2001'))).toContain('North Sea')
  const before = await ofSample.runCommand('/exercise name:Gull Drill as_of:2000')
  expect(messageIn(before).content).toContain('The first facts here count from the end of 2001.')
})
