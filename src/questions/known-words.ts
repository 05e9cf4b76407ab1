// The words that questions are asked with; all others may be names of what nobody here knows.
import { bagWords } from './bags.ts'
import { closer, fillers, opener, trailing } from './framing-words.ts'
import { weightless } from './plain-words.ts'
import { known } from './question-names.ts'
import { changingWords, emptyWords, opinionWords, wordsWithSynonyms } from './stated-words.ts'

/** Every word of a question. */
export const vocabulary: ReadonlySet<string> = new Set([
  ...known,
  ...bagWords,
  ...emptyWords,
  ...opinionWords,
])

const framing = [opener, closer, trailing].flatMap(
  ({ source }) => source.replace(/\\[a-z]/g, ' ').match(/[a-z]{2,}/g) ?? [],
)

const all: ReadonlySet<string> = new Set([
  ...vocabulary,
  ...framing,
  ...fillers,
  ...weightless,
  ...changingWords,
  ...wordsWithSynonyms,
])

export function isKnownWord(word: string): boolean {
  return word.length === 1 || all.has(word)
}
