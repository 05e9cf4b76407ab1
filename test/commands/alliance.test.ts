import { expect, test, vi } from 'vitest'
import { fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator, log } = await startTestBot()

test('a member asks what NATO is and gets a sourced, dated card', async () => {
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

test('where the articles differ on NATO’s size, both counts stand with their dates, the newest first', async () => {
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

test('is AUKUS an alliance? the card shows what each article calls it', async () => {
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

test('all else that no article states stands in one line', async () => {
  expect(fieldValue(await emulator.runCommand('/alliance name:NORAD'), 'Not stated')).toBe(
    'purpose, obligations',
  )
})

test('a month whose year the article does not give stays without one', async () => {
  expect(fieldValue(await emulator.runCommand('/alliance name:IMSC'), 'Founded')).toMatch(
    /^September \(year not stated\) /,
  )
})

test('a private card is seen by the requester alone', async () => {
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

test('an exercise that was typed exactly opens too', async () => {
  const seen = await emulator.runCommand('/alliance name:Talisman Sabre')
  expect(messageIn(seen).content).toMatch(/^\*\*Talisman Sabre\*\* is an exercise/)
})

test('autocomplete offers exact names first, then names and words that start with the text', async () => {
  const names = async (typed: string) =>
    (await emulator.autocomplete(`/alliance name:${typed}`)).map(({ name }) => name)
  expect((await names('nato'))[0]).toBe('NATO')
  expect((await names('auk'))[0]).toBe('AUKUS')
  expect((await names('morocc'))[0]).toContain('Morocc')
  expect(await names('zzz')).toEqual([])
  expect(await names('')).toContain('ANZUS')
})

test('a choice of autocomplete opens its entity', async () => {
  const [choice] = await emulator.autocomplete('/alliance name:pacific part')
  const seen = await emulator.runCommand(`/alliance name:${choice?.value ?? ''}`)
  expect(messageIn(seen).embeds[0]?.title).toBe('Pacific Partnership')
})

test('an unknown name gets a private menu, and the choice is posted for all', async () => {
  const asked = await emulator.runCommand('/alliance name:norat')
  expect(asked).toMatchObject({ type: 'message', ephemeral: true })
  expect(messageIn(asked).content).toMatch(
    /^I found nothing named “norat”\. Did you mean NORAD, .* or NATO\?$/,
  )
  const picked = await emulator.select(asked, 'NATO')
  expect(picked).toMatchObject({ type: 'updated', message: { content: 'Posted.', components: [] } })
  const posted = await emulator.nextResponse(picked)
  expect(posted).toMatchObject({ type: 'message', ephemeral: false })
  expect(messageIn(posted).embeds[0]?.title).toBe('NATO')
})

test('after a private question the choice replaces the menu', async () => {
  const asked = await emulator.runCommand('/alliance name:norat private:true')
  const picked = await emulator.select(asked, 'NATO')
  expect(picked).toMatchObject({ type: 'updated', ephemeral: true })
  expect(messageIn(picked).embeds[0]?.title).toBe('NATO')
})

test('a name of two things asks which', async () => {
  const asked = await emulator.runCommand('/alliance name:trilateral cooperation')
  expect(messageIn(asked).content).toContain('matches several entries. Which one do you mean?')
})

test.each([
  '@everyone',
  '<@100000000000000001>',
  '**bold** [x](http://example.com)',
  '`````',
  '\u202Eoffensive',
  '😀'.repeat(50),
])('hostile text %j is shown harmlessly and never pings', async (typed) => {
  const seen = await emulator.runCommand(`/alliance name:"${typed}"`)
  expect(seen).toMatchObject({
    type: 'message',
    ephemeral: true,
    message: { mentions: [], mention_everyone: false },
  })
  expect(messageIn(seen).content).not.toMatch(/(?<!\\)\*\*bold|(?<!\\)\]\(|(?<!\\)<@|\u202E/)
})

test('the requester’s press turns the page; anyone else’s gives it to them privately', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  const turned = await emulator.clickButton(card, 'More facts')
  expect(turned).toMatchObject({ type: 'updated', ephemeral: false })
  expect(renderedText(turned)).toContain('Page 2 of')
  const others = await emulator.as('moderator').clickButton(turned, 'Next')
  expect(others).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(others)).toContain('Page 3 of')
  expect(renderedText(await emulator.clickButton(turned, 'Previous'))).toContain('Page 1 of')
})

test('the log has one line an interaction and no typed text', async () => {
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
