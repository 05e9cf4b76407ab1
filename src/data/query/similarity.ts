// How alike two normalized texts are, letter by letter.

/** How alike two words must be for one to stand for the other, mistyped. */
export const minSimilarity = 0.6

/** How alike normalized texts are to one, from 0 to 1, by Dice's coefficient: https://doi.org/10.2307/1932409 */
export function similarityTo(one: string): (other: string) => number {
  const ours = bigramsOf(one)
  return (other) => {
    const theirs = bigramsOf(other)
    return (2 * ours.intersection(theirs).size) / Math.max(1, ours.size + theirs.size)
  }
}

/** The letters of a text and its pairs of neighboring letters, spaces apart: swapped letters leave the letters alike. */
function bigramsOf(normalized: string): Set<string> {
  const letters = normalized.replaceAll(' ', '')
  const pairs = Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
  return new Set([...letters.split(''), ...pairs])
}
