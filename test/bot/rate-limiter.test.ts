// The rate limit: a burst of ten answers, refilled by one every three seconds, per user.
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createRateLimiter, defaultRateLimit } from '../../src/bot/rate-limiter.ts'
import type { ObservedResponse } from 'discord-emulator'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { renderedText, startTestBot } from '../helpers/test-bot.ts'

let clock = Date.parse('2026-06-01T12:00:00Z')
const { emulator, log, databaseDirectory } = await startTestBot({
  rateLimit: {},
  now: () => new Date(clock),
  monotonicMs: () => clock,
})
const refusal = /^You're going too fast\. Try again in (a second|\d+ seconds)\.$/

test('allows a burst of ten, then one every three seconds, and never more than ten', () => {
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

test('holds with a hundred thousand concurrent users', () => {
  const { consume } = createRateLimiter({ burst: 1, intervalMs: 3000 }, () => 0)
  for (let user = 0; user < 100_000; user++) expect(consume(String(user))).toBe(0)
  expect(consume('99999')).toBe(3000)
  // The least recently active user was evicted.
  expect(consume('0')).toBe(0)
})

test('a user over the limit is told when to try again, and can then', async () => {
  const card = await emulator.runCommand('/alliance name:NATO')
  for (let count = 0; count < 9; count++)
    expect(await emulator.clickButton(card, 'Sources')).toMatchObject({ type: 'message' })
  const limited = await emulator.runCommand('/alliance name:NATO')
  expect(limited).toMatchObject({ ephemeral: true })
  expect(renderedText(limited)).toBe("You're going too fast. Try again in 3 seconds.")
  expect(renderedText(await emulator.clickButton(card, 'More'))).toMatch(refusal)
  expect((await emulator.autocomplete('/alliance name:nat')).length).toBeGreaterThan(0)
  expect(renderedText(await emulator.as('moderator').runCommand('/alliance name:NATO'))).not.toMatch(refusal)
  clock += 3000
  expect(renderedText(await emulator.runCommand('/alliance name:NATO'))).not.toMatch(refusal)
})

test('moderators deleting cards and operators are not limited', async () => {
  const moderator = emulator.as('moderator')
  const cards = []
  for (let count = 0; count < 15; count++) {
    clock += 3000
    cards.push(await emulator.runCommand('/alliance name:NORAD'))
  }
  for (const card of cards)
    expect(await moderator.clickButton(card, 'Delete')).toMatchObject({ type: 'deleted' })
  for (let count = 0; count < 15; count++)
    expect(renderedText(await emulator.as('operator').runCommand('/admin history'))).not.toMatch(refusal)
})

describe('a user who is refused /admin', () => {
  const refusedUser = emulator.world.users.administrator
  const administrator = emulator.as('administrator')
  const isLimited = (seen: ObservedResponse) => refusal.test(renderedText(seen))
  const trail = async () => {
    const state = openAppDatabase(databaseDirectory)
    const rows = (await state.latestAudit(1_000_000)).filter(({ actor }) => actor === refusedUser.id)
    await state.close()
    return rows
  }
  const linesOf = () => log.filter(({ user, level }) => user === refusedUser.id && Number(level) >= 40)

  beforeEach(() => {
    clock += 60 * 60_000
  })

  test.each(['/admin reseed', '/admin rollback revision:1'])(
    'has the common limit, and one audit row and one log line an hour: %s',
    async (commandLine) => {
      const [rows, lines] = [(await trail()).length, linesOf().length]
      const seen = await Promise.all(Array.from({ length: 30 }, () => administrator.runCommand(commandLine)))
      expect(seen.filter(isLimited)).toHaveLength(20)
      expect(await trail()).toHaveLength(rows + 1)
      expect((await trail())[0]).toMatchObject({ action: 'denied', count: 10 })
      expect(linesOf()).toHaveLength(lines + 1)
      clock += 3000
      expect(isLimited(await administrator.runCommand(commandLine))).toBe(false)
      expect((await trail())[0]).toMatchObject({ count: 11 })
      expect(renderedText(await emulator.as('operator').runCommand('/admin history'))).toContain(
        'denied, 11 times, no operator',
      )
    },
  )

  test('is also limited during autocomplete', async () => {
    for (let count = 0; count < 12; count++)
      expect(await administrator.autocomplete('/admin rollback revision:')).toEqual([])
    expect(isLimited(await administrator.runCommand('/admin status'))).toBe(true)
    expect(isLimited(await administrator.runCommand('/alliance name:NATO'))).toBe(true)
  })

  test('causes no more requests to Discord than the limit allows while Discord does not return the operators', async () => {
    const calls = () => emulator.log.calls.filter(({ path }) => path === '/applications/@me').length
    // The cached operator list has expired by now.
    onTestFinished(emulator.faults.failWith(404, { match: /^GET \/applications\/@me/, count: Infinity }))
    const before = calls()
    for (let count = 0; count < 30; count++) await administrator.autocomplete('/admin rollback revision:')
    expect(calls() - before).toBe(10)
  })
})
