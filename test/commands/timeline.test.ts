import { expect, test } from 'vitest'
import { collectPages, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const { emulator } = await startTestBot()

/** The dates of a timeline in display order. */
async function datesOf(command: string): Promise<string[]> {
  const pages = await collectPages(emulator, await emulator.runCommand(command))
  const lines = pages.flatMap((page) => [...renderedText(page).matchAll(/^\*\*([^*]+)\*\* · /gm)])
  return [...new Set(lines.flatMap(([, date = '']) => date))]
}

test('dated facts are in order, a year before its months, and facts without a year last', async () => {
  expect(await datesOf('/timeline')).toEqual([
    ...['1949', '1960', '2006', '2018', '2019', 'Fiscal year 2019', 'July 2019', 'November 2019'],
    ...['2021', 'September 2021', 'February 2022', 'September (year not stated)'],
  ])
})

test('each line has its statement and source mark, and pages turn', async () => {
  const first = await emulator.runCommand('/timeline')
  expect(messageIn(first).content).toMatch(/^\d+ dated facts: 1949 – February 2022\.$/)
  expect(renderedText(first)).toMatch(/\*\*1949\*\* · NATO began in 1949\. ¹/)
  const second = await emulator.clickButton(first, 'More facts')
  expect(renderedText(second)).toContain('Page 2 of 2')
})

test('the timeline of a country includes what it takes part in', async () => {
  expect(await datesOf('/timeline of:Australia')).toEqual(['2021', 'September 2021'])
  expect(await datesOf('/timeline of:India')).toEqual(['July 2019', 'November 2019'])
  // The founding of NATO, but not what other members did there.
  const sweden = await emulator.runCommand('/timeline of:Sweden')
  expect(messageIn(sweden).content).toBe('One dated fact about **Sweden** and what it takes part in: 1949.')
  // A position within NATO is not NATO itself.
  expect(await datesOf('/timeline of:SACEUR')).toEqual([])
})

test('from and to limit the timeline, and a date with only a year matches the whole year', async () => {
  expect(await datesOf('/timeline from:2019 to:2019-08')).toEqual(['2019', 'Fiscal year 2019', 'July 2019'])
  expect(await datesOf('/timeline from:October 2021')).toEqual(['2021', 'February 2022'])
  expect(await datesOf('/timeline to:1960')).toEqual(['1949', '1960'])
})

test.each([
  [
    '/timeline from:2021 to:2019',
    'The timeline would end (“2019”) before it begins (“2021”). Swap “from” and “to”.',
  ],
  [
    '/timeline to:"when @everyone **left**"',
    "I can't read “when @everyone \\*\\*left\\*\\*” as a date. Enter a year, a month or a day, such as 2019, September 2021 or Aug 5, 2020.",
  ],
  ['/timeline from:2021-02-30', /^There is no February 30 in 2021: that month has 28 days\. Enter a year/],
  ['/timeline from:0000-02-30', /^I can't read “0000-02-30” as a date\./],
])('%s is refused privately with what to do', async (command, sentence) => {
  const seen = await emulator.runCommand(command)
  expect(seen).toMatchObject({ ephemeral: true })
  expect(messageIn(seen).content).toEqual(
    typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
  )
})

test('if nothing is dated, it says so and suggests where to look', async () => {
  const seen = await emulator.runCommand('/timeline of:Bulgaria')
  expect(seen).toMatchObject({ ephemeral: false })
  expect(messageIn(seen).content).toBe(
    'No article says when anything about **Bulgaria** happened. The articles that speak of it are dated Oct 6, 2020.',
  )
  expect(messageIn(await emulator.select(seen, 'Bulgaria')).embeds[0]?.title).toContain('Bulgaria')
  const between = await emulator.runCommand('/timeline of:NATO from:1990 to:2000')
  expect(messageIn(between).content).toBe(
    'No article dates anything about **NATO** from 1990 to 2000; there are 2 dated facts in all.',
  )
  expect(renderedText(await emulator.clickButton(between, 'All dates'))).toContain('**1949** · ')
  const before = await emulator.runCommand('/timeline to:1800')
  expect(messageIn(await emulator.select(before, 'NATO')).embeds[0]?.title).toBe('NATO')
})

test('an ambiguous name opens a menu that keeps the requested dates', async () => {
  const response = await emulator.runCommand('/timeline of:trilateral cooperation to:2021-08')
  expect(response).toMatchObject({ ephemeral: true })
  const posted = await emulator.nextResponse(await emulator.select(response, 'AUKUS'))
  expect(messageIn(posted).content).toMatch(/^One dated fact about \*\*AUKUS\*\* up to August 2021: 2021\.\n/)
})

test('with as_of, only facts published by then are shown', async () => {
  const then = await emulator.runCommand('/timeline of:NATO as_of:2020')
  expect(messageIn(then).content).toMatch(
    /^Looking back to the end of 2020: no article had said when anything/,
  )
  const now = await emulator.clickButton(then, 'Now')
  expect(renderedText(now)).toContain('**1949** · ')
})

test('a timeline is shared with the requested dates, and others turn their own pages', async () => {
  const response = await emulator.runCommand(
    '/timeline from:2019-01-01 to:2021-12-31 as_of:2024-12-31 private:true',
  )
  const shared = await emulator.nextResponse(await emulator.clickButton(response, 'Share'))
  expect(shared).toMatchObject({ ephemeral: false })
  expect(renderedText(shared)).toContain('**July 2019** · ')
  expect(renderedText(shared)).not.toContain('**2018**')
  const sources = await emulator.as('moderator').clickButton(shared, 'Sources')
  expect(renderedText(sources)).toContain('July 2019')
  const all = await emulator.runCommand('/timeline')
  expect(await emulator.as('moderator').clickButton(all, 'More facts')).toMatchObject({ ephemeral: true })
})

test('names and years autocomplete', async () => {
  const names = await emulator.autocomplete('/timeline of:pacific part')
  expect(names[0]?.name).toBe('Pacific Partnership')
  const years = await emulator.autocomplete('/timeline of:AUKUS from:20')
  expect(years.map(({ name }) => name)).toEqual(['2021'])
})

test('an event with a start and an end appears at both dates', async () => {
  const folder = temporaryFolder()
  writeFiles(folder, sampleFiles)
  const { emulator: sample } = await startTestBot({ dataDirectory: folder })
  expect(renderedText(await sample.runCommand('/timeline of:Gull Drill'))).toMatch(
    /\*\*2001\*\* · From then on: Gull Drill .*\n\*\*2002\*\* · Until then: Gull Drill/,
  )
})
