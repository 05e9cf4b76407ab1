// The lines of first answers: no value begins with the word that its label ends with, and none is hidden alone.
import { expect, test } from 'vitest'
import { entityCard } from '../../../src/cards/entity/entity-card.ts'
import { openRealFacts } from '../../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-06-01')
const lines = facts.entities
  .filter(({ id }) => facts.hasFacts(id))
  .flatMap((entity) => entityCard(entity, { facts, now }).sections ?? [])
  .flatMap((section) => section.lines)

test('no line reads "Not Not" or "No promise No"', () => {
  expect(lines.length).toBeGreaterThan(1000)
  expect(lines.filter(({ label = '', text }) => /^Not?\b/.test(label) && /^Not? /.test(text))).toEqual([])
})

test('what is left out is counted with a noun, and is never one value', () => {
  const rest = lines.flatMap(({ text }) => / · (\d+ more.*)$/.exec(text)?.[1] ?? [])
  expect(rest.length).toBeGreaterThan(100)
  expect(rest.filter((text) => /^1 more\b|more$/.test(text))).toEqual([])
})
