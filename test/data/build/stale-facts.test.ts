import { expect, test } from 'vitest'
import { parseDataset } from '../../../src/data/build/parse.ts'
import { formatStaleFacts } from '../../../src/data/build/stale-facts.ts'
import { sampleWith } from '../../fixtures/sample-data.ts'

test('time-varying facts are listed oldest first with their lines, and no others', () => {
  const later = `published: { after: '2024', basis: inferred, why: 'it says so' }`
  const more = `  - id: ports-later
    entity: harbor-league
    attribute: partner-count
    value: 40
    unit: ports
    statement: The Harbor League serves 40 ports.
    section: Leagues
  - id: drill-region`
  const files = sampleWith('articles/gazette.yaml', `published: { on: '2021-03-04', basis: stated }`, later)
  const withMore = files.map(({ path, text }) => ({ path, text: text.replace('  - id: drill-region', more) }))
  const text = formatStaleFacts(parseDataset(withMore), new Date('2026-06-01T12:00:00Z'), 'data')
  expect(text.split('\n')).toEqual([
    '3 of 6 facts are about things that change; 2 of them are over 5 years old.',
    'Years since, file and line, fact:',
    '5        data/articles/gazette.yaml:22  Norway belongs to the Harbor League.',
    '5        data/articles/gazette.yaml:29  The Harbor League serves 20 to 30 ports. (superseded by a newer article)',
    'under 3  data/articles/gazette.yaml:36  The Harbor League serves 40 ports.',
  ])
})
