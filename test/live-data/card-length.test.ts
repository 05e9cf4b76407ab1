// First answers are short enough to be read in the middle of a discussion.
import { expect, test } from 'vitest'
import { entityCard } from '../../src/cards/entity/entity-card.ts'
import { cardText } from '../../src/cards/rendering/card-text.ts'
import { monthFirstDates } from '../../src/cards/rendering/date-order.ts'
import { allFactsFor } from '../../src/cards/shared/related-entities.ts'
import type { Card } from '../../src/core/card.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

/** Smaller entities have little to leave out. */
const minFacts = 5

const facts = openRealFacts()
const now = new Date('2026-06-01')

const cards = facts.entities
  .filter(({ id }) => facts.hasFacts(id))
  .map((entity) => [entity.name, entityCard(entity, { facts, now }), entity] as const)

/** What a reader sees, without Markdown marks and the addresses of links. */
function visibleText(card: Card): string {
  const { opening, sections, smallPrint } = cardText(card, monthFirstDates)
  return [opening, ...sections, smallPrint]
    .filter(Boolean)
    .join('\n')
    .replace(/\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)/g, '$1')
    .replace(/^(?:#{1,3}|-#|•) /gm, '')
    .replace(/\*\*|\\/g, '')
}

test('the median first answer has at most 450 characters, and 19 of 20 have at most 800', () => {
  const lengths = cards
    .filter(([, , entity]) => allFactsFor(entity, facts).length >= minFacts)
    .map(([, card]) => visibleText(card).length)
    .toSorted((a, b) => a - b)
  const percentile = (share: number) => lengths[Math.ceil(lengths.length * share) - 1]
  expect(lengths.length).toBeGreaterThan(100)
  expect(percentile(0.5)).toBeLessThanOrEqual(450)
  expect(percentile(0.95)).toBeLessThanOrEqual(800)
})

test('a reader sees neither marks nor addresses', () => {
  const url = 'https://example.org/a'
  const source = { article: 'a', title: '[A title]', url, date: '2020' }
  const line = { label: 'For', text: 'Peace' }
  const card = {
    heading: { text: 'NATO', kind: 'alliance' },
    sections: [{ isBulleted: true, lines: [line] }],
    sources: [source],
  }
  expect(visibleText(card)).toBe('NATO · alliance\nFor Peace\n[A title], 2020')
})

test.each(cards)(
  'the first answer about %s has a verdict of 140 characters and six lines at most',
  (_, card) => {
    const { verdict, sections = [] } = card
    const lines = sections.flatMap((section) => section.lines)
    // Where no statement is short enough for a verdict, the first line is the answer.
    expect(verdict?.text ?? lines[0]?.text).toMatch(/\.$/)
    expect(verdict?.text.length ?? 0).toBeLessThanOrEqual(140)
    expect(lines.length).toBeLessThanOrEqual(6)
    expect(lines.filter(({ label }) => label !== 'Not stated').length).toBeLessThanOrEqual(5)
    const texts = lines.map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  },
)
