// Reads what a sentence claims: all of it, or the parts that are whole.
import type { Claim } from './claim.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { wordsOfSentence, type SentenceWords } from './claim-words.ts'
import { hasArticle, type ClaimContext, type Reader, type ReadSentence } from './match-claim.ts'
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

/** The words of a sentence; undefined for a question, and for a sentence that is too long to be read. */
export function wordsOfReadable(sentence: string, facts: FactSnapshot): SentenceWords | undefined {
  return sentence.length > maxLength || /\?\s*$/.test(sentence) ? undefined : wordsOfSentence(sentence, facts)
}

/** The claims of a sentence, part by part, and how many of its parts were not read. */
export function readClaims(
  sentence: string,
  read: SentenceWords | undefined,
  reader: Omit<Reader, 'names'>,
  context: ClaimContext = noContext,
  isJudged: (claims: Claim[]) => boolean = () => true,
): { parts: ReadPart[]; unread: number; context: ClaimContext } {
  const none = { parts: [], unread: 1, context: noContext }
  if (!read) return none
  const { words, names, ends } = read
  const readPart = (from: number, to: number, known: ClaimContext) => {
    const text = plainText(words.slice(from, to))
    if (!text.includes('@') && known.subjects.length === 0 && !known.body && !hasArticle.test(text))
      return undefined
    return readClauses(text, { ...reader, names: [...names] }, known)
  }
  const whole = readPart(0, words.length, context)
  const all = whole && { parts: [{ ...whole, quote: sentence }], unread: 0, context: whole.context }
  if (whole && isJudged(whole.claims)) return all ?? none
  const after = all ?? { ...none, context: contextAfter(words, names, context) }
  if (ends.size === 0 || ends.size > maxEnds || isHedged.test(sentence)) return after
  const inserted = readWithoutInsertion()
  if (inserted) return inserted
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
      const isAll = start === 0 && end === cuts.length - 1
      if (isAll || to <= from || !isWhole(words, cuts, start, end)) continue
      found = readPart(from, to, known)
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
      isBlocked ||= skipped.some(
        (word) => modal.test(word) && !(denial.test(word) && skipped[0]?.startsWith('@')),
      )
      if (!adjunct.test(words[from - 1] ?? '')) known = contextAfter(skipped, names, known)
      start += 1
    }
  }
  return parts.length > 0 ? { parts, unread, context: known } : after

  /** "Luxembourg, with its few soldiers, is a founding member." */
  function readWithoutInsertion() {
    const marks = [...ends].filter(([index]) => words[index] === ',')
    for (const [index, [from, opened]] of marks.entries()) {
      const [to, closed] = marks[index + 1] ?? []
      const between = words.slice(from + 1, to)
      if (to === undefined || !closed || between.length === 0 || between.some((word) => modal.test(word)))
        continue
      if (!finite.test(words[to + 1] ?? '') || words[from - 1] === undefined) continue
      const text = plainText([...words.slice(0, from), ...words.slice(to + 1)])
      const found = text.includes('@')
        ? readClauses(text, { ...reader, names: [...names] }, context)
        : undefined
      const quote = `${sentence.slice(0, opened.from).trimEnd()} … ${sentence.slice(closed.to).trimStart()}`
      if (found) return { parts: [{ ...found, quote }], unread: 1, context: found.context }
    }
    return undefined
  }
}

/** A part of a sentence says something else if what is before or after it belongs to it, or if it is denied or reported. */
const isHedged =
  /\b(?:if|unless|whether|thinks?|thought|thinking|believ(?:e|es|ed|ing)|imagin(?:e|ing)|pretend\w*|suppos\w*|alleged\w*|says?|said|saying|claim(?:s|ed|ing)?|told|tells?|heard|swore|swears|according|myths?|rumou?rs?|lies?|false|untrue|wrong|doubt\w*|maybe|perhaps|guess|assum\w*|instead of|rather than|opinion|imo|imho|depends|as though|as if|hypothetic\w*|either(?!\W*$))\b/i
const modal =
  /^(?:would|could|should|might|will|gonna|wont|shall|ought|wish|hope|want|wants|wanted|when|where|how|why|not|never|no)$/
const denial = /^(?:not|never|no)$/
const verb =
  /^(?:is|are|was|were|has|have|had|does|do|did|got|get|gets|came|comes|went|took|takes|gave|makes|made|means|keeps|kept|counts|hosts|spends|spent|runs|leads|led|left|quit|says|began|held|put|ran|became|becomes|has|calls|covers|lies|stays|met|meets|hits|hit)$|ed$/

/** Begins what only adds to a clause: without it, the clause says less, if nothing in it is denied or the most. */
const adjunct = /^(?:over|by|response|alongside|around|amid|after|following|under|during)$/
const isScoped =
  /^(?:not|never|no|none|nobody|neither|only|first|last|latest|newest|most|least|all|every|always|[a-z]+est|nth\d+)$/

/** Whether two names of one list are before and after a place to cut. */
function isInList(words: readonly string[], from: number, at: number): boolean {
  if (!/^(?:and|,)$/.test(words[at] ?? '')) return false
  const text = (some: readonly string[]) => some.filter((word) => !/^(?:the|both)$/.test(word)).join(' ')
  return (
    text(words.slice(at + 1)).startsWith('@') &&
    /(?:@\d+ , @\d+(?: ,)?|\b(?:between|of|among|with|for) @\d+)$/.test(text(words.slice(from + 1, at)))
  )
}

/** Whether what stands before and after a part is a clause of its own, so that no list is cut. */
function isWhole(words: readonly string[], cuts: readonly number[], start: number, end: number): boolean {
  const hasVerb = (from: number, to: number) => words.slice(from, to).some((word) => verb.test(word))
  const isCause = (at: number) =>
    /^(?:because|since|due|thanks|despite|although|though|tho|while|whereas|meaning|;)$/.test(
      words[at] ?? '',
    ) || adjunct.test(words[at] ?? '')
  const [first = -1, last = words.length] = [cuts[start], cuts[end]]
  if (/^(?:until|due|thanks|despite)$/.test(words[first] ?? '') || adjunct.test(words[first] ?? ''))
    return false
  if (isInList(words, first, last) || isInList(words, cuts[nextCut(cuts, start, -1)] ?? -1, first))
    return false
  if (words[last] === 'until' && words.slice(first + 1, last).some((word) => /^(?:not|never)$/.test(word)))
    return false
  // A number, date or denial may go with what is left out.
  const rest = words.slice(last + 1, cuts[nextCut(cuts, end, 1)] ?? words.length)
  if (
    adjunct.test(words[last] ?? '') &&
    (rest.some((word) => /^\d+$|^(?:percent|no|not|end|then)$/.test(word)) ||
      words.slice(first + 1, last).some((word) => isScoped.test(word)) ||
      (/^(?:after|following|during)$/.test(words[last] ?? '') && rest.some((word) => word.startsWith('@'))))
  )
    return false
  const previous = cuts[nextCut(cuts, start, -1)] ?? -1
  const before =
    start === 0 ||
    isCause(first) ||
    /^(?:because|due|thanks)$/.test(words[previous] ?? '') ||
    adjunct.test(words[previous] ?? '') ||
    hasVerb(previous + 1, first)
  const after =
    end === cuts.length - 1 ||
    isCause(last) ||
    words[last] === 'but' ||
    hasVerb(last + 1, cuts[nextCut(cuts, end, 1)] ?? words.length)
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
  // "No Vietnam."
  if (goesOn.test(words[0] ?? '') || (words.length <= 3 && !words.some((word) => finite.test(word))))
    return context
  if (named.length === 0) return words.length <= 3 ? context : noContext
  const [first = ''] = named
  const [only, ...others] = names[Number(first.slice(1))] ?? []
  const place = words.indexOf(first)
  const isSubject = new Set(named).size === 1 ? place < 4 : place < 2 && finite.test(words[place + 1] ?? '')
  if (!only || others.length > 0 || !isSubject) return noContext
  return { subjects: [only], body: only.kind === 'country' ? undefined : only, predicate: '' }
}

/** Words that begin what is still about the same. */
const goesOn =
  /^(?:it|its|they|their|this|that|these|those|he|she|which|who|joined|left|quit|came|went|became|has|have|had)$/
const finite =
  /^(?:are|were|have|had|did|joined|left|(?!members|countries|nations|states|allies|troops|forces|leaders|ships|exercises|articles)[a-z]+(?:s|ed))$/

const maxEnds = 12
