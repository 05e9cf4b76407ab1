// /search through the bot: hits, menus, autocomplete, pages across revisions, and arbitrary input.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message } from 'discord-emulator'
import { afterAll, expect, test } from 'vitest'
import { withMatchesBold } from '../../src/cards/facts/search-card.ts'
import { seed } from '../../src/revisions/publish.ts'
import { generatedFiles } from '../fixtures/generated-data.ts'
import {
  callMessages,
  collectPages,
  headingOf,
  renderedText,
  startTestBot,
  untilLive,
  verdictOf,
} from '../helpers/test-bot.ts'
import { writeFiles } from '../fixtures/sample-data.ts'

const { emulator } = await startTestBot()

const names = async (commandLine: string) =>
  (await emulator.autocomplete(commandLine)).map(({ name }) => name)

test('a query finds facts, best first, with matches in bold, the source and the date', async () => {
  const seen = await emulator.runCommand('/search query:nato treaty founded')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(headingOf(seen)).toBe('Search: “nato treaty founded”')
  expect(verdictOf(seen)).toBe('5 facts fit.')
  expect(renderedText(seen)).toContain('• **NATO** was **founded** by a **treaty**. ²')
  expect(renderedText(seen)).toContain('² Alliances explained, 2019')
})

test('the first line of the first page answers a question', async () => {
  const seen = await emulator.runCommand('/search query:Is AUKUS an alliance?')
  expect(verdictOf(seen)).toMatch(/^Sources differ\. Some call AUKUS an alliance, others a partnership/)
  expect(renderedText(seen)).toContain('\n**2 facts fit.**\n• ')
  const short = await emulator.runCommand('/search query:nato founded')
  expect(verdictOf(short)).toBe('NATO was founded in 1949.')
  expect(renderedText(short)).toContain('\n**5 facts fit.**\n• ')
})

test('a query that is too long for a custom id can be paged and shared, by its words alone', async () => {
  const query = `submarines ${'nuclear deterrence alliances '.repeat(5)}`.slice(0, 150).trim()
  const seen = await emulator.runCommand(`/search query:${query} private:true`)
  const next = await emulator.clickButton(seen, 'Next')
  expect(renderedText(next)).toContain('Page 2 of')
  const shared = await emulator.nextResponse(await emulator.clickButton(next, 'Share'))
  expect(renderedText(shared).split('\n').slice(1)).toEqual(renderedText(next).split('\n'))
})

test('a button whose words are no longer stored says so', async () => {
  const button = { type: 2, style: 2, label: 'Next', custom_id: 'v2:search:1.abcdefghijkl:' }
  const message = await callMessages(emulator, emulator.world.channels.general, 'POST', '', {
    content: 'Search',
    components: [{ type: 1, components: [button] }],
  })
  const refused = await emulator.clickButton(message as Message, 'Next')
  expect(refused).toMatchObject({ ephemeral: true })
  expect(verdictOf(refused)).toBe(
    'The words of that search are no longer stored. Type /search to search again.',
  )
})

test('the menu opens the card of a hit, and Sources shows the facts found', async () => {
  const seen = await emulator.runCommand('/search query:nuclear submarines')
  const sources = await emulator.clickButton(seen, 'Sources')
  expect(sources).toMatchObject({ type: 'message', ephemeral: true })
  expect(verdictOf(sources)).toMatch(/^This card shows 2 facts from 1 article/)
  const opened = await emulator.select(seen, 'AUKUS')
  expect(opened).toMatchObject({ type: 'message', ephemeral: true })
  expect(headingOf(opened)).toBe('AUKUS')
})

test('an ephemeral search is shared unchanged', async () => {
  const seen = await emulator.runCommand('/search query:deterrence kind:alliance private:true')
  expect(seen).toMatchObject({ ephemeral: true })
  const shared = await emulator.nextResponse(await emulator.clickButton(seen, 'Share'))
  expect(shared).toMatchObject({ ephemeral: false })
  expect(renderedText(shared).split('\n').slice(1)).toEqual(renderedText(seen).split('\n'))
})

test('the kind option filters by subject, using any article’s classification', async () => {
  const seen = await emulator.runCommand('/search query:medical kind:mission')
  const lines = renderedText(seen).match(/^• .*$/gm) ?? []
  expect(lines.length).toBeGreaterThan(0)
  expect(lines.filter((line) => !line.includes('Pacific Partnership'))).toEqual([])
  expect(renderedText(seen)).toMatch(/^-# .*Only missions$/m)
})

test('a typo is pointed out, and the corrected query is searched', async () => {
  expect(verdictOf(await emulator.runCommand('/search query:natto treaty founded'))).toBe(
    'No fact says “natto”, so I looked for “nato”. 5 facts fit.',
  )
  expect(verdictOf(await emulator.runCommand('/search query:oldest treaties of morocco'))).toMatch(
    /^No fact says “oldest”, so I looked for “oldes…”\. 1 fact fits\.$/,
  )
  expect(verdictOf(await emulator.runCommand('/search query:submarines morocco'))).toMatch(
    /^No fact has all of these words; \d+ facts have some of them\.$/,
  )
  expect(verdictOf(await emulator.runCommand('/search query:taiwan deters alliances'))).toMatch(
    /^No fact says “taiwan”\. \d+ facts fit the rest\.$/,
  )
})

test('invisible pasted characters affect neither matching nor display', async () => {
  const seen = await emulator.runCommand('/search query:NA\u200bTO treaty \u202afounded\u202c')
  expect(verdictOf(seen)).toBe('5 facts fit.')
  expect(headingOf(seen)).toBe('Search: “NATO treaty founded”')
})

test('if nothing is found, other queries and entities are suggested, with the requested visibility', async () => {
  const nothing = await emulator.runCommand('/search query:zzzz')
  expect(nothing).toMatchObject({ type: 'message', ephemeral: true })
  expect(verdictOf(nothing)).toMatch(
    /^No fact fits “zzzz”\. Try other words, such as “alliance”, .+\. Or open one of the best known:$/,
  )
  const picked = await emulator.select(nothing, 'NATO')
  expect(headingOf(await emulator.nextResponse(picked))).toBe('NATO')
})

test('if only other kinds match, their results are one click away', async () => {
  const nothing = await emulator.runCommand('/search query:submarines kind:exercise')
  expect(verdictOf(nothing)).toMatch(
    /^No fact about exercises fits “submarines”\. About other things, 2 facts do\./,
  )
  expect(verdictOf(await emulator.clickButton(nothing, 'Show all 2'))).toMatch(/^2 facts fit\.$/)
})

test('autocomplete suggests the subjects of the three best hits, each as a query', async () => {
  expect((await names('/search query:subm'))[0]).toBe('AUKUS')
  expect(await names('/search query:treaty')).toHaveLength(3)
  expect(await names('/search kind:exercise query:pacific')).toContain('RIMPAC')
  expect(await names('/search query:')).toHaveLength(3)
  expect(await names('/search query:"***"')).toEqual([])
})

test('special characters in a statement are preserved, and matches are bold', () => {
  const segments = [
    { text: 'A *star*, ', isMatch: false },
    { text: '“NATO’s”,', isMatch: true },
    { text: ' ', isMatch: false },
    { text: 'snake_case.', isMatch: true },
    { text: ' https://a.example/b_c_d/', isMatch: false },
  ]
  expect(withMatchesBold(segments)).toBe(
    'A \\*star\\*, “**NATO’s**”, **snake\\_case**. https://a.example/b_c_d/',
  )
})

test('pages reach the last hit and back, across new revisions with fewer facts or none', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-terns-'))
  afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
  writeFiles(dataDirectory, generatedFiles(100, 'Gannet'))
  const bot = await startTestBot({ dataDirectory })
  const footer = (seen: Parameters<typeof renderedText>[0]) => /^-# (Page .*)$/m.exec(renderedText(seen))?.[1]
  const reseed = async (count: number, mark: string) => {
    writeFiles(dataDirectory, generatedFiles(count, mark))
    await seed({ dataDirectory, databaseDirectory: bot.databaseDirectory, actor: 'shell' })
    await untilLive(bot)
  }

  const first = await bot.emulator.runCommand('/search query:gannet')
  const pages = await collectPages(bot.emulator, first)
  expect(pages.map(footer)).toEqual(pages.map((_, page) => `Page ${page + 1} of 20`))
  const hits = pages.flatMap((page) => renderedText(page).match(/^• .*$/gm) ?? [])
  expect(new Set(hits).size).toBe(100)

  await reseed(60, 'Gannet')
  const back = await bot.emulator.clickButton(pages.at(-1) ?? first, 'Previous')
  expect(footer(back)).toBe('Page 12 of 12')
  let page = back
  for (let number = 11; number > 0; number--) {
    page = await bot.emulator.clickButton(page, 'Previous')
    expect(footer(page)).toMatch(`Page ${number} of 12`)
  }
  await reseed(60, 'Puffin')
  const refused = await bot.emulator.clickButton(page, 'Next')
  expect(refused).toMatchObject({ ephemeral: true })
  expect(verdictOf(refused)).toBe('Those facts no longer exist. Type /search to search again.')
})

test('a query of maximum length with the longest kind can still be paged, shared and sourced', async () => {
  const query = 'navy guard pact isis security cooperation organizations sides'.slice(0, 60).padEnd(60, 'x')
  const seen = await emulator.runCommand(`/search query:${query} kind:organization private:true`)
  expect(renderedText(seen)).toMatch(/^-# Page 1 of \d+ · Only organizations$/m)
  const turned = await emulator.clickButton(seen, 'Next')
  expect(renderedText(turned)).toContain('Page 2 of')
  expect(renderedText(await emulator.clickButton(turned, 'Sources'))).toContain('This card shows')
  const shared = await emulator.nextResponse(await emulator.clickButton(turned, 'Share'))
  expect(renderedText(shared).split('\n').slice(1)).toEqual(renderedText(turned).split('\n'))
})
