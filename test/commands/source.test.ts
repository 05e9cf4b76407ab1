// /source: all articles with publisher, age and certainty, and the facts of an article by section.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { collectPages, fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { sampleWith, writeFiles } from '../fixtures/sample-data.ts'

const { emulator } = await startTestBot()

test('every article is listed with its publisher, date, certainty, age and number of facts', async () => {
  const seen = await emulator.runCommand('/source')
  expect(messageIn(seen).content).toMatch(/^All \d+ facts rest on 5 articles\.$/)
  expect(messageIn(seen).embeds[0]?.fields).toHaveLength(5)
  const lines = (title: string) => fieldValue(seen, title)?.split('\n')
  expect(lines('[Alliances and partnerships explained]')).toEqual([
    'U.S. Department of Defense (inferred) · February – December 2019 (inferred) · 6 to 7 years old',
    '-# Publisher inferred from: house style',
    expect.stringMatching(/^-# Date inferred: 28 other NATO countries/),
    expect.stringMatching(/^88 facts: 22 about alliances, .* and \d+ about other things$/),
  ])
  expect(lines('Military Alliances, Partnerships Strengthened Through Defense Strategy Execution')?.[0]).toBe(
    'Department of Defense · Aug 5, 2020 · 5 years old',
  )
  expect(lines('[U.S. military alliances and the Department of Defense]')?.[0]).toBe(
    'Publisher not stated · in or after 2024 (inferred) · less than 3 years old',
  )
})

test('the pages of an article contain each of its facts once, by section', async () => {
  const first = await emulator.runCommand('/source article:pacific')
  const pages = await collectPages(emulator, first)
  const text = pages.map(renderedText).join('\n')
  const [, factCount] = /(\d+) facts in (\d+) sections/.exec(text) ?? []
  expect(text.match(/^• /gm)).toHaveLength(Number(factCount))
  for (const page of pages) expect(renderedText(page)).toContain('Strengthening Security')
  expect(text.indexOf('**U.S.-Japan Security Alliance**')).toBeLessThan(text.indexOf('**AUKUS Partnership**'))
  const aukus = await emulator.select(first, 'AUKUS Partnership')
  expect(renderedText(aukus)).toContain('**AUKUS Partnership**')
  expect(renderedText(aukus)).not.toContain('Page 1 of')
  expect(renderedText(await emulator.clickButton(aukus, 'Sources'))).toContain('from 1 article.')
})

test('news items keep their own dates', async () => {
  const text = (await collectPages(emulator, await emulator.runCommand('/source article:tag')))
    .map(renderedText)
    .join('\n')
  expect(text).toContain('COVID-19 Response · Apr 15, 2020**')
})

test('words in several titles open a menu, and words in no title list all articles', async () => {
  const several = await emulator.runCommand('/source article:partnerships private:true')
  expect(messageIn(several).content).toBe('Several articles have “partnerships”. Which do you mean?')
  expect(messageIn(await emulator.select(several, 'Tag: Partnerships')).embeds[0]?.title).toBe(
    'Tag: Partnerships',
  )
  const none = await emulator.runCommand('/source article:**zzz**')
  expect(none).toMatchObject({ ephemeral: true })
  expect(messageIn(none).content).toBe('No article has “\\*\\*zzz\\*\\*” in its title. All articles:')
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
  expect(messageIn(seen).embeds[0]?.title).toBe('Tag: Partnerships')
  expect((await emulator.autocomplete(`/source article:${query}`))[0]?.value).toBe('dod-tag')
})

test('a mistyped title suggests similar ones', async () => {
  const seen = await emulator.runCommand('/source article:strenghtening security')
  expect(seen).toMatchObject({ ephemeral: true })
  expect(messageIn(seen).content).toBe(
    'No article has “strenghtening security” in its title. Did you mean one of these?',
  )
  expect((await emulator.autocomplete('/source article:strenghtening security'))[0]?.value).toBe('pacific')
  const signs = await emulator.runCommand('/source article:!!!')
  expect(messageIn(signs).content).toMatch(/All articles:$/)
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
  writeFiles(dataDirectory, sampleWith('articles/gazette.yaml', 'sections:', `url: { address: '${url}', basis: stated }\nsections:`))
  const { emulator: linked } = await startTestBot({ dataDirectory })
  expect(renderedText(await linked.runCommand('/source'))).toContain(`[Read the article](<${url}>)`)
  expect(messageIn(await linked.runCommand('/source article:gazette')).embeds[0]?.url).toBe(url)
  const card = await linked.runCommand('/alliance name:HL')
  expect(renderedText(await linked.clickButton(card, 'Sources'))).toContain(
    `**[Harbors of the World](<${url}>)**`,
  )
})
