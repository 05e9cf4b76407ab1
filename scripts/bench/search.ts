// npm run bench:search: what a search costs among 500, 10,000 and 100,000 facts, alternating with a fixed answer.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDataset } from '../../src/data/build/parse.ts'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { openStore, type FactSnapshot } from '../../src/data/query/fact-store.ts'
import { writeRevisionFile } from '../../src/data/build/write-database.ts'
import { searchCard } from '../../src/cards/facts/search-card.ts'
import { enlarge } from './enlarge.ts'
import { quantile } from './stats.ts'
import { readFlags } from '../read-flags.ts'

readFlags({})

const sizes = [500, 10_000, 100_000]
const rounds = 40

/** Names, rare and frequent words, questions, typos, and words that no fact has. */
const queries = [
  ...['NATO', 'nato founded', 'how many members does NATO have', 'nuclear submarines', 'U.S.-Japan alliance'],
  ...['military', 'exercise pacific', 'deter', 'natto founded', 'interoprability', 'xyzzy plugh'],
]

/** Milliseconds of each action, alternating, so that other load on the machine affects all of them alike. */
function time(actions: readonly (() => unknown)[]): number[][] {
  const durations = actions.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    actions.forEach((action, index) => {
      const started = performance.now()
      action()
      if (round > 0) durations[index]?.push(performance.now() - started)
    })
  }
  return durations
}

const dataset = parseDataset(readDataFiles(dataDirectory))
const folder = mkdtempSync(join(tmpdir(), 'entente-search-'))
const stores = sizes.map((count, index) => {
  const fileHash = writeRevisionFile(
    folder,
    { number: index + 1, hash: '', dataset: enlarge(count, dataset), files: [] },
    () => undefined,
  )
  return openStore(folder, () => ({ number: index + 1, fileHash }))
})
const card = (facts: FactSnapshot, text: string) => searchCard({ text, kind: '' }, { facts, page: 0 })
const fixed = stores[0] && card(stores[0].current(), 'NATO')

console.log(
  'a page of a search, p50 / p99 in ms'.padEnd(40),
  ...['a fixed answer', ...sizes.map((size) => `${size} facts`)].map((header) => header.padEnd(18)),
)
const all = [fixed, ...stores].map((): number[] => [])
for (const query of queries) {
  const durations = time([
    () => structuredClone(fixed),
    ...stores.map((store) => () => card(store.current(), query)),
  ])
  durations.forEach((values, index) => all[index]?.push(...values))
  printRow(`“${query}”`, durations)
}
printRow('all queries', all)
for (const store of stores) store.close()
rmSync(folder, { recursive: true, force: true })

function printRow(label: string, durations: readonly number[][]): void {
  const cells = durations.map(
    (values) => `${quantile(values, 0.5).toFixed(2)} / ${quantile(values, 0.99).toFixed(2)}`,
  )
  console.log(label.padEnd(40), ...cells.map((cell) => cell.padEnd(18)))
}
