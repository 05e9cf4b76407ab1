// npm run coverage: writes docs/coverage.md, which tells how many facts stand on each section of each article.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeCoverage } from '../src/data/coverage.ts'
import { readDraft } from '../src/data/draft.ts'
import { dataDirectory, readDataFiles } from '../src/data/files.ts'
import { readFlags } from './read-flags.ts'

readFlags({})

const path = join(import.meta.dirname, '../docs/coverage.md')
writeFileSync(path, describeCoverage(readDraft(readDataFiles(dataDirectory))))
console.log(`Wrote ${path}.`)
