// The lines of a first answer, by value: at most five and what is not stated, nothing twice.
import { expect, test } from 'vitest'
import type { Card } from '../../../src/core/card.ts'
import { entityCard } from '../../../src/cards/entity/entity-card.ts'
import { openCorpusFacts } from '../../fixtures/sample-data.ts'

const facts = openCorpusFacts()
const mentioned = facts.entities.filter(({ id }) => facts.hasFacts(id))
const now = new Date('2026-06-01')

function cardOf(id: string): Card {
  const entity = facts.getEntity(id)
  if (!entity) throw new Error(`there is no ${id}`)
  return entityCard(entity, { facts, now })
}

function linesOf(card: Card) {
  return (card.sections ?? []).flatMap(({ lines }) => lines)
}

function texts(id: string): Record<string, string> {
  return Object.fromEntries(linesOf(cardOf(id)).map(({ label = '', text }) => [label, text]))
}

test('where more members are counted than named, the line says how many are not named', () => {
  expect(texts('nato')).toMatchObject({
    Members: '🇫🇮 Finland · 🇸🇪 Sweden · 🇺🇸 United States; 29 are not named',
  })
  expect(texts('imsc')).toMatchObject({ Members: '🇱🇹 Lithuania · 🇺🇸 United States; 7 are not named' })
})

test('members whom the verdict names are not repeated', () => {
  for (const id of ['anzus', 'aukus', 'quad', 'us-japan']) {
    expect(texts(id)).not.toHaveProperty('Members')
  }
})

test('the count that was replaced carries its year and its own source', () => {
  const line = linesOf(cardOf('nato')).find(({ label }) => label === 'Earlier')
  expect(line?.text).toBe('28 countries besides the United States (2019)')
  expect(line?.facts?.map(({ article }) => article)).toEqual(['explainer'])
})

test('an exercise that one article counts among an alliance’s is not part of the alliance', () => {
  for (const id of ['nordic-response', 'valiant-shield']) {
    expect(texts(id)).toMatchObject({ Listed: 'among NATO exercises by one article' })
    expect(texts(id)).not.toHaveProperty('Part of')
  }
  expect(texts('nimitz-india')).toMatchObject({ 'Part of': 'Freedom-of-navigation operations' })
})

test.each([
  ['nato', undefined],
  ['anzus', 'a duty to defend each other · when it was founded'],
  ['aukus', 'whether a treaty seals it · a duty to defend each other'],
  ['quad', 'whether a treaty seals it · a duty to defend each other · when it was founded'],
  ['us-malta', 'whether a treaty seals it · a duty to defend each other'],
  ['atlantic-treaty', 'a duty to defend each other · when it was signed'],
  ['rimpac', 'who leads it · when it is held'],
  ['african-lion', 'when it is held'],
  ['nimitz-india', 'who leads it'],
  ['saceur', 'who holds it'],
  ['nato-sec-gen', undefined],
  ['belgium-mk54', 'how many'],
  ['japan-f35', undefined],
])('not stated of %s: %s', (id, text) => {
  expect(texts(id)['Not stated']).toBe(text)
})

test('a value that changes carries its year', () => {
  expect(texts('state-partnership')).toMatchObject({
    Size: '76 partnerships (2019)',
    Growth: '2 to 3 countries a year (2019)',
  })
  expect(texts('mark-esper')).toMatchObject({ Signed: 'U.S.-Bulgaria 10-year road map (2020)' })
})

test('a value that the verdict has is left out, but a list of names is not shortened by it', () => {
  expect(Object.keys(texts('japan-f35'))).toEqual(['How many'])
  expect(texts('med-dialogue')).not.toHaveProperty('Region')
  expect(texts('african-lion')).not.toHaveProperty('Region')
  expect(texts('alliance')).toMatchObject({
    Means: 'Promise of mutual support, particularly during war · 3 more meanings',
  })
  expect(texts('algeria-mou')).toMatchObject({ 'Signed by': '🇺🇸 United States · 🇩🇿 Algeria' })
})

test('participants that are not named are said once', () => {
  expect(texts('rimpac')).not.toHaveProperty('Participation')
  expect(texts('talisman-sabre')).toMatchObject({
    Participation: 'Extensive, by several countries that are not named',
  })
})

test('a ship sails in missions and belongs to a navy', () => {
  expect(texts('usns-mercy')).toEqual({ 'Sails in': 'Pacific Partnership', 'Belongs to': 'U.S. Navy (2019)' })
})

test('a card has at most five lines and the one of what is not stated, each under its own label', () => {
  for (const { id } of mentioned) {
    const lines = linesOf(cardOf(id))
    const labels = lines.flatMap(({ label }) => label ?? [])
    expect(lines.filter(({ label }) => label !== 'Not stated').length, id).toBeLessThanOrEqual(5)
    expect(new Set(labels).size, id).toBe(labels.length)
    for (const label of labels) expect(label.split(' ').length, label).toBeLessThanOrEqual(3)
    expect(labels.indexOf('Not stated'), id).toBeOneOf([-1, lines.length - 1])
  }
})

test('no value is on a card twice', () => {
  for (const { id } of mentioned) {
    const card = cardOf(id)
    const values = linesOf(card)
      .filter(({ label }) => label !== 'Not stated')
      .flatMap(({ text }) => text.split(' · '))
      .filter((value) => !/^\d+ more( \p{L}+)?$/u.test(value))
      .map((value) => value.replace(/^\P{L}+/u, '').toLowerCase())
    expect(values, id).toEqual([...new Set(values)])
    for (const { text } of linesOf(card)) expect(text, id).not.toBe(card.verdict?.text)
  }
})

test('every article of the lines is among the sources, once', () => {
  for (const { id } of mentioned) {
    const card = cardOf(id)
    const cited = new Set(
      [card.verdict, ...linesOf(card)].flatMap((text) => text?.facts?.map(({ article }) => article) ?? []),
    )
    expect(card.sources?.map(({ article }) => article).toSorted(), id).toEqual([...cited].toSorted())
  }
})
