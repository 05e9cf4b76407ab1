import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corpusDirectory } from '../../fixtures/corpus.ts'
import { createFindMentions } from '../../../src/data/query/mention-detector.ts'
import type { Entity } from '../../../src/data/model/types.ts'
import { countriesOf, entitiesOf } from '../../../src/data/build/write-database.ts'
import { checkFiles } from '../../../src/revisions/publish.ts'
import { messages } from '../../fixtures/chat-messages.ts'

const { dataset } = checkFiles(corpusDirectory)
const entities = entitiesOf(dataset)
const find = createFindMentions(entities, countriesOf(dataset))
const named = (text: string) => find(text).map(({ entity }) => entity)

/** Written by people who had not seen the matcher, with the entities that each names. */
const unseen = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/chat-messages-holdout.json'), 'utf8'),
) as {
  text: string
  entities: string[]
}[]

test.each(messages)('%j', (text, ...entities) => {
  expect(named(text)).toEqual(entities)
})

test('of messages that it was not made with it names most, and hardly ever too much', () => {
  const counts = { right: 0, tooMuch: 0, missed: 0 }
  for (const { text, entities } of unseen) {
    const found = new Set(named(text))
    const wanted = new Set(entities)
    counts.right += found.intersection(wanted).size
    counts.tooMuch += found.difference(wanted).size
    counts.missed += wanted.difference(found).size
  }
  expect(unseen.length).toBeGreaterThanOrEqual(180)
  expect(counts.right / (counts.right + counts.tooMuch)).toBeGreaterThanOrEqual(0.95)
  expect(counts.right / (counts.right + counts.missed)).toBeGreaterThanOrEqual(0.85)
})

test('every name and alias is found by itself, but for those that are everyday words too', () => {
  const missed = entities.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].filter((one) => !named(`so what about ${one} then`).includes(id)),
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

test('what was matched stands as the message has it', () => {
  expect(find('so **NATO** and the  Talisman\tSabres…').map(({ matched }) => matched)).toEqual([
    'NATO',
    'Talisman\tSabres',
  ])
})

describe('countries that are common words too', () => {
  const made = createFindMentions(
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
    expect(made(text).map(({ entity }) => entity)).toEqual(entities)
  })
})

test('the longest message of nothing but signs names nothing', () => {
  const signs = ['`', '||', '[a', 'a.', '<@', ':a', '> \n', '` `` ', '\\', '@', 'us ', 'a'.repeat(9) + ' ']
  for (const sign of signs) expect(find(sign.repeat(4000 / sign.length))).toEqual([])
})
