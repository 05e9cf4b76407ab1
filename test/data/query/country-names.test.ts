// Every country is found by all of its names, and never in place of another.
import countries from 'i18n-iso-countries'
import { expect, test } from 'vitest'
import { normalizeText } from '../../../src/data/model/normalize-text.ts'
import { openCorpusFacts } from '../../fixtures/sample-data.ts'

const facts = openCorpusFacts()
const countryList = facts.entities.filter(({ kind }) => kind === 'country')
const names = countryList.flatMap((country) =>
  [country.name, ...country.aliases].map((name) => ({
    id: country.id,
    name,
    normalized: normalizeText(name),
  })),
)
const ownersOf = (normalized: string) => [
  ...new Set(names.filter((entry) => entry.normalized === normalized).map(({ id }) => id)),
]

/** Names of two countries; the bot asks which is meant. */
const sharedNames = {
  congo: ['congo-republic', 'dr-congo'],
  congolese: ['congo-republic', 'dr-congo'],
  czechoslovak: ['czechia', 'czechoslovakia', 'slovakia'],
  'federal republic of yugoslavia': ['montenegro', 'serbia'],
  korea: ['north-korea', 'south-korea'],
  'saint martin': ['saint-martin', 'sint-maarten'],
  'serbia and montenegro': ['montenegro', 'serbia'],
  'virgin islands': ['british-virgin-islands', 'u-s-virgin-islands'],
}

test('no two countries share a name that is not listed', () => {
  const duplicates = Object.fromEntries(
    [...new Set(names.map(({ normalized }) => normalized))]
      .map((normalized) => [normalized, ownersOf(normalized).toSorted()] as const)
      .filter(([, owners]) => owners.length > 1),
  )
  expect(duplicates).toEqual(sharedNames)
  const codes = countryList.flatMap(({ code }) => code ?? [])
  expect(codes.toSorted()).toEqual(Object.keys(countries.getAlpha2Codes()).toSorted())
  expect(names.length).toBeGreaterThan(1100)
})

test('every name finds its country, exactly and first, in any case, spacing or pasted form', () => {
  const wrong = names.flatMap(({ id, name, normalized }) => {
    const owners = ownersOf(normalized)
    const [first] = facts.names.search(name)
    const spellings = [
      ...[name, name.toUpperCase(), name.toLowerCase(), name.normalize('NFD'), `  ${name}\u200b`],
      ...[`\u202a${name}\u202c`, Array.from(name).join('\u2060'), `${name}\ufe0f`],
    ]
    const missed = spellings.filter(
      (text) => facts.names.exact(text).toSorted().join() !== owners.toSorted().join(),
    )
    const isFirst = first !== undefined && owners.includes(first.entity)
    return isFirst && missed.length === 0 ? [] : [{ id, name, first, missed }]
  })
  expect(wrong).toEqual([])
})

/** The Levenshtein distance of two texts, at most 3. */
function distance(text: string, other: string): number {
  if (Math.abs(text.length - other.length) > 2) return 3
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let from = 1; from <= text.length; from++) {
    const next = [from]
    for (let to = 1; to <= other.length; to++) {
      const [left = 0, above = 0, across = 0] = [next[to - 1], row[to], row[to - 1]]
      next.push(Math.min(left + 1, above + 1, across + (text[from - 1] === other[to - 1] ? 0 : 1)))
    }
    if (Math.min(...next) > 2) return 3
    row = next
  }
  return Math.min(3, row.at(-1) ?? 3)
}

test('a country is not suggested for the similar name of another', () => {
  const wordNames = names.filter(({ normalized }) => /^\p{L}/u.test(normalized))
  const pairs = wordNames.flatMap((name) =>
    wordNames
      .filter(
        (other) =>
          name.id !== other.id &&
          name.normalized !== other.normalized &&
          distance(name.normalized, other.normalized) < 3,
      )
      .map((other) => [name, other] as const),
  )
  const pairNames = new Set(pairs.map(([name, other]) => `${name.name} ${other.name}`))
  for (const pair of [
    'Iran Iraq',
    'Mali Malawi',
    'Austria Australia',
    'Slovakia Slovenia',
    'Austrian Australian',
  ])
    expect(pairNames).toContain(pair)
  expect(pairs.length).toBeGreaterThan(100)
  const confused = pairs.filter(([name, other]) =>
    facts.names
      .search(name.name)
      .filter(({ entity }) => entity === other.id && !ownersOf(name.normalized).includes(entity))
      // The prefix "Niger" may suggest "Nigeria".
      .some((suggestion) => !` ${normalizeText(suggestion.name)}`.includes(` ${name.normalized}`)),
  )
  expect(confused.map(([name, other]) => `${name.name} → ${other.name}`)).toEqual([])
})

test('the name of a country that no article mentions is not a typo of one that an article does', () => {
  const isCountry = (id: string) => facts.getEntity(id)?.kind === 'country'
  const confused = names
    .filter(({ id }) => !facts.hasFacts(id))
    .flatMap(({ name, normalized }) =>
      facts.names
        .search(name)
        .filter(
          (suggestion) =>
            isCountry(suggestion.entity) &&
            facts.hasFacts(suggestion.entity) &&
            !normalizeText(suggestion.name).startsWith(normalized),
        )
        .map((suggestion) => `${name} → ${suggestion.name}`),
    )
  expect(confused).toEqual([])
  for (const input of ['austria treaty', 'iraq alliance', 'Slovenian army', 'chinese taipei']) {
    const suggested = facts.names.search(input).map(({ entity }) => entity)
    expect(suggested, input).not.toContain('australia')
    expect(suggested, input).not.toContain('china')
  }
})

test.each([
  ['Republic of China', 'taiwan'],
  ['Chinese Taipei', 'taiwan'],
  ['FYROM', 'north-macedonia'],
  ['The former Yugoslav Republic of Macedonia', 'north-macedonia'],
  ['Burma', 'myanmar'],
  ['Swaziland', 'eswatini'],
  ['Czech Republic', 'czechia'],
  ['Ivory Coast', 'ivory-coast'],
  ['Zaire', 'dr-congo'],
  ['Democratic Republic of Congo', 'dr-congo'],
  ['Republic of the Congo', 'congo-republic'],
  ['Ceylon', 'sri-lanka'],
  ['Persia', 'iran'],
  ['Holland', 'netherlands'],
  ['Turkey', 'turkey'],
  ['Cabo Verde', 'cape-verde'],
  ['East Timor', 'timor-leste'],
  ['USSR', 'soviet-union'],
  ['Hashemite Kingdom of Jordan', 'jordan'],
  ['People’s Republic of China', 'china'],
  ['the Gambia', 'gambia'],
  ['the Ukraine', 'ukraine'],
  ['St Kitts', 'saint-kitts-and-nevis'],
  ['Côte dʼIvoire', 'ivory-coast'],
  ['Scotland', 'united-kingdom'],
  ['wales', 'united-kingdom'],
  ['ENGLAND', 'united-kingdom'],
  ['Northern Ireland', 'united-kingdom'],
  ['Republic of Ireland', 'ireland'],
  ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'united-kingdom'],
  ['🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'united-kingdom'],
  ['🏴󠁵󠁳󠁴󠁸󠁿', 'united-states'],
  ['🇯🇵', 'japan'],
  ['🇯🇵\ufe0f', 'japan'],
  [':flag_jp:', 'japan'],
  ['🇯🇵 Japan', 'japan'],
  ['Japan 🇯🇵', 'japan'],
  ['🇹🇼', 'taiwan'],
  ['ＪＡＰＡＮ', 'japan'],
  ['𝐉𝐚𝐩𝐚𝐧', 'japan'],
  ['Japan ¹', 'japan'],
])('%j is %s', (input, id) => {
  expect(facts.names.exact(input)).toEqual([id])
  expect(facts.names.search(input)[0]?.entity).toBe(id)
})

test.each([
  ['a name with another country’s flag', '🇰🇷 Japan'],
  ['a flag of no country', '🇽🇽'],
  ['a flag without its country', '🏴'],
])('%s has no exact match: %j', (_name, input) => {
  expect(facts.names.exact(input)).toEqual([])
})

test('flags autocomplete as names do, from their first half, and two flags find what both countries are in', () => {
  expect(facts.names.search('🇯🇵')[0]).toEqual({ entity: 'japan', name: '🇯🇵' })
  expect(facts.names.search('🇯').map(({ entity }) => entity)).toContain('japan')
  expect(facts.names.search('🇺🇸🇯🇵').map(({ entity }) => entity)).toContain('us-japan')
  // 🇰🇵 differs by one letter.
  expect(facts.names.search('🇯🇵').map(({ entity }) => entity)).not.toContain('north-korea')
})

test.each([
  ['NATO와', ['nato']],
  ['日本とNATOとAUKUS', ['nato', 'aukus']],
  ['นาโตNATOและAUKUS', ['nato', 'aukus']],
  ['блокAUKUSа', ['aukus']],
])('names that touch another script are found: %j', (input, ids) => {
  expect(facts.names.search(input).map(({ entity }) => entity)).toEqual(expect.arrayContaining(ids))
})

test('fuzzy matches are similar to a word that is shown', () => {
  expect(facts.names.search('Tibet')).toEqual([])
  const suggestions = facts.names.search('Natto').map(({ name }) => normalizeText(name))
  expect(suggestions[0]).toBe('nato')
  expect(suggestions.filter((name) => !name.split(' ').includes('nato'))).toEqual([])
  // A name of a member finds the tie, which is shown by its own name.
  expect(facts.names.search('Scotland')).toContainEqual({ entity: 'aukus', name: 'AUKUS' })
})
