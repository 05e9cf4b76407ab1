// npm run quiz:check: makes ten thousand questions and checks each against the store.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dataDirectory } from '../src/config/data-directory.ts'
import { readDataFiles } from '../src/data/build/data-files.ts'
import { parseDataset } from '../src/data/build/parse.ts'
import { writeRevisionFile } from '../src/data/build/write-database.ts'
import { openStore } from '../src/data/query/fact-store.ts'
import { checkQuestions, formatReport } from './check-quiz-questions.ts'
import { readFlags } from './read-flags.ts'

const { values } = readFlags({
  options: { count: { type: 'string', default: '10000' }, samples: { type: 'string', default: '0' } },
})
const folder = mkdtempSync(join(tmpdir(), 'entente-quiz-'))
const dataset = parseDataset(readDataFiles(dataDirectory))
const fileHash = writeRevisionFile(folder, { number: 1, hash: '', dataset, files: [] }, () => undefined)
const store = openStore(folder, () => ({ number: 1, fileHash }))
const today = new Date().toISOString().slice(0, 10)
const report = checkQuestions(store.current(), today, Number(values.count))
console.log(formatReport(report, Number(values.samples)))
store.close()
rmSync(folder, { recursive: true })
if (report.faults.length > 0) process.exitCode = 1
