import { expect, test } from 'vitest'
import { fieldValue, messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot()

test('an exercise shows its participants, location and purpose, and what is not stated', async () => {
  const seen = await emulator.runCommand('/exercise name:Talisman Sabre')
  expect(messageIn(seen).content).toBe(
    '**Talisman Sabre** is an exercise. Participants: the United States and Australia.',
  )
  expect(fieldValue(seen, 'Participants')).toMatch(/^Named: 🇺🇸 United States · 🇦🇺 Australia [⁰¹²³⁴⁵⁶⁷⁸⁹]+\n/u)
  expect(fieldValue(seen, 'Not stated')).toBe('led by, domain, held')
  expect(fieldValue(seen, 'Region')).toMatch(/^Pacific /)
})

test('unnamed countries are described in the article’s words', async () => {
  expect(fieldValue(await emulator.runCommand('/exercise name:RIMPAC'), 'Participants')).toMatch(
    /several countries that are not named/i,
  )
})

test('an exercise without a name has a descriptive one in square brackets', async () => {
  const choices = await emulator.autocomplete('/exercise name:first joint')
  expect(choices[0]?.name).toMatch(/^\[.*\]$/)
})

test('operations and missions are suggested too', async () => {
  const names = (await emulator.autocomplete('/exercise name:pacific')).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Pacific Partnership', 'Operation Pacific Angel']))
})

test('a mission that is also called a partnership is suggested by both commands', async () => {
  for (const command of ['alliance', 'exercise']) {
    const [first] = await emulator.autocomplete(`/${command} name:pacific part`)
    expect(first?.name).toBe('Pacific Partnership')
  }
})

test('see also links an exercise to its alliance and back', async () => {
  const exercise = await emulator.runCommand('/exercise name:Nordic Response 24 private:true')
  const alliance = await emulator.select(exercise, 'NATO')
  expect(alliance).toMatchObject({ type: 'updated' })
  expect(messageIn(alliance).embeds[0]?.title).toBe('NATO')
  const back = await emulator.select(alliance, 'Nordic Response 24')
  expect(messageIn(back).embeds[0]?.title).toBe('Nordic Response 24')
})

test('someone else’s choice in see also is shown to them ephemerally', async () => {
  const card = await emulator.runCommand('/exercise name:Nordic Response 24')
  expect(await emulator.as('moderator').select(card, 'NATO')).toMatchObject({
    type: 'message',
    ephemeral: true,
  })
})

test('an entity without facts of its own is described by facts about others', async () => {
  const seen = await emulator.runCommand('/exercise name:Canada')
  expect(renderedText(seen)).toContain('**Ally:** NORAD, with the United States')
  expect(renderedText(seen)).toContain('Alliances and partnerships explained')
})

test('see also links NATO to its commander, to the war behind that position, and back', async () => {
  let seen = await emulator.runCommand('/alliance name:NATO')
  for (const name of ['Supreme Allied Commander Europe', 'Korean War', 'NATO']) {
    seen = await emulator.select(seen, name)
    expect(messageIn(seen).embeds[0]?.title).toBe(name)
  }
})

test('a comparison links to the compared entities and to related ones', async () => {
  const compared = await emulator.runCommand('/compare first:NATO second:AUKUS')
  expect(messageIn(await emulator.select(compared, 'Australia')).embeds[0]?.title).toContain('Australia')
})
