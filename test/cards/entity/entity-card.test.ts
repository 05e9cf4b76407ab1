// What every first answer has: a heading with its kind, sources, and few characters.
import { expect, test } from 'vitest'
import { entityCard } from '../../../src/cards/entity/entity-card.ts'
import { cardText } from '../../../src/cards/rendering/card-text.ts'
import { colorForKind, neutralColor } from '../../../src/cards/shared/colors.ts'
import { encodeDate } from '../../../src/core/custom-id.ts'
import { openCorpusFacts, openRealFacts } from '../../fixtures/sample-data.ts'

const facts = openCorpusFacts()
const mentioned = facts.entities.filter(({ id }) => facts.hasFacts(id))
const now = new Date('2026-06-01')
const cards = mentioned.map((entity) => ({ entity, card: entityCard(entity, { facts, now }) }))

function cardOf(id: string) {
  const found = cards.find(({ entity }) => entity.id === id)
  if (!found) throw new Error(`there is no ${id}`)
  return found.card
}

test('the heading says what kind of thing it is; of a country the flag does', () => {
  expect(cardOf('nato').heading).toEqual({ text: 'NATO', kind: 'alliance' })
  expect(cardOf('japan-f35').heading).toEqual({ text: '[Possible F-35 sale to Japan]', kind: 'arms sale' })
  expect(cardOf('japan').heading).toEqual({ text: '🇯🇵 Japan' })
  expect(cardOf('soviet-union').heading).toEqual({ text: 'Soviet Union' })
})

test('what an alliance is known for is said where there is room', () => {
  const real = openRealFacts()
  const oldest = real.getEntity('anglo-portuguese')
  if (!oldest) throw new Error('there is no anglo-portuguese')
  const { sections } = cardText(entityCard(oldest, { facts: real, now }), (text) => text)
  expect(sections.join('\n')).toContain('oldest diplomatic alliance that is still in force')
})

test('what articles call by contrary words has a neutral color', () => {
  expect(cardOf('aukus').color).toBe(neutralColor)
  expect(cardOf('anzus').color).toBe(colorForKind('alliance'))
})

test('a first answer has no controls of its own, and leads to More of the same day', () => {
  const nato = facts.getEntity('nato')
  const day = '2019-12-31'
  expect(nato && entityCard(nato, { facts: facts.asOf(day), now })).toMatchObject({
    viewState: ['entity', encodeDate(day), 'nato'],
    more: ['more', encodeDate(day), 'nato'],
  })
  for (const { card, entity } of cards) {
    expect(card.controls, entity.id).toBeUndefined()
    expect(card.more, entity.id).toEqual(['more', '', entity.id])
    expect(card.sources?.length, entity.id).toBeGreaterThan(0)
    expect(card.facts?.length, entity.id).toBeGreaterThan(0)
  }
})

test('first answers are short: half have at most 450 characters, 19 of 20 at most 800', () => {
  const lengths = cards
    .map(({ card }) => {
      const { opening, sections, smallPrint } = cardText(card, (text) => text)
      const text = [opening, ...sections, smallPrint].join('\n')
      // Readers do not see the addresses of links.
      return text.replaceAll(/\]\(<[^>]*>\)/g, '').length
    })
    .toSorted((a, b) => a - b)
  expect(lengths.at(Math.floor(lengths.length / 2))).toBeLessThanOrEqual(450)
  expect(lengths.at(Math.floor(lengths.length * 0.95))).toBeLessThanOrEqual(800)
})
