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

/** The sample with two more countries, and more facts. */
async function factsWith(more: string): Promise<FactSnapshot> {
  const where = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  const entities = ['  - { id: peru, name: Peru, code: PE }\n', '  - { id: fiji, name: Fiji, code: FJ }\n']
  const files = sampleWith(
    'articles/gazette.yaml',
    '  - id: drill-region',
    `${more}  - id: drill-region`,
  ).map(({ path, text }) =>
    path === 'entities/country.yaml' ? { path, text: text + entities.join('') } : { path, text },
  )
  writeFiles(where.dataDirectory, files)
  const outcome = await seed({ ...where, actor: 'shell' })
  expect(outcome).toMatchObject({ outcome: 'published' })
  return openLive(where.databaseDirectory).current()
}

async function mapOf(id: string, more: string) {
  const facts = await factsWith(more)
  const entity = facts.getEntity(id)
  if (!entity) throw new Error(`there is no ${id}`)
  return entityMap(entity, facts, now)?.image
}

const norway = { code: 'NO', name: 'Norway' }
const chile = { code: 'CL', name: 'Chile' }
const peru = { code: 'PE', name: 'Peru' }
const fiji = { code: 'FJ', name: 'Fiji' }

/** With Norway, the Harbor League then has three members. */
const chileAndPeru =
  fact('chile-belongs', 'harbor-league', 'member', 'chile') +
  fact('peru-belongs', 'harbor-league', 'member', 'peru')
const members = { label: 'Members', fillStyle: 'first', countries: [chile, norway, peru] }

test('a map shows the members that are named', async () => {
  expect(await mapOf('harbor-league', chileAndPeru)).toEqual({
    type: 'map',
    title: 'Harbor League',
    groups: [members],
  })
})

test('where two countries are is no reason for a map', async () => {
  expect(
    await mapOf('harbor-league', fact('chile-belongs', 'harbor-league', 'member', 'chile')),
  ).toBeUndefined()
})

test('where fewer members are named than counted there is no map', async () => {
  const counted = (count: number) =>
    mapOf('harbor-league', chileAndPeru + fact('many-belong', 'harbor-league', 'member-count', count))
  expect(await counted(31)).toBeUndefined()
  expect(await counted(3)).toMatchObject({ groups: [members] })
})

test('observers, partners and former members are not drawn; joining countries are, with the date', async () => {
  const map = (rest: string) =>
    mapOf('harbor-league', chileAndPeru + fact('fiji-too', 'harbor-league', 'member', 'fiji', rest))
  expect(await map('')).toMatchObject({ groups: [{ countries: [chile, fiji, norway, peru] }] })
  expect(await map(', role: observer')).toMatchObject({ groups: [members] })
  expect(await map(', role: partner')).toMatchObject({ groups: [members] })
  expect(await map(", valid_to: '2019'")).toMatchObject({ groups: [members] })
  const joining = chileAndPeru + fact('fiji-joins', 'harbor-league', 'applicant', 'fiji')
  expect(await mapOf('harbor-league', joining)).toMatchObject({
    groups: [members, { label: 'Joining (Feb 2021)', fillStyle: 'second', countries: [fiji] }],
  })
})

const threeTakePart =
  fact('norway-takes-part', 'gull-drill', 'participant', 'norway') +
  fact('peru-takes-part', 'gull-drill', 'participant', 'peru') +
  fact('fiji-leads', 'gull-drill', 'led-by', 'fiji')

test('an event shows participants, leaders and locations', async () => {
  expect(
    await mapOf('gull-drill', threeTakePart + fact('in-chile', 'gull-drill', 'location', 'Chile')),
  ).toMatchObject({
    groups: [
      { label: 'Taking part', fillStyle: 'first', countries: [norway, peru] },
      { label: 'Leading', fillStyle: 'second', countries: [fiji] },
      { label: 'Where it is', fillStyle: 'third', countries: [chile] },
    ],
  })
})

test.each([
  [
    'others are only described',
    fact('others-take-part', 'gull-drill', 'participants', 'Many whom nobody counts'),
  ],
  ['a league takes part', fact('league-takes-part', 'gull-drill', 'participant', 'harbor-league')],
])('an event has no map if %s', async (_, more) => {
  expect(await mapOf('gull-drill', threeTakePart + more)).toBeUndefined()
})

test('what names no country has no map', async () => {
  expect(await mapOf('gull-drill', '')).toBeUndefined()
})

test('a country shows who is in the same ties', async () => {
  expect(await mapOf('norway', chileAndPeru)).toMatchObject({
    title: 'Norway',
    groups: [
      { label: 'Norway', fillStyle: 'first', countries: [norway] },
      { label: 'With it in ties and exercises', fillStyle: 'second', countries: [chile, peru] },
    ],
  })
})

test('a country has no map if it has no ties, or if one of them does not name all of its members', async () => {
  expect(await mapOf('chile', '')).toBeUndefined()
  const counted = fact('many-belong', 'harbor-league', 'member-count', 31)
  expect(await mapOf('norway', chileAndPeru + counted)).toBeUndefined()
})

async function comparisonOf(more: string) {
  const facts = await factsWith(more)
  const sides = ['harbor-league', 'gull-drill'].flatMap((id) => {
    const entity = facts.getEntity(id)
    return entity ? [{ entity, groups: facts.factsAbout(id) }] : []
  })
  return compareMap(sides, facts, now)?.image
}

test('a comparison shows who is named for one, and who for both', async () => {
  const chileTakesPart = fact('chile-takes-part', 'gull-drill', 'participant', 'chile')
  expect(await comparisonOf(chileAndPeru + chileTakesPart)).toMatchObject({
    title: 'Harbor League and Gull Drill',
    groups: [
      { label: 'Harbor League', fillStyle: 'first', countries: [norway, peru] },
      { label: 'Both', fillStyle: 'shared', countries: [chile] },
    ],
  })
  // Nobody is named for Gull Drill, or not all members of the league are.
  expect(await comparisonOf(chileAndPeru)).toBeUndefined()
  const counted = fact('many-belong', 'harbor-league', 'member-count', 31)
  expect(await comparisonOf(chileAndPeru + chileTakesPart + counted)).toBeUndefined()
})

test.each([
  ['2021', '2021-06-01', true],
  ['2021', '2022-01-01', false],
  ['2021-09', '2021-09-30', true],
  ['2021-09-14', '2021-09-15', false],
])('what lasted until %s belongs on %s: %s', (validTo, day, isSo) => {
  expect(isCurrentMember({ role: 'full', validFrom: null, validTo } as Fact, day)).toBe(isSo)
})
