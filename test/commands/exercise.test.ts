import { expect, test } from 'vitest'
import { fieldValue, headingOf, startTestBot, renderedText } from '../helpers/test-bot.ts'

const { emulator } = await startTestBot()

test('an exercise shows who, where and what for, and what is not stated', async () => {
  const seen = await emulator.runCommand('/exercise name:Talisman Sabre')
  expect(renderedText(seen)).toMatch(
    /^### Talisman Sabre · exercise\nA multilateral exercise of Australia and the United States in the Pacific\.\n/,
  )
  expect(fieldValue(seen, 'For')).toMatch(/^Rapport among allied nations · /)
  expect(fieldValue(seen, 'Not stated')).toBe('who leads it · when it is held')
})

test('an exercise whose participants no article names says so', async () => {
  const seen = await emulator.runCommand('/exercise name:RIMPAC')
  expect(renderedText(seen)).toContain('The articles name no countries that take part.')
  expect(renderedText(await emulator.clickButton(seen, 'More'))).toMatch(
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

test('see also, in More, links an exercise to its alliance and back', async () => {
  const exercise = await emulator.runCommand('/exercise name:Nordic Response 24 private:true')
  const alliance = await emulator.select(await emulator.clickButton(exercise, 'More'), 'NATO')
  expect(alliance).toMatchObject({ type: 'updated', ephemeral: true })
  expect(headingOf(alliance)).toBe('NATO')
  const back = await emulator.select(await emulator.clickButton(alliance, 'More'), 'Nordic Response 24')
  expect(headingOf(back)).toBe('Nordic Response 24')
})

test('More of a posted card is shown only to the user who asks for it', async () => {
  const card = await emulator.runCommand('/exercise name:Nordic Response 24')
  const more = await emulator.as('moderator').clickButton(card, 'More')
  expect(more).toMatchObject({ type: 'message', ephemeral: true })
  expect(headingOf(await emulator.as('moderator').select(more, 'NATO'))).toBe('NATO')
})

test('other kinds of things open too', async () => {
  const seen = await emulator.runCommand('/exercise name:Canada')
  expect(renderedText(seen)).toContain('An ally of the United States through NORAD.')
  expect(renderedText(await emulator.clickButton(seen, 'More'))).toContain(
    'Alliances and partnerships explained',
  )
})

test('see also links NATO to its commander, to the war behind that position, and back', async () => {
  let seen = await emulator.runCommand('/alliance name:NATO private:true')
  for (const name of ['Supreme Allied Commander Europe', 'Korean War', 'NATO']) {
    seen = await emulator.select(await emulator.clickButton(seen, 'More'), name)
    expect(headingOf(seen)).toBe(name)
  }
})
