// npm run bench:search: what a search costs among 500, 10,000 and 100,000 facts, in turns with an answer that is fixed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDataset, type ParsedDataset } from '../../src/data/build/parse.ts'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { openStore, type FactSnapshot } from '../../src/data/query/fact-store.ts'
import { writeRevisionFile } from '../../src/data/build/write-database.ts'
import { searchCard } from '../../src/cards/facts/search-card.ts'
import { quantile } from './stats.ts'
import { readFlags } from '../read-flags.ts'

readFlags({})

const sizes = [500, 10_000, 100_000]
const rounds = 40

/** What is asked: names, words that few and many facts have, questions, mistyped words, and nothing that is there. */
const queries = [
  ...['NATO', 'nato founded', 'how many members does NATO have', 'nuclear submarines', 'U.S.-Japan alliance'],
  ...['military', 'exercise pacific', 'deter', 'natto founded', 'interoprability', 'xyzzy plugh'],
]

/** The project's own facts over and over, each time about things with a name of their own. */
function enlarge(count: number, { articles, entities, facts, ...rest }: ParsedDataset): ParsedDataset {
  const copies = Array.from({ length: Math.ceil(count / facts.length) }, (_, copy) => copy)
  const id = (own: string, copy: number) => (copy === 0 ? own : `${own}-${copy}`)
  return {
    ...rest,
    articles,
    entities: copies.flatMap((copy) =>
      entities.map(({ item, problem }) => ({
        problem,
        item:
          copy === 0 ? item : { ...item, id: id(item.id, copy), name: `${item.name} ${copy}`, aliases: [] },
      })),
    ),
    facts: copies
      .flatMap((copy) =>
        facts.map(({ item, problem }) => ({
          problem,
          item: {
            ...item,
            id: id(item.id, copy),
            entity: id(item.entity, copy),
            mentions: item.mentions.map((one) => id(one, copy)),
            value:
              item.value.type === 'entity'
                ? { ...item.value, entity: id(item.value.entity, copy) }
                : item.value,
          },
        })),
      )
      .slice(0, count),
  }
}

/** Milliseconds that each deed takes, asked in turns so that what else the machine does falls on all alike. */
function time(deeds: readonly (() => unknown)[]): number[][] {
  const taken = deeds.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    deeds.forEach((deed, index) => {
      const began = performance.now()
      deed()
      if (round > 0) taken[index]?.push(performance.now() - began)
    })
  }
  return taken
}

const dataset = parseDataset(readDataFiles(dataDirectory))
const folder = mkdtempSync(join(tmpdir(), 'entente-search-'))
const now = new Date()
const stores = sizes.map((count, index) => {
  const fileHash = writeRevisionFile(
    folder,
    { number: index + 1, hash: '', dataset: enlarge(count, dataset), files: [] },
    () => undefined,
  )
  return openStore(folder, () => ({ number: index + 1, fileHash }))
})
const card = (facts: FactSnapshot, text: string) => searchCard({ text, kind: '' }, { facts, now, page: 0 })
const fixed = stores[0] && card(stores[0].current(), 'NATO')

console.log(
  'a page of a search, p50 / p99 in ms'.padEnd(40),
  ...['a fixed answer', ...sizes.map((size) => `${size} facts`)].map((head) => head.padEnd(18)),
)
const all = [fixed, ...stores].map((): number[] => [])
for (const query of queries) {
  const taken = time([
    () => structuredClone(fixed),
    ...stores.map((store) => () => card(store.current(), query)),
  ])
  taken.forEach((one, index) => all[index]?.push(...one))
  row(`“${query}”`, taken)
}
row('all of them', all)
for (const store of stores) store.close()
rmSync(folder, { recursive: true, force: true })

function row(what: string, taken: readonly number[][]): void {
  const cells = taken.map((one) => `${quantile(one, 0.5).toFixed(2)} / ${quantile(one, 0.99).toFixed(2)}`)
  console.log(what.padEnd(40), ...cells.map((cell) => cell.padEnd(18)))
}
