import { expect, test, vi } from 'vitest'
import { fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator, log } = await startTestBot()

test('/alliance NATO shows a sourced, dated card', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(messageIn(seen).content).toBe(
    '**NATO** is an alliance and an organization. ' +
      'Members: 31 countries besides the United States, by an article dated in or after 2024 (inferred); founded: 1949.',
  )
  expect(fieldValue(seen, 'Founded')).toMatch(/^1949 [⁰¹²³⁴⁵⁶⁷⁸⁹]+$/u)
  expect(fieldValue(seen, 'Based on a treaty')).toMatch(/^yes /)
  expect(fieldValue(seen, 'Sources')).toContain(
    '*[Alliances and partnerships explained]*, February – December 2019 (inferred)',
  )
})

test('if the articles differ on NATO’s size, both counts are shown with their dates, newest first', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO')
  const members = fieldValue(seen, 'Members · the counts differ over time')?.replaceAll(
    / [⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu,
    '',
  )
  expect(members?.split('\n').slice(0, 4)).toEqual([
    '**31 countries besides the United States**',
    '-# by an article dated in or after 2024 (inferred)',
    '**28 countries besides the United States**',
    '-# by an article dated February – December 2019 (inferred)',
  ])
})

test('the AUKUS card shows what each article calls it', async () => {
  const seen = await emulator.runCommand('/alliance name:AUKUS')
  expect(messageIn(seen).content).toContain(
    '**AUKUS**: the articles differ; both call it a partnership, one also calls it an alliance and a security pact.',
  )
  const text = renderedText(seen)
  expect(text).toMatch(
    /\*Strengthening Security: Military Partnerships in the Pacific\*, in or after September 2021 .*, calls it\na partnership, an alliance and a security pact /,
  )
  expect(fieldValue(seen, 'Members')).toMatch(
    /^🇦🇺 Australia · 🇬🇧 United Kingdom · 🇺🇸 United States [⁰¹²³⁴⁵⁶⁷⁸⁹]+$/u,
  )
  expect(fieldValue(seen, 'Announced')).toMatch(/^2021 /)
  expect(fieldValue(seen, 'Founded')).toMatch(/^September 2021 /)
})

test.each([
  ['ANZUS', 'Founded'],
  ['Quad', 'Based on a treaty'],
])('what no article says of %s is not stated: %s', async (name, field) => {
  expect(fieldValue(await emulator.runCommand(`/alliance name:${name}`), field)).toBe('not stated')
})

test('everything that no article states is summarized in one line', async () => {
  expect(fieldValue(await emulator.runCommand('/alliance name:NORAD'), 'Not stated')).toBe(
    'purpose, obligations',
  )
})

test('a month whose year the article does not give is shown without a year', async () => {
  expect(fieldValue(await emulator.runCommand('/alliance name:IMSC'), 'Founded')).toMatch(
    /^September \(year not stated\) /,
  )
})

test('an ephemeral card is visible only to the requester', async () => {
  expect(await emulator.runCommand('/alliance name:NATO private:true')).toMatchObject({
    type: 'message',
    ephemeral: true,
  })
})

test.each(['n.a.t.o.', 'North Atlantic Treaty Organization', 'nato', ' NATO '])(
  '%j opens NATO',
  async (name) => {
    expect(messageIn(await emulator.runCommand(`/alliance name:"${name}"`)).embeds[0]?.title).toBe('NATO')
  },
)

test('an exact exercise name opens too', async () => {
  const seen = await emulator.runCommand('/alliance name:Talisman Sabre')
  expect(messageIn(seen).content).toMatch(/^\*\*Talisman Sabre\*\* is an exercise/)
})

test('autocomplete suggests exact names first, then names and words that start with the input', async () => {
  const names = async (input: string) =>
    (await emulator.autocomplete(`/alliance name:${input}`)).map(({ name }) => name)
  expect((await names('nato'))[0]).toBe('NATO')
  expect((await names('auk'))[0]).toBe('AUKUS')
  expect((await names('morocc'))[0]).toContain('Morocc')
  expect(await names('zzz')).toEqual([])
  expect(await names('')).toContain('ANZUS')
})

test('an autocomplete choice opens its entity', async () => {
  const [choice] = await emulator.autocomplete('/alliance name:pacific part')
  const seen = await emulator.runCommand(`/alliance name:${choice?.value ?? ''}`)
  expect(messageIn(seen).embeds[0]?.title).toBe('Pacific Partnership')
})

test('an unknown name gets an ephemeral menu, and the choice is posted publicly', async () => {
  const menu = await emulator.runCommand('/alliance name:norat')
  expect(menu).toMatchObject({ type: 'message', ephemeral: true })
  expect(messageIn(menu).content).toMatch(
    /^I found nothing named “norat”\. Did you mean NORAD, .* or NATO\?$/,
  )
  const picked = await emulator.select(menu, 'NATO')
  expect(picked).toMatchObject({ type: 'updated', message: { content: 'Posted.', components: [] } })
  const posted = await emulator.nextResponse(picked)
  expect(posted).toMatchObject({ type: 'message', ephemeral: false })
  expect(messageIn(posted).embeds[0]?.title).toBe('NATO')
})

test('after an ephemeral lookup the choice replaces the menu', async () => {
  const menu = await emulator.runCommand('/alliance name:norat private:true')
  const picked = await emulator.select(menu, 'NATO')
  expect(picked).toMatchObject({ type: 'updated', ephemeral: true })
  expect(messageIn(picked).embeds[0]?.title).toBe('NATO')
})

test('an ambiguous name opens a menu', async () => {
  const menu = await emulator.runCommand('/alliance name:trilateral cooperation')
  expect(messageIn(menu).content).toContain('matches several entries. Which one do you mean?')
})

test.each([
  '@everyone',
  '<@100000000000000001>',
  '**bold** [x](http://example.com)',
  '`````',
  '\u202Eoffensive',
  '😀'.repeat(50),
])('hostile input %j is escaped and never pings', async (input) => {
  const seen = await emulator.runCommand(`/alliance name:"${input}"`)
  expect(seen).toMatchObject({
    type: 'message',
    ephemeral: true,
    message: { mentions: [], mention_everyone: false },
  })
  expect(messageIn(seen).content).not.toMatch(/(?<!\\)\*\*bold|(?<!\\)\]\(|(?<!\\)<@|\u202E/)
})

test('the requester turns the page in place; anyone else gets the page ephemerally', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  const turned = await emulator.clickButton(card, 'More facts')
  expect(turned).toMatchObject({ type: 'updated', ephemeral: false })
  expect(renderedText(turned)).toContain('Page 2 of')
  const others = await emulator.as('moderator').clickButton(turned, 'Next')
  expect(others).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(others)).toContain('Page 3 of')
  expect(renderedText(await emulator.clickButton(turned, 'Previous'))).toContain('Page 1 of')
})

test('the log has one line per interaction and no user input', async () => {
  const interactions = () => log.filter(({ msg }) => msg === 'interaction')
  await vi.waitFor(() => expect(interactions()).toHaveLength(emulator.log.interactions.length))
  const before = log.length
  await emulator.runCommand('/alliance name:something secret typed')
  const lines = await vi.waitUntil(() => log.length > before && log.slice(before))
  expect(lines).toMatchObject([{ msg: 'interaction', command: 'alliance', kind: 'command', outcome: 'ok' }])
  expect(Object.keys(lines[0] ?? {}).sort()).toEqual([
    'command',
    'id',
    'kind',
    'level',
    'ms',
    'msg',
    'outcome',
    'time',
  ])
  expect(JSON.stringify(log)).not.toContain('secret typed')
  expect(JSON.stringify(log)).not.toContain(emulator.token)
})
