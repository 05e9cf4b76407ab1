// What a page of a search costs: names, rare and frequent words, questions, typos, and words that no fact has.
import { searchCard } from '../../src/cards/facts/search-card.ts'
import { openStore } from '../../src/data/query/fact-store.ts'
import type { LiveFile } from '../../src/data/query/revision-file.ts'
import { median } from './stats.ts'

const queries = [
  ...['NATO', 'nato founded', 'how many members does NATO have', 'nuclear submarines', 'U.S.-Japan alliance'],
  ...['military', 'exercise pacific', 'deter', 'natto founded', 'interoprability', 'xyzzy plugh'],
]

/** Milliseconds: the median of all queries, and that of the slowest one. */
export function measureSearch(
  directory: string,
  live: LiveFile,
  rounds: number,
): { p50: number; worst: number } {
  const store = openStore(directory, () => live)
  const durations = queries.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    queries.forEach((text, index) => {
      const started = performance.now()
      searchCard({ text, kind: '' }, { facts: store.current(), page: 0 })
      if (round > 0) durations[index]?.push(performance.now() - started)
    })
  }
  store.close()
  return { p50: median(durations.flat()), worst: Math.max(...durations.map(median)) }
}
