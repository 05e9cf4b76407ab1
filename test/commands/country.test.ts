import { afterAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collectPages, fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { sampleWith, writeFiles } from '../fixtures/sample-data.ts'
import type { ObservedResponse } from 'discord-emulator'

const { emulator } = await startTestBot()

/** A bot whose articles mention a former member of an alliance. */
const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
const formerly = `  - id: league-chile
    entity: harbor-league
    attribute: member
    value: chile
    statement: Chile belonged to the Harbor League.
    role: former
    section: News
`
writeFiles(
  dataDirectory,
  sampleWith('articles/gazette.yaml', '  - id: league-ports', `${formerly}  - id: league-ports`),
)
const { emulator: ofSample } = await startTestBot({ dataDirectory })

const title = (seen: ObservedResponse) => messageIn(seen).embeds[0]?.title
const lines = (seen: ObservedResponse) =>
  (messageIn(seen).embeds[0]?.description ?? '')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/ [⁰¹²³⁴⁵⁶⁷⁸⁹⁻ ]+$/gmu, '')
    .split('\n')

test('the relationships of Australia are listed by kind, with partners and sources', async () => {
  const seen = await emulator.runCommand('/country name:Australia')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(messageIn(seen).content).toBe(
    '**Australia** is a country. Treaty ally: ANZUS; ally or partner (the articles differ): AUKUS; partner: Quad; ' +
      'other ties: U.S.-Australia cooperation.',
  )
  expect(lines(seen)).toEqual([
    '**Kind:** country',
    '**Treaty ally:** ANZUS, with New Zealand and the United States',
    '**Ally or partner (the articles differ):** AUKUS, with the United Kingdom and the United States',
    '**Partner:** Quad, with the United States, Japan and India',
    '**Other ties:** U.S.-Australia cooperation',
    '**Exercises:** Talisman Sabre, with the United States',
  ])
  expect(fieldValue(seen, 'Sources')).toContain('February – December 2019 (inferred)')
  const sources = await emulator.clickButton(seen, 'Sources')
  expect(renderedText(sources)).toContain('• New Zealand is named in the full title of ANZUS.')
})

test.each([
  ['Canada', '**Ally:** NORAD, with the United States'],
  ['Lithuania', '**Member of:** International Maritime Security Construct, with the United States'],
  ['Israel', '**Partner:** U.S.-Israel security partnership'],
  ['Belgium', '**Arms sales:** [MK 54 torpedo sale to Belgium]'],
  ['North Macedonia', '**Joining:** NATO'],
  ['Algeria', '**Documents signed:** [U.S.-Algeria defense cooperation MOU]'],
  ['Tonga', 'Pacific Partnership visits'],
])('no article calls %s a treaty ally, and the card shows what they do say', async (name, text) => {
  const seen = await emulator.runCommand(`/country name:${name}`)
  expect(lines(seen)).toContain('**Treaty ally:** not stated')
  expect(renderedText(seen)).toContain(text)
})

test.each([
  ['Finland', '**Treaty ally:** NATO, with the United States'],
  ['Japan', '**Treaty ally:** U.S.-Japan alliance'],
])(
  '%s is a treaty ally because articles call the relationship a treaty-based alliance',
  async (name, line) => {
    expect(lines(await emulator.runCommand(`/country name:${name}`))).toContain(line)
  },
)

test('the relationships of the United States are listed by partner', async () => {
  const pages = await collectPages(emulator, await emulator.runCommand('/country name:America'))
  const text = pages.map(renderedText).join('\n')
  expect(text).toMatch(/\*\*Treaty ally:\*\* NATO .*ANZUS.*U\.S\.-Japan alliance/)
  expect(text).toContain('NORAD, with Canada')
  expect(text).not.toContain('**Treaty ally:** not stated')
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
  ['Burma', '🇲🇲 Myanmar (Burma)'],
  ['Ivory Coast', '🇨🇮 Côte d’Ivoire'],
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
  expect(title(await emulator.runCommand(`/country name:"${input}"`))).toBe(name)
})

test.each([
  ['Korea', ['North Korea', 'South Korea']],
  ['Congo', ['Congo - Brazzaville', 'Congo - Kinshasa']],
])('%s opens a disambiguation menu', async (input, [first = '', second = '']) => {
  const seen = await emulator.runCommand(`/country name:${input} as_of:2022`)
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  expect(messageIn(seen).content).toContain('matches several entries. Which one do you mean?')
  expect(JSON.stringify(messageIn(seen).components)).toContain(first)
  const posted = await emulator.nextResponse(await emulator.select(seen, second))
  expect(posted).toMatchObject({ type: 'message', ephemeral: false })
  expect(title(posted)).toContain(second)
})

test('a country that no article mentions gets a friendly note and suggestions of mentioned countries', async () => {
  const seen = await emulator.runCommand('/country name:Norway')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(messageIn(seen).content).toBe(
    '**Norway**: no article here mentions Norway, so its ties are not stated. That does not mean that it has none.',
  )
  expect(title(seen)).toBe('🇳🇴 Norway')
  expect(title(await emulator.select(seen, 'Japan'))).toBe('🇯🇵 Japan')
  const shared = await emulator.runCommand('/country name:Norway private:true')
  expect(title(await emulator.nextResponse(await emulator.clickButton(shared, 'Share')))).toBe('🇳🇴 Norway')
})

test('every lookup command shows the same card of a country', async () => {
  const embeds = async (input: string) => messageIn(await emulator.runCommand(input)).embeds
  const card = await embeds('/country name:Japan')
  expect(await embeds('/about name:Japan')).toEqual(card)
  expect(await embeds('/alliance name:Japanese')).toEqual(card)
  const nato = await emulator.runCommand('/alliance name:NATO')
  expect(messageIn(await emulator.select(nato, 'United States')).embeds).toEqual(
    await embeds('/country name:US'),
  )
  expect(await embeds('/about name:Norway')).toEqual(await embeds('/country name:Norway'))
})

test('any other exact name opens too, and an unknown name gets a menu of countries', async () => {
  expect(title(await emulator.runCommand('/country name:NATO'))).toBe('NATO')
  const menu = await emulator.runCommand('/country name:norwya')
  expect(menu).toMatchObject({ type: 'message', ephemeral: true })
  const posted = await emulator.nextResponse(await emulator.select(menu, 'Norway'))
  expect(title(posted)).toBe('🇳🇴 Norway')
  const unknown = await emulator.runCommand('/country name:zzzz')
  expect(messageIn(unknown).content).toBe('I found nothing named “zzzz”. The best-known entries:')
})

test('autocomplete suggests mentioned countries first, then others, and marks those that no article mentions', async () => {
  const names = async (input: string) =>
    (await emulator.autocomplete(`/country name:${input}`)).map(({ name }) => name)
  expect((await names('')).slice(0, 2)).toEqual(['United States', 'Japan'])
  expect(await names('')).not.toContain('Norway (in no article)')
  const so = await names('so')
  expect(so.indexOf('South Korea')).toBeGreaterThanOrEqual(0)
  expect(so.indexOf('South Korea')).toBeLessThan(so.indexOf('South Africa (in no article)'))
  expect((await names('burma'))[0]).toBe('Myanmar (Burma) (in no article)')
  expect((await names('rok'))[0]).toBe('ROK → South Korea')
  expect((await names('chinese taipei'))[0]).toBe('Chinese Taipei → Taiwan (in no article)')
  expect((await names('🇯🇵'))[0]).toBe('🇯🇵 → Japan')
  expect((await names('Scotl'))[0]).toBe('Scotland → United Kingdom')
  expect((await names('niger'))[0]).toBe('Niger (in no article)')
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
  expect(messageIn(nothing).content).toBe('I found nothing named “Tibet”. The best-known entries:')
})

test('other lookups do not suggest countries that no article mentions', async () => {
  expect(JSON.stringify(await emulator.autocomplete('/alliance name:norw'))).not.toContain('Norway')
})

test('with as_of, a country has only the relationships published by then', async () => {
  const seen = await emulator.runCommand('/country name:Japan as_of:Aug 5, 2020')
  expect(messageIn(seen).content).toBe(
    'Looking back to Aug 5, 2020: **Japan** is a country. Arms sales: [Possible F-35 sale to Japan].',
  )
  expect(lines(seen)).toContain('**Treaty ally:** not stated')
  const later = await emulator.clickButton(seen, 'Later: September 2021')
  expect(renderedText(later)).toContain('Quad')
})

test('a former member of an alliance is not an ally and is not listed among current members', async () => {
  expect(lines(await ofSample.runCommand('/country name:Chile'))).toContain(
    '**Other ties:** Harbor League (former), with Norway',
  )
  expect(lines(await ofSample.runCommand('/country name:Norway'))).toContain('**Ally:** Harbor League')
})
