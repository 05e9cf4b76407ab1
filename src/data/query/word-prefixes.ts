// Finds names by the prefixes of their words, for autocomplete.

/** Words that name nothing on their own: names that only share one of these come last, and they are never searched for. */
export const weakNameWords = new Set([
  'the',
  'of',
  'and',
  'a',
  'an',
  'in',
  'for',
  'to',
  'us',
  'is',
  'what',
  'who',
])

/** A word in a normalized name. */
interface WordStart {
  /** The name from this word on. */
  rest: string
  /** The name's position in the index. */
  id: number
  /** Whether it is the name's first word. */
  isFirst: boolean
}

/**
 * The positions of at most `limit` names with a word that begins with the text: first words, later words, then weak
 * ones.
 */
export type FindByPrefix = (normalized: string, limit: number) => number[]

export function createWordPrefixIndex(names: readonly { id: number; normalized: string }[]): FindByPrefix {
  const starts = names.flatMap(prefixesOf).sort((a, b) => compareText(a.rest, b.rest))

  return (normalized, limit) => {
    const isWeak = ({ rest }: WordStart) => weakNameWords.has(normalized) && rest.startsWith(`${normalized} `)
    // One number per hit, because sorting thousands of objects would take too long.
    const ranks: number[] = []
    for (let index = lowerBound(starts, normalized); starts[index]?.rest.startsWith(normalized); index++) {
      const start = starts[index] as WordStart
      ranks.push((isWeak(start) ? 2 : start.isFirst ? 0 : 1) * names.length + start.id)
    }
    const best = Float64Array.from(ranks).sort().subarray(0, limit)
    return Array.from(best, (rank) => rank % names.length)
  }
}

function prefixesOf({ normalized, id }: { id: number; normalized: string }): WordStart[] {
  const words = normalized.split(' ')
  return words
    .map((word, index) => ({ word, rest: words.slice(index).join(' '), id, isFirst: index === 0 }))
    .filter(({ word, isFirst }) => isFirst || !weakNameWords.has(word))
    .map(({ rest, isFirst }) => ({ rest, id, isFirst }))
}

/** Compares code units, as startsWith does; a locale's order would break the binary search. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function lowerBound(starts: readonly WordStart[], text: string): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle]?.rest ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
