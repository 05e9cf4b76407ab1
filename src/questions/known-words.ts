// The words that questions are asked with; all others may be names of what nobody here knows.
import { conceptWords } from './concepts.ts'
import { closer, fillers, opener, trailing } from './framing-words.ts'
import { weightless } from './plain-words.ts'
import { known } from './question-names.ts'
import { changingWords, emptyWords, opinionWords, wordsWithSynonyms } from './stated-words.ts'

const framing = [opener, closer, trailing].flatMap(
  ({ source }) => source.replace(/\\[a-z]/g, ' ').match(/[a-z]{2,}/g) ?? [],
)

/** Words that ask for something. */
export const askingWords: ReadonlySet<string> = new Set([
  ...known,
  ...conceptWords,
  ...emptyWords,
  ...opinionWords,
  ...changingWords,
  ...wordsWithSynonyms,
])

/** Those, and every word that people say around them. */
export const knownWords: ReadonlySet<string> = new Set([
  ...askingWords,
  ...framing,
  ...fillers,
  ...weightless,
])

export function isKnownWord(word: string): boolean {
  return word.length === 1 || knownWords.has(word)
}
