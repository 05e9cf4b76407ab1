// Facts of the day where Discord cannot be reached, where a clock was wrong, and what is told in what order.
import { expect, onTestFinished, test, vi } from 'vitest'
import { pino } from 'pino'
import type { DailyFact } from '../../src/core/stores.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { startDailyFacts, type PostResult } from '../../src/schedule/daily-facts.ts'
import { openRealFacts, temporaryFolder } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const settings = {
  ...{ guildId: '5', channelId: '6', hour: 9, timeZone: 'UTC', userId: '7' },
  nextDue: '2026-06-02T09:00:00.000Z',
}

/** The scheduler on a database of its own; `answer` is what comes of a post. */
function begin(answer: (daily: DailyFact) => PostResult) {
  const { dailyFacts: table, close } = openAppDatabase(temporaryFolder())
  const clock = { now: new Date('2026-06-01T12:00:00Z') }
  const posted: string[] = []
  const outcomes: string[] = []
  const lines: unknown[] = []
  const daily = startDailyFacts({
    dailyFacts: table,
    factsFor: () => facts,
    post: (daily) => {
      const result = answer(daily)
      if (result.outcome === 'posted') posted.push(daily.nextDue)
      return Promise.resolve(result)
    },
    tell: () => Promise.resolve('delivered'),
    record: (outcome) => outcomes.push(outcome),
    log: pino({ level: 'warn' }, { write: (line: string) => lines.push(JSON.parse(line)) }),
    now: () => clock.now,
    random: () => 0,
    checkMs: 5,
  })
  onTestFinished(async () => {
    await daily.close()
    await close()
  })
  return { table, clock, posted, outcomes, lines, start: clock.now }
}

test('what Discord has not seen is tried again, and logged once', async () => {
  let isUp = false
  const { table, clock, posted, outcomes, lines, start } = begin(() =>
    isUp ? { outcome: 'posted' } : { outcome: 'unsent', error: new Error('no connection') },
  )
  await table.set(settings, start)
  clock.now = new Date('2026-06-02T09:00:00Z')
  await vi.waitUntil(() => outcomes.length >= 3, 5000)
  expect(await table.told('5')).toEqual([])
  expect(lines).toMatchObject([{ msg: 'failed to post facts of the day; will retry' }])
  isUp = true
  await vi.waitUntil(() => posted.length > 0, 5000)
  expect(posted).toEqual(['2026-06-02T09:00:00.000Z'])
  expect(await table.told('5')).toHaveLength(1)
  expect(await table.get('5')).toMatchObject({ nextDue: '2026-06-03T09:00:00.000Z' })
})

test('a row that cannot be read keeps no other from being posted', async () => {
  const { table, clock, posted, start, lines } = begin(() => ({ outcome: 'posted' }))
  await table.set(
    { ...settings, guildId: '4', timeZone: 'Mars/Olympus', nextDue: '2026-06-02T08:00:00.000Z' },
    start,
  )
  await table.set(settings, start)
  clock.now = new Date('2026-06-02T09:00:00Z')
  await vi.waitUntil(() => posted.length > 0, 5000)
  expect(posted).toEqual(['2026-06-02T09:00:00.000Z'])
  await vi.waitUntil(() => lines.length > 0, 5000)
  expect(lines).toHaveLength(1)
})

test('a clock that was years ahead delays no later post', async () => {
  const { table, clock, posted, outcomes, start } = begin(() => ({ outcome: 'posted' }))
  await table.set(settings, start)
  clock.now = new Date('2031-01-01T09:00:00Z')
  await vi.waitUntil(() => outcomes.length === 1, 5000)
  clock.now = new Date('2031-01-02T09:00:00Z')
  await vi.waitUntil(() => outcomes.length === 2, 5000)
  clock.now = new Date('2026-06-01T12:00:00Z')
  await vi.waitUntil(() => outcomes.length === 3, 5000)
  clock.now = new Date('2026-06-02T09:00:00Z')
  await vi.waitUntil(() => outcomes.length === 4, 5000)
  expect(outcomes).toEqual(['skipped', 'posted', 'skipped', 'posted'])
  expect(posted).toEqual(['2031-01-02T09:00:00.000Z', '2026-06-02T09:00:00.000Z'])
})
