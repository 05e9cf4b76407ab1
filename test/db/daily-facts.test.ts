// What is stored of the fact of the day: when it is due, who claims a post first, and what was told.
import { expect, onTestFinished, test } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const settings = {
  ...{ guildId: '5', channelId: '6', hour: 9, timeZone: 'Europe/Berlin', userId: '7' },
  nextDue: '2026-06-02T07:00:00.000Z',
}
const now = new Date('2026-06-01T12:00:00Z')
const latest = '2026-06-05T00:00:00.000Z'
const dayMs = 24 * 60 * 60_000

function open(folder = temporaryFolder()) {
  const db = openAppDatabase(folder)
  onTestFinished(db.close)
  return db.dailyFacts
}

function dueAt(time: string, table: ReturnType<typeof open>): string[] {
  return table.due(time, latest).map(({ guildId }) => guildId)
}

test('one that is on is due from its time on, and none that is off', () => {
  const table = open()
  table.set(settings, now)
  expect(table.get('5')).toEqual({ ...settings, lastDue: null, stopped: null })
  expect(dueAt('2026-06-02T06:59:59.999Z', table)).toEqual([])
  expect(dueAt('2026-06-02T07:00:00.000Z', table)).toEqual(['5'])
  expect(table.stop('5', 'no permission')).toBe(true)
  expect(table.stop('5', 'locked')).toBe(false)
  expect(dueAt('2026-06-02T07:00:00.000Z', table)).toEqual([])
  expect(table.get('5')).toMatchObject({ stopped: 'no permission', userId: '' })
  table.set(settings, now)
  expect(table.get('5')).toMatchObject({ stopped: null, userId: '7' })
})

test('one whose time is impossibly far off is due too', () => {
  const table = open()
  table.set({ ...settings, nextDue: '2031-01-01T07:00:00.000Z' }, now)
  expect(dueAt('2026-06-02T07:00:00.000Z', table)).toEqual(['5'])
})

test('of two processes only one claims a post, and only it records the fact', () => {
  const folder = temporaryFolder()
  const [one, other] = [open(folder), open(folder)]
  one.set(settings, now)
  const [daily] = one.due(settings.nextDue, latest)
  const next = '2026-06-03T07:00:00.000Z'
  if (!daily) throw new Error('nothing is due')
  expect(other.claim(daily, { next, fact: { id: 'a/1' } }, now)).toBe(true)
  expect(one.claim(daily, { next, fact: { id: 'a/2' } }, now)).toBe(false)
  expect(one.told('5')).toEqual(['a/1'])
  expect(one.get('5')).toMatchObject({ nextDue: next, lastDue: settings.nextDue })
})

test('a post that is skipped leaves the day of the last one, and one that was switched off is not claimed', () => {
  const table = open()
  table.set(settings, now)
  const [daily] = table.due(settings.nextDue, latest)
  if (!daily) throw new Error('nothing is due')
  expect(table.claim(daily, { next: '2026-06-03T07:00:00.000Z' }, now)).toBe(true)
  expect(table.get('5')).toMatchObject({ lastDue: null })
  table.stop('5', 'switched off')
  const again = { ...daily, nextDue: '2026-06-03T07:00:00.000Z' }
  expect(table.claim(again, { next: '2026-06-04T07:00:00.000Z', fact: { id: 'a/1' } }, now)).toBe(false)
  expect(table.told('5')).toEqual([])
})

/** Claims as many posts as there are facts, a day apart. */
function tell(table: ReturnType<typeof open>, ids: readonly string[], forgetAllBut?: number): void {
  for (const id of ids) {
    const daily = table.get('5')
    if (!daily) throw new Error('it is not set')
    const time = new Date(daily.nextDue)
    const next = new Date(time.getTime() + dayMs).toISOString()
    expect(table.claim(daily, { next, fact: { id, forgetAllBut } }, time)).toBe(true)
  }
}

test('when all were told, all but the latest are forgotten', () => {
  const table = open()
  table.set(settings, now)
  tell(table, ['a/1', 'a/2', 'a/3', 'a/4'])
  expect(table.told('5')).toEqual(['a/4', 'a/3', 'a/2', 'a/1'])
  tell(table, ['a/1'], 2)
  expect(table.told('5')).toEqual(['a/1', 'a/4', 'a/3'])
})

test('a user and a server can be deleted', () => {
  const table = open()
  table.set(settings, now)
  tell(table, ['a/1'])
  expect(table.countByUser('7')).toBe(1)
  table.deleteByUser('7')
  expect(table.countByUser('7')).toBe(0)
  expect(table.get('5')).toMatchObject({ userId: '', stopped: null })
  expect(table.countByGuild('5')).toBe(1)
  table.deleteByGuild('5')
  expect(table.countByGuild('5')).toBe(0)
  expect(table.told('5')).toEqual([])
})

test('what nothing was posted of for 180 days on which the bot ran is deleted, and only that', () => {
  const table = open()
  table.set({ ...settings, guildId: 'unused' }, now)
  table.stop('unused', 'channel gone')
  table.set(settings, now)
  tell(
    table,
    Array.from({ length: 179 }, (_, index) => `a/${index}`),
  )
  expect(table.countByGuild('unused')).toBe(1)
  tell(table, ['a/180', 'a/181'])
  expect(table.countByGuild('unused')).toBe(0)
  expect(table.countByGuild('5')).toBe(1)
  expect(table.told('5')).toHaveLength(181)
})
