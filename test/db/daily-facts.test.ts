// What is stored of the fact of the day: when it is due, who claims a post first, and what was told.
import { expect, test } from 'vitest'
import type { DailyFactStore } from '../../src/core/stores.ts'
import { createTestDatabase, openTestDatabase } from '../helpers/open-test-database.ts'

const settings = {
  ...{ guildId: '5', channelId: '6', hour: 9, timeZone: 'Europe/Berlin', userId: '7' },
  nextDue: '2026-06-02T07:00:00.000Z',
}
const now = new Date('2026-06-01T12:00:00Z')
const latest = '2026-06-05T00:00:00.000Z'
const dayMs = 24 * 60 * 60_000

async function open() {
  return (await openTestDatabase()).dailyFacts
}

async function dueAt(time: string, table: DailyFactStore): Promise<string[]> {
  return (await table.due(time, latest)).map(({ guildId }) => guildId)
}

test('one that is on is due from its time on, and none that is off', async () => {
  const table = await open()
  await table.set(settings, now)
  expect(await table.get('5')).toEqual({ ...settings, lastDue: null, stopped: null })
  expect(await dueAt('2026-06-02T06:59:59.999Z', table)).toEqual([])
  expect(await dueAt('2026-06-02T07:00:00.000Z', table)).toEqual(['5'])
  // What became of a post in a channel says nothing about one that was chosen meanwhile.
  expect(await table.stop('5', 'channel gone', '66')).toBe(false)
  expect(await table.stop('5', 'no permission', '6')).toBe(true)
  expect(await table.stop('5', 'locked')).toBe(false)
  expect(await dueAt('2026-06-02T07:00:00.000Z', table)).toEqual([])
  expect(await table.get('5')).toMatchObject({ stopped: 'no permission', userId: '' })
  await table.set(settings, now)
  expect(await table.get('5')).toMatchObject({ stopped: null, userId: '7' })
})

test('one whose time is impossibly far off is due too', async () => {
  const table = await open()
  await table.set({ ...settings, nextDue: '2031-01-01T07:00:00.000Z' }, now)
  expect(await dueAt('2026-06-02T07:00:00.000Z', table)).toEqual(['5'])
})

test('of two processes only one claims a post, and only it records the fact', async () => {
  const database = await createTestDatabase()
  const [one, other] = [(await database.open()).dailyFacts, (await database.open()).dailyFacts]
  await one.set(settings, now)
  const [daily] = await one.due(settings.nextDue, latest)
  const next = '2026-06-03T07:00:00.000Z'
  if (!daily) throw new Error('nothing is due')
  expect(await other.claim(daily, { next, fact: { id: 'a/1' } }, now)).toBe(true)
  expect(await one.claim(daily, { next, fact: { id: 'a/2' } }, now)).toBe(false)
  expect(await one.told('5')).toEqual(['a/1'])
  expect(await one.get('5')).toMatchObject({ nextDue: next, lastDue: settings.nextDue })
})

test('a post that is skipped leaves the day of the last one, and one that was switched off is not claimed', async () => {
  const table = await open()
  await table.set(settings, now)
  const [daily] = await table.due(settings.nextDue, latest)
  if (!daily) throw new Error('nothing is due')
  expect(await table.claim(daily, { next: '2026-06-03T07:00:00.000Z' }, now)).toBe(true)
  expect(await table.get('5')).toMatchObject({ lastDue: null })
  await table.stop('5', 'switched off')
  const again = { ...daily, nextDue: '2026-06-03T07:00:00.000Z' }
  expect(await table.claim(again, { next: '2026-06-04T07:00:00.000Z', fact: { id: 'a/1' } }, now)).toBe(false)
  expect(await table.told('5')).toEqual([])
})

/** Claims as many posts as there are facts, a day apart. */
async function tell(table: DailyFactStore, ids: readonly string[], forgetAllBut?: number): Promise<void> {
  for (const id of ids) {
    const daily = await table.get('5')
    if (!daily) throw new Error('it is not set')
    const time = new Date(daily.nextDue)
    const next = new Date(time.getTime() + dayMs).toISOString()
    expect(await table.claim(daily, { next, fact: { id, forgetAllBut } }, time)).toBe(true)
  }
}

test('when all were told, all but the latest are forgotten', async () => {
  const table = await open()
  await table.set(settings, now)
  await tell(table, ['a/1', 'a/2', 'a/3', 'a/4'])
  expect(await table.told('5')).toEqual(['a/4', 'a/3', 'a/2', 'a/1'])
  await tell(table, ['a/1'], 2)
  expect(await table.told('5')).toEqual(['a/1', 'a/4', 'a/3'])
})

test('a user and a server can be deleted', async () => {
  const table = await open()
  await table.set(settings, now)
  await tell(table, ['a/1'])
  expect(await table.countByUser('7')).toBe(1)
  await table.deleteByUser('7')
  expect(await table.countByUser('7')).toBe(0)
  expect(await table.get('5')).toMatchObject({ userId: '', stopped: null })
  expect(await table.countByGuild('5')).toBe(1)
  await table.deleteByGuild('5')
  expect(await table.countByGuild('5')).toBe(0)
  expect(await table.told('5')).toEqual([])
})

test('what nothing was posted of for 180 days on which the bot ran is deleted, and only that', async () => {
  const table = await open()
  await table.set({ ...settings, guildId: 'unused' }, now)
  await table.stop('unused', 'channel gone')
  await table.set(settings, now)
  await tell(
    table,
    Array.from({ length: 179 }, (_, index) => `a/${index}`),
  )
  expect(await table.countByGuild('unused')).toBe(1)
  await tell(table, ['a/180', 'a/181'])
  expect(await table.countByGuild('unused')).toBe(0)
  expect(await table.countByGuild('5')).toBe(1)
  expect(await table.told('5')).toHaveLength(181)
})
