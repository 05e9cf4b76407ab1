// Denials of a user within an hour share one row of the audit log; everything else has a row of its own.
import { expect, test } from 'vitest'
import { createTestDatabase, openTestDatabase } from '../helpers/open-test-database.ts'

const at = (time: string) => new Date(`2026-06-01T${time}Z`)

test('2,000 denials of a user within an hour, in two processes, share one row that counts them', async () => {
  const { open } = await createTestDatabase()
  const [first, second] = [await open(), await open()]
  expect(await first.countDenial('1', 'not an operator, in server 7', at('12:00:00'))).toBe(true)
  for (let count = 1; count < 2000; count++) {
    const db = count % 2 ? second : first
    expect(await db.countDenial('1', `no operator, in server ${count}`, at('12:59:59'))).toBe(false)
  }
  expect(await first.latestAudit(10)).toEqual([
    {
      createdAt: '2026-06-01T12:00:00.000Z',
      actor: '1',
      action: 'denied',
      detail: 'not an operator, in server 7',
      count: 2000,
    },
  ])
  await first.close()
  await second.close()
})

test('another user, another hour and another action have rows of their own', async () => {
  const db = await openTestDatabase()
  await db.appendAudit({ actor: '1', action: 'publish', detail: 'revision 1' })
  expect(await db.countDenial('1', 'a', at('12:59:59'))).toBe(true)
  expect(await db.countDenial('2', 'a', at('12:59:59'))).toBe(true)
  expect(await db.countDenial('1', 'a', at('13:00:00'))).toBe(true)
  // A clock that was set back keeps counting.
  expect(await db.countDenial('1', 'a', at('12:30:00'))).toBe(false)
  expect((await db.latestAudit(10)).map(({ actor, action, count }) => [actor, action, count])).toEqual([
    ['1', 'denied', 1],
    ['2', 'denied', 1],
    ['1', 'denied', 2],
    ['1', 'publish', 1],
  ])
  expect(await db.countAuditBy('1')).toBe(3)
  await db.close()
})
