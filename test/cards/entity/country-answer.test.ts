// The first answer about a country, by value: its strongest relationship as a sentence, the others as lines.
import { expect, test } from 'vitest'
import { entityCard } from '../../../src/cards/entity/entity-card.ts'
import { unmentionedCountryCard } from '../../../src/cards/entity/unmentioned-country-card.ts'
import { seed } from '../../../src/revisions/publish.ts'
import {
  openCorpusFacts,
  openLive,
  sampleWith,
  temporaryFolder,
  writeFiles,
} from '../../fixtures/sample-data.ts'

const facts = openCorpusFacts()
const mentioned = facts.entities.filter(({ id }) => facts.hasFacts(id))
const now = new Date('2026-06-01')
const notStated = 'whether a treaty makes it a U.S. ally'

function answerOf(id: string, day = '') {
  const entity = facts.getEntity(id)
  if (!entity) throw new Error(`there is no ${id}`)
  const {
    heading,
    verdict,
    sections = [],
    sources = [],
  } = entityCard(entity, { facts: facts.asOf(day), now })
  return {
    heading,
    verdict: verdict?.text,
    lines: sections.flatMap(({ lines }) =>
      lines.map(({ label, text }) => (label ? `${label}: ${text}` : text)),
    ),
    sources: sources.map(({ article }) => article),
  }
}

test.each([
  ['a treaty ally', 'japan', 'A treaty ally of the United States through the U.S.-Japan alliance.'],
  ['a treaty ally', 'finland', 'A treaty ally of the United States through NATO.'],
  [
    'a treaty ally',
    'morocco',
    'An ally of the United States through the U.S.-Morocco alliance and the Moroccan-American Treaty of Friendship.',
  ],
  ['an ally', 'canada', 'An ally of the United States through NORAD.'],
  [
    'an ally or partner',
    'united-kingdom',
    'An ally or partner of the United States through AUKUS; the articles differ.',
  ],
  ['a partner', 'israel', 'A partner of the United States through the U.S.-Israel security partnership.'],
  [
    'a partner twice',
    'india',
    'A partner of the United States through the Quad and the U.S.-India defense partnership.',
  ],
  ['a member', 'lithuania', 'A member of the International Maritime Security Construct.'],
  ['a member', 'south-korea', 'A member of the Japan–South Korea–U.S. trilateral cooperation.'],
  ['linked', 'malta', 'Linked to the United States by the U.S.-Malta relationship.'],
  ['joining, with its year', 'north-macedonia', 'Was joining NATO in 2019.'],
  ['a buyer, with the year', 'belgium', 'Named as the buyer in the MK 54 torpedo sale to Belgium (2020).'],
  [
    'a possible buyer',
    'indonesia',
    'Named as the buyer in the possible MV-22 Osprey sale to Indonesia (2020).',
  ],
  [
    'mentioned only',
    'russia',
    'Named in 3 facts about others; no relationship with the United States is stated.',
  ],
  [
    'mentioned once',
    'tonga',
    'Tonga is among the countries given as examples of those that Pacific Partnership visits.',
  ],
])('%s: %s', (_what, id, verdict) => {
  expect(answerOf(id).verdict).toBe(verdict)
})

test('the other relationships of Australia are lines, the strongest first, with the other parties', () => {
  expect(answerOf('australia')).toMatchObject({
    heading: { text: '🇦🇺 Australia' },
    verdict: 'A treaty ally of the United States through ANZUS.',
    lines: [
      'Ally or partner: AUKUS, with the United Kingdom',
      'Partner: Quad, with Japan and India',
      'Cooperation: U.S.-Australia cooperation',
      'Exercises: Talisman Sabre',
    ],
  })
})

test('an arms sale carries its year', () => {
  expect(answerOf('japan').lines).toContain('Arms sales: Possible F-35 sale to Japan (2020)')
})

test.each([
  ['united-kingdom', notStated],
  ['canada', notStated],
  ['belgium', notStated],
  ['north-macedonia', 'whether it has joined'],
])('%s is no treaty ally by any article, which is said last: %s', (id, text) => {
  expect(answerOf(id).lines.at(-1)).toBe(`Not stated: ${text}`)
})

test('of a treaty ally, and of a country without any relationship, nothing is said to be missing', () => {
  for (const id of ['japan', 'finland', 'united-states', 'russia', 'tonga'])
    expect(answerOf(id).lines.join('\n')).not.toContain('Not stated')
})

test('how articles describe a relationship is a line, unless its name says as much', () => {
  expect(answerOf('israel').lines).toContain('Described as: Major non-NATO ally')
  expect(answerOf('nigeria').lines).toEqual([`Not stated: ${notStated}`])
})

test('a country that is only mentioned shows the facts that mention it', () => {
  expect(answerOf('russia')).toMatchObject({
    lines: [
      'The article says the United States faces new threats and new competitors, China and Russia above all.',
      'Mark Esper said that like-minded nations give an unmatched advantage, one that China and Russia lack.',
      'The European Deterrence Initiative is meant to deter Russian aggression.',
    ],
    sources: ['dod-strategy', 'us-alliances'],
  })
})

test('what one article calls by both words is not a dispute of articles', () => {
  expect(answerOf('japan', '2021-09-30').verdict).toBe(
    'An ally or partner of the United States through the U.S.-Japan alliance; one article uses both words.',
  )
})

test('a sentence names as many relationships as fit, and a line the rest', async () => {
  const name = (number: number) => `Long-Standing League of Northern and Southern Harbors ${number}`
  const leagues = [1, 2, 3].map(
    (number) => `  - { id: league-${number}, kind: partnership, name: ${name(number)} }\n`,
  )
  const members = [1, 2, 3].map(
    (
      number,
    ) => `  - { id: m-${number}, entity: league-${number}, attribute: member, value: chile, section: News,
      statement: Chile is in it. }\n`,
  )
  const where = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  const files = sampleWith(
    'articles/gazette.yaml',
    'facts:\n',
    `${leagues.join('')}facts:\n${members.join('')}`,
  )
  writeFiles(where.dataDirectory, files)
  expect(await seed({ ...where, actor: 'shell' })).toMatchObject({ outcome: 'published' })
  const sample = openLive(where.databaseDirectory).current()
  const chile = sample.getEntity('chile')
  const card = chile && entityCard(chile, { facts: sample, now })
  expect(card?.verdict?.text).toBe(`A member of the ${name(1)} and the ${name(2)}.`)
  const lines = card?.sections?.flatMap((section) => section.lines) ?? []
  expect(lines.map(({ label, text }) => [label, text])).toEqual([
    ['Member', name(3)],
    ['Not stated', notStated],
  ])
})

test('the United States has its relationships counted, and those sealed by a treaty first', () => {
  const { verdict, lines } = answerOf('united-states')
  expect(verdict).toBe('In 21 alliances and partnerships recorded here, 4 of them sealed by a treaty.')
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'Treaty ally',
    'Ally',
    'Ally or partner',
    'Partner',
    'Member',
  ])
  expect(lines[0]).toBe(
    'Treaty ally: NATO · U.S.-Japan alliance · ANZUS, with Australia and New Zealand · U.S.-Philippines alliance',
  )
})

test('an earlier day has only the relationships of then', () => {
  expect(answerOf('japan', '2020-08-05')).toMatchObject({
    verdict: 'Named as the buyer in the possible F-35 sale to Japan (2020).',
    lines: [`Not stated: ${notStated}`],
  })
})

test('no country is said to be a country, and none has its relationship with itself', () => {
  for (const { id, kind, name } of mentioned) {
    if (kind !== 'country') continue
    const { verdict = '', lines } = answerOf(id)
    expect(verdict, id).not.toMatch(/is a country|not stated\.$/)
    expect(lines.length, id).toBeLessThanOrEqual(6)
    for (const line of lines) expect(line, id).not.toMatch(new RegExp(`, with .*\\b${name}\\b`))
  }
})

test('of a country that no article mentions nothing is concluded', () => {
  const norway = facts.getEntity('norway')
  expect(
    norway && unmentionedCountryCard(norway, [], { facts, now: new Date('2026-11-01') }).verdict?.text,
  ).toBe(
    'No source here mentions Norway, so its relationships are not stated. That does not mean that it has none.',
  )
})
