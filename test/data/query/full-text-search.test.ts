import { expect, test } from 'vitest'
import type { SearchResult } from '../../../src/data/query/full-text-search.ts'
import { openCorpusFacts } from '../../fixtures/sample-data.ts'

const facts = openCorpusFacts()

function search(text: string, offset = 0, limit = 8): SearchResult {
  return facts.search(text, { offset, limit })
}

/** Each statement, with its matches between asterisks. */
function highlighted({ hits }: SearchResult): string[] {
  return hits.map(({ segments }) =>
    segments.map(({ text, isMatch }) => (isMatch ? `*${text}*` : text)).join(''),
  )
}

/** Queries, each with the entity that the first hit must be about. */
const queries: [query: string, entity: string][] = [
  ['NATO', 'nato'],
  ['when was NATO founded', 'nato'],
  ['1949', 'nato'],
  ['how many members does nato have', 'nato'],
  ['NATO secretary general', 'nato-sec-gen'],
  ['who leads NATO', 'nato'],
  ['nuclear submarines', 'aukus'],
  ['AUKUS members', 'aukus'],
  ['is AUKUS an alliance', 'aukus'],
  ['aukus technology', 'aukus'],
  ['NORAD stands for', 'norad'],
  ['North American aerospace', 'norad'],
  ['quad members', 'quad'],
  ['ANZUS treaty', 'anzus'],
  ['us japan alliance', 'us-japan'],
  ['U.S.-Japan 1960', 'us-japan'],
  ['bases in japan', 'us-japan'],
  ['reconstituted joint force headquarters', 'us-forces-japan'],
  ['Talisman Saber', 'talisman-sabre'],
  ['who takes part in RIMPAC', 'rimpac'],
  ['rim of the pacific', 'rimpac'],
  ['cobra gold interoperability', 'cobra-gold'],
  ['valiant shield', 'valiant-shield'],
  ['african lion', 'african-lion'],
  ['hospital ship', 'usns-comfort'],
  ['USNS Mercy', 'usns-mercy'],
  ['medical care pacific angel', 'pacific-angel'],
  ['state partnership program growth', 'state-partnership'],
  ['morocco treaty of friendship', 'us-morocco-treaty'],
  ['defense cooperation morocco 2030', 'us-morocco'],
  ['bulgaria road map', 'bulgaria-road-map'],
  ['torpedo belgium', 'belgium-mk54'],
  ['osprey indonesia', 'indonesia-mv22'],
  ['F-35 aircraft japan', 'japan-f35'],
  ['persian gulf coalition', 'imsc'],
  ['belt and road', 'belt-and-road'],
  ['deterrence definition', 'deterrence'],
  ['interoperability means', 'interoperability'],
  ['100,000 service members in europe', 'europe'],
  ['European deterrence initiative funding', 'edi'],
  ['north macedonia joining', 'nato'],
  ['Mark Esper', 'mark-esper'],
  ['foreign military sales', 'foreign-military-sales'],
  ['sweden finland accession', 'nato'],
  ['spending 2% gdp', 'nato'],
  ['freedom of navigation', 'fonops'],
  ['isis coalition', 'anti-isis'],
  ['F-35 🇯🇵', 'japan-f35'],
  // With typos, or unfinished.
  ['natto founded', 'nato'],
  ['austrlia aukus', 'aukus'],
  ['interoprability', 'interoperability'],
  ['talisman sabr', 'talisman-sabre'],
  ['multilatera exercises', 'multilateral-exercise'],
]

test.each(queries)('the first hit for %j is about %s', (query, entity) => {
  expect(search(query).hits[0]?.fact.entity).toBe(entity)
})

test('matches are highlighted in any form of the word, and URLs stay in one piece', () => {
  expect(highlighted(search('nato founding'))[0]).toBe('*NATO* began in 1949.')
  expect(highlighted(search('nato founding'))[1]).toBe('*NATO* was *founded* by a treaty.')
  expect(highlighted(search('u.s.-japan'))[0]).toContain('U.S.-*Japan*')
  const withUrl = search('news europe article').hits.find(({ fact }) => fact.statement.includes('://'))
  expect(withUrl?.segments.find(({ text }) => text.includes('://'))?.isMatch).toBe(false)
})

test('a word that no fact has is reported, with what was searched for instead', () => {
  expect(search('natto founded').corrections).toEqual([
    { word: 'natto', replacement: { text: 'nato', isPrefix: false } },
  ])
  expect(search('oldest treaty').corrections).toEqual([
    { word: 'oldest', replacement: { text: 'oldes', isPrefix: true } },
  ])
  expect(search('xqzw treaty')).toMatchObject({ corrections: [{ word: 'xqzw' }], isPartial: false })
  expect(search('xqzw')).toEqual({ total: 0, hits: [], corrections: [{ word: 'xqzw' }], isPartial: false })
})

test('if no fact has all words, facts with some of them are a partial result', () => {
  const result = search('submarines morocco', 0, 100)
  expect(result.isPartial).toBe(true)
  expect(result.hits.map(({ fact }) => fact.entity)).toContain('aukus')
})

test.each([
  ['"nato"', 'nato'],
  ["nato' OR 1=1 --", 'nato or 1 1'],
  ['nato*', 'nato'],
  ['^nato', 'nato'],
  ['subject : nato', 'subject nato'],
  ['{names statement} : nato', 'names statement nato'],
  ['NATO NOT treaty', 'nato not treaty'],
  ['NEAR(nato treaty, 2)', 'near nato treaty 2'],
  ['-nato', 'nato'],
  ['(nato', 'nato'],
  ['nato + japan', 'nato japan'],
])('%j is not syntax: it finds what %j finds', (query, plain) => {
  const result = search(query)
  expect(result).toEqual(search(plain))
  expect(result.total).toBeGreaterThan(0)
})

test.each(['', ' ', '***', '"', '🙂🙂', '\u202E', '\0', "'", '()'])(
  '%j has no words and finds nothing',
  (query) => {
    expect(search(query)).toMatchObject({ total: 0, hits: [] })
  },
)

test('pages have no gaps and no repeated hits', () => {
  const all = search('treaty', 0, 1000)
  expect(all.hits).toHaveLength(all.total)
  const paged = Array.from({ length: Math.ceil(all.total / 8) }, (_, page) => search('treaty', page * 8).hits)
  expect(paged.flat().map(({ fact }) => fact.id)).toEqual(all.hits.map(({ fact }) => fact.id))
  expect(new Set(all.hits.map(({ fact }) => fact.id)).size).toBe(all.total)
})

test('a search can be limited to facts about some entities', () => {
  const result = facts.search('nato', { offset: 0, limit: 500, about: ['edi', 'norad'] })
  expect(new Set(result.hits.map(({ fact }) => fact.entity))).toEqual(new Set(['edi']))
  expect(facts.search('nato', { offset: 0, limit: 8, about: [] }).total).toBe(0)
})

test('the name of a country that no fact has is neither a typo nor a prefix', () => {
  for (const query of ['austria', 'niger', 'iraq', 'slovenia', 'austrian', '🇹🇼']) {
    expect(search(query).total, query).toBe(0)
    expect(search(query).corrections, query).toEqual([{ word: query }])
  }
  expect(search('nigeria').total).toBeGreaterThan(0)
  expect(search('🇯🇵').total).toBeGreaterThan(10)
})
