// Who requested posted cards is stored for thirty days of Discord's time, and for a limited number of cards.
import { expect, test } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const dayMs = 24 * 60 * 60_000
const idAfter = (ms: number) => String(1_400_000_000_000_000_000n + (BigInt(ms) << 22n))

test('cards older than thirty days are deleted with the next card, whatever the local clock says', () => {
  const db = openAppDatabase(temporaryFolder())
  const { add, userOf, countByUser } = db.postedCards
  add([{ messageId: idAfter(0), userId: '1' }])
  add([{ messageId: idAfter(30 * dayMs), userId: '2' }])
  expect(userOf(idAfter(0))).toBe('1')
  add([{ messageId: idAfter(30 * dayMs + 1), userId: '1' }])
  expect(userOf(idAfter(0))).toBeUndefined()
  expect(userOf(idAfter(30 * dayMs))).toBe('2')
  expect(countByUser('1')).toBe(1)
  db.close()
})

test('beyond 50,000 cards the oldest are deleted', () => {
  const db = openAppDatabase(temporaryFolder())
  const { add, userOf, countByUser } = db.postedCards
  add(Array.from({ length: 50_002 }, (_, ms) => ({ messageId: idAfter(ms), userId: '1' })))
  expect(countByUser('1')).toBe(50_000)
  expect([0, 1, 2, 50_001].map((ms) => userOf(idAfter(ms)))).toEqual([undefined, undefined, '1', '1'])
  db.close()
})

test('the first user stored for a message stays, and an invalid id finds nothing', () => {
  const db = openAppDatabase(temporaryFolder())
  const { add, userOf, deleteByUser } = db.postedCards
  add([{ messageId: idAfter(0), userId: '1' }])
  add([{ messageId: idAfter(0), userId: '2' }])
  expect(userOf(idAfter(0))).toBe('1')
  for (const id of ['', 'abc', '-1', '99999999999999999999999']) expect(userOf(id)).toBeUndefined()
  deleteByUser('1')
  expect(userOf(idAfter(0))).toBeUndefined()
  db.close()
})
