// How alike two folded texts are, letter by letter.

/** How alike two words must be for one to stand for the other, mistyped. */
export const near = 0.6

/** How alike folded texts are to one, from 0 to 1, by Dice's coefficient: https://doi.org/10.2307/1932409 */
export function likenessTo(one: string): (other: string) => number {
  const ours = piecesOf(one)
  return (other) => {
    const theirs = piecesOf(other)
    return (2 * ours.intersection(theirs).size) / Math.max(1, ours.size + theirs.size)
  }
}

/** The letters of a text and its pairs of neighboring letters, spaces apart: swapped letters leave the letters alike. */
function piecesOf(folded: string): Set<string> {
  const letters = folded.replaceAll(' ', '')
  const pairs = Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
  return new Set([...letters.split(''), ...pairs])
}
