// Reads a question that no form reads, if one fact states all of it: every name and every word that carries meaning.
import { byNewest, type PartialDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { asksArticle } from './compound-words.ts'
import type { Question } from './question.ts'
import {
  agrees,
  hasNoOther,
  hasNumber,
  hasSubject,
  isNegated,
  isOfFirst,
  isOfDate,
  isSuperlativeOf,
  kindOf,
  namesOf,
} from './stated-fits.ts'
import { accountsOf, isToday, returnsAfter } from './stated-accounts.ts'
import { isAnnounced, isOtherLeaving, isPlanned, isWish } from './stated-intent.ts'
import { hasWhole, isStated, shareOf } from './stated-share.ts'
import {
  changingWords,
  emptyWords,
  joinPhrases,
  kindWords,
  meaningsOf,
  negations,
  ofUnnamed,
  opinionWords,
} from './stated-words.ts'

/** How many facts with the words are looked at, best first. */
const maxCandidates = 40
const maxFacts = 3

/**
 * Of the words of a statement, so many must be asked for: a long one that only touches on the words says another thing.
 * Fewer, the more is asked for.
 */
const minShares = { nameless: 0.4, two: 0.34, more: 0.22, counted: 0.12 }

/** Ids of several facts; a custom id has no room for more. */
const maxDetailLength = 70

interface Asked {
  /** The words as asked, with "@0" for the first name. */
  words: readonly string[]
  /** What each name may mean. */
  candidates: readonly Entity[][]
  date: PartialDate
}

/** The question answered by the facts that state it; undefined if there is none. */
export function matchStated({ words, candidates, date }: Asked, facts: FactSnapshot): Question | undefined {
  // Where it will be tells who hosts it.
  const text = joinPhrases(words.join(' '))
    .replace(/\bwho (?:hosts|will host|is hosting) (?=next\b)/, 'where is ')
    .replace(topicFirst, 'what is $1 about')
  const asksNext = /\bnext\b/.test(text)
  const kind = candidates.length < 2 && ofUnnamed.test(text) ? undefined : kindOf(text)
  if (!kind || /^(?:after|before|since)$/.test(words.at(-1) ?? '')) return undefined
  if (words.some((word) => opinionWords.has(word))) return undefined
  const content = text
    .split(' ')
    .filter(
      (word, index, all) =>
        !word.startsWith('@') &&
        word !== 'next' &&
        (isContent(word) || (word === 'i' && all[index - 1] === 'pillar')),
    )
  const terms = [...new Set(content)].map((word) => ({ word, meanings: meaningsOf(word) }))
  const isDefining = whatIs.test(text) && !content.some(mustBeStated)
  const isCounting = /\bhow (?:many|much)\b/.test(text)
  const isOfOffice = candidates.flat().some(({ kind }) => kind === 'position')
  // What was first is not said of another thing; "before" of what is in no fact, and two words without a name in many.
  if (
    terms.every(({ word }) => relative.has(word) || (changingWords.has(word) && !isOfOffice)) ||
    terms.length === 0 ||
    terms.length + candidates.length < (candidates.length > 0 || isDefining ? 2 : 3)
  )
    return undefined
  const names = candidates.map((some) => some.flatMap((entity) => namesOf(entity)))
  const minShare =
    candidates.length === 0 && !isDefining && !/\barticle \d/.test(text)
      ? minShares.nameless
      : isCounting || asksArticle.test(text)
        ? minShares.counted
        : terms.length + candidates.length > 2 && terms.length > 1
          ? minShares.more
          : minShares.two
  const found = facts.withWords([...terms.map(({ meanings }) => meanings), ...names], maxCandidates)
  const fitting = found
    .filter(
      ({ fact, marked }) =>
        candidates.every((some) => some.some((entity) => isAbout(fact, entity, facts))) &&
        // Who has none of something is no matter of a fact about something else.
        (!(isNegated(text) || asksArticle.test(text)) || isOfOne(fact, candidates)) &&
        (!asksArticle.test(text) ||
          // What it says, rather than when it was used.
          (fact.attribute !== 'invocation' && (candidates.length > 0 || fact.entity === 'nato'))) &&
        !isOtherLeaving(text, fact) &&
        agrees(text, fact) &&
        !isWish(text, fact) &&
        !isAnnounced(text, fact) &&
        (!asksNext || isPlanned(fact)) &&
        terms.every(
          ({ word, meanings }) =>
            !(mustBeStated(word) || /^i{1,3}$/.test(word)) || hasWhole(meanings, marked),
        ) &&
        terms.some(({ meanings }) => isStated(meanings, marked)) &&
        terms.every(({ word }) => !/^\d{1,2}$/.test(word) || hasNumber(fact, word)) &&
        terms.every(({ word, meanings }) => kindWords.has(word) || isStated(meanings, marked)) &&
        (!(asksArticle.test(text) || saysAbout.test(text)) ||
          terms.every(({ meanings }) => isStated(meanings, marked))) &&
        isOfDate(fact, date) &&
        isSuperlativeOf(
          fact,
          text,
          terms.flatMap(({ word, meanings }) => (changingWords.has(word) ? [] : meanings)),
        ) &&
        // What was planned is not what was.
        !(
          /\b(?:was|were|did)\b/.test(text) &&
          /\bplanned to\b/.test(fact.statement) &&
          !/\bplan/.test(text)
        ) &&
        (!/\bbased on\b/.test(text) || /\b(?:based on|basis|rests? on)\b/.test(fact.statement)) &&
        (!/\bcalled$/.test(text) || /\b(?:called|named|known as|name)\b/.test(fact.statement)) &&
        hasNoOther(fact, text, candidates, facts) &&
        isOfFirst(fact, text, candidates) &&
        hasSubject(fact, text, candidates) &&
        (!isDefining || candidates.length > 0 || defines.test(marked)) &&
        kind(fact, marked),
    )
    .map(({ fact, marked }) => ({
      fact,
      share: shareOf(fact, marked, facts),
      // What is counted of a thing is said of it itself, what defines it with it as the subject.
      isBetter: isCounting ? isOfOne(fact, candidates) : isDefining && defines.test(marked),
    }))
    .filter(({ share }) => share >= minShare)
    .toSorted((a, b) => Number(b.isBetter) - Number(a.isBetter) || b.share - a.share)
  // Where facts say both, those that agree answer.
  const agreeing = fitting.filter(({ fact }) => isNegated(fact.statement) === isNegated(text))
  const [best, ...others] = agreeing.length > 0 ? agreeing : fitting
  if (!best) return undefined
  if (asksNext) {
    const { fact } = fitting.reduce((a, b) => (dayOf(b.fact) > dayOf(a.fact) ? b : a))
    const isAlike = (marked: string) =>
      terms.every(({ meanings }) => isStated(meanings, marked) || !isStated(meanings, markedOf(fact)))
    const markedOf = ({ id }: Fact) => found.find((one) => one.fact.id === id)?.marked ?? ''
    // What was planned long ago is over.
    const isOver = found.some(
      (one) =>
        dayOf(one.fact) > dayOf(fact) &&
        isAlike(one.marked) &&
        candidates.every((some) => some.some((entity) => isAbout(one.fact, entity, facts))),
    )
    return isOver ? undefined : { form: 'stated', entities: [], date: '', detail: fact.id }
  }
  const alike = others
    .filter(({ share, fact }) => share >= best.share * 0.7 && fact.attribute === best.fact.attribute)
    .map(({ fact }) => fact)
  const told = [best.fact, ...alike, ...accountsOf(best.fact, facts)].toSorted(byNewest)
  const newestFirst = new Set([...(isToday.test(text) ? returnsAfter(best.fact, facts) : []), ...told])
  let detail = ''
  for (const fact of [...newestFirst].slice(0, maxFacts)) {
    const longer = detail === '' ? fact.id : `${detail} ${fact.id}`
    if (longer.length <= maxDetailLength) detail = longer
  }
  return { form: 'stated', entities: [], date: '', detail }
}

function dayOf({ validFrom, visibleFrom }: Fact): string {
  return validFrom ?? visibleFrom
}

/** "What does the treaty say about helping each other": whatever it says is no answer. */
const saysAbout = /\bsays? about\b/

/** "AUKUS pillar 2, what is it about". */
const topicFirst =
  /^(@\d [a-z]+ i{1,2}|[a-z]+ i{1,2} (?:of )?@\d) what (?:is|are) (?:it|that)(?: all)? about(?: in (?:short|brief))?$/

/** "What is Pillar II of AUKUS about". */
const whatIs =
  /^what (?:is|are|was|were) (?!@\d$)(?:(?!\b(?:is|are|was|were|do|does|did|has|have|to|for)\b).)+$/

/** A statement whose subject has the words. */
const defines =
  /^(?:the |an? )?(?:(?:<[^>]*>|of|the|in|for|an?|and|\d+) )+(?:is|are|was|were|means|covers?|concerns?|consists|aims|serves|brings?|gives?|lets|sets?|provides?|calls|names|has|have|had|puts?|holds?|includes?|makes?)\b/

function isContent(word: string): boolean {
  return !emptyWords.has(word) && !negations.test(word) && word !== ''
}

const relative = new Set([
  'before',
  'after',
  'until',
  'since',
  'if',
  'over',
  'under',
  'against',
  'between',
  'instead',
  'again',
])

function mustBeStated(word: string): boolean {
  return changingWords.has(word) || /^\d+$/.test(word)
}

function isOfOne({ entity, value }: Fact, candidates: readonly Entity[][]): boolean {
  return (
    candidates.length === 0 ||
    candidates.flat().some(({ id }) => id === entity || (value.type === 'entity' && value.entity === id))
  )
}

/** "Supreme Allied Commander Europe". */
function inName(region: string): RegExp {
  return new RegExp(
    `\\b(?!In |Central |Eastern |Western |Northern |Southern |South |North )[A-Z][a-z]+ ${region}\\b`,
  )
}

function isAbout(
  { entity, value, mentions, statement }: Fact,
  { id, kind, name }: Entity,
  facts: FactSnapshot,
): boolean {
  // "Europe" is not in "Defender Europe".
  const own = kind === 'region' ? (facts.getEntity(entity)?.name ?? name) : ' '
  if (kind === 'region' && !mentions.includes(id) && inName(name).test(statement)) return false
  return (
    entity === id ||
    mentions.includes(id) ||
    (value.type === 'entity' && value.entity === id) ||
    // "The AUKUS submarine plan".
    (kind !== 'country' && facts.getEntity(entity)?.name.startsWith(`${name} `)) ||
    (kind !== 'country' && statement.replaceAll(own, ' ').replaceAll(`-${name}`, ' ').includes(name))
  )
}
