import { expect, test, vi } from 'vitest'
import { fieldValue, headingOf, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator, log } = await startTestBot()

test('/alliance NATO shows a short, sourced, dated answer', async () => {
  const seen = await emulator.runCommand('/alliance name:NATO')
  expect(seen).toMatchObject({ type: 'message', ephemeral: false })
  expect(renderedText(seen).split('\n')).toEqual([
    '### NATO · alliance',
    'An alliance of 31 countries besides the United States (2024 or later), founded in 1949, sealed by a treaty. ¹',
    '**Members** 🇫🇮 Finland · 🇸🇪 Sweden · 🇺🇸 United States; 29 are not named ¹',
    '**Earlier** 28 countries besides the United States (2019) ²',
    '**Promise** Mutual defense ¹',
    '**Region** Europe ¹',
    '-# ¹ U.S. alliances and the DoD, 2024 or later · ² Alliances explained, 2019',
  ])
})

test('the AUKUS card says what the articles call it, and More which article does', async () => {
  const seen = await emulator.runCommand('/alliance name:AUKUS')
  expect(renderedText(seen)).toContain(
    'A partnership of Australia, the United Kingdom and the United States, founded in September 2021. ' +
      'One article also calls it an alliance.',
  )
  expect(renderedText(await emulator.clickButton(seen, 'More'))).toMatch(
    /AUKUS is called a significant military alliance\.\n(• .*\n)*-# Strengthening Security: .* · AUKUS Partnership · in or after September 2021/,
  )
})

test.each([
  ['ANZUS', 'a duty to defend each other · when it was founded'],
  ['Quad', 'whether a treaty seals it · a duty to defend each other · when it was founded'],
  ['NORAD', 'whether a treaty seals it · a duty to defend each other · when it was founded'],
])('what no article states of %s is one line', async (name, text) => {
  expect(fieldValue(await emulator.runCommand(`/alliance name:${name}`), 'Not stated')).toBe(text)
})

test('a month whose year the article does not give is shown without a year', async () => {
  expect(renderedText(await emulator.runCommand('/alliance name:IMSC'))).toContain(
    'founded in September (year not stated).',
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
    expect(headingOf(await emulator.runCommand(`/alliance name:"${name}"`))).toBe('NATO')
  },
)

test('an exact exercise name opens too', async () => {
  const seen = await emulator.runCommand('/alliance name:Talisman Sabre')
  expect(renderedText(seen)).toMatch(/^### Talisman Sabre · exercise$/m)
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
  expect(headingOf(seen)).toBe('Pacific Partnership')
})

test('an unknown name gets an ephemeral menu, and the choice is posted publicly', async () => {
  const menu = await emulator.runCommand('/alliance name:norat')
  expect(menu).toMatchObject({ type: 'message', ephemeral: true })
  expect(renderedText(menu)).toMatch(/^I found nothing named “norat”\. Did you mean NORAD, .* or NATO\?$/)
  const picked = await emulator.select(menu, 'NATO')
  expect(picked).toMatchObject({ type: 'updated', ephemeral: true })
  expect(renderedText(picked)).toBe('Posted.')
  const posted = await emulator.nextResponse(picked)
  expect(posted).toMatchObject({ type: 'message', ephemeral: false })
  expect(headingOf(posted)).toBe('NATO')
})

test('after an ephemeral lookup the choice replaces the menu', async () => {
  const menu = await emulator.runCommand('/alliance name:norat private:true')
  const picked = await emulator.select(menu, 'NATO')
  expect(picked).toMatchObject({ type: 'updated', ephemeral: true })
  expect(headingOf(picked)).toBe('NATO')
})

test('an ambiguous name opens a menu', async () => {
  const menu = await emulator.runCommand('/alliance name:trilateral cooperation')
  expect(renderedText(menu)).toContain('matches several entries. Which one do you mean?')
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
  expect(renderedText(seen)).not.toMatch(/(?<!\\)\*\*bold|(?<!\\)\]\(|(?<!\\)<@|\u202E/)
})

test('More opens ephemerally for whoever asks, and turns its pages in place', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  for (const user of [emulator, emulator.as('moderator')]) {
    const more = await user.clickButton(card, 'More')
    expect(more).toMatchObject({ type: 'message', ephemeral: true })
    expect(renderedText(more)).toMatch(/^-# Page 1 of 1\d · /m)
    const next = await user.clickButton(more, 'Next')
    expect(next).toMatchObject({ type: 'updated', ephemeral: true })
    expect(renderedText(next)).toMatch(/^-# Page 2 of 1\d · /m)
    expect(renderedText(await user.clickButton(next, 'Previous'))).toMatch(/^-# Page 1 of 1\d · /m)
  }
})

test('a topic of More opens the page on which it begins', async () => {
  const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
  const history = await emulator.select(more, 'History')
  expect(history).toMatchObject({ type: 'updated', ephemeral: true })
  expect(renderedText(history)).toContain('\n**History**\n')
})

test('a page of More is shared with everyone', async () => {
  const more = await emulator.clickButton(await emulator.runCommand('/alliance name:NATO'), 'More')
  const second = await emulator.clickButton(more, 'Next')
  const shared = await emulator.nextResponse(await emulator.clickButton(second, 'Share'))
  expect(shared).toMatchObject({ type: 'message', ephemeral: false })
  expect(renderedText(shared)).toMatch(/^-# Page 2 of 1\d · /m)
})

test('the log has one line per interaction and no user input', async () => {
  const interactions = () => log.filter(({ msg }) => msg === 'interaction')
  await vi.waitFor(() => expect(interactions()).toHaveLength(emulator.log.interactions.length), 10_000)
  const before = log.length
  await emulator.runCommand('/alliance name:something secret typed')
  const lines = await vi.waitUntil(() => log.length > before && log.slice(before), 10_000)
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
