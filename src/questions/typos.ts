// Mends typos in the words of questions; names are never touched, so that no country takes the place of another.
import type { FactSnapshot } from '../data/query/fact-store.ts'

/** Shorter words are too like each other. */
const minLength = 5
const minSubstituted = 7

/** The word of the vocabulary that differs by one letter, or by two that changed places; undefined if none or several. */
export function correctTypo(
  word: string,
  vocabulary: ReadonlySet<string>,
  facts: FactSnapshot,
): string | undefined {
  if (word.length < minLength || !/^[a-z]+$/.test(word) || vocabulary.has(word)) return undefined
  const [only, ...others] = [...vocabulary].filter((known) => differsByOne(word, known))
  // What a fact says is no typo.
  return only !== undefined && others.length === 0 && facts.withWords([[word]], 1).length === 0
    ? only
    : undefined
}

function differsByOne(a: string, b: string): boolean {
  if (a.charAt(0) !== b.charAt(0) || b.length < minLength - 1 || Math.abs(a.length - b.length) > 1)
    return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const restOf = (word: string, from: number) => word.slice(from)
  // One letter for another makes words of their own: "tanks" are not "takes".
  if (a.length === b.length)
    return (
      (a.length >= minSubstituted && restOf(a, start + 1) === restOf(b, start + 1)) ||
      (a[start] === b[start + 1] &&
        a[start + 1] === b[start] &&
        restOf(a, start + 2) === restOf(b, start + 2))
    )
  return a.length > b.length
    ? restOf(a, start + 1) === restOf(b, start)
    : restOf(a, start) === restOf(b, start + 1)
}
