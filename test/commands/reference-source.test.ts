// /source with the reference shelf: its publications are listed, found and told apart, however many there are.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lettersOf } from '../fixtures/generated-data.ts'
import { writeFiles } from '../fixtures/sample-data.ts'
import { filesWithDossiers, papersDossier } from '../fixtures/sample-dossier.ts'
import {
  allComponents,
  collectPages,
  fieldValue,
  headingOf,
  messageIn,
  renderedText,
  startTestBot,
  verdictOf,
} from '../helpers/test-bot.ts'

const paperCount = 120
const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-reference-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeFiles(dataDirectory, [...filesWithDossiers, papersDossier(paperCount)])
const { emulator } = await startTestBot({ dataDirectory })
const titleOf = (index: number) => `Paper ${lettersOf(index)}`

test('the list begins with the articles, and the publications follow by title, each once', async () => {
  const first = await emulator.runCommand('/source')
  expect(verdictOf(first)).toBe(
    `All ${11 + paperCount} facts come from 1 article and ${2 + paperCount} other publications.`,
  )
  const pages = await collectPages(emulator, first)
  const titles = pages.map((page) =>
    [...renderedText(page).matchAll(/^\*\*\[?([^\]*]*)/gm)].map(([, title]) => title),
  )
  expect(titles[0]).toEqual(['Harbors of the World'])
  const others = titles.slice(1).flat()
  expect(others.slice(0, 2)).toEqual([
    'An almanac of harbors, leagues and lighthouses',
    'Charter of the Harbor League',
  ])
  const papers = Array.from({ length: paperCount }, (_, index) => titleOf(Math.max(index, 1)))
  expect(others.slice(2).toSorted()).toEqual(papers.toSorted())
  const collator = new Intl.Collator('en')
  expect(others).toEqual(others.toSorted((a = '', b = '') => collator.compare(a, b)))
})

test('a menu jumps to any part of the list', async () => {
  const first = await emulator.runCommand('/source')
  const menus = allComponents(messageIn(first).components).filter(({ options }) => options !== undefined)
  const options = menus.at(-1)?.options ?? []
  expect(options.length).toBeGreaterThan(10)
  const [last] = options.slice(-1)
  const seen = await emulator.select(first, last?.label ?? '')
  const [from = '', to = ''] = (last?.label ?? '').split(' – ')
  expect(renderedText(seen)).toContain(from)
  const text = (await collectPages(emulator, seen)).map(renderedText).join('\n')
  expect(text).toContain(to)
})

test('a publication says its kind and license, and what it says by article', async () => {
  const first = await emulator.runCommand('/source article:charter')
  expect(headingOf(first)).toContain('Charter of the Harbor League')
  expect(verdictOf(first)).toMatch(/^Published on May 6, 1950 \(Harbor League\); \d+ years old\.$/)
  expect(fieldValue(first, 'Kind')).toBe('official text')
  expect(fieldValue(first, 'License')).toBe('public domain')
  expect(fieldValue(first, 'Facts')).toBe('4 in 3 sections about alliances')
  const text = (await collectPages(emulator, first)).map(renderedText).join('\n')
  expect(text).not.toContain('brackets')
  for (const said of ['**Article 5**', 'Norway was a founder of the Harbor League on May 6, 1950.'])
    expect(text).toContain(said)
  const article = await emulator.runCommand('/source article:gazette')
  expect(fieldValue(article, 'Kind')).toBeUndefined()
  expect(fieldValue(article, 'License')).toBeUndefined()
})

test('facts that are not of the day of their publication have their own date', async () => {
  const seen = await emulator.runCommand('/source article:almanac')
  expect(fieldValue(seen, 'Date')).toBe('inferred: between two of its announcements')
  expect(fieldValue(seen, 'Facts')).toBe('2: 1 about alliances and 1 about legal statuses')
  const text = (await collectPages(emulator, seen)).map(renderedText).join('\n')
  expect(text).toContain('-# Dec 31, 2019 · March – June 2020 (inferred)\n')
})

test('only a page with titles in brackets explains them', async () => {
  const { emulator: other } = await startTestBot()
  expect(renderedText(await other.runCommand('/source'))).toContain('Titles in [brackets] are ours')
  expect(renderedText(await emulator.runCommand('/source'))).not.toContain('brackets')
})

test('autocomplete lists articles first, dates the others, and finds any of them', async () => {
  const all = await emulator.autocomplete('/source article:')
  expect(all).toHaveLength(25)
  expect(all.slice(0, 3)).toEqual([
    { name: 'Harbors of the World', value: 'gazette' },
    {
      name: 'An almanac of harbors, leagues and lighthouses · March – June 2020 (inferred)',
      value: 'harbor-almanac-2020',
    },
    { name: 'Charter of the Harbor League · May 6, 1950', value: 'harbor-charter' },
  ])
  for (const index of [2, 57, paperCount - 1]) {
    const found = await emulator.autocomplete(`/source article:${titleOf(index)}`)
    expect(found[0]).toEqual({ name: `${titleOf(index)} · ${1900 + index}`, value: `paper-${index}` })
  }
  expect((await emulator.autocomplete('/source article:an almanac of harbors'))[0]?.value).toBe(
    'harbor-almanac-2020',
  )
})

test('a word in the title comes before one in the publisher', async () => {
  const found = await emulator.autocomplete('/source article:harbor')
  expect(found.map(({ value }) => value)).toEqual(['gazette', 'harbor-almanac-2020', 'harbor-charter'])
})

test('publications of one title are told apart by their dates', async () => {
  const menu = await emulator.runCommand(`/source article:${titleOf(1)}`)
  expect(verdictOf(menu)).toBe(`Several articles match “${titleOf(1)}”. Which one do you mean?`)
  const options = allComponents(messageIn(menu).components).flatMap(({ options = [] }) => options)
  expect(options.map(({ description }) => description)).toEqual([
    '1 fact · 1900 · Quay Press',
    '1 fact · 1901 · Quay Press',
  ])
})

test('a menu without room for all that match says so', async () => {
  const menu = await emulator.runCommand('/source article:paper')
  expect(renderedText(menu)).toContain(
    `The first 25 of ${paperCount}; add a word of the title to find others`,
  )
  const options = allComponents(messageIn(menu).components).flatMap(({ options = [] }) => options)
  expect(options).toHaveLength(25)
})
