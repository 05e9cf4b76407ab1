// Mends typos in the words of questions; names are never touched, so that no country takes the place of another.
import { normalizeText } from '../data/model/normalize-text.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { fillers } from './framing-words.ts'
import { askingWords, knownWords } from './known-words.ts'

/** Shorter words are too like each other, but for question words that lack a letter. */
const minLength = 5
const minSubstituted = 7
/** Of words that add nothing: "tanks" are no "thanks". */
const minAddingNothing = 7
const maxStatements = 40

/** The known word that differs by one letter, or by two that changed places; undefined if none or several. */
export function correctTypo(word: string, facts: FactSnapshot): string | undefined {
  if (!/^(?:[a-z]{5,}|wh?[a-z]{2,3})$/.test(word) || knownWords.has(word)) return undefined
  const { names, all } = writtenWords(facts)
  if (names.has(word)) return undefined
  const alike = all.filter((known) => differsByOne(word, known))
  const [only] = alike
  // What is like a name may mean it; of words that add nothing, any does.
  return only !== undefined &&
    (alike.length === 1 || alike.every((one) => fillers.has(one))) &&
    (askingWords.has(only) || (knownWords.has(only) && word.length >= minAddingNothing)) &&
    (word.length >= minLength || only.startsWith('wh')) &&
    !isStated(word, facts)
    ? only
    : undefined
}

/** What a fact says is no typo; words of the same stem do not count. */
function isStated(word: string, facts: FactSnapshot): boolean {
  return facts
    .withWords([[word]], maxStatements)
    .some(({ fact }) => normalizeText(fact.statement).split(' ').includes(word))
}

interface WrittenWords {
  /** The words of which names consist. */
  names: ReadonlySet<string>
  /** Those, and the known words. */
  all: readonly string[]
}

function writtenWords(facts: FactSnapshot): WrittenWords {
  return facts.memo('questions words and names', () => {
    const names = new Set(
      facts.entities.flatMap(({ name, aliases }) =>
        [name, ...aliases].flatMap((spelling) => normalizeText(spelling).split(' ')),
      ),
    )
    return { names, all: [...knownWords.union(names)] }
  })
}

function differsByOne(a: string, b: string): boolean {
  if (
    a.charAt(0) !== b.charAt(0) ||
    Math.max(a.length, b.length) < minLength ||
    Math.abs(a.length - b.length) > 1
  )
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
