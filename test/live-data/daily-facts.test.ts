// What is told on a thousand days, by the real facts.
import { expect, test } from 'vitest'
import { isOutdatedAt } from '../../src/cards/shared/sources.ts'
import type { Fact } from '../../src/data/model/types.ts'
import type { FactSnapshot } from '../../src/data/query/fact-store.ts'
import { pickFact } from '../../src/schedule/pick-fact.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-11-29T12:00:00Z')

/** The facts of so many days, and after how many all had been told. */
function tell(from: FactSnapshot, days: number) {
  const all: Fact[] = []
  const cycles: number[] = []
  let told: string[] = []
  let seed = 0
  const random = () => (seed += (Math.sqrt(5) - 1) / 2) % 1
  for (let day = 0; day < days; day++) {
    const picked = pickFact(from, { told, now, random })
    if (!picked) throw new Error('there is nothing to tell')
    if (picked.forgetAllBut !== undefined) {
      cycles.push(day)
      told = told.slice(0, picked.forgetAllBut)
    }
    told.unshift(picked.fact.id)
    all.push(picked.fact)
  }
  return { all, cycles }
}

test.each([
  ['all sources', facts],
  ['the five articles', facts.withoutReferences()],
])(
  'of %s, nothing is told again for over half a year, and no two days are about the same thing',
  (_what, from) => {
    const { all, cycles } = tell(from, 1000)
    const [first = all.length] = cycles
    expect(first).toBeGreaterThan(183)
    expect(new Set(all.slice(0, first).map(({ id }) => id)).size).toBe(first)
    const sameAsBefore = all.filter(({ entity }, index) => index > 0 && all[index - 1]?.entity === entity)
    expect(sameAsBefore).toEqual([])
  },
)

test('in each later round all are told before one is told again', () => {
  const { all, cycles } = tell(facts, 1000)
  const [first = 0, second = 0] = cycles
  expect(second).toBeGreaterThan(first)
  const round = all.slice(first, second)
  expect(new Set(round.map(({ id }) => id)).size).toBe(round.length)
  expect(round.length).toBeGreaterThan(first * 0.9)
})

test('what is told is neither disputed nor stale, and a sentence rather than a number of a table', () => {
  const disputed = new Set(
    facts
      .disputes()
      .filter(({ type }) => ['contradiction', 'classification', 'change'].includes(type))
      .flatMap(({ group }) => group.facts.map(({ id }) => id)),
  )
  const { all } = tell(facts, 300)
  for (const fact of all) {
    expect(disputed.has(fact.id), fact.id).toBe(false)
    expect(['text', 'commitment'], fact.id).toContain(fact.value.type)
    const isDated = /\b\d{4}\b/.test(fact.statement)
    const isOfText = facts.getArticle(fact.article).kind === 'official text'
    if (isOutdatedAt(now)(fact)) expect(isDated || isOfText, fact.statement).toBe(true)
  }
})

test('the five articles alone are told where a server keeps to them', () => {
  const { all } = tell(facts.withoutReferences(), 100)
  expect(new Set(all.map(({ article }) => facts.getArticle(article).shelf))).toEqual(new Set(['seed']))
})
