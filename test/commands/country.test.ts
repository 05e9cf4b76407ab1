import { afterAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  collectPages,
  fieldValue,
  headingOf,
  messageIn,
  startTestBot,
  renderedText,
} from '../helpers/test-bot.ts'
import { sampleWith, writeFiles } from '../fixtures/sample-data.ts'

const { emulator } = await startTestBot()

/** A bot whose articles mention a former member of an alliance. */
const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
const formerly = `  - id: league-chile
    entity: harbor-league
    attribute: member
    value: chile
    statement: Chile belonged to the Harbor League until 1990.
    valid_to: '1990'
    section: News
`
writeFiles(
  dataDirectory,
  sampleWith('articles/gazette.yaml', '  - id: league-ports', `${formerly}  - id: league-ports`),
)
const { emulator: ofSample } = await startTestBot({ dataDirectory })

test('the relationships of Australia are listed by strength, with the other parties and sources', async () => {
  const seen = await emulator.runCommand('/country name:Australia')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(
    renderedText(seen)
      .replaceAll(/ [⁰¹²³⁴⁵⁶⁷⁸⁹ ]+$/gmu, '')
      .split('\n'),
  ).toEqual([
    '### 🇦🇺 Australia',
    'A treaty ally of the United States through ANZUS.',
    '**Ally or partner** AUKUS, with the United Kingdom',
    '**Partner** Quad, with Japan and India',
    '**Cooperation** U.S.-Australia cooperation',
    '**Exercises** Talisman Sabre',
    '-# Partnerships in the Pacific, Sep 2021 or later',
  ])
  const more = await emulator.clickButton(seen, 'More')
  const pages = (await collectPages(emulator, more)).map(renderedText).join('\n')
  expect(pages).toContain('New Zealand is named in the full title of ANZUS.')
})

test.each([
  ['Canada', 'An ally of the United States through NORAD.'],
  ['Lithuania', 'A member of the International Maritime Security Construct.'],
  ['Israel', 'A partner of the United States through the U.S.-Israel security partnership.'],
  ['Belgium', 'Named as the buyer in the MK 54 torpedo sale to Belgium (2020).'],
  ['Algeria', 'Linked to the United States by the U.S.-Algeria defense cooperation.'],
])('no article calls %s a treaty ally, and the card shows what they do say', async (name, text) => {
  const seen = await emulator.runCommand(`/country name:${name}`)
  expect(renderedText(seen)).toContain(text)
  expect(fieldValue(seen, 'Not stated')).toBe('whether a treaty makes it a U.S. ally')
})

test('a country that was joining an alliance is not shown as a member', async () => {
  const seen = await emulator.runCommand('/country name:North Macedonia')
  expect(renderedText(seen)).toContain('Was joining NATO in 2019.')
  expect(fieldValue(seen, 'Not stated')).toBe('whether it has joined')
})

test('the relationships of the United States are listed by partner', async () => {
  const seen = await emulator.runCommand('/country name:America')
  expect(renderedText(seen)).toContain('4 of them sealed by a treaty.')
  expect(fieldValue(seen, 'Treaty ally')).toMatch(
    /^NATO · U\.S\.-Japan alliance · ANZUS, with Australia and New Zealand · /,
  )
  expect(fieldValue(seen, 'Ally')).toContain('NORAD, with Canada')
  expect(fieldValue(seen, 'Not stated')).toBeUndefined()
})

test.each([
  ['UK', '🇬🇧 United Kingdom'],
  ['Britain', '🇬🇧 United Kingdom'],
  ['gbr', '🇬🇧 United Kingdom'],
  ['ROK', '🇰🇷 South Korea'],
  ['Republic of Korea', '🇰🇷 South Korea'],
  ['South Korea', '🇰🇷 South Korea'],
  ['america', '🇺🇸 United States'],
  ['US', '🇺🇸 United States'],
  ['🇯🇵', '🇯🇵 Japan'],
  ['jp', '🇯🇵 Japan'],
  ['Türkiye', '🇹🇷 Türkiye'],
  ['turkey', '🇹🇷 Türkiye'],
  ['Burma', '🇲🇲 Myanmar'],
  ['Ivory Coast', "🇨🇮 Côte d'Ivoire"],
  ['Republic of China', '🇹🇼 Taiwan'],
  ['Chinese Taipei', '🇹🇼 Taiwan'],
  ['FYROM', '🇲🇰 North Macedonia'],
  ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇬🇧 United Kingdom'],
  ['Wales', '🇬🇧 United Kingdom'],
  ['🇯🇵 Japan', '🇯🇵 Japan'],
  ['Ｊａｐａｎ\u200b', '🇯🇵 Japan'],
  ['Swaziland', '🇸🇿 Eswatini'],
  ['Soviet Union', 'Soviet Union'],
])('%s opens the country %s', async (input, name) => {
  expect(headingOf(await emulator.runCommand(`/country name:"${input}"`))).toBe(name)
})

test.each([
  ['Korea', ['North Korea', 'South Korea']],
  ['Congo', ['Democratic Republic of the Congo', 'Republic of the Congo']],
])('%s opens a disambiguation menu', async (input, [first = '', second = '']) => {
  const seen = await emulator.runCommand(`/country name:${input} as_of:2022`)
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(seen)).toContain('matches several entries. Which one do you mean?')
  expect(JSON.stringify(messageIn(seen).components)).toContain(first)
  const posted = await emulator.nextResponse(await emulator.select(seen, second))
  expect(posted).toMatchObject({ type: 'message', ephemeral: false })
  expect(headingOf(posted)).toContain(second)
})

test('a country that no article mentions gets a friendly note and suggestions of mentioned countries', async () => {
  const seen = await emulator.runCommand('/country name:Norway')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(renderedText(seen)).toContain(
    'No source here mentions Norway, so its relationships are not stated. That does not mean that it has none.',
  )
  expect(headingOf(seen)).toBe('🇳🇴 Norway')
  expect(headingOf(await emulator.select(seen, 'Japan'))).toBe('🇯🇵 Japan')
  const shared = await emulator.runCommand('/country name:Norway private:true')
  expect(headingOf(await emulator.nextResponse(await emulator.clickButton(shared, 'Share')))).toBe(
    '🇳🇴 Norway',
  )
})

test('every lookup command shows the same card of a country', async () => {
  const text = async (input: string) => renderedText(await emulator.runCommand(input))
  const card = await text('/country name:Japan')
  expect(await text('/about name:Japan')).toBe(card)
  expect(await text('/alliance name:Japanese')).toBe(card)
  expect(await text('/about name:Norway')).toBe(await text('/country name:Norway'))
  const nato = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
  expect(renderedText(await emulator.select(nato, 'United States'))).toBe(await text('/country name:US'))
})

test('any other exact name opens too, and an unknown name gets a menu of countries', async () => {
  expect(headingOf(await emulator.runCommand('/country name:NATO'))).toBe('NATO')
  const menu = await emulator.runCommand('/country name:norwya')
  expect(menu).toMatchObject({ type: 'message', ephemeral: true })
  const posted = await emulator.nextResponse(await emulator.select(menu, 'Norway'))
  expect(headingOf(posted)).toBe('🇳🇴 Norway')
  const unknown = await emulator.runCommand('/country name:zzzz')
  expect(renderedText(unknown)).toBe('I found nothing named “zzzz”. The best-known entries:')
})

test('autocomplete suggests mentioned countries first, then others, and marks those without facts', async () => {
  const names = async (input: string) =>
    (await emulator.autocomplete(`/country name:${input}`)).map(({ name }) => name)
  expect((await names('')).slice(0, 2)).toEqual(['United States', 'Japan'])
  expect(await names('')).not.toContain('Norway (no facts)')
  const so = await names('so')
  expect(so.indexOf('South Korea')).toBeGreaterThanOrEqual(0)
  expect(so.indexOf('South Korea')).toBeLessThan(so.indexOf('South Africa (no facts)'))
  expect((await names('burma'))[0]).toBe('Burma → Myanmar (no facts)')
  expect((await names('rok'))[0]).toBe('ROK → South Korea')
  expect((await names('chinese taipei'))[0]).toBe('Chinese Taipei → Taiwan (no facts)')
  expect((await names('🇯🇵'))[0]).toBe('🇯🇵 → Japan')
  expect((await names('Scotl'))[0]).toBe('Scotland → United Kingdom')
  expect((await names('niger'))[0]).toBe('Niger (no facts)')
})

test('flags and aliases of countries autocomplete in every lookup, and never match another country', async () => {
  for (const command of ['alliance', 'about', 'exercise']) {
    const suggestedIds = async (input: string) =>
      (await emulator.autocomplete(`/${command} name:${input}`)).map(({ value }) => value)
    expect((await suggestedIds('🇯🇵'))[0], command).toBe('japan')
    expect(await suggestedIds('Hashemite King'), command).toContain('jordan')
    expect(await suggestedIds('austria'), command).not.toContain('australia')
    expect(await suggestedIds('Republic of China'), command).not.toContain('china')
    expect(await suggestedIds('Tibet'), command).toEqual([])
  }
})

test('a disambiguation menu shows the alias that matched', async () => {
  const menu = await emulator.runCommand('/about name:republik of korea')
  expect(JSON.stringify(messageIn(menu).components)).toContain('Country, also called Republic of Korea')
  const nothing = await emulator.runCommand('/about name:Tibet')
  expect(renderedText(nothing)).toBe('I found nothing named “Tibet”. The best-known entries:')
})

test('lookups that are not for countries do not suggest those without facts', async () => {
  const names = async (input: string) => (await emulator.autocomplete(input)).map(({ name }) => name)
  for (const command of ['alliance', 'exercise']) {
    for (const text of ['norw', 'Norway', 'nro', 'ma', '🇳🇴'])
      expect((await names(`/${command} name:${text}`)).join(), command).not.toContain('(no facts)')
    expect(headingOf(await emulator.runCommand(`/${command} name:Norway`)), command).toBe('🇳🇴 Norway')
  }
  expect(await names('/about name:norw')).toEqual(['Norway (no facts)'])
  expect((await names('/about name:ma')).at(0)).not.toContain('(no facts)')
})

test('with as_of, a country has only the relationships published by then', async () => {
  const seen = await emulator.runCommand('/country name:Japan as_of:Aug 5, 2020')
  expect(renderedText(seen)).toContain('-# Looking back to Aug 5, 2020 · ')
  expect(renderedText(seen)).toContain('Named as the buyer in the possible F-35 sale to Japan (2020).')
  expect(renderedText(seen)).not.toMatch(/Quad|A treaty ally/)
  const later = await emulator.clickButton(await emulator.clickButton(seen, 'More'), 'Later: September 2021')
  expect(renderedText(later)).toContain('Quad')
})

test('a former member of an alliance is not an ally and is not listed among current members', async () => {
  const former = renderedText(await ofSample.runCommand('/country name:Chile'))
  expect(former).toContain('A former member of the Harbor League.')
  expect(former).toContain('**Not stated** whether a treaty makes it a U.S. ally')
  const current = renderedText(await ofSample.runCommand('/country name:Norway'))
  expect(current).toContain('A member of the Harbor League.')
  expect(current).not.toContain('Chile')
})
