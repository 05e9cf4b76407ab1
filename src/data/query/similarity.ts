// How similar two normalized texts are.

/** How similar two words must be for one to count as a typo of the other. */
export const minSimilarity = 0.6

/** Returns the similarity of other normalized texts to this one, from 0 to 1: https://doi.org/10.2307/1932409 */
export function diceCoefficient(text: string): (other: string) => number {
  const own = bigramsOf(text)
  return (other) => {
    const others = bigramsOf(other)
    return (2 * own.intersection(others).size) / Math.max(1, own.size + others.size)
  }
}

/** The letters and bigrams of a text without spaces; single letters make swapped letters count less. */
function bigramsOf(normalized: string): Set<string> {
  const letters = normalized.replaceAll(' ', '')
  const pairs = Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
  return new Set([...letters.split(''), ...pairs])
}
