// Every country by every name that it is known by, and no country in place of another.
import countries from 'i18n-iso-countries'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { allCountries } from '../../../src/data/build/iso-countries.ts'
import { corpusDirectory } from '../../fixtures/corpus.ts'
import { normalizeText } from '../../../src/data/model/normalize-text.ts'
import { openCorpusFacts, sampleFiles } from '../../fixtures/sample-data.ts'
import { validateDataset } from '../../../src/data/build/rules.ts'
import { parseDataset } from '../../../src/data/build/parse.ts'

const facts = openCorpusFacts()
const world = facts.withAllCountries()
const alsoCalled = new Map(
  Object.entries(
    parse(readFileSync(join(corpusDirectory, 'reference/country-names.yaml'), 'utf8')) as Record<
      string,
      string[]
    >,
  ),
)
const all = allCountries(facts.entities, alsoCalled)
const named = all.flatMap(({ id, name, aliases }) =>
  [name, ...aliases].map((one) => ({
    id,
    name: one,
    normalized: normalizeText(one),
  })),
)
const ownersOf = (normalized: string) => [
  ...new Set(named.filter((one) => one.normalized === normalized).map(({ id }) => id)),
]

/** Names of two countries, of which the bot asks which is meant. */
const shared = {
  congo: ['cd', 'cg'],
  congolese: ['cd', 'cg'],
  czechoslovak: ['cz', 'sk'],
  czechoslovakia: ['cz', 'sk'],
  'federal republic of yugoslavia': ['me', 'rs'],
  korea: ['north-korea', 'south-korea'],
  'saint martin': ['mf', 'sx'],
  'serbia and montenegro': ['me', 'rs'],
  'virgin islands': ['vg', 'vi'],
  yugoslavia: ['me', 'rs'],
}

test('no two countries have a name in common but those that do', () => {
  const doubles = Object.fromEntries(
    [...new Set(named.map(({ normalized }) => normalized))]
      .map((normalized) => [normalized, ownersOf(normalized).toSorted()] as const)
      .filter(([, owners]) => owners.length > 1),
  )
  expect(doubles).toEqual(shared)
  expect(all).toHaveLength(Object.keys(countries.getAlpha2Codes()).length)
  expect(named.length).toBeGreaterThan(1100)
})

test('every name is that country exactly and first, and no other, however it is cased, spaced or pasted', () => {
  const wrong = named.flatMap(({ id, name, normalized }) => {
    const owners = ownersOf(normalized)
    const [first] = world.names.search(name)
    const written = [
      ...[name, name.toUpperCase(), name.toLowerCase(), name.normalize('NFD'), `  ${name}\u200b`],
      ...[`\u202a${name}\u202c`, Array.from(name).join('\u2060'), `${name}\ufe0f`],
    ]
    const others = written.filter(
      (text) => world.names.exact(text).toSorted().join() !== owners.toSorted().join(),
    )
    const isFirst = first !== undefined && owners.includes(first.entity)
    return isFirst && others.length === 0 ? [] : [{ id, name, first, others }]
  })
  expect(wrong).toEqual([])
})

/** Levenshtein's distance where it is at most two; three stands for all that is more. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let from = 1; from <= one.length; from++) {
    const next = [from]
    for (let to = 1; to <= other.length; to++) {
      const [left = 0, above = 0, across = 0] = [next[to - 1], row[to], row[to - 1]]
      next.push(Math.min(left + 1, above + 1, across + (one[from - 1] === other[to - 1] ? 0 : 1)))
    }
    if (Math.min(...next) > 2) return 3
    row = next
  }
  return Math.min(3, row.at(-1) ?? 3)
}

test('of two countries with like names neither is offered for a name of the other', () => {
  const written = named.filter(({ normalized }) => /^\p{L}/u.test(normalized))
  const pairs = written.flatMap((one) =>
    written
      .filter(
        (other) =>
          one.id !== other.id &&
          one.normalized !== other.normalized &&
          distance(one.normalized, other.normalized) < 3,
      )
      .map((other) => [one, other] as const),
  )
  const seen = new Set(pairs.map(([one, other]) => `${one.name} ${other.name}`))
  for (const known of [
    'Iran Iraq',
    'Mali Malawi',
    'Austria Australia',
    'Slovakia Slovenia',
    'Austrian Australian',
  ])
    expect(seen).toContain(known)
  expect(pairs.length).toBeGreaterThan(100)
  const misled = pairs.filter(([one, other]) =>
    [world, facts].some(({ names }) =>
      names
        .search(one.name)
        .filter(({ entity }) => entity === other.id && !ownersOf(one.normalized).includes(entity))
        // Who types "Niger" may be about to type "Nigeria".
        .some(({ name }) => !` ${normalizeText(name)}`.includes(` ${one.normalized}`)),
    ),
  )
  expect(misled.map(([one, other]) => `${one.name} → ${other.name}`)).toEqual([])
})

test('where only countries of the articles are offered, a name of another is no typo of theirs', () => {
  const ids = new Set(facts.entities.map(({ id }) => id))
  const isCountry = (id: string) => facts.getEntity(id)?.kind === 'country'
  const misled = named
    .filter(({ id, normalized }) => !ids.has(id) && facts.names.exact(normalized).length === 0)
    .flatMap(({ name, normalized }) =>
      facts.names
        .search(name)
        .filter(
          ({ entity, name: offered }) => isCountry(entity) && !normalizeText(offered).startsWith(normalized),
        )
        .map(({ name: offered }) => `${name} → ${offered}`),
    )
  expect(misled).toEqual([])
  for (const typed of ['austria treaty', 'iraq alliance', 'Slovenian army', 'chinese taipei']) {
    const offered = facts.names.search(typed).map(({ entity }) => entity)
    expect(offered, typed).not.toContain('australia')
    expect(offered, typed).not.toContain('china')
  }
})

test.each([
  ['Republic of China', 'tw'],
  ['Chinese Taipei', 'tw'],
  ['FYROM', 'north-macedonia'],
  ['The former Yugoslav Republic of Macedonia', 'north-macedonia'],
  ['Burma', 'mm'],
  ['Swaziland', 'sz'],
  ['Czech Republic', 'cz'],
  ['Ivory Coast', 'ci'],
  ['Zaire', 'cd'],
  ['Democratic Republic of Congo', 'cd'],
  ['Republic of the Congo', 'cg'],
  ['Ceylon', 'lk'],
  ['Persia', 'ir'],
  ['Holland', 'nl'],
  ['Turkey', 'tr'],
  ['Cabo Verde', 'cv'],
  ['East Timor', 'tl'],
  ['USSR', 'soviet-union'],
  ['Hashemite Kingdom of Jordan', 'jordan'],
  ['People’s Republic of China', 'china'],
  ['the Gambia', 'gm'],
  ['the Ukraine', 'ukraine'],
  ['St Kitts', 'kn'],
  ['Côte dʼIvoire', 'ci'],
  ['Scotland', 'united-kingdom'],
  ['wales', 'united-kingdom'],
  ['ENGLAND', 'united-kingdom'],
  ['Northern Ireland', 'united-kingdom'],
  ['Republic of Ireland', 'ie'],
  ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'united-kingdom'],
  ['🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'united-kingdom'],
  ['🏴󠁵󠁳󠁴󠁸󠁿', 'united-states'],
  ['🇯🇵', 'japan'],
  ['🇯🇵\ufe0f', 'japan'],
  [':flag_jp:', 'japan'],
  ['🇯🇵 Japan', 'japan'],
  ['Japan 🇯🇵', 'japan'],
  ['🇹🇼', 'tw'],
  ['ＪＡＰＡＮ', 'japan'],
  ['𝐉𝐚𝐩𝐚𝐧', 'japan'],
  ['Japan ¹', 'japan'],
])('%j is %s', (typed, id) => {
  expect(world.names.exact(typed)).toEqual([id])
  expect(world.names.search(typed)[0]?.entity).toBe(id)
})

test.each([
  ['another country’s flag is beside the name', '🇰🇷 Japan'],
  ['a flag of no country', '🇽🇽'],
  ['a flag without its country', '🏴'],
])('%s: nothing is that exactly: %j', (_what, typed) => {
  expect(world.names.exact(typed)).toEqual([])
})

test('flags complete wherever names do, from their first half on, and those of two lead to what both are in', () => {
  expect(facts.names.search('🇯🇵')[0]).toEqual({ entity: 'japan', name: '🇯🇵' })
  expect(facts.names.search('🇯').map(({ entity }) => entity)).toContain('japan')
  expect(facts.names.search('🇺🇸🇯🇵').map(({ entity }) => entity)).toContain('us-japan')
  // 🇰🇵 is but one letter from it.
  expect(facts.names.search('🇯🇵').map(({ entity }) => entity)).not.toContain('north-korea')
})

test.each([
  ['NATO와', ['nato']],
  ['日本とNATOとAUKUS', ['nato', 'aukus']],
  ['นาโตNATOและAUKUS', ['nato', 'aukus']],
  ['блокAUKUSа', ['aukus']],
])('names that touch another script are offered: %j', (typed, ids) => {
  expect(facts.names.search(typed).map(({ entity }) => entity)).toEqual(expect.arrayContaining(ids))
})

test('what is like a word that is not shown is not offered', () => {
  expect(world.names.search('Tibet')).toEqual([])
  const names = world.names.search('Natto').map(({ name }) => normalizeText(name))
  expect(names[0]).toBe('nato')
  expect(names.filter((name) => !name.split(' ').includes('nato'))).toEqual([])
  // What takes part is told from the name of it as it is written, and the thing offered by its own name.
  expect(facts.names.search('Scotland')).toContainEqual({ entity: 'aukus', name: 'AUKUS' })
})

test('the file of names says only what the libraries do not, nothing twice, and of countries alone', () => {
  const known = new Map(allCountries([], new Map()).map((one) => [one.code, one]))
  const needless = [...alsoCalled].flatMap(([code, names]) => {
    const country = known.get(code)
    const have = [country?.name ?? '', ...(country?.aliases ?? [])].map(normalizeText)
    return names.filter((name, index) =>
      [...have, ...names.slice(0, index).map(normalizeText)].includes(normalizeText(name)),
    )
  })
  expect(needless).toEqual([])
  const problems = validateDataset(
    parseDataset([
      ...sampleFiles,
      { path: 'reference/country-names.yaml', text: 'NO: [Norge]\nZZ: [Nowhere]\n' },
    ]),
  )
  expect(problems).toEqual([
    expect.objectContaining({
      file: 'reference/country-names.yaml',
      line: 2,
      message: '"ZZ" is not the code of a country',
    }),
  ])
})
