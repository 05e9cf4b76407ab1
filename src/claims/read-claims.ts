// Reads what a sentence claims: all of it, or the parts that are whole.
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { wordsOfSentence } from './claim-words.ts'
import { hasArticle, type ClaimContext, type ReadSentence } from './match-claim.ts'
import { plainText } from './plain-words.ts'
import { readClauses } from './read-clauses.ts'

export const noContext: ClaimContext = { subjects: [], body: undefined, predicate: '' }

/** A longer sentence is not read: reading takes time by length. */
const maxLength = 300

/** What one part of a sentence claims. */
export interface ReadPart extends ReadSentence {
  /** The part as it is written, or the sentence. */
  quote: string
}

/** The claims of a sentence as of today, yyyy-mm-dd, part by part, and how many of its parts were not read. */
export function readClaims(
  sentence: string,
  facts: FactSnapshot,
  today: string,
  context: ClaimContext = noContext,
): { parts: ReadPart[]; unread: number; context: ClaimContext } {
  const none = { parts: [], unread: 1, context: noContext }
  if (sentence.length > maxLength || /\?\s*$/.test(sentence)) return none
  const { words, names, ends } = wordsOfSentence(sentence, facts)
  const read = (from: number, to: number, known: ClaimContext) => {
    const text = plainText(words.slice(from, to))
    if (!text.includes('@') && known.subjects.length === 0 && !known.body && !hasArticle.test(text))
      return undefined
    return readClauses(text, { names: [...names], facts, today }, known)
  }
  const whole = read(0, words.length, context)
  if (whole) return { parts: [{ ...whole, quote: sentence }], unread: 0, context: whole.context }
  const after = { ...none, context: contextAfter(words, names, context) }
  if (ends.size === 0 || ends.size > maxEnds || isHedged.test(sentence)) return after
  const parts: ReadPart[] = []
  const cuts = [-1, ...ends.keys(), words.length]
  const place = (cut: number) => ends.get(cut) ?? { from: sentence.length, to: cut < 0 ? 0 : sentence.length }
  let unread = 0
  let known = context
  let isBlocked = false
  for (let start = 0; start < cuts.length - 1;) {
    const from = (cuts[start] ?? 0) + 1
    let end = cuts.length - 1
    let found: ReadSentence | undefined
    for (; end > start && !found && !isBlocked; end--) {
      const to = cuts[end] ?? 0
      if (to <= from || !isWhole(words, cuts, start, end)) continue
      found = read(from, to, known)
      if (found) break
    }
    if (found) {
      const quote = sentence
        .slice(place(cuts[start] ?? -1).to, place(cuts[end] ?? 0).from)
        .trim()
        .replace(/^(?:(?:and|but)\s+)+|\s*[,;:]+$/gi, '')
      parts.push({ ...found, quote: `${start > 0 ? '… ' : ''}${quote}${end < cuts.length - 1 ? ' …' : ''}` })
      known = found.context
      start = end
    } else {
      const skipped = words.slice(from, cuts[start + 1])
      if (skipped.length > 0) unread += 1
      isBlocked ||= skipped.some((word) => modal.test(word))
      known = contextAfter(skipped, names, noContext)
      start += 1
    }
  }
  return parts.length > 0 ? { parts, unread, context: known } : after
}

/** A part of a sentence says something else if what is before or after it belongs to it, or if it is denied or reported. */
const isHedged =
  /\b(?:if|unless|whether|thinks?|thought|thinking|believ(?:e|es|ed|ing)|imagin(?:e|ing)|pretend\w*|suppos\w*|alleged\w*|says?|said|saying|claim(?:s|ed|ing)?|told|tells?|heard|swore|swears|according|myths?|rumou?rs?|lies?|false|untrue|wrong|doubt\w*|maybe|perhaps|guess|assum\w*|instead of|rather than|opinion|imo|imho|depends|as though|as if|hypothetic\w*|either)\b/i
const modal =
  /^(?:would|could|should|might|will|gonna|wont|shall|ought|wish|hope|want|wants|wanted|when|where|how|why|not|never|no)$/
const verb =
  /^(?:is|are|was|were|has|have|had|does|do|did|got|get|gets|came|comes|went|took|takes|gave|makes|made|means|keeps|kept|counts|hosts|spends|spent|runs|leads|led|left|quit|says|began|held|put|ran|became|becomes|has|calls|covers|lies|stays|met|meets|hits|hit)$|ed$/

/** Whether what stands before and after a part is a clause of its own, so that no list is cut. */
function isWhole(words: readonly string[], cuts: readonly number[], start: number, end: number): boolean {
  const hasVerb = (from: number, to: number) => words.slice(from, to).some((word) => verb.test(word))
  const isCause = (at: number) =>
    /^(?:because|since|due|thanks|despite|although|though|tho|while|whereas|meaning|over|by|;)$/.test(
      words[at] ?? '',
    )
  const [first = -1, last = words.length] = [cuts[start], cuts[end]]
  if (
    /^(?:until|over|by)$/.test(words[first] ?? '') ||
    words[first] === 'due' ||
    words[first] === 'thanks' ||
    words[first] === 'despite'
  )
    return false
  if (words[last] === 'until' && words.slice(first + 1, last).some((word) => /^(?:not|never)$/.test(word)))
    return false
  // A number, date or denial may go with what is left out.
  const isCut = /^(?:over|by)$/.test(words[last] ?? '')
  const rest = words.slice(last + 1, cuts[nextCut(cuts, end, 1)] ?? words.length)
  if (
    isCut &&
    (rest.some((word) => /^\d+$|^(?:percent|no|not|end|then)$/.test(word)) ||
      words.slice(first + 1, last).some((word) => /^(?:not|never|no)$/.test(word)))
  )
    return false
  const previous = cuts[nextCut(cuts, start, -1)] ?? -1
  const before =
    start === 0 ||
    isCause(first) ||
    /^(?:over|by|because|due|thanks)$/.test(words[previous] ?? '') ||
    hasVerb(previous + 1, first)
  const after =
    end === cuts.length - 1 || isCause(last) || hasVerb(last + 1, cuts[nextCut(cuts, end, 1)] ?? words.length)
  return before && after
}

/** The nearest place to cut that has words before it: ", and" is one. */
function nextCut(cuts: readonly number[], index: number, step: 1 | -1): number {
  const next = index + step
  return Math.abs((cuts[next] ?? NaN) - (cuts[index] ?? 0)) === 1 ? nextCut(cuts, next, step) : next
}

/** What words that were not read may be about: their one name, if they begin with it. */
function contextAfter(
  words: readonly string[],
  names: readonly Entity[][],
  context: ClaimContext,
): ClaimContext {
  const named = words.filter((word) => word.startsWith('@'))
  if (named.length === 0) return words.length <= 3 ? context : noContext
  const [only, ...others] = names[Number(named[0]?.slice(1))] ?? []
  const isSubject =
    new Set(named).size === 1 && others.length === 0 && words.slice(0, 4).includes(named[0] ?? '')
  if (!only || !isSubject) return noContext
  return { subjects: [only], body: only.kind === 'country' ? undefined : only, predicate: '' }
}

const maxEnds = 8
