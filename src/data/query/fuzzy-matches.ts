// Which hits of the name index are similar enough to a query, and how they are ranked.
import type { SearchResult } from 'minisearch'
import { memoize } from '../model/memoize.ts'
import { diceCoefficient, minSimilarity } from './similarity.ts'

export const isFlag = (word: string) => /^\p{Regional_Indicator}/u.test(word)

/** Whether a word is long enough to be recognized despite a typo; a flag is one character, not the letters of its code. */
export const canHaveTypo = (word: string) => word.length >= 4 && !isFlag(word)

/** Returns whether a hit has a word of the query, or in its name a word similar to one. */
export function createIsSimilar(queryWords: readonly string[]): (hit: SearchResult) => boolean {
  const similarities = queryWords.map(diceCoefficient)
  // Memoized, because many names share a word.
  const isTypo = memoize(
    (word) => canHaveTypo(word) && similarities.some((similarity) => similarity(word) >= minSimilarity),
  )
  const isPrefixMatch = memoize((word) => queryWords.some((queryWord) => word.startsWith(queryWord)))
  return ({ match }) =>
    Object.entries(match).some(
      ([word, fields]) => isPrefixMatch(word) || (fields.includes('normalized') && isTypo(word)),
    )
}

/** Ranks names by the share of the query that they match, plus their similarity to the whole text. */
export function rankBySimilarity<Name extends { normalized: string }>(
  matches: readonly { name: Name; share: number }[],
  normalized: string,
): Name[] {
  const similarity = diceCoefficient(normalized)
  return matches
    .map(({ name, share }) => ({ name, score: share + similarity(name.normalized) }))
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name)
}
