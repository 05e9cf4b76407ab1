// docs/article-coverage.md: how many facts come from where, and what was not found.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { describeCoverage } from '../../src/data/build/article-coverage.ts'
import { parseDataset } from '../../src/data/build/parse.ts'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { sampleFiles, sampleWith } from '../fixtures/sample-data.ts'
import { filesWithDossiers } from '../fixtures/sample-dossier.ts'

const page = join(import.meta.dirname, '../../docs/article-coverage.md')

test('each section has its number of facts, or a reason why it has none', () => {
  const files = sampleWith(
    'articles/gazette.yaml',
    "  - { name: News, as_of: '2021-02' }",
    "  - { name: News, as_of: '2021-02' }\n  - { name: Letters, basis: described, empty: nothing to check }",
  )
  const text = describeCoverage(parseDataset(files))
  expect(text).toContain('## Harbors of the World\n\n`gazette`: 5 facts.')
  expect(text).toContain('| Leagues | 2 |  |\n| News | 3 |  |\n| [Letters] | 0 | nothing to check |')
  const without = describeCoverage(parseDataset(sampleFiles))
  expect(without).not.toMatch(/Letters|Reference shelf/)
})

test('each dossier has its publications, what one source alone states and what was not found', () => {
  const text = describeCoverage(parseDataset(filesWithDossiers))
  expect(text).toContain('| Articles | 5 | 1 | 4 |\n| Reference | 6 | 2 | 4 |\n| Both | 11 | 3 | 5 |')
  expect(text).toContain(`### The members of the Harbor League

\`almanac\`: 3 facts, 1 of them from publications of other dossiers. No official text is cited: the charter has no list of members.

| Publication | Publisher | Kind | Date | Facts |
| --- | --- | --- | --- | ---: |
| An almanac of harbors, leagues and lighthouses | Quay Press | reference work | 2020-03 to 2020-06 (inferred) | 2 |

From one source alone:

- On December 31, 2019, Chile was a partner of the Harbor League.

Not found or left out:

- When Chile became a partner was not found.
`)
  expect(text).toContain('`charter`: 3 facts. An official text is cited.')
  expect(text).toContain('| Charter of the Harbor League | Harbor League | official text | 1950-05-06 | 4 |')
})

test('countries without facts are counted', () => {
  const files = sampleWith(
    'entities/country.yaml',
    '  - { id: chile',
    '  - { id: peru, name: Peru, code: PE }\n  - { id: chile',
  )
  expect(describeCoverage(parseDataset(files))).toContain('No fact mentions one more country.')
})

test('docs/article-coverage.md is up to date: npm run docs:coverage writes it', async () => {
  const text = describeCoverage(parseDataset(readDataFiles(dataDirectory)))
  const formatted = await format(text, { ...(await resolveConfig(page)), parser: 'markdown' })
  expect(readFileSync(page, 'utf8')).toBe(formatted)
})
