// The clauses of a text: what ends each, what it names, and where in it a question begins.
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { breaks, embedded, fragment, isTag, likened, startsClause, subjectless } from './clause-words.ts'
import { isGuess } from './compound-words.ts'
import { findNames } from './question-names.ts'
import { partsOf } from './question-words.ts'
import { hasRole } from './roles.ts'

export interface Clause {
  start: number
  end: number
  text: string
  /** What ends it. */
  mark: string
  /** What its names mean. */
  names: Entity[]
}

export function clausesOf(text: string, facts: FactSnapshot): Clause[] {
  const found: Clause[] = []
  let start = 0
  for (const { 0: mark, index } of [...text.matchAll(breaks), { 0: '', index: text.length }]) {
    const own = text.slice(start, index)
    if (own.trim() !== '')
      found.push({
        start,
        end: index,
        text: own.trim(),
        mark: mark.trim(),
        names: namesIn(own.replace(likened, ' '), facts),
      })
    start = index + mark.length
  }
  return found
}

export function namesIn(text: string, facts: FactSnapshot): Entity[] {
  return findNames(partsOf(text).flat(), facts).candidates.flatMap((some) => some.slice(0, 1))
}

/** Where a question begins in a clause; undefined if none does. */
export function startOf({ text, mark, names }: Clause, before: Clause | undefined): number | undefined {
  if (isTag(text) || fragment.test(text)) return 0
  // "Is it still Stoltenberg", but "is it in the EU".
  const isOfBody = /\b(?:in|of|to)\b/i.test(text) && names.some((entity) => hasRole(entity, 'T'))
  if ((isGuess.test(text) && !isOfBody) || subjectless.test(text)) return undefined
  const [opening, word = ''] = startsClause.exec(text) ?? []
  // "My flatmate, who is from Jakarta".
  const isRelative =
    before?.mark === ',' && mark !== '?' && mark !== '' && /^(?:who|whom|whose|which|where|when)$/i.test(word)
  if (opening !== undefined) return isRelative && opening === word ? undefined : opening.length - word.length
  const inside = embedded.exec(text)
  return inside ? inside.index + inside[0].length : undefined
}

/** The last clause before the next mark that ends a sentence. */
export function lastOfSentence(clauses: readonly Clause[], index: number): number {
  const end = clauses.findIndex(({ mark }, at) => at >= index && /[?.!;]/.test(mark))
  return end < 0 ? clauses.length - 1 : end
}
