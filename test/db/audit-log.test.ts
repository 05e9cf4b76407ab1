// Refusals are counted in one row of the audit trail for each user and hour; all else is a row of its own.
import { expect, test } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const at = (time: string) => new Date(`2026-06-01T${time}Z`)

test('2,000 refusals of a user within an hour, by two processes, are one row that counts them', () => {
  const folder = temporaryFolder()
  const [first, second] = [openAppDatabase(folder), openAppDatabase(folder)]
  expect(first.countRefusal('1', 'no operator, in server 7', at('12:00:00'))).toBe(true)
  for (let count = 1; count < 2000; count++) {
    const state = count % 2 ? second : first
    expect(state.countRefusal('1', `no operator, in server ${count}`, at('12:59:59'))).toBe(false)
  }
  expect(first.latestAudit(10)).toEqual([
    {
      at: '2026-06-01T12:00:00.000Z',
      who: '1',
      deed: 'refused',
      detail: 'no operator, in server 7',
      times: 2000,
    },
  ])
  first.close()
  second.close()
})

test('another user, another hour and another action have rows of their own', () => {
  const state = openAppDatabase(temporaryFolder())
  state.appendAudit({ who: '1', deed: 'publish', detail: 'revision 1' })
  expect(state.countRefusal('1', 'a', at('12:59:59'))).toBe(true)
  expect(state.countRefusal('2', 'a', at('12:59:59'))).toBe(true)
  expect(state.countRefusal('1', 'a', at('13:00:00'))).toBe(true)
  // A clock that was set back counts on.
  expect(state.countRefusal('1', 'a', at('12:30:00'))).toBe(false)
  expect(state.latestAudit(10).map(({ who, deed, times }) => [who, deed, times])).toEqual([
    ['1', 'refused', 1],
    ['2', 'refused', 1],
    ['1', 'refused', 2],
    ['1', 'publish', 1],
  ])
  expect(state.countAuditBy('1')).toBe(3)
  state.close()
})
