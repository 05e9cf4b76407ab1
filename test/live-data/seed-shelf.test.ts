// A server may keep to the seed articles: nothing of the reference shelf is then found, named or cited.
import { expect, test } from 'vitest'
import { entityCard } from '../../src/cards/entity/entity-card.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const whole = openRealFacts()
const seed = whole.withoutReferences()
const now = new Date('2026-11-01T00:00:00Z')
const referenceOnly = whole.entities.filter(
  ({ id, kind }) => kind !== 'country' && whole.hasFacts(id) && !seed.hasFacts(id),
)

test('the seed articles alone have fewer facts, publications and entities', () => {
  expect(seed.articles().map(({ shelf }) => shelf)).toEqual(Array(5).fill('seed'))
  expect(seed.count).toBeLessThan(whole.count)
  expect(seed.entities.length).toBeLessThan(whole.entities.length)
  expect(Array.from({ length: seed.count }, (_, index) => seed.factAt(index)?.article)).toEqual(
    seed.articles().flatMap(({ id }) => seed.factsInArticle(id).map(() => id)),
  )
  expect(seed.factAt(seed.count)).toBeUndefined()
})

test('no card cites a reference work', () => {
  const ids = new Set(seed.articles().map(({ id }) => id))
  for (const entity of seed.entities.filter(({ id }) => seed.hasFacts(id))) {
    for (const view of [seed, seed.asOf('2021-01-01')]) {
      const { facts = [] } = entityCard(entity, { facts: view, now })
      expect(facts.filter(({ article }) => !ids.has(article))).toEqual([])
    }
  }
})

test('what only reference works tell of is not found', () => {
  expect(referenceOnly.length).toBeGreaterThan(10)
  for (const { id, name } of referenceOnly) {
    expect(seed.names.exact(name)).not.toContain(id)
    expect(seed.names.search(name).map(({ entity }) => entity)).not.toContain(id)
    expect(seed.search(name, { offset: 0, limit: 20 }).hits.map(({ fact }) => fact.entity)).not.toContain(id)
    expect(seed.mentionsIn(`They talked about ${name}.`).map(({ entity }) => entity)).not.toContain(id)
  }
  expect(
    seed.disputes().flatMap(({ group }) => group.facts.map(({ article }) => article)),
  ).not.toContainEqual(
    expect.stringMatching(
      new RegExp(
        `^(${whole
          .articles()
          .filter(({ shelf }) => shelf === 'reference')
          .map(({ id }) => id)
          .join('|')})$`,
      ),
    ),
  )
})

test('every country is still found', () => {
  expect(seed.names.exact('Chad')).toEqual(['chad'])
  expect(seed.hasFacts('chad')).toBe(false)
})
