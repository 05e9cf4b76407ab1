import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createFindMentions } from '../../../src/data/query/mention-detector.ts'
import type { Entity } from '../../../src/data/model/types.ts'
import { messages } from '../../fixtures/chat-messages.ts'
import { openCorpusFacts } from '../../fixtures/sample-data.ts'

const facts = openCorpusFacts()
const findMentions = facts.mentionsIn
const entitiesIn = (text: string) => findMentions(text).map(({ entity }) => entity)

/** Written by people who had not seen the detector, each with the entities that it names. */
const holdout = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/chat-messages-holdout.json'), 'utf8'),
) as {
  text: string
  entities: string[]
}[]

test.each(messages)('%j', (text, ...entities) => {
  expect(entitiesIn(text)).toEqual(entities)
})

test('precision and recall on held-out messages', () => {
  const counts = { correct: 0, wrong: 0, missed: 0 }
  for (const { text, entities } of holdout) {
    const detected = new Set(entitiesIn(text))
    const expected = new Set(entities)
    counts.correct += detected.intersection(expected).size
    counts.wrong += detected.difference(expected).size
    counts.missed += expected.difference(detected).size
  }
  expect(holdout.length).toBeGreaterThanOrEqual(180)
  expect(counts.correct / (counts.correct + counts.wrong)).toBeGreaterThanOrEqual(0.95)
  expect(counts.correct / (counts.correct + counts.missed)).toBeGreaterThanOrEqual(0.85)
})

test('every name and alias is found without context, except everyday words', () => {
  const mentioned = facts.entities.filter(({ id }) => facts.hasFacts(id))
  const missed = mentioned.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].filter((text) => !entitiesIn(`so what about ${text} then`).includes(id)),
  )
  expect(missed.sort()).toEqual([
    ...[
      'Alliance',
      'Comfort',
      'EDI',
      'Finn',
      'Force generation',
      'Hooper',
      'Joint exercises',
      'Jordan',
      'Mercy',
      'NDS',
    ],
    ...[
      'Osprey',
      'Pacific',
      'Partnership',
      'SPP',
      'Treaty',
      'USC',
      'alliances',
      'deterrent',
      'interoperable',
    ],
    ...['partnerships', 'term of sale', 'treaties'],
  ])
})

test('a match is quoted as the message has it', () => {
  expect(findMentions('so **NATO** and the  Talisman\tSabres…').map(({ matched }) => matched)).toEqual([
    'NATO',
    'Talisman\tSabres',
  ])
})

describe('countries that are also everyday words', () => {
  const findCountries = createFindMentions(
    ['Turkey', 'Chad', 'Guinea'].map((name): Entity => ({
      id: name.toLowerCase(),
      kind: 'country',
      name,
      aliases: [],
    })),
  )
  test.each([
    ['is Turkey in nato?', ['turkey']],
    ['Turkey sandwich?', []],
    ['a turkey is a bird', []],
    ['Turkey troops crossed the border', ['turkey']],
    ['such a chad', []],
    ['guinea pigs', []],
    ['EATING TURKEY ALL DAY', []],
  ])('%j', (text, entities) => {
    expect(findCountries(text).map(({ entity }) => entity)).toEqual(entities)
  })
})

test('the longest message of markup alone names nothing', () => {
  const signs = ['`', '||', '[a', 'a.', '<@', ':a', '> \n', '` `` ', '\\', '@', 'us ', 'a'.repeat(9) + ' ']
  for (const sign of signs) expect(findMentions(sign.repeat(4000 / sign.length))).toEqual([])
})
