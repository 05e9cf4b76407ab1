// What a map of an entity and of a comparison shows, made from facts about invented leagues of real countries.
import { expect, test } from 'vitest'
import { compareMap } from '../../../src/cards/compare/compare-map.ts'
import { entityMap } from '../../../src/cards/entity/entity-map.ts'
import { isCurrentMember } from '../../../src/cards/entity/map-countries.ts'
import type { Fact } from '../../../src/data/model/types.ts'
import type { FactSnapshot } from '../../../src/data/query/fact-store.ts'
import { seed } from '../../../src/revisions/publish.ts'
import { openLive, sampleWith, temporaryFolder, writeFiles } from '../../fixtures/sample-data.ts'

const now = new Date('2026-06-01')

function fact(id: string, entity: string, attribute: string, value: string | number, rest = ''): string {
  return `  - { id: ${id}, entity: ${entity}, attribute: ${attribute}, value: ${value}, section: News,
      statement: '${id.replaceAll('-', ' ')}.', mentions: [${/^[a-z-]+$/.test(String(value)) ? value : ''}] ${rest} }
`
}

/** The sample with more facts in it. */
function factsWith(more: string): FactSnapshot {
  const where = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  const files = sampleWith('articles/gazette.yaml', '  - id: drill-region', `${more}  - id: drill-region`)
  writeFiles(where.dataDirectory, files)
  const outcome = seed({ ...where, actor: 'shell' })
  expect(outcome).toMatchObject({ outcome: 'published' })
  return openLive(where.databaseDirectory).current()
}

function mapOf(id: string, more: string) {
  const facts = factsWith(more)
  const entity = facts.getEntity(id)
  if (!entity) throw new Error(`there is no ${id}`)
  return entityMap(entity, facts, now)?.image
}

const [norway, chile] = [
  { code: 'NO', name: 'Norway' },
  { code: 'CL', name: 'Chile' },
]
const members = { label: 'Named in the articles as members', fillStyle: 'first', countries: [norway] }

test('a map shows the members that are named, by which source', () => {
  expect(mapOf('harbor-league', fact('chile-belongs', 'harbor-league', 'member', 'chile'))).toEqual({
    type: 'map',
    title: 'Harbor League',
    groups: [{ ...members, countries: [chile, norway] }],
    lines: [],
    sources: ['Source: Harbors of the World, February 2021'],
  })
})

test('where more are counted than named it says so', () => {
  const lines = (more: string) => {
    const map = mapOf('harbor-league', more)
    return map?.type === 'map' ? map.lines : []
  }
  expect(lines(fact('many-belong', 'harbor-league', 'other-members', 31))).toEqual([
    'The articles count 31 countries besides the United States, February 2021; those they do not name are not shown.',
  ])
  const two =
    fact('chile-belongs', 'harbor-league', 'member', 'chile') +
    fact('two-belong', 'harbor-league', 'member-count', 2)
  expect(lines(two)).toEqual(['The articles count 2 countries in all, February 2021.'])
})

test('observers and former members are not drawn; joining countries are, with the date', () => {
  const map = (rest: string) =>
    mapOf('harbor-league', fact('chile-too', 'harbor-league', 'member', 'chile', rest))
  expect(map(', role: observer')).toMatchObject({ groups: [members] })
  expect(map(', role: former')).toMatchObject({ groups: [members] })
  expect(map(", valid_to: '2019'")).toMatchObject({ groups: [members] })
  expect(mapOf('harbor-league', fact('chile-joins', 'harbor-league', 'applicant', 'chile'))).toMatchObject({
    groups: [members, { label: 'Named as joining, February 2021', fillStyle: 'second', countries: [chile] }],
  })
})

test('an event shows participants and locations, and lists those that cannot be drawn', () => {
  const more =
    fact('norway-takes-part', 'gull-drill', 'participant', 'norway') +
    fact('league-takes-part', 'gull-drill', 'participant', 'harbor-league') +
    fact('others-take-part', 'gull-drill', 'participants', 'Many whom nobody counts') +
    fact('in-chile', 'gull-drill', 'location', 'Chile')
  expect(mapOf('gull-drill', more)).toMatchObject({
    groups: [
      { label: 'Named in the articles as taking part', fillStyle: 'first', countries: [norway] },
      { label: 'Named as where it is', fillStyle: 'second', countries: [chile] },
    ],
    lines: ['Described: Many whom nobody counts.', 'Named and not drawn, being no country: Harbor League.'],
  })
})

test('what names no country has no map', () => {
  expect(mapOf('gull-drill', '')).toBeUndefined()
})

test('a country shows those who are named beside it, and where', () => {
  expect(mapOf('norway', fact('chile-belongs', 'harbor-league', 'member', 'chile'))).toMatchObject({
    title: 'Norway',
    groups: [
      { label: 'This country', fillStyle: 'first', countries: [norway] },
      { label: 'Named beside it in ties and exercises', fillStyle: 'second', countries: [chile] },
    ],
    lines: ['Put together from 2 facts about Harbor League.'],
  })
  expect(mapOf('chile', '')).toMatchObject({ groups: [{ countries: [chile] }], lines: [], sources: [] })
})

test('a comparison shows who is named for one, and who for both', () => {
  const facts = factsWith(
    fact('chile-belongs', 'harbor-league', 'member', 'chile') +
      fact('chile-takes-part', 'gull-drill', 'participant', 'chile') +
      fact('many-belong', 'harbor-league', 'other-members', 31),
  )
  const sides = ['harbor-league', 'gull-drill'].flatMap((id) => {
    const entity = facts.getEntity(id)
    return entity ? [{ entity, groups: facts.factsAbout(id) }] : []
  })
  expect(compareMap(sides, facts, now)?.image).toMatchObject({
    title: 'Harbor League and Gull Drill',
    groups: [
      { label: 'Named for Harbor League', fillStyle: 'first', countries: [norway] },
      { label: 'Named for both', fillStyle: 'shared', countries: [chile] },
    ],
    lines: [
      'Counted for Harbor League: 31 countries besides the United States, February 2021; a country may be in it without being named.',
      "Countries that aren't named aren't shown.",
    ],
  })
})

test.each([
  ['2021', '2021-06-01', true],
  ['2021', '2022-01-01', false],
  ['2021-09', '2021-09-30', true],
  ['2021-09-14', '2021-09-15', false],
])('what lasted until %s belongs on %s: %s', (validTo, day, isSo) => {
  expect(isCurrentMember({ role: 'full', validTo } as Fact, day)).toBe(isSo)
})
