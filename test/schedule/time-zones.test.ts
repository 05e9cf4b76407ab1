// What people type as their time zone, and which one it is taken for.
import { describe, expect, test } from 'vitest'
import { findTimeZone } from '../../src/schedule/time-zones.ts'

describe('a time zone as it is typed', () => {
  test.each([
    ['Berlin', 'Europe/Berlin'],
    ['Japan', 'Asia/Tokyo'],
    ['utc', 'UTC'],
    ['america/new york', 'America/New_York'],
    ['Europe/Kiev', 'Europe/Kiev'],
    // Other names begin with the same letters.
    ['India', 'Asia/Kolkata'],
    ['Niger', 'Africa/Niamey'],
    ['Oman', 'Asia/Muscat'],
    ['CET', 'Europe/Berlin'],
  ])('%s is %s', (input, name) => {
    expect(findTimeZone(input)).toBe(name)
  })

  // IANA's own EST and MST have no daylight saving time, which whoever types them rarely means.
  test.each(['EST', 'MST', 'IST', 'CST', 'Guinea', 'United States', 'Narnia', '🦊', '', '+02:00'])(
    '%j is none, or one of several',
    (input) => {
      expect(findTimeZone(input)).toBeUndefined()
    },
  )
})
