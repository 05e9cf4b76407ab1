import { expect, test } from 'vitest'
import {
  byNewest,
  byStart,
  compareDates,
  visibleFrom,
  datesAgree,
  explainMissingDate,
  firstDay,
  isPartialDate,
  lastDay,
  parseDate,
  yearsSince,
} from '../../../src/data/model/dates.ts'

test.each([
  ['2019', true],
  ['2021-09', true],
  ['2020-02-29', true],
  ['--09', true],
  ['2021-02-29', false],
  ['2021-13', false],
  ['2021-00', false],
  ['--13', false],
  ['1949-1-1', false],
  ['September 2021', false],
  ['', false],
])('%j is a date: %j', (text, expected) => {
  expect(isPartialDate(text)).toBe(expected)
})

test.each([
  ['2019', '2019-01-01', '2019-12-31'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2020-08-05', '2020-08-05', '2020-08-05'],
])('%s lasts from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last])
})

test.each([
  ['2021', '2021-09', true],
  ['2021-09', '2021-09-15', true],
  ['2021', '2020-12', false],
  ['2021-09', '2021-10-01', false],
  ['--09', '2021-09', true],
  ['--09', '2021-10', false],
])('%s and %s agree: %j', (date, other, expected) => {
  expect(datesAgree(date, other)).toBe(expected)
  expect(datesAgree(other, date)).toBe(expected)
})

test('a fact stated in or after a date is visible from the end of that date', () => {
  expect(visibleFrom({ first: '2024', last: null, inferred: true })).toBe('2024-12-31')
  expect(visibleFrom({ first: '2019-02', last: '2019-12', inferred: true })).toBe('2019-12-31')
  expect(visibleFrom({ first: '2020-08-05', last: '2020-08-05', inferred: false })).toBe('2020-08-05')
})

test.each([
  ['2019', '2019'],
  [' in 2019 ', '2019'],
  ['the end of 2019', '2019'],
  ['2021-09', '2021-09'],
  ['2021/9', '2021-09'],
  ['２０２１－０９', '2021-09'],
  ['٢٠٢١', '2021'],
  ['۵ August ۲۰۲۰', '2020-08-05'],
  ['\u200e2020\u201108\u201105\u200f', '2020-08-05'],
  ['Ａｕｇ\ufe0f 5,\u00a02020\u200b', '2020-08-05'],
  ['September 2021', '2021-09'],
  ['sept. 2021', '2021-09'],
  ['May, 2021', '2021-05'],
  ['2020-08-05', '2020-08-05'],
  ['Aug 5, 2020', '2020-08-05'],
  ['August 5th 2020', '2020-08-05'],
  ['5 Aug 2020', '2020-08-05'],
  ['the end of Feb 2020', '2020-02'],
  ['29 Feb 2020', '2020-02-29'],
  ['Today', '2026-06-01'],
  [' now', '2026-06-01'],
])('%j is parsed as %s', (input, date) => {
  expect(parseDate(input, '2026-06-01')).toBe(date)
})

test.each([
  '',
  'today and tomorrow',
  '19',
  '0000',
  '0000-02-30',
  '08/05/2020',
  'Feb 30, 2020',
  '2020-13',
  'Ju 2020',
  'Smarch 2020',
  '2020 or 2021',
  '20201',
])('%j is not parsed as a date', (input) => {
  expect(parseDate(input, '2026-06-01')).toBeUndefined()
})

test.each([
  ['Feb 29, 2023', 'There is no February 29 in 2023: that month has 28 days.'],
  ['1900-02-29', 'There is no February 29 in 1900: that month has 28 days.'],
  ['31 April 2021', 'There is no April 31 in 2021: that month has 30 days.'],
  ['2020-13', 'There is no month 13.'],
  ['2020-02-29', undefined],
  ['0000-02-30', undefined],
  ['Smarch 32, 2020', undefined],
  ['2020-00-31', undefined],
  ['NATO', undefined],
])('for %j the explanation is: %s', (input, explanation) => {
  expect(explainMissingDate(input)).toBe(explanation)
})

test.each([
  [
    { first: '2020-08-05', last: '2020-08-05', inferred: false },
    { min: 5, max: 5 },
  ],
  [
    { first: '2019-02', last: '2019-12', inferred: true },
    { min: 6, max: 7 },
  ],
  [
    { first: '2024', last: null, inferred: true },
    { min: 0, max: 2 },
  ],
  [
    { first: '2026-06-01', last: '2026-06-01', inferred: false },
    { min: 0, max: 0 },
  ],
  [
    { first: '2021-06-01', last: '2021-06-02', inferred: false },
    { min: 4, max: 5 },
  ],
  [
    { first: '2027', last: '2027', inferred: false },
    { min: 0, max: 0 },
  ],
])('the whole years since %j are %j', (asOf, years) => {
  expect(yearsSince(asOf, new Date('2026-06-01T12:00:00Z'))).toEqual(years)
})

test('dates are sorted from the earliest to the latest, and facts from the newest or the first to begin', () => {
  const sorted = ['', '--09', '2019', '2019-12', '2020-08-05', '2021-09']
  expect(sorted.toReversed().toSorted(compareDates)).toEqual(sorted)
  const said = [{ visibleFrom: '2019-12-31' }, { visibleFrom: '2024-07-11' }, { visibleFrom: '2021-09-15' }]
  expect(said.toSorted(byNewest).map(({ visibleFrom }) => visibleFrom.slice(0, 4))).toEqual([
    '2024',
    '2021',
    '2019',
  ])
  const begun = [{ validFrom: '2004-03-29' }, { validFrom: null }, { validFrom: '1949' }]
  expect(begun.toSorted(byStart).map(({ validFrom }) => validFrom)).toEqual([null, '1949', '2004-03-29'])
})
