import { expect, test } from 'vitest'
import { buildNameIndex, openNameIndex } from '../../../src/data/query/name-index.ts'

const openNames = (index: ReturnType<typeof buildNameIndex>) => openNameIndex(index, () => index.search)

const index = buildNameIndex([
  {
    entity: 'nato',
    names: ['NATO', 'North Atlantic Treaty Organization'],
    context: 'alliance United States',
  },
  { entity: 'us-japan', names: ['U.S.-Japan alliance'], context: 'alliance Japan Japanese' },
  { entity: 'south-korea', names: ['South Korea', 'ROK', 'Korea'], context: 'country' },
  { entity: 'north-korea', names: ['North Korea', 'Korea'], context: 'country' },
  { entity: 'atlantic-treaty', names: ['Atlantic Treaty'], context: 'document' },
  { entity: 'turkiye', names: ['Türkiye'], context: 'country' },
  { entity: 'united-states', names: ['United States', 'U.S.'], context: 'country' },
  { entity: 'talisman', names: ['Talisman Sabre'], context: 'exercise Australia Aussie' },
])
const names = openNames(JSON.parse(JSON.stringify(index)) as typeof index)

test.each([
  ['nato', ['nato']],
  ['n.a.t.o.', ['nato']],
  ['N A T O', ['nato']],
  ['north atlantic treaty organization', ['nato']],
  ['korea', ['south-korea', 'north-korea']],
  ['TURKIYE', ['turkiye']],
  ['US', ['united-states']],
  ['atlantic treaties', []],
  ['south koreas', ['south-korea']],
  ['atlantic', []],
  ['', []],
  ['.', []],
])('the exact name %j finds %j', (text, entities) => {
  expect(names.exact(text)).toEqual(entities)
})

test.each([
  ['a prefix of the name', 'nat', 'nato', 'NATO'],
  ['a prefix of a later word', 'atl', 'atlantic-treaty', 'Atlantic Treaty'],
  ['a typo', 'nattoo', 'nato', 'NATO'],
  ['a typo in a long name', 'talismen saber', 'talisman', 'Talisman Sabre'],
  ['skipped words', 'north treaty', 'nato', 'North Atlantic Treaty Organization'],
  ['words in another order', 'sabre talisman', 'talisman', 'Talisman Sabre'],
  ['words next to a weak one', 'the japan alliance', 'us-japan', 'U.S.-Japan alliance'],
  ['an alias', 'rok', 'south-korea', 'ROK'],
  ['its kind and a member', 'japanese alliance', 'us-japan', 'U.S.-Japan alliance'],
  ['a participant', 'aussie exercise', 'talisman', 'Talisman Sabre'],
  ['words without spaces', 'southkorea', 'south-korea', 'South Korea'],
])('%s finds it: %j', (_name, text, entity, name) => {
  expect(names.search(text)[0]).toEqual({ entity, name })
})

test('an exact name comes before longer ones, and each entity is listed once', () => {
  expect(names.search('korea').map(({ entity }) => entity)).toEqual(['south-korea', 'north-korea'])
  expect(names.search('atlantic treaty').map(({ entity }) => entity)).toEqual(['atlantic-treaty', 'nato'])
})

test('names that only share a weak word come last', () => {
  expect(names.search('us').map(({ entity }) => entity)).toEqual(['united-states', 'us-japan'])
  expect(names.search('the')).toEqual([])
  expect(names.search('u').map(({ entity }) => entity)).toContain('united-states')
})

test('an alias is shown only if the entity’s own name does not match', () => {
  expect(names.search('korea')[0]?.name).toBe('South Korea')
  expect(names.search('rok')[0]?.name).toBe('ROK')
})

test('empty text lists all entities in the order of the index; text that names nothing finds nothing', () => {
  expect(names.search('  ').map(({ entity }) => entity)).toEqual([
    'nato',
    'us-japan',
    'south-korea',
    'north-korea',
    'atlantic-treaty',
    'turkiye',
    'united-states',
    'talisman',
  ])
  for (const text of ['!!!', 'xyzzyx', '😀', '\u202E', 'a'.repeat(500)])
    expect(names.search(text)).toEqual([])
})

test('among very many names with the same prefix, other words and similarity still decide', () => {
  const many = Array.from({ length: 200 }, (_, number) => ({
    entity: `malta-${number}`,
    names: [`Malta pact ${number}`],
    context: 'pact',
  }))
  const jordan = { entity: 'jordan-malta', names: ['Jordan-Malta pact'], context: 'pact' }
  const crowded = openNames(buildNameIndex([...many, jordan]))
  const first = (text: string) => crowded.search(text)[0]?.entity
  expect(first('jordan ma')).toBe('jordan-malta')
  expect(first('jodran ma')).toBe('jordan-malta')
  expect(first('jordan xy')).toBe('jordan-malta')
  expect(first('the malta pact 7')).toBe('malta-7')
  expect(crowded.search('the malta')).toHaveLength(60)
})
