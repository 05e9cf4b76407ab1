// The verdict of a card, by value: kind, who and since when, in at most 140 characters.
import { expect, test } from 'vitest'
import { entityCard } from '../../../src/cards/entity/entity-card.ts'
import { maxVerdictLength } from '../../../src/cards/entity/verdict.ts'
import { openCorpusFacts } from '../../fixtures/sample-data.ts'

const facts = openCorpusFacts()
const mentioned = facts.entities.filter(({ id }) => facts.hasFacts(id))
const now = new Date('2026-06-01')

function cardOf(id: string, day = '') {
  const entity = facts.getEntity(id)
  if (!entity) throw new Error(`there is no ${id}`)
  return entityCard(entity, { facts: facts.asOf(day), now })
}

test.each([
  [
    'aukus',
    'A partnership of Australia, the United Kingdom and the United States, founded in September 2021. One article also calls it an alliance.',
  ],
  [
    'nato',
    'An alliance of 31 countries besides the United States (2024 or later), founded in 1949, sealed by a treaty.',
  ],
  ['anzus', 'An alliance of Australia, New Zealand and the United States, sealed by a treaty.'],
  ['quad', 'A partnership of Australia, India, Japan and the United States.'],
  [
    'us-japan',
    'An alliance between Japan and the United States, founded in 1960, sealed by a treaty. One article also calls it a partnership.',
  ],
  [
    'imsc',
    'A group of nations: 8 countries besides the United States (2020), founded in September (year not stated).',
  ],
  ['anti-isis', 'A coalition of over 80 partners (2020), led by the United States.'],
  ['rimpac', 'A multilateral exercise in the Pacific. The articles name no countries that take part.'],
  ['cobra-gold', 'A key exercise in the Indo-Pacific. The articles name no countries that take part.'],
  ['african-lion', 'A major U.S.-led military exercise in Africa, with NATO taking part.'],
  ['talisman-sabre', 'A multilateral exercise of Australia and the United States in the Pacific.'],
  ['us-india-2019', 'A joint military exercise of India and the United States, held in November 2019.'],
  ['pacific-partnership', 'A mission in the Indo-Pacific, begun in 2006, with the U.S. Navy taking part.'],
  ['us-bulgaria', 'Defense cooperation between Bulgaria and the United States.'],
  ['us-morocco-treaty', 'A treaty between Morocco and the United States.'],
  ['atlantic-treaty', 'NATO was founded by the Atlantic Treaty.'],
  [
    'interoperability',
    'U.S. forces’ ability to operate seamlessly and effectively with allied and partner forces.',
  ],
])('%s: %s', (id, text) => {
  expect(cardOf(id).verdict?.text.replaceAll("'", '’')).toBe(text)
})

test.each([
  ['nato-sec-gen', 'Jens Stoltenberg was NATO Secretary General in 2020.'],
  ['jens-stoltenberg', 'Jens Stoltenberg was NATO Secretary General in 2020.'],
  ['defense-secretary', 'Mark Esper was U.S. Secretary of Defense in 2020.'],
  ['us-navy', 'The U.S. Navy had two hospital ships in 2019.'],
  [
    'japan-f35',
    'The State Department had recently approved a possible sale of F-35 aircraft to Japan (2020).',
  ],
  ['nato-sip', 'U.S. financial support passes through the NATO Security Investment Program (2024 or later).'],
])('what changes carries its year: %s', (id, text) => {
  expect(cardOf(id).verdict?.text).toBe(text)
})

test('the verdict of an earlier day has what was known then', () => {
  expect(cardOf('nato', '2019-12-31').verdict?.text).toBe(
    'An alliance of 28 countries besides the United States (2019), sealed by a treaty.',
  )
})

test('a sentence too long for a verdict stands below the heading, whole', () => {
  const { verdict, sections } = cardOf('usd-policy')
  expect(verdict).toBeUndefined()
  expect(sections?.flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual([
    'The Assistant Secretary of Defense for International Security Affairs is principal advisor on international ' +
      'security strategy and policy to the Under Secretary of Defense for Policy.',
  ])
})

test('a verdict is one sentence or two of at most 140 characters, and comes from facts', () => {
  const without: string[] = []
  for (const { id } of mentioned) {
    const { verdict } = cardOf(id)
    if (!verdict) without.push(id)
    else {
      expect(verdict.text.length, id).toBeLessThanOrEqual(maxVerdictLength)
      expect(verdict.text, id).toMatch(/^\p{Lu}.*[^.…]\.$/u)
      expect(verdict.text, id).not.toMatch(/ {2}|\[|\]|undefined/)
    }
  }
  expect(without).toEqual(['usd-policy'])
  expect(maxVerdictLength).toBe(140)
})

test('every fact of a verdict is about the entity or mentions it', () => {
  for (const { id, kind } of mentioned) {
    if (kind === 'country') continue
    for (const fact of cardOf(id).verdict?.facts ?? [])
      expect(fact.entity === id || facts.factsMentioning(id).includes(fact), fact.id).toBe(true)
  }
})
