// Who is in a body on a day, and whether a list is whole.
import { expect, test } from 'vitest'
import {
  countedMembersOn,
  isValidOn,
  membershipsOn,
  wholeListCount,
} from '../../../src/data/model/memberships.ts'
import type { Fact } from '../../../src/data/model/types.ts'

function member(entity: string, dates: Partial<Fact> = {}): Fact {
  return {
    id: `trial/${entity}-${dates.validFrom ?? ''}`,
    entity: 'league',
    attribute: 'member',
    value: { type: 'entity', entity },
    statement: `${entity} is in the league.`,
    mentions: [],
    article: 'trial',
    section: '',
    asOf: { first: '2020', last: '2020', inferred: false },
    visibleFrom: '2020-12-31',
    validFrom: null,
    validTo: null,
    role: null,
    ...dates,
  }
}

function count(
  number: number,
  day: string,
  attribute: 'member-count' | 'other-members' = 'member-count',
): Fact {
  return {
    ...member('league', { visibleFrom: day }),
    attribute,
    value: { type: 'number', bound: 'exactly', number, unit: 'countries' },
  }
}

const on = (day: string, ...facts: Fact[]) => countedMembersOn(facts, day).map(({ entity }) => entity)

test.each([
  ['2004-03-28', false],
  ['2004-03-29', true],
  ['2011-06-30', true],
  ['2011-07-01', false],
])('what began on 2004-03-29 and lasted until 2011-06 is so on %s: %s', (day, isSo) => {
  expect(isValidOn(member('norway', { validFrom: '2004-03-29', validTo: '2011-06' }), day)).toBe(isSo)
})

test('a year lasts from its first day to its last', () => {
  const fact = member('norway', { validFrom: '1991', validTo: '1991' })
  expect(['1990-12-31', '1991-01-01', '1991-12-31', '1992-01-01'].map((day) => isValidOn(fact, day))).toEqual(
    [false, true, true, false],
  )
})

test('several facts about one member are one membership, from the first of their days', () => {
  const facts = [
    member('germany'),
    member('germany', { validFrom: '1955-05-09' }),
    member('germany', { validFrom: '1955-05-06', founder: true }),
  ]
  expect(membershipsOn(facts, '2020-01-01')).toEqual([
    { entity: 'germany', role: 'full', since: '1955-05-06', isFounder: true, facts },
  ])
  expect(membershipsOn(facts, '1955-05-06').map(({ since }) => since)).toEqual(['1955-05-06'])
})

test('suspended members count; observers, applicants and partners do not', () => {
  const facts = [
    member('norway', { role: 'full' }),
    member('chad', { role: 'suspended', validFrom: '1986' }),
    ...(['observer', 'applicant', 'partner'] as const).map((role) => member(role, { role })),
  ]
  expect(on('2020-01-01', ...facts)).toEqual(['norway', 'chad'])
})

test('a dated role wins over a fact without dates, for as long as it lasts', () => {
  const facts = [
    member('new-zealand'),
    member('new-zealand', { role: 'full', validFrom: '1952-04-29', validTo: '1986-08-11' }),
    member('new-zealand', { role: 'suspended', validFrom: '1986-08-12' }),
  ]
  const roleOn = (day: string) => membershipsOn(facts, day).map(({ role }) => role)
  expect(roleOn('1986-08-11')).toEqual(['full'])
  expect(roleOn('1986-08-12')).toEqual(['suspended'])
})

test('a fact without dates makes no member of one that has left or not yet joined', () => {
  const facts = [
    ...[member('sweden'), member('sweden', { validFrom: '2024-03-07' })],
    ...[member('albania'), member('albania', { validFrom: '1955-05-14', validTo: '1968-09-13' })],
    member('norway'),
  ]
  expect(on('2024-03-06', ...facts)).toEqual(['norway'])
  expect(on('2024-03-07', ...facts)).toEqual(['sweden', 'norway'])
  expect(on('1960-01-01', ...facts)).toEqual(['albania', 'norway'])
})

test('an applicant that has joined is a member', () => {
  const facts = [
    member('sweden', { role: 'applicant', validFrom: '2022-05-18', validTo: '2024-03-06' }),
    member('sweden', { role: 'full', validFrom: '2024-03-07' }),
  ]
  expect(on('2024-03-06', ...facts)).toEqual([])
  expect(on('2024-03-07', ...facts)).toEqual(['sweden'])
})

test('a list is whole as of the newest count that its members equal on that day', () => {
  const members = [
    member('norway', { validFrom: '1949-04-04' }),
    member('united-states', { validFrom: '1949-04-04' }),
    member('sweden', { validFrom: '2024-03-07' }),
  ]
  const whole = (...counts: Fact[]) => wholeListCount(members, counts, 'united-states')
  expect(whole(count(3, '2024-07-31'), count(2, '2020-12-31'))).toEqual(count(3, '2024-07-31'))
  // One more is counted than named, so only the older list is whole.
  expect(whole(count(4, '2024-07-31'), count(2, '2020-12-31'))).toEqual(count(2, '2020-12-31'))
  expect(whole(count(4, '2024-07-31'))).toBeUndefined()
  expect(whole()).toBeUndefined()
  expect(whole(count(2, '2024-12-31', 'other-members'))).toEqual(count(2, '2024-12-31', 'other-members'))
})
