// Reads what a sentence claims: all of it, or the parts that are whole.
import type { Claim } from './claim.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { wordsOfSentence, type SentenceWords } from './claim-words.ts'
import { withNamed } from './back-references.ts'
import { hasArticle } from './match-claim.ts'
import type { ClaimContext, Reader, ReadSentence } from './reader.ts'
import { fillers, politeDoubt } from './asides.ts'
import { withoutInsertions, withoutPersons } from './insertions.ts'
import { nearYear } from './plain-numbers.ts'
import { plainText } from './plain-words.ts'
import { contextAfter, finite, noContext } from './context-after.ts'
import { readClauses } from './read-clauses.ts'
import {
  adjunct,
  denial,
  detailsIn,
  isBeforeDate,
  isDroppable,
  isHedged,
  isWhole,
  modal,
} from './sentence-parts.ts'

/** A longer sentence is not read: reading takes time by length. */
const maxLength = 300

/** What one part of a sentence claims. */
export interface ReadPart extends ReadSentence {
  /** The part as it is written, or the sentence. */
  quote: string
}

/** The words of a sentence; undefined for one that is too long to be read. */
export function wordsOfReadable(sentence: string, facts: FactSnapshot): SentenceWords | undefined {
  return sentence.length > maxLength ? undefined : wordsOfSentence(sentence, facts)
}

/** A question claims nothing, but says what is spoken of; what nobody says is denied. */
const isAsked = /\?\s*$|\b(?:says|said) (?:nobody|no one|noone)(?: ever)?\W*$/i
/** "Sweden is in NATO, right?" states it. */
const isTagged =
  /^(?!(?:so |and |but |ok )?(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|who|what|when|where|why|how|which)\b).* (?:right|correct)\?\s*$/i

interface ReadParts {
  parts: ReadPart[]
  unread: number
  context: ClaimContext
}

/** The claims of a sentence, part by part, and how many of its parts were not read. */
export function readClaims(
  sentence: string,
  words: SentenceWords | undefined,
  reader: Omit<Reader, 'names'>,
  context: ClaimContext = noContext,
  isJudged: (claims: Claim[]) => boolean = () => true,
): ReadParts {
  const isFit = ({ claims }: ReadPart) => isJudged(claims)
  const read = readSentence(sentence, words, reader, context, isJudged)
  if (!words || read.parts.some(isFit)) return read
  const plainer = withoutInsertions(sentence)
  const last = plainer.at(-1) ?? sentence
  const named = last === sentence ? words : wordsOfSentence(last, reader.facts)
  for (const shorter of [...plainer, ...withoutPersons(last)]) {
    const left = wordsOfSentence(shorter, reader.facts)
    if (!plainer.includes(shorter) && left.names.length < named.names.length) continue
    const again = readSentence(shorter, left, reader, context, isJudged)
    if (again.parts.some(isFit)) return { ...again, unread: again.unread + 1 }
  }
  return read
}

function readSentence(
  sentence: string,
  read: SentenceWords | undefined,
  reader: Omit<Reader, 'names'>,
  context: ClaimContext,
  isJudged: (claims: Claim[]) => boolean,
): ReadParts {
  const none = { parts: [], unread: 1, context: noContext }
  if (!read || (reader.budget && reader.budget.tries <= 0)) return none
  const { names, ends, details } = read
  const isNear = sentence.search(nearYear) >= 0
  const isBack = returned.test(sentence)
  const words = isTagged.test(sentence) ? read.words.slice(0, -1) : read.words
  if (isAsked.test(sentence) && words === read.words)
    return { ...none, context: contextAfter(words, names, context) }
  const readPart = (part: readonly string[], known: ClaimContext) => {
    if (reader.budget && reader.budget.tries-- <= 0) return undefined
    const own = [...names]
    const text = plainText(withNamed(part, reader, own)).replace(
      lastYear,
      ` in ${Number(reader.today.slice(0, 4)) - 1}`,
    )
    const subject = known.subjects[0] ?? known.body ?? known.mentioned ?? reader.topic ?? reader.treaty
    if (!text.includes('@') && !subject && known.article === undefined && !hasArticle.test(text))
      return undefined
    const read = readClauses(text, { ...reader, names: own }, known)
    // "Ukraine being in NATO" may be thought of only.
    const isThought = thought.test(part.join(' '))
    // Of a date that is said not to be exact, another is no contradiction; nor is being in it again of having left.
    // Who came back may have come back to less than the whole.
    const isLoose = ({ form, date }: Claim) =>
      isNear ||
      isThought ||
      (isBack && ((form === 'joined' && ofPart.test(sentence)) || (form === 'left' && date === '')))
    return (
      read && {
        ...read,
        claims: read.claims.map((claim) => (isLoose(claim) ? { ...claim, isGuess: true as const } : claim)),
      }
    )
  }
  const whole = readPart(words, context)
  const all = whole && { parts: [{ ...whole, quote: sentence }], unread: 0, context: whole.context }
  if (whole && isJudged(whole.claims)) return all ?? none
  const after = all ?? { ...none, context: contextAfter(words, names, context) }
  if (
    ends.size + details.size === 0 ||
    ends.size > maxEnds ||
    isHedged.test(sentence.replace(politeDoubt, ''))
  )
    return after
  const placed = readWithoutPlace()
  if (placed) return placed
  const parts: ReadPart[] = []
  const cuts = [-1, ...ends.keys(), words.length]
  const place = (cut: number) =>
    ends.get(cut) ?? details.get(cut) ?? { from: sentence.length, to: cut < 0 ? 0 : sentence.length }
  let unread = 0
  let known = context
  let isBlocked = false
  for (let start = 0; start < cuts.length - 1;) {
    const from = (cuts[start] ?? 0) + 1
    let [end, last, found] = [cuts.length - 1, words.length, undefined as ReadSentence | undefined]
    // The longest part that is judged, or else the longest that is read.
    for (const one of isBlocked ? [] : partsFrom(start)) {
      // What was read with its date is not judged without it.
      const isRead = found ?? (start === 0 ? whole : undefined)
      if (isRead && isBeforeDate(words, one.last)) continue
      const part = readPart(words.slice(from, one.last), known)
      const isBetter = part && (!found || isJudged(part.claims))
      if (isBetter) [end, last, found] = [one.end, one.last, part]
      if (isBetter && isJudged(part.claims)) break
    }
    if (found && !isJudged(found.claims)) {
      // Another part may begin within it, of which body is in doubt.
      unread += 1
      known = { ...found.context, body: undefined, mentioned: undefined }
      start += 1
    } else if (found) {
      const quote = sentence
        .slice(place(cuts[start] ?? -1).to, place(last).from)
        .trim()
        .replace(/^(?:(?:and|but)\s+)+|(?:\s*[,;:(]+|\s+even)+$/gi, '')
      parts.push({ ...found, quote: `${start > 0 ? '… ' : ''}${quote}${last < words.length ? ' …' : ''}` })
      if (details.has(last)) unread += 1
      known = found.context
      start = end
    } else {
      const skipped = words.slice(from, cuts[start + 1])
      if (skipped.length > 0) unread += 1
      isBlocked ||= skipped.some(
        (word) =>
          modal.test(word) &&
          !(
            denial.test(word) &&
            (skipped[0]?.startsWith('@') || /^(?:there is |there are )?no\b/.test(skipped.join(' ')))
          ),
      )
      // What only adds to a part that was read leaves open what is spoken of.
      const isAdded = parts.length > 0 && !skipped.some((word) => finite.test(word) || another.test(word))
      if (!isAdded && !adjunct.test(words[from - 1] ?? ''))
        known = afterUnread(contextAfter(skipped, names, known))
      start += 1
    }
  }
  return parts.length > 0 ? { parts, unread, context: known } : after

  /** Where a part that begins at a cut may end, the longest first. */
  function partsFrom(start: number): { end: number; last: number }[] {
    const from = (cuts[start] ?? 0) + 1
    const ends = cuts.flatMap((to, end) => (end > start && to > from ? [{ to, end }] : [])).reverse()
    return ends.flatMap(({ to, end }) => {
      const isAll = start === 0 && end === cuts.length - 1
      if (!isAll && !isWhole(words, cuts, start, end)) return []
      // Names alone may go with what is left out.
      if (!isAll && words.slice(from, to).every((word) => noClaim.test(word))) return []
      // "Estonia did so, too."
      if (to < words.length && isCutShort(words.slice(from, to))) return []
      const shorter = detailsIn(words, details, from, to).map((last) => ({ end, last }))
      return isAll ? shorter : [{ end, last: to }, ...shorter]
    })
  }

  /** "Finland joined in Brussels in 2023." */
  function readWithoutPlace() {
    const placed = [...details].flatMap(([from, opened], index, all) => {
      const [to, closed] = all[index + 1] ?? []
      const isPlace =
        to !== undefined &&
        isDroppable(words, details, 0, from, to) &&
        dated.test(words.slice(to, to + 3).join(' '))
      return isPlace && closed ? [{ from, to, opened: opened.from, closed: closed.from }] : []
    })
    for (const { from, to, opened, closed } of placed) {
      if (words.slice(from, to).some((word) => modal.test(word))) continue
      const found = readPart([...words.slice(0, from), ...words.slice(to)], context)
      const quote = `${sentence.slice(0, opened).trimEnd()} … ${sentence.slice(closed).trimStart()}`
      if (found && isJudged(found.claims))
        return { parts: [{ ...found, quote }], unread: 1, context: found.context }
    }
    return undefined
  }
}

/** What says something of its own. */
const another = /^(?:is|has|my|our|your|his|her|another)$/
const lastYear = / (?:in )?last year(?= |$)/
/** "It left and came back." */
const returned =
  /\b(?:(?:came|come|went|got|is|are) back|return(?:ed|s)|re-?join(?:ed|s)|re-?admitted|re-?entered)\b/i
const thought = /^(?:\S+ )?@\d+ being /
/** Less than the whole. */
const ofPart = /\b(?:command|structures?|participation|planning|group)\b/i
const auxiliary = /^(?:is|are|was|were|do|does|did|has|have|had)$/
const noClaim = /^(?:@\d+|and|or|the|both|,)$/
/** Most ends of clauses that are tried. */
const maxEnds = 12
const dated = /^(?:in|on) (?:\d|[a-z]+ \d)/

/** What is spoken of is in doubt after a part that named nothing. */
function afterUnread(context: ClaimContext): ClaimContext {
  return context.subjects.length > 0 || context.body ? context : { ...context, isGuess: true }
}

function isCutShort(words: readonly string[]): boolean {
  return auxiliary.test(words.findLast((word) => !fillers.has(word)) ?? '')
}
