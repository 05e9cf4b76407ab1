// Editions of the table, each with its row of the data set, and how they stand beside those of the dossiers.
import { expect, test } from 'vitest'
import { entityCard } from '../../src/cards/entity/entity-card.ts'
import { editionOn, editionsOf } from '../../src/cards/entity/editions.ts'
import type { Entity } from '../../src/data/model/types.ts'
import { openRealFacts } from '../fixtures/sample-data.ts'

const facts = openRealFacts()
const now = new Date('2026-06-01')

function entityOf(id: string): Entity {
  const entity = facts.getEntity(id)
  if (!entity) throw new Error(`there is no ${id}`)
  return entity
}

function valuesOf(id: string, attribute: string): string[] {
  const group = facts.factsAbout(id).find((own) => own.attribute === attribute)
  return (group?.facts ?? []).map(({ value }) => {
    if (value.type === 'entity') return value.entity
    if (value.type === 'date') return value.date
    return value.type === 'text' ? value.text : JSON.stringify(value)
  })
}

/** The labels and texts of the card's lines. */
function linesOf(id: string, view = facts): [label: string | undefined, text: string][] {
  const { sections = [] } = entityCard(entityOf(id), { facts: view, now })
  return sections.flatMap(({ lines }) =>
    lines.map(({ label, text }): [string | undefined, string] => [label, text]),
  )
}

test.each<[row: string, id: string, series: string, began: string[], ended: string[], parties: string]>([
  [
    'mme1674: RIMPAC 98, 1998-7-8 to 1998-8-8, six countries',
    'rimpac-1998',
    'rimpac',
    ['1998-07-08'],
    ['1998-08-08'],
    'australia canada chile japan south-korea united-states',
  ],
  [
    'mme391: RIMPAC 84, 1984-5-14 to 1984-6-28, five countries',
    'rimpac-1984',
    'rimpac',
    ['1984-05-14'],
    ['1984-06-28'],
    'australia canada japan new-zealand united-states',
  ],
  [
    'mme380: Baltops 84, 1984-4-1 to 1984-4-xx, with the Federal Republic of Germany',
    'baltops-1984',
    'baltops',
    ['1984-04'],
    ['1984-04'],
    'belgium denmark netherlands united-kingdom united-states west-germany',
  ],
  [
    'mme216: Bright Star 82, 1981-11-14 to 1981-12-xx, five countries',
    'bright-star-1981',
    'bright-star',
    ['1981-11-14'],
    ['1981-12'],
    'egypt oman somalia sudan united-states',
  ],
  [
    'mme1767: Zapad (West) 99, 1999-6-21 to 1999-6-26, Belarus and Russia',
    'zapad-1999',
    'zapad',
    ['1999-06-21'],
    ['1999-06-26'],
    'belarus russia',
  ],
  [
    'mme3270: Red Flag 09-5, some day of September 2009 to 2009-9-4',
    'red-flag-2009-5',
    'red-flag',
    [],
    ['2009-09-04'],
    'italy united-arab-emirates united-states',
  ],
  [
    'mme2762: Sea Breeze 2005, 2005-10-7 to 2005-10-xx, with one name that cannot be read',
    'sea-breeze-2005',
    'sea-breeze',
    ['2005-10-07'],
    ['2005-10'],
    'azerbaijan georgia north-macedonia russia turkey ukraine',
  ],
])('the row %s', (_row, id, series, began, ended, parties) => {
  expect(entityOf(id).edition?.of).toBe(series)
  expect(valuesOf(id, 'began')).toEqual(began)
  expect(valuesOf(id, 'ended')).toEqual(ended)
  expect(valuesOf(id, 'participant').toSorted()).toEqual(parties.split(' '))
})

test('a year opens the edition of the table, whose list is not called whole', () => {
  expect(editionOn(entityOf('rimpac'), '1998', facts)?.id).toBe('rimpac-1998')
  const labels = linesOf('rimpac-1998').map(([label]) => label)
  expect(labels).toContain('Named as taking part')
  expect(labels).not.toContain('Taking part')
  // Counted as 14, all named.
  expect(linesOf('rimpac-2010').map(([label]) => label)).toContain('Taking part')
})

test('the two first days of RIMPAC 2010 are a dispute', () => {
  expect(valuesOf('rimpac-2010', 'began').toSorted()).toEqual(['2010-06-23', '2010-06-25'])
  expect(facts.factsAbout('rimpac-2010').find(({ attribute }) => attribute === 'began')?.disputed).toBe(true)
})

test('a series that no fact describes yet shows the editions up to the day', () => {
  expect(linesOf('rimpac', facts.asOf('2000-12-31'))).toEqual([
    ['Last known', 'July 8 to August 8, 1998'],
    ['Editions here', '1998 · 1996 · 1994 · 1992 · 1990 · 1988 · 1986 · 1984 · 2 more, since 1980'],
  ])
})

test('completed names have every series before every edition, and the newest edition first', () => {
  const ids = facts.names.search('bal').map(({ entity }) => entity)
  const editions = ids.map((id) => entityOf(id).edition !== undefined)
  expect(ids).toEqual(expect.arrayContaining(['balikatan', 'baltops']))
  expect(editions.indexOf(true)).toBeGreaterThan(editions.lastIndexOf(false))
  const [, newest] = facts.names.search('rimpac')
  expect(newest?.entity).toBe(editionsOf(entityOf('rimpac'), facts)[0]?.entity.id)
})

test.each<[row: string, id: string, text: string]>([
  ['mme3270: some day of September 2009 to 2009-9-4', 'red-flag-2009-5', 'until September 4, 2009'],
  ['mme398: Unitas 25-84, 1984-6-15 to 1984-6-xx', 'unitas-1984', 'from June 15, 1984'],
  ['mme3184: Malabar 08, 2008-10-16 to 2008-10-xx', 'malabar-2008', 'from October 16, 2008'],
  ['mme2967: African Lion 07, 2007-4-xx to 2007-4-30', 'african-lion-2007', 'until April 30, 2007'],
  ['mme350 and mme324: Unitas 83, 1983-6-xx to 1983-11-xx', 'unitas-1983', 'June 1983 to November 1983'],
  ['mme1207: Balikatan 94, 1994-10-xx to 1994-11-xx', 'balikatan-1994', 'October 1994 to November 1994'],
  ['mme1381: Cobra Gold 96, 1996-5-xx to 1996-5-xx', 'cobra-gold-1996', 'May 1996'],
])('dates known in part are said so: %s', (_row, id, text) => {
  const { verdict } = entityCard(entityOf(id), { facts, now })
  expect(verdict?.text).toContain(`, ${text}.`)
})
