// /source: all articles with publisher, age and certainty, and the facts of an article by section.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  collectPages,
  fieldValue,
  headingOf,
  renderedText,
  startTestBot,
  verdictOf,
} from '../helpers/test-bot.ts'
import { openCorpusFacts, sampleWith, writeFiles } from '../fixtures/sample-data.ts'

const { emulator } = await startTestBot()

test('every article is listed with its publisher, date, certainty, age and number of facts', async () => {
  const seen = await emulator.runCommand('/source')
  expect(verdictOf(seen)).toMatch(/^All \d+ facts come from 5 articles\.$/)
  const text = renderedText(seen)
  expect(text.match(/^\*\*.*\*\*$/gm)).toHaveLength(5)
  for (const described of [
    '**[Alliances and partnerships explained]**\n-# U.S. Department of Defense (inferred) · February – December 2019 (inferred) · 6 to 7 years old',
    '**Military Alliances, Partnerships Strengthened Through Defense Strategy Execution**\n-# Department of Defense · Aug 5, 2020 · 5 years old',
    '**[U.S. military alliances and the Department of Defense]**\n-# Publisher not stated · in or after 2024 (inferred) · less than 3 years old',
  ])
    expect(text).toContain(described)
})

test('the pages of an article contain each of its facts once, by section', async () => {
  const first = await emulator.runCommand('/source article:pacific')
  const pages = await collectPages(emulator, first)
  const text = pages.map(renderedText).join('\n')
  const statements = openCorpusFacts()
    .factsInArticle('pacific')
    .map(({ section, statement }) => `${section}: ${statement}`)
  expect(text.match(/^• /gm)).toHaveLength(new Set(statements).size)
  for (const page of pages) expect(renderedText(page)).toContain('Strengthening Security')
  expect(text.indexOf('**U.S.-Japan Security Alliance**')).toBeLessThan(text.indexOf('**AUKUS Partnership**'))
  const aukus = await emulator.select(first, 'AUKUS Partnership')
  expect(renderedText(aukus)).toContain('**AUKUS Partnership**')
  expect(renderedText(aukus)).not.toContain('Page 1 of')
  expect(renderedText(await emulator.clickButton(aukus, 'Sources'))).toContain('from 1 article')
})

test('news items keep their own dates', async () => {
  const text = (await collectPages(emulator, await emulator.runCommand('/source article:tag')))
    .map(renderedText)
    .join('\n')
  expect(text).toContain('COVID-19 Response**\n-# Apr 15, 2020')
})

test('words in several titles open a menu, and words in no title list all articles', async () => {
  const several = await emulator.runCommand('/source article:partnerships private:true')
  expect(verdictOf(several)).toBe('Several articles match “partnerships”. Which one do you mean?')
  expect(headingOf(await emulator.select(several, 'Tag: Partnerships'))).toBe('Tag: Partnerships')
  const none = await emulator.runCommand('/source article:**zzz**')
  expect(none).toMatchObject({ ephemeral: true })
  expect(verdictOf(none)).toBe('No article has “\\*\\*zzz\\*\\*” in its title. All articles:')
  const posted = await emulator.nextResponse(await emulator.select(none, 'Tag: Partnerships'))
  expect(posted).toMatchObject({ ephemeral: false })
})

test.each([
  'Tag:Partnerships',
  'tag partnerships',
  'TAG—PARTNERSHIPS',
  'Ｔａｇ： Part\u200bnerships',
  'the Tag: Partnerships',
])('a title opens in any spelling: %j', async (query) => {
  const seen = await emulator.runCommand(`/source article:"${query}"`)
  expect(headingOf(seen)).toBe('Tag: Partnerships')
  expect((await emulator.autocomplete(`/source article:${query}`))[0]?.value).toBe('dod-tag')
})

test('a mistyped title suggests similar ones', async () => {
  const seen = await emulator.runCommand('/source article:strenghtening security')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(verdictOf(seen)).toBe(
    'No article has “strenghtening security” in its title. Did you mean one of these?',
  )
  expect((await emulator.autocomplete('/source article:strenghtening security'))[0]?.value).toBe('pacific')
  const signs = await emulator.runCommand('/source article:!!!')
  expect(verdictOf(signs)).toMatch(/All articles:$/)
})

test('titles autocomplete by any of their words', async () => {
  const choices = await emulator.autocomplete('/source article:pacific stren')
  expect(choices).toEqual([
    { name: 'Strengthening Security: Military Partnerships in the Pacific', value: 'pacific' },
  ])
  expect(await emulator.autocomplete('/source article:')).toHaveLength(5)
})

test('an article with a URL is linked from its facts and from the sources of a card', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-linked-'))
  afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
  const url = 'https://gazette.example/harbors_(2021)'
  writeFiles(
    dataDirectory,
    sampleWith('articles/gazette.yaml', 'sections:', `url: { address: '${url}', basis: stated }\nsections:`),
  )
  const { emulator: linked } = await startTestBot({ dataDirectory })
  expect(renderedText(await linked.runCommand('/source'))).toContain(`**[Harbors of the World](<${url}>)**`)
  expect(renderedText(await linked.runCommand('/source article:gazette'))).toContain(
    `### [Harbors of the World](<${url}>)`,
  )
  const card = await linked.runCommand('/alliance name:HL')
  expect(renderedText(await linked.clickButton(card, 'Sources'))).toContain(
    `**[Harbors of the World](<${url}>)**`,
  )
})

test('/source says how an address was found that the article does not state', async () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-source-'))
  afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
  const url = `url: { address: 'https://gazette.example/found', basis: found, why: 'the page begins with the same words' }`
  writeFiles(dataDirectory, sampleWith('articles/gazette.yaml', 'sections:', `${url}\nsections:`))
  const { emulator: linked } = await startTestBot({ dataDirectory })
  const seen = await linked.runCommand('/source article:gazette')
  expect(fieldValue(seen, 'Address')).toBe('found: the page begins with the same words')
})
