// npm run docs:coverage: writes docs/article-coverage.md: how many facts come from each section of each article.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeCoverage } from '../src/data/build/article-coverage.ts'
import { parseDataset } from '../src/data/build/parse.ts'
import { readDataFiles } from '../src/data/build/data-files.ts'
import { dataDirectory } from '../src/config/data-directory.ts'
import { readFlags } from './read-flags.ts'

readFlags({})

const path = join(import.meta.dirname, '../docs/article-coverage.md')
writeFileSync(path, describeCoverage(parseDataset(readDataFiles(dataDirectory))))
console.log(`Wrote ${path}.`)
