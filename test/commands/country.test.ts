import { afterAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collectPages, fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { sampleWith, writeFiles } from '../fixtures/sample-data.ts'
import type { ObservedResponse } from 'discord-emulator'

const { emulator } = await startTestBot()

/** A bot whose articles tell of who was once in an alliance. */
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

test('what ties has Australia? kind by kind, with whom, each with its sources', async () => {
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
])('%s is called no treaty ally by any article, and what is said of it stands there', async (name, told) => {
  const seen = await emulator.runCommand(`/country name:${name}`)
  expect(lines(seen)).toContain('**Treaty ally:** not stated')
  expect(renderedText(seen)).toContain(told)
})

test.each([
  ['Finland', '**Treaty ally:** NATO, with the United States'],
  ['Japan', '**Treaty ally:** U.S.-Japan alliance'],
])(
  '%s is a treaty ally, since articles call the tie an alliance that rests on a treaty',
  async (name, line) => {
    expect(lines(await emulator.runCommand(`/country name:${name}`))).toContain(line)
  },
)

test('the United States has its ties by the names of the others', async () => {
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
])('%s is the country %s', async (typed, name) => {
  expect(title(await emulator.runCommand(`/country name:"${typed}"`))).toBe(name)
})

test.each([
  ['Korea', ['North Korea', 'South Korea']],
  ['Congo', ['Congo - Brazzaville', 'Congo - Kinshasa']],
])('%s asks which', async (typed, [one = '', other = '']) => {
  const seen = await emulator.runCommand(`/country name:${typed} as_of:2022`)
  expect(seen).toMatchObject({ type: 'message', ephemeral: true })
  expect(messageIn(seen).content).toContain('matches several entries. Which one do you mean?')
  expect(JSON.stringify(messageIn(seen).components)).toContain(one)
  const posted = await emulator.nextResponse(await emulator.select(seen, other))
  expect(posted).toMatchObject({ type: 'message', ephemeral: false })
  expect(title(posted)).toContain(other)
})

test('a country that no article mentions says so kindly, and offers those that they speak of', async () => {
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

test('a country has the same card wherever it is asked for', async () => {
  const embeds = async (typed: string) => messageIn(await emulator.runCommand(typed)).embeds
  const card = await embeds('/country name:Japan')
  expect(await embeds('/about name:Japan')).toEqual(card)
  expect(await embeds('/alliance name:Japanese')).toEqual(card)
  const nato = await emulator.runCommand('/alliance name:NATO')
  expect(messageIn(await emulator.select(nato, 'United States')).embeds).toEqual(
    await embeds('/country name:US'),
  )
  expect(await embeds('/about name:Norway')).toEqual(await embeds('/country name:Norway'))
})

test('anything else that is typed exactly opens too, and what is not known gets a menu of countries', async () => {
  expect(title(await emulator.runCommand('/country name:NATO'))).toBe('NATO')
  const near = await emulator.runCommand('/country name:norwya')
  expect(near).toMatchObject({ type: 'message', ephemeral: true })
  const posted = await emulator.nextResponse(await emulator.select(near, 'Norway'))
  expect(title(posted)).toBe('🇳🇴 Norway')
  const unknown = await emulator.runCommand('/country name:zzzz')
  expect(messageIn(unknown).content).toBe('I found nothing named “zzzz”. The best-known entries:')
})

test('autocomplete offers the countries of the articles first, then others, and says which are in none', async () => {
  const names = async (typed: string) =>
    (await emulator.autocomplete(`/country name:${typed}`)).map(({ name }) => name)
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

test('flags and other names of its countries complete in every lookup, and no country in place of another', async () => {
  for (const command of ['alliance', 'about', 'exercise']) {
    const offered = async (typed: string) =>
      (await emulator.autocomplete(`/${command} name:${typed}`)).map(({ value }) => value)
    expect((await offered('🇯🇵'))[0], command).toBe('japan')
    expect(await offered('Hashemite King'), command).toContain('jordan')
    expect(await offered('austria'), command).not.toContain('australia')
    expect(await offered('Republic of China'), command).not.toContain('china')
    expect(await offered('Tibet'), command).toEqual([])
  }
})

test('a menu of names says by which of them a thing was found', async () => {
  const near = await emulator.runCommand('/about name:republik of korea')
  expect(JSON.stringify(messageIn(near).components)).toContain('Country, also called Republic of Korea')
  const nothing = await emulator.runCommand('/about name:Tibet')
  expect(messageIn(nothing).content).toBe('I found nothing named “Tibet”. The best-known entries:')
})

test('other lookups do not offer countries that no article mentions', async () => {
  expect(JSON.stringify(await emulator.autocomplete('/alliance name:norw'))).not.toContain('Norway')
})

test('looking back, a country has the ties that had been told of by then', async () => {
  const seen = await emulator.runCommand('/country name:Japan as_of:Aug 5, 2020')
  expect(messageIn(seen).content).toBe(
    'Looking back to Aug 5, 2020: **Japan** is a country. Arms sales: [Possible F-35 sale to Japan].',
  )
  expect(lines(seen)).toContain('**Treaty ally:** not stated')
  const later = await emulator.clickButton(seen, 'Later: September 2021')
  expect(renderedText(later)).toContain('Quad')
})

test('who was once in an alliance is no ally by that, and is not named beside those who are in it', async () => {
  expect(lines(await ofSample.runCommand('/country name:Chile'))).toContain(
    '**Other ties:** Harbor League (former), with Norway',
  )
  expect(lines(await ofSample.runCommand('/country name:Norway'))).toContain('**Ally:** Harbor League')
})
