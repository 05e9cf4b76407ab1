// What was so on a day, at each boundary and precision.
import { expect, test } from 'vitest'
import { visibleFrom, type AsOf } from '../../../src/data/model/dates.ts'
import { isVisibleOn, changeDates } from '../../../src/data/model/visibility.ts'
import type { Fact } from '../../../src/data/model/types.ts'

function factWith(
  said: Partial<AsOf>,
  { from = null, to = null }: { from?: string | null; to?: string | null } = {},
): Fact {
  const asOf = { first: '2024', last: '2024', inferred: false, ...said }
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

const saidIn = (first: string, last: string | null = first) => factWith({ first, last })
const soBetween = (from: string | null, to: string | null) => factWith({}, { from, to })

test.each<[string, Fact, notYet: string, first: string]>([
  ['said on a day', saidIn('2020-08-05'), '2020-08-04', '2020-08-05'],
  ['said in a month', saidIn('2020-02'), '2020-02-28', '2020-02-29'],
  ['said in a year', saidIn('2019'), '2019-12-30', '2019-12-31'],
  ['said between two dates', saidIn('2019-02', '2019-12'), '2019-12-30', '2019-12-31'],
  ['said in or after a month', saidIn('2021-09', null), '2021-09-29', '2021-09-30'],
  ['said in or after a year', saidIn('2024', null), '2024-12-30', '2024-12-31'],
  ['so from a day on, said later', soBetween('1999-03-12', null), '1999-03-11', '1999-03-12'],
  ['so from a month on, said later', soBetween('1999-03', null), '1999-03-30', '1999-03-31'],
  ['so from a year on, said later', soBetween('1999', null), '1999-12-30', '1999-12-31'],
])('what was %s shows from then on', (_what, fact, notYet, first) => {
  expect([notYet, first, '2999-12-31'].map((day) => isVisibleOn(fact, day))).toEqual([false, true, true])
  expect(changeDates([fact])).toEqual([first])
})

test.each([
  ['1966-03-10', '1966-03-10', '1966-03-11'],
  ['1966-02', '1966-02-28', '1966-03-01'],
  ['1966', '1966-12-31', '1967-01-01'],
])('what was so until %s shows to %s and no longer on %s', (to, last, after) => {
  expect([last, after].map((day) => isVisibleOn(soBetween('1949', to), day))).toEqual([true, false])
  expect(isVisibleOn(soBetween(null, to), '1900-01-01')).toBe(true)
  expect(changeDates([soBetween(null, to)])).toEqual([after])
})

test('what was so in one year alone shows at its end', () => {
  const fact = soBetween('2001', '2001')
  expect(['2000-12-31', '2001-12-31', '2002-12-31'].map((day) => isVisibleOn(fact, day))).toEqual([
    false,
    true,
    false,
  ])
})

test('a month without its year is on no day that can be asked about', () => {
  expect(isVisibleOn(soBetween('--09', null), '2999-12-31')).toBe(false)
  expect(isVisibleOn(soBetween('1949', '--12'), '2999-12-31')).toBe(true)
})

test('the days on which the answer changes come once each, oldest first', () => {
  const facts = [saidIn('2024', null), saidIn('2019'), saidIn('2019'), soBetween('1949', '1966')]
  expect(changeDates(facts)).toEqual(['1949-12-31', '1967-01-01', '2019-12-31', '2024-12-31'])
})
