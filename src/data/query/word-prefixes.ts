// Names by the beginnings of their words: what someone who is still typing may be about to write.

/** Words that name nothing by themselves: names that merely have one of them come last, and they are never searched for. */
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

/** The start of a word in a normalized name. */
interface WordPrefix {
  rest: string
  /** The name's place in the order of the index. */
  id: number
  /** Whether it is the first word. */
  first: boolean
}

/** The places of at most `most` names of which a word begins with the text: first words, later ones, then weak ones. */
export type FindByPrefix = (normalized: string, most: number) => number[]

export function createWordPrefixIndex(names: readonly { id: number; normalized: string }[]): FindByPrefix {
  const starts = names.flatMap(prefixesOf).sort((a, b) => compareText(a.rest, b.rest))

  return (normalized, most) => {
    const isWeak = ({ rest }: WordPrefix) =>
      weakNameWords.has(normalized) && rest.startsWith(`${normalized} `)
    // A number for each hit, since thousands of objects would take too long to sort.
    const places: number[] = []
    for (let at = lowerBound(starts, normalized); starts[at]?.rest.startsWith(normalized); at++) {
      const start = starts[at] as WordPrefix
      places.push((isWeak(start) ? 2 : start.first ? 0 : 1) * names.length + start.id)
    }
    const best = Float64Array.from(places).sort().subarray(0, most)
    return Array.from(best, (place) => place % names.length)
  }
}

function prefixesOf({ normalized, id }: { id: number; normalized: string }): WordPrefix[] {
  const words = normalized.split(' ')
  return words
    .map((word, index) => ({ word, rest: words.slice(index).join(' '), id, first: index === 0 }))
    .filter(({ word, first }) => first || !weakNameWords.has(word))
    .map(({ rest, first }) => ({ rest, id, first }))
}

/** Code units, as startsWith compares them; a locale's order would break the search by halves. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function lowerBound(starts: readonly WordPrefix[], text: string): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle]?.rest ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}
