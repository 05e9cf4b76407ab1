// Which facts are visible on a day, at each boundary and precision.
import { expect, test } from 'vitest'
import { visibleFrom, type AsOf } from '../../../src/data/model/dates.ts'
import { isVisibleOn, changeDates } from '../../../src/data/model/visibility.ts'
import type { Fact } from '../../../src/data/model/types.ts'

function factWith(
  stated: Partial<AsOf>,
  { from = null, to = null }: { from?: string | null; to?: string | null } = {},
): Fact {
  const asOf = { first: '2024', last: '2024', inferred: false, ...stated }
  return {
    id: 'gazette/one',
    entity: 'harbor-league',
    attribute: 'member',
    value: { type: 'entity', entity: 'norway' },
    statement: 'Norway belongs to the Harbor League.',
    mentions: [],
    article: 'gazette',
    section: 'News',
    asOf,
    visibleFrom: visibleFrom(asOf),
    validFrom: from,
    validTo: to,
    role: null,
  }
}

const statedIn = (first: string, last: string | null = first) => factWith({ first, last })
const trueBetween = (from: string | null, to: string | null) => factWith({}, { from, to })

test.each<[string, Fact, dayBefore: string, first: string]>([
  ['stated on a day', statedIn('2020-08-05'), '2020-08-04', '2020-08-05'],
  ['stated in a month', statedIn('2020-02'), '2020-02-28', '2020-02-29'],
  ['stated in a year', statedIn('2019'), '2019-12-30', '2019-12-31'],
  ['stated between two dates', statedIn('2019-02', '2019-12'), '2019-12-30', '2019-12-31'],
  ['stated in or after a month', statedIn('2021-09', null), '2021-09-29', '2021-09-30'],
  ['stated in or after a year', statedIn('2024', null), '2024-12-30', '2024-12-31'],
  ['true from a day on, stated later', trueBetween('1999-03-12', null), '1999-03-11', '1999-03-12'],
  ['true from a month on, stated later', trueBetween('1999-03', null), '1999-03-30', '1999-03-31'],
  ['true from a year on, stated later', trueBetween('1999', null), '1999-12-30', '1999-12-31'],
])('a fact %s is visible from that date on', (_name, fact, dayBefore, first) => {
  expect([dayBefore, first, '2999-12-31'].map((day) => isVisibleOn(fact, day))).toEqual([false, true, true])
  expect(changeDates([fact])).toEqual([first])
})

test.each([
  ['1966-03-10', '1966-03-10', '1966-03-11'],
  ['1966-02', '1966-02-28', '1966-03-01'],
  ['1966', '1966-12-31', '1967-01-01'],
])('a fact true until %s is visible to %s and no longer on %s', (to, last, after) => {
  expect([last, after].map((day) => isVisibleOn(trueBetween('1949', to), day))).toEqual([true, false])
  expect(isVisibleOn(trueBetween(null, to), '1900-01-01')).toBe(true)
  expect(changeDates([trueBetween(null, to)])).toEqual([after])
})

test('a fact true in one year only is visible at the end of that year', () => {
  const fact = trueBetween('2001', '2001')
  expect(['2000-12-31', '2001-12-31', '2002-12-31'].map((day) => isVisibleOn(fact, day))).toEqual([
    false,
    true,
    false,
  ])
})

test('a month without a year is outside every as-of date', () => {
  expect(isVisibleOn(trueBetween('--09', null), '2999-12-31')).toBe(false)
  expect(isVisibleOn(trueBetween('1949', '--12'), '2999-12-31')).toBe(true)
})

test('change dates are listed once each, oldest first', () => {
  const facts = [statedIn('2024', null), statedIn('2019'), statedIn('2019'), trueBetween('1949', '1966')]
  expect(changeDates(facts)).toEqual(['1949-12-31', '1967-01-01', '2019-12-31', '2024-12-31'])
})
