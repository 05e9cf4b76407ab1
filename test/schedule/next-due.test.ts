// When the fact of the day is due, across time zones, changes of the clock, leap days and years.
import { expect, test } from 'vitest'
import { nextDue } from '../../src/schedule/next-due.ts'

/** The next so many times, each after the one before, as a bot that is never down posts. */
function dues(timeZone: string, hour: number, after: string, count: number): string[] {
  const found: string[] = []
  let time = new Date(after)
  let last: Date | undefined
  while (found.length < count) {
    time = last = nextDue({ hour, timeZone }, time, last)
    found.push(time.toISOString().slice(0, 16))
  }
  return found
}

test.each([
  ['UTC', 'UTC', 9, '2026-06-01T08:59:59Z', ['2026-06-01T09:00', '2026-06-02T09:00']],
  ['the hour itself is over', 'UTC', 9, '2026-06-01T09:00:00Z', ['2026-06-02T09:00']],
  ['west of Greenwich', 'America/Los_Angeles', 20, '2026-06-01T23:00:00Z', ['2026-06-02T03:00']],
  ['the far east', 'Pacific/Kiritimati', 0, '2026-06-01T09:00:00Z', ['2026-06-01T10:00', '2026-06-02T10:00']],
  ['the far west', 'Pacific/Pago_Pago', 23, '2026-06-01T09:00:00Z', ['2026-06-01T10:00', '2026-06-02T10:00']],
  ['half an hour', 'Asia/Kolkata', 7, '2026-06-01T00:00:00Z', ['2026-06-01T01:30', '2026-06-02T01:30']],
  ['three quarters', 'Asia/Kathmandu', 7, '2026-06-01T00:00:00Z', ['2026-06-01T01:15', '2026-06-02T01:15']],
  ['a leap day', 'UTC', 12, '2028-02-28T13:00:00Z', ['2028-02-29T12:00', '2028-03-01T12:00']],
  ['no leap day', 'UTC', 12, '2026-02-28T13:00:00Z', ['2026-03-01T12:00']],
  ['the end of a year', 'Asia/Tokyo', 8, '2026-12-30T23:30:00Z', ['2026-12-31T23:00', '2027-01-01T23:00']],
])('%s', (_what, timeZone, hour, after, expected) => {
  expect(dues(timeZone, hour, after, expected.length)).toEqual(expected)
})

test.each([
  [
    'an hour that is missing is posted when the clocks were put forward, and at its own time the day after',
    ...(['America/New_York', 2, '2026-03-07T12:00:00Z'] as const),
    ['2026-03-08T07:00', '2026-03-09T06:00'],
  ],
  [
    'an hour that comes twice is posted once, the first time',
    ...(['America/New_York', 1, '2026-10-31T12:00:00Z'] as const),
    ['2026-11-01T05:00', '2026-11-02T06:00'],
  ],
  [
    'the hour stays the same in spring',
    ...(['Europe/Berlin', 9, '2026-03-27T12:00:00Z'] as const),
    ['2026-03-28T08:00', '2026-03-29T07:00', '2026-03-30T07:00'],
  ],
  [
    'the hour stays the same in autumn',
    ...(['Europe/Berlin', 9, '2026-10-23T12:00:00Z'] as const),
    ['2026-10-24T07:00', '2026-10-25T08:00', '2026-10-26T08:00'],
  ],
  [
    'a missing midnight',
    ...(['Africa/Cairo', 0, '2026-04-23T12:00:00Z'] as const),
    ['2026-04-23T22:00', '2026-04-24T21:00'],
  ],
  [
    'clocks that change by half an hour',
    ...(['Australia/Lord_Howe', 2, '2026-10-03T12:00:00Z'] as const),
    ['2026-10-03T15:30', '2026-10-04T15:00'],
  ],
  [
    'the hour before midnight, which comes twice where clocks are put back at midnight',
    ...(['Africa/Cairo', 23, '2026-10-29T12:00:00Z'] as const),
    ['2026-10-29T20:00', '2026-10-30T21:00'],
  ],
])('%s', (_what, timeZone, hour, after, expected) => {
  expect(dues(timeZone, hour, after, expected.length)).toEqual(expected)
})

test('in every time zone and at every hour there is one post for each day of two years', () => {
  for (const timeZone of ['America/St_Johns', 'Asia/Tehran', 'Australia/Lord_Howe', 'Africa/Casablanca']) {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
    for (const hour of [0, 1, 2, 3, 23]) {
      const found = dues(timeZone, hour, '2026-12-31T12:00:00Z', 731)
      expect(new Set(found.map((time) => format.format(new Date(`${time}Z`)))).size).toBe(731)
      const gaps = found.slice(1).map((time, index) => Date.parse(time) - Date.parse(found[index] ?? ''))
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(22 * 60 * 60_000)
      expect(Math.max(...gaps)).toBeLessThanOrEqual(26 * 60 * 60_000)
    }
  }
})

test('a later hour chosen after the post of the day is first due on the day after', () => {
  const last = new Date('2026-06-01T09:00:00Z')
  const due = (hour: number, now: string, timeZone = 'UTC') =>
    nextDue({ hour, timeZone }, new Date(now), last).toISOString()
  expect(due(15, '2026-06-01T10:00:00Z')).toBe('2026-06-02T15:00:00.000Z')
  expect(due(15, '2026-06-02T10:00:00Z')).toBe('2026-06-02T15:00:00.000Z')
  // In Auckland the last post was on June 1 at 9 in the evening.
  expect(due(23, '2026-06-01T10:00:00Z', 'Pacific/Auckland')).toBe('2026-06-02T11:00:00.000Z')
})

test('after a month without the bot, the next post is the next one', () => {
  const next = nextDue(
    { hour: 9, timeZone: 'UTC' },
    new Date('2026-07-01T12:00:00Z'),
    new Date('2026-06-01T09:00:00Z'),
  )
  expect(next.toISOString()).toBe('2026-07-02T09:00:00.000Z')
})

test('a time zone that is not known is refused', () => {
  expect(() => nextDue({ hour: 9, timeZone: 'Mars/Olympus' }, new Date('2026-06-01'))).toThrow(RangeError)
})
