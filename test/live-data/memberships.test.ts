// Who is in NATO on the day before and the day of every accession, and whom two bodies have in common, against lists made
// by hand from the days of accession.
import { expect, test } from 'vitest'
import { compareParties } from '../../src/cards/compare/compare-parties.ts'
import { currentGroups, endOf, wholeListOf } from '../../src/cards/entity/current-facts.ts'
import { leftLine } from '../../src/cards/entity/member-lines.ts'
import { countedMembersOn } from '../../src/data/model/memberships.ts'
import membersByDate from '../fixtures/members-by-date.json' with { type: 'json' }
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const today = '2026-11-28'

const accessions: [day: string, members: string][] = [
  [
    '1949-04-04',
    `belgium canada denmark france iceland italy luxembourg netherlands norway portugal united-kingdom
    united-states`,
  ],
  ['1952-02-18', 'greece turkey'],
  ['1955-05-06', 'germany'],
  ['1982-05-30', 'spain'],
  ['1999-03-12', 'czechia hungary poland'],
  ['2004-03-29', 'bulgaria estonia latvia lithuania romania slovakia slovenia'],
  ['2009-04-01', 'albania croatia'],
  ['2017-06-05', 'montenegro'],
  ['2020-03-27', 'north-macedonia'],
  ['2023-04-04', 'finland'],
  ['2024-03-07', 'sweden'],
]

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

function natoOn(day: string): string[] {
  const members =
    facts
      .asOf(day)
      .factsAbout('nato')
      .find(({ attribute }) => attribute === 'member')?.facts ?? []
  return countedMembersOn(members, day)
    .map(({ entity }) => entity)
    .toSorted()
}

test.each(accessions.map(([day], index) => [day, index] as const))(
  'the members of NATO on %s and the day before',
  (day, index) => {
    const until = (end: number) =>
      accessions
        .slice(0, end)
        .flatMap(([, ids]) => ids.split(/\s+/))
        .toSorted()
    expect(natoOn(day)).toEqual(until(index + 1))
    expect(natoOn(dayBefore(day))).toEqual(until(index))
  },
)

test('NATO has 32 members today, as many as the newest count says, so its list is whole', () => {
  expect(natoOn(today)).toHaveLength(32)
  expect(wholeListOf('nato', facts, today)).toMatchObject({ members: 32, count: { value: { number: 32 } } })
})

const founders =
  'belgium canada denmark france iceland italy luxembourg netherlands norway portugal united-kingdom'

test.each([
  ['nato', 'aukus', 'united-kingdom united-states'],
  ['nato', 'anzus', 'united-states'],
  ['nato', 'five-eyes', 'canada united-kingdom united-states'],
  ['nato', 'norad', 'canada united-states'],
  [
    'nato',
    'jef',
    'denmark estonia finland iceland latvia lithuania netherlands norway sweden united-kingdom',
  ],
  ['nato', 'fpda', 'united-kingdom'],
  ['nato', 'bucharest-nine', 'bulgaria czechia estonia hungary latvia lithuania poland romania slovakia'],
  ['aukus', 'five-eyes', 'australia united-kingdom united-states'],
  ['aukus', 'quad', 'australia united-states'],
  ['fpda', 'five-eyes', 'australia new-zealand united-kingdom'],
])('whom %s and %s have in common', (first, second, expected) => {
  const sides = [first, second].map((id) => {
    const entity = facts.getEntity(id)
    if (!entity) throw new Error(`no entity ${id}`)
    return { entity, groups: currentGroups(id, facts, today), whole: wholeListOf(id, facts, today) }
  })
  const { shared } = compareParties(sides, facts, new Date(`${today}T12:00:00Z`))
  expect(shared.map(({ entity }) => entity.id).toSorted()).toEqual(expected.split(' '))
})

test('the twelve founders are marked', () => {
  const members = facts.factsAbout('nato').find(({ attribute }) => attribute === 'member')?.facts ?? []
  const marked = countedMembersOn(members, today).filter(({ isFounder }) => isFounder)
  expect(marked.map(({ entity }) => entity).toSorted()).toEqual([...founders.split(' '), 'united-states'])
})

/** By body and day; "?" marks a country whose membership sources report both ways. Yemen stands for South Yemen too. */
const lists = Object.entries(membersByDate as Record<string, Record<string, string>>).flatMap(
  ([body, days]) => Object.entries(days).map(([day, ids]) => [body, day, ids] as const),
)

test.each(lists)('the members of %s on %s are those of a list made by hand', (body, day, ids) => {
  const about = facts.factsAbout(body)
  const all = about.find(({ attribute }) => attribute === 'member')?.facts ?? []
  const members = endOf(about, day) ? [] : countedMembersOn(all, day).map(({ entity }) => entity)
  const words = ids.split(' ').filter(Boolean)
  const open = words.filter((word) => word.endsWith('?')).map((word) => word.slice(0, -1))
  expect(members.filter((id) => !open.includes(id)).toSorted()).toEqual(
    words.filter((word) => !word.endsWith('?')).toSorted(),
  )
})

test('who left, came back and left again is listed with both periods', () => {
  const body = facts.getEntity('csto')
  if (!body) throw new Error('no such body')
  const [left] = leftLine(body, facts, today)
  expect(left?.text).toBe(
    '🇦🇿 Azerbaijan (1993–1999) · 🇬🇪 Georgia (1993–1999) · 🇺🇿 Uzbekistan (1992–1999, 2006–2012)',
  )
})
