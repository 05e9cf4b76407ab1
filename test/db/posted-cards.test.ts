// Who requested posted cards is stored for thirty days of Discord's time, and for a limited number of cards.
import { expect, test } from 'vitest'
import { openTestDatabase } from '../helpers/open-test-database.ts'

const dayMs = 24 * 60 * 60_000
const idAfter = (ms: number) => String(1_400_000_000_000_000_000n + (BigInt(ms) << 22n))

test('cards older than thirty days are deleted with the next card, whatever the local clock says', async () => {
  const db = await openTestDatabase()
  const { add, userOf, countByUser } = db.postedCards
  await add([{ messageId: idAfter(0), userId: '1' }])
  await add([{ messageId: idAfter(30 * dayMs), userId: '2' }])
  expect(await userOf(idAfter(0))).toBe('1')
  await add([{ messageId: idAfter(30 * dayMs + 1), userId: '1' }])
  expect(await userOf(idAfter(0))).toBeUndefined()
  expect(await userOf(idAfter(30 * dayMs))).toBe('2')
  expect(await countByUser('1')).toBe(1)
  await db.close()
})

test('beyond 50,000 cards the oldest are deleted', async () => {
  const db = await openTestDatabase()
  const { add, userOf, countByUser } = db.postedCards
  await add(Array.from({ length: 50_002 }, (_, ms) => ({ messageId: idAfter(ms), userId: '1' })))
  expect(await countByUser('1')).toBe(50_000)
  const users = await Promise.all([0, 1, 2, 50_001].map((ms) => userOf(idAfter(ms))))
  expect(users).toEqual([undefined, undefined, '1', '1'])
  await db.close()
})

test('the first user stored for a message stays, and an invalid id finds nothing', async () => {
  const db = await openTestDatabase()
  const { add, userOf, deleteByUser } = db.postedCards
  await add([{ messageId: idAfter(0), userId: '1' }])
  await add([{ messageId: idAfter(0), userId: '2' }])
  expect(await userOf(idAfter(0))).toBe('1')
  for (const id of ['', 'abc', '-1', '99999999999999999999999']) expect(await userOf(id)).toBeUndefined()
  await deleteByUser('1')
  expect(await userOf(idAfter(0))).toBeUndefined()
  await db.close()
})
