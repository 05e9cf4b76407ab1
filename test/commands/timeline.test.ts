import { expect, test } from 'vitest'
import type { ObservedResponse } from 'discord-emulator'
import { collectPages, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { sampleFiles, sampleWith, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const { emulator } = await startTestBot()

/** The dates of a timeline and of all that is behind More, in display order. */
async function datesOf(command: string): Promise<string[]> {
  const [first, ...more] = await collectPages(emulator, await emulator.runCommand(command))
  const pages = more.length > 0 ? more : [first].flatMap((page) => page ?? [])
  const lines = pages.flatMap((page) => [...renderedText(page).matchAll(/^\*\*([^*]+)\*\* /gm)])
  return [...new Set(lines.flatMap(([, date = '']) => date))]
}

function sampleFolder(files: typeof sampleFiles): string {
  const folder = temporaryFolder()
  writeFiles(folder, files)
  return folder
}

/** The heading, the verdict, and each event of a first answer. */
function linesOf(seen: ObservedResponse): string[] {
  return renderedText(seen)
    .split('\n')
    .filter((line) => !line.startsWith('-#'))
}

test('dated facts are in order, a year before its months, and facts without a year last', async () => {
  expect(await datesOf('/timeline')).toEqual([
    ...['1949', '1960', '2006', '2018', '2019', 'Fiscal year 2019', 'July 2019', 'November 2019'],
    ...['2021', 'September 2021', 'February 2022', 'September (year not stated)'],
  ])
})

test('the first answer counts the events and has the newest five, newest first', async () => {
  const first = await emulator.runCommand('/timeline')
  const [heading, verdict, ...events] = linesOf(first)
  expect(heading).toBe('### Timeline')
  expect(verdict).toMatch(/^\d+ events, from 1949 to February 2022\.$/)
  expect(events).toHaveLength(5)
  expect(events[2]).toMatch(/^\*\*September 2021\*\* AUKUS was founded [¹²³]$/)
  expect(events[0]).toMatch(/^\*\*February 2022\*\* /)
  expect(renderedText(first)).toMatch(/^-# Only the newest are here; More has all$/m)
})

test('behind More each event has its statement and where it is said, and pages turn', async () => {
  const more = await emulator.clickButton(await emulator.runCommand('/timeline'), 'More')
  expect(more).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(more)).toMatch(/^\*\*1949\*\* NATO began in 1949\.\n-# .+ · .+ · in or after 2024/m)
  const second = await emulator.clickButton(more, 'Next')
  expect(second).toMatchObject({ type: 'updated' })
  expect(renderedText(second)).toContain('Page 2 of 2')
  expect(await emulator.clickButton(second, 'Report an error')).toMatchObject({ type: 'modal' })
})

test('the timeline of a country includes what it takes part in', async () => {
  expect(await datesOf('/timeline of:Australia')).toEqual(['2021', 'September 2021'])
  expect(await datesOf('/timeline of:India')).toEqual(['July 2019', 'November 2019'])
  // A position within NATO is not NATO itself.
  expect(linesOf(await emulator.runCommand('/timeline of:SACEUR'))[1]).toMatch(/^No article says when /)
})

test('that an alliance was founded is not told as if a member had joined then', async () => {
  // Nor what other members did there.
  expect(linesOf(await emulator.runCommand('/timeline of:Sweden'))).toEqual([
    '### 🇸🇪 Sweden · timeline',
    'No date of Sweden itself is stated; one event of what it takes part in, in 1949.',
    '**1949** NATO was founded',
  ])
})

test('of what a country joined, only what came after is its own', async () => {
  const { emulator: sample } = await startTestBot({
    dataDirectory: sampleFolder(
      sampleWith('articles/gazette.yaml', '    role: full\n', "    role: full\n    valid_from: '1960'\n"),
    ),
  })
  const [, verdict, ...events] = linesOf(await sample.runCommand('/timeline of:Norway'))
  expect(verdict).toBe('One event, in 1960.')
  expect(events).toEqual(['**1960** From then on: Norway belongs to the Harbor League.'])
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
  expect(renderedText(seen)).toEqual(
    typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
  )
})

test('if nothing is dated, it says so and suggests where to look', async () => {
  const seen = await emulator.runCommand('/timeline of:Bulgaria')
  expect(seen).toMatchObject({ ephemeral: false })
  expect(linesOf(seen)[1]).toBe(
    'No article says when anything about Bulgaria happened. What they say of it dates from 2020.',
  )
  expect(renderedText(await emulator.clickButton(seen, 'Bulgaria'))).toMatch(/^### 🇧🇬 Bulgaria\n/)
  const between = await emulator.runCommand('/timeline of:NATO from:1990 to:2000')
  expect(linesOf(between)[1]).toBe(
    'No article dates anything about NATO from 1990 to 2000; there are 2 events in all.',
  )
  expect(linesOf(await emulator.clickButton(between, 'All dates'))).toContain('**1949** NATO was founded')
  const before = await emulator.runCommand('/timeline to:1800')
  expect(linesOf(await emulator.clickButton(before, 'All dates'))[1]).toMatch(/ events, from 1949 /)
})

test('an ambiguous name opens a menu that keeps the requested dates', async () => {
  const response = await emulator.runCommand('/timeline of:trilateral cooperation to:2021-08')
  expect(response).toMatchObject({ ephemeral: true })
  const posted = await emulator.nextResponse(await emulator.select(response, 'AUKUS'))
  expect(linesOf(posted).slice(0, 2)).toEqual(['### AUKUS · timeline', 'One event up to August 2021.'])
})

test('with as_of, only facts published by then are shown', async () => {
  const then = await emulator.runCommand('/timeline of:NATO as_of:2020')
  expect(renderedText(then)).toMatch(/^-# Looking back to the end of 2020 · \d+ later facts left out$/m)
  expect(linesOf(then)[1]).toMatch(/^No article had said when anything about NATO happened\./)
  const now = await emulator.clickButton(then, 'Now')
  expect(linesOf(now)).toContain('**1949** NATO was founded')
})

test('a timeline is shared with the requested dates, and others open their own pages', async () => {
  const response = await emulator.runCommand(
    '/timeline from:2019-01-01 to:2021-12-31 as_of:2024-12-31 private:true',
  )
  const shared = await emulator.nextResponse(await emulator.clickButton(response, 'Share'))
  expect(shared).toMatchObject({ ephemeral: false })
  expect(renderedText(shared)).toContain('**September 2021** ')
  const sources = await emulator.as('moderator').clickButton(shared, 'Sources')
  expect(renderedText(sources)).toContain('This card shows 8 facts')
  const more = await emulator.as('moderator').clickButton(shared, 'More')
  expect(more).toMatchObject({ ephemeral: true })
  expect(renderedText(more)).toContain('**July 2019** ')
  expect(renderedText(more)).not.toContain('**2018**')
})

test('names and years autocomplete', async () => {
  const names = await emulator.autocomplete('/timeline of:pacific part')
  expect(names[0]?.name).toBe('Pacific Partnership')
  const years = await emulator.autocomplete('/timeline of:AUKUS from:20')
  expect(years.map(({ name }) => name)).toEqual(['2021'])
})

test('an event with a start and an end appears at both dates', async () => {
  const { emulator: sample } = await startTestBot({ dataDirectory: sampleFolder(sampleFiles) })
  expect(renderedText(await sample.runCommand('/timeline of:Gull Drill'))).toMatch(
    /\*\*2002\*\* Until then: Gull Drill .*\n\*\*2001\*\* From then on: Gull Drill/,
  )
})
