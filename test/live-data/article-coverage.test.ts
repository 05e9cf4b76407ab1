import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { describeCoverage } from '../../src/data/build/article-coverage.ts'
import { parseDataset } from '../../src/data/build/parse.ts'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { sampleFiles, sampleWith } from '../fixtures/sample-data.ts'

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
  expect(describeCoverage(parseDataset(sampleFiles))).not.toContain('Letters')
})

test('docs/article-coverage.md is up to date: npm run docs:coverage writes it', async () => {
  const text = describeCoverage(parseDataset(readDataFiles(dataDirectory)))
  const formatted = await format(text, { ...(await resolveConfig(page)), parser: 'markdown' })
  expect(readFileSync(page, 'utf8')).toBe(formatted)
})
