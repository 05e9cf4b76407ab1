// The courtesy limit: ten answers at once, one back every three seconds, for each user by themselves.
import { expect, test } from 'vitest'
import { createCourtesy, usualCourtesy } from '../src/courtesy.ts'
import { messageIn, runBot } from './running-bot.ts'

let clock = Date.parse('2026-06-01T12:00:00Z')
const { sandbox } = await runBot({ courtesy: {}, now: () => new Date(clock) })
const refusal = /^That is a lot in a short time\. Ask again in (a second|\d+ seconds)\.$/

test('ten at once, then one every three seconds, and never more than ten', () => {
  const { take } = createCourtesy(usualCourtesy)
  const at = (seconds: number) => new Date(seconds * 1000)
  const taken = (seconds: number) => take('a', at(seconds))
  for (let count = 0; count < 10; count++) expect(taken(100)).toBe(0)
  expect(taken(100)).toBe(3000)
  expect(taken(101)).toBe(2000)
  expect(take('b', at(101))).toBe(0)
  expect(taken(103)).toBe(0)
  expect(taken(103)).toBe(3000)
  for (let count = 0; count < 10; count++) expect(taken(1000)).toBe(0)
  expect(taken(1000)).toBe(3000)
})

test('is held with a hundred thousand users at once', () => {
  const { take } = createCourtesy({ atOnce: 1, everyMs: 3000 })
  const now = new Date(0)
  for (let user = 0; user < 100_000; user++) expect(take(String(user), now)).toBe(0)
  expect(take('99999', now)).toBe(3000)
  // Who asked longest ago was forgotten.
  expect(take('0', now)).toBe(0)
})

test('over it a user is told when to come back, and can then', async () => {
  const card = await sandbox.run('/alliance name:NATO')
  for (let count = 0; count < 9; count++)
    expect(await sandbox.click(card, 'Sources')).toMatchObject({ type: 'message' })
  const told = await sandbox.run('/alliance name:NATO')
  expect(told).toMatchObject({ private: true })
  expect(messageIn(told).content).toBe('That is a lot in a short time. Ask again in 3 seconds.')
  expect(messageIn(await sandbox.click(card, 'More facts')).content).toMatch(refusal)
  expect((await sandbox.complete('/alliance name:nat')).length).toBeGreaterThan(0)
  expect(messageIn(await sandbox.as('moderator').run('/alliance name:NATO')).content).not.toMatch(refusal)
  clock += 3000
  expect(messageIn(await sandbox.run('/alliance name:NATO')).content).not.toMatch(refusal)
})

test('a moderator may tidy up more than that, and operators may work', async () => {
  const moderator = sandbox.as('moderator')
  const cards = []
  for (let count = 0; count < 15; count++) {
    clock += 3000
    cards.push(await sandbox.run('/alliance name:NORAD'))
  }
  for (const card of cards) expect(await moderator.click(card, 'Delete')).toMatchObject({ type: 'deleted' })
  for (let count = 0; count < 15; count++)
    expect(messageIn(await sandbox.as('operator').run('/admin history')).content).not.toMatch(refusal)
})
