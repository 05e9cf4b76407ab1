// The rate limit: ten answers at once, one back every three seconds, for each user by themselves.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createRateLimiter, defaultRateLimit } from '../../src/bot/rate-limiter.ts'
import type { ObservedResponse } from 'discord-emulator'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'

let clock = Date.parse('2026-06-01T12:00:00Z')
const { emulator, log, databaseDirectory } = await startTestBot({
  rateLimit: {},
  now: () => new Date(clock),
  monotonicMs: () => clock,
})
const refusal = /^You're going too fast\. Try again in (a second|\d+ seconds)\.$/

test('ten at once, then one every three seconds, and never more than ten', () => {
  let time = 0
  const { consume } = createRateLimiter(defaultRateLimit, () => time)
  const taken = (seconds: number, user = 'a') => {
    time = seconds * 1000
    return consume(user)
  }
  for (let count = 0; count < 10; count++) expect(taken(100)).toBe(0)
  expect(taken(100)).toBe(3000)
  expect(taken(101)).toBe(2000)
  expect(taken(101, 'b')).toBe(0)
  expect(taken(103)).toBe(0)
  expect(taken(103)).toBe(3000)
  for (let count = 0; count < 10; count++) expect(taken(1000)).toBe(0)
  expect(taken(1000)).toBe(3000)
})

test('is held with a hundred thousand users at once', () => {
  const { consume } = createRateLimiter({ burst: 1, intervalMs: 3000 }, () => 0)
  for (let user = 0; user < 100_000; user++) expect(consume(String(user))).toBe(0)
  expect(consume('99999')).toBe(3000)
  // Who asked longest ago was forgotten.
  expect(consume('0')).toBe(0)
})

test('over it a user is told when to come back, and can then', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  for (let count = 0; count < 9; count++)
    expect(await emulator.clickButton(card, 'Sources')).toMatchObject({ type: 'message' })
  const told = await emulator.runCommand('/alliance name:NATO')
  expect(told).toMatchObject({ ephemeral: true })
  expect(messageIn(told).content).toBe("You're going too fast. Try again in 3 seconds.")
  expect(messageIn(await emulator.clickButton(card, 'More facts')).content).toMatch(refusal)
  expect((await emulator.autocomplete('/alliance name:nat')).length).toBeGreaterThan(0)
  expect(messageIn(await emulator.as('moderator').runCommand('/alliance name:NATO')).content).not.toMatch(
    refusal,
  )
  clock += 3000
  expect(messageIn(await emulator.runCommand('/alliance name:NATO')).content).not.toMatch(refusal)
})

test('a moderator may tidy up more than that, and operators may work', async () => {
  const moderator = emulator.as('moderator')
  const cards = []
  for (let count = 0; count < 15; count++) {
    clock += 3000
    cards.push(await emulator.runCommand('/alliance name:NORAD'))
  }
  for (const card of cards)
    expect(await moderator.clickButton(card, 'Delete')).toMatchObject({ type: 'deleted' })
  for (let count = 0; count < 15; count++)
    expect(messageIn(await emulator.as('operator').runCommand('/admin history')).content).not.toMatch(refusal)
})

describe('whoever is refused /admin', () => {
  const person = emulator.world.users.administrator
  const administrator = emulator.as('administrator')
  const isTooMuch = (seen: ObservedResponse) => refusal.test(messageIn(seen).content)
  const trail = () => {
    const state = openAppDatabase(databaseDirectory)
    const rows = state.latestAudit(1_000_000).filter(({ actor }) => actor === person.id)
    state.close()
    return rows
  }
  const linesOf = () => log.filter(({ user, level }) => user === person.id && Number(level) >= 40)

  beforeEach(() => {
    clock += 60 * 60_000
  })

  test.each(['/admin reseed', '/admin rollback revision:1'])(
    'has the limit of everyone, one audit row and one line in the log an hour: %s',
    async (typed) => {
      const [rows, lines] = [trail().length, linesOf().length]
      const seen = await Promise.all(Array.from({ length: 30 }, () => administrator.runCommand(typed)))
      expect(seen.filter(isTooMuch)).toHaveLength(20)
      expect(trail()).toHaveLength(rows + 1)
      expect(trail()[0]).toMatchObject({ action: 'denied', count: 10 })
      expect(linesOf()).toHaveLength(lines + 1)
      clock += 3000
      expect(isTooMuch(await administrator.runCommand(typed))).toBe(false)
      expect(trail()[0]).toMatchObject({ count: 11 })
      expect(renderedText(await emulator.as('operator').runCommand('/admin history'))).toContain(
        'denied, 11 times, no operator',
      )
    },
  )

  test('is limited while typing, too', async () => {
    for (let count = 0; count < 12; count++)
      expect(await administrator.autocomplete('/admin rollback revision:')).toEqual([])
    expect(isTooMuch(await administrator.runCommand('/admin status'))).toBe(true)
    expect(isTooMuch(await administrator.runCommand('/alliance name:NATO'))).toBe(true)
  })

  test('makes the bot ask Discord no more than the limit allows, while Discord does not say who may', async () => {
    const calls = () => emulator.log.calls.filter(({ path }) => path === '/applications/@me').length
    // What Discord said is old by now.
    onTestFinished(emulator.faults.failWith(404, { match: /^GET \/applications\/@me/, count: Infinity }))
    const before = calls()
    for (let count = 0; count < 30; count++) await administrator.autocomplete('/admin rollback revision:')
    expect(calls() - before).toBe(10)
  })
})
