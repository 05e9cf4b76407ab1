// Every place where the articles give an entity more than one value for what has only one, and what is made of it.
import { expect, test } from 'vitest'
import { openStore } from '../src/data/store.ts'
import { dataDirectory } from '../src/data/files.ts'
import { seed } from '../src/operate/seed.ts'
import { formatValue } from '../src/cards/text.ts'
import { openState } from '../src/state/state.ts'
import { temporaryFolder } from './sample-files.ts'

/** `dispute`: both sides are shown with their dates. Otherwise the values can all be true together. */
const differences: [entity: string, attribute: string, values: string[], kind: string, dispute: boolean][] = [
  [
    'nato',
    'other-members',
    [
      'us-alliances: 31 countries besides the United States',
      'explainer: 28 countries besides the United States',
    ],
    'change over time',
    true,
  ],
  [
    'aukus',
    'classification',
    ['pacific: partnership', 'pacific: alliance', 'pacific: security pact', 'us-alliances: partnership'],
    'classification',
    true,
  ],
  [
    'us-japan',
    'classification',
    ['pacific: partnership', 'pacific: alliance', 'us-alliances: alliance'],
    'classification',
    true,
  ],
  [
    'nato',
    'classification',
    [
      'dod-strategy: alliance',
      'dod-tag: alliance',
      'explainer: alliance',
      'us-alliances: alliance',
      'us-alliances: organization',
    ],
    'wording',
    false,
  ],
  [
    'norad',
    'classification',
    ['explainer: alliance', 'us-alliances: alliance', 'us-alliances: military command'],
    'wording',
    false,
  ],
  [
    'anzus',
    'classification',
    [
      'explainer: alliance',
      'pacific: treaty',
      'pacific: alliance',
      'us-alliances: alliance',
      'us-alliances: treaty',
    ],
    'wording',
    false,
  ],
  ['us-morocco-treaty', 'classification', ['explainer: alliance', 'explainer: treaty'], 'wording', false],
  ['quad', 'classification', ['pacific: organization', 'pacific: partnership'], 'wording', false],
  [
    'pacific-partnership',
    'classification',
    ['explainer: partnership', 'explainer: mission', 'us-alliances: partnership', 'us-alliances: mission'],
    'wording',
    false,
  ],
  [
    'state-partnership',
    'classification',
    ['explainer: partnership', 'explainer: program', 'us-alliances: partnership', 'us-alliances: program'],
    'wording',
    false,
  ],
]

test('the differences between the articles are those of the table, and disputes are shown as such', () => {
  const databaseDirectory = temporaryFolder()
  seed({ dataDirectory, databaseDirectory, by: 'shell' })
  const state = openState(databaseDirectory)
  const store = openStore(databaseDirectory, () => state.live()?.number ?? 0)
  const facts = store.current()
  const found = facts.entities.flatMap(({ id }) =>
    facts.about(id).flatMap(({ attribute, many, disputed, facts: told }) => {
      const values = told.map(({ article, value }) => `${article}: ${formatValue(value, facts.entity)}`)
      const differ = new Set(values.map((value) => value.replace(/^[^:]+/, ''))).size > 1
      return many || !differ
        ? []
        : [`${id} ${attribute} ${values.toSorted().join(' | ')} ${disputed ? 'dispute' : 'agree'}`]
    }),
  )
  const expected = differences.map(
    ([entity, attribute, values, , dispute]) =>
      `${entity} ${attribute} ${values.toSorted().join(' | ')} ${dispute ? 'dispute' : 'agree'}`,
  )
  expect(found.sort()).toEqual(expected.sort())
  store.close()
  state.close()
})
