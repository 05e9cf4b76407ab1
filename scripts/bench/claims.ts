// npm run bench:claims: what checking a message of 4,000 characters costs, by the kind of message.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkMessage } from '../../src/claims/check-message.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { parseDataset } from '../../src/data/build/parse.ts'
import { writeRevisionFile } from '../../src/data/build/write-database.ts'
import { openStore } from '../../src/data/query/fact-store.ts'
import { readFlags } from '../read-flags.ts'
import { quantile } from './stats.ts'

const { values } = readFlags({ options: { count: { type: 'string', default: '50' } } })
const runs = Number(values.count)

const maxLength = 4000
const messages: readonly [label: string, text: string][] = [
  ['claims', 'NATO has 30 members. Sweden is in NATO. '],
  ['names without end', 'Japan, Korea and the US and Georgia, Turkey or Chad and Jordan '],
  ['clauses', 'NATO has 30 members and Sweden is in it but Korea joined, which left and was never in it; '],
  ['long sentences', `${'Japan and Korea, '.repeat(15)}are in it, and they are in NATO. `],
  ['quotes and marks', "\"“((,;: — it is not '@1 nolonger @2' "],
  ['numbers', '28,500 1.5k 3.42% in April 4, 1949 over ~30+ '],
  ['pronouns', 'NATO has 32 members. It is in it. They joined. None of them are in it. '],
]

const folder = mkdtempSync(join(tmpdir(), 'entente-claims-'))
const dataset = parseDataset(readDataFiles(dataDirectory))
const fileHash = writeRevisionFile(folder, { number: 1, hash: '', dataset, files: [] }, () => undefined)
const store = openStore(folder, () => ({ number: 1, fileHash }))
const facts = store.current()
const now = new Date()
console.log(`messages of ${maxLength} characters, ${runs} runs; first / p50 / p95 / worst of the rest in ms`)
for (const [label, part] of messages) {
  const text = part.repeat(Math.ceil(maxLength / part.length)).slice(0, maxLength)
  const [first = 0, ...rest] = Array.from({ length: runs }, () => {
    const started = performance.now()
    checkMessage(text, facts, now)
    return performance.now() - started
  })
  const cells = [first, quantile(rest, 0.5), quantile(rest, 0.95), quantile(rest, 1)].map((ms) =>
    ms.toFixed(1),
  )
  console.log(label.padEnd(20), cells.join(' / '))
}
store.close()
rmSync(folder, { recursive: true, force: true })
