// The verdict of a card: what kind of thing it is, who is in it and since when, in a sentence or two.
import type { TextWithFacts } from '../../core/card.ts'
import { attributes } from '../../data/model/attributes.ts'
import { eventKinds, kindLabel, tieKinds } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { capitalize, uncapitalize, withIndefiniteArticle } from '../shared/format.ts'
import { formatAsOfYear } from '../shared/sources.ts'
import { classificationOf } from './classification.ts'
import type { WholeList } from './current-facts.ts'
import { editionsOf } from './editions.ts'
import { leadFactsOf } from './lead-fact.ts'
import {
  datePhrase,
  leaderPhrase,
  memberPhrase,
  participantPhrases,
  regionPhrase,
  treatyPhrase,
  type Phrase,
} from './verdict-phrases.ts'

/** In characters: what fits on two lines. */
export const maxVerdictLength = 140

/** The verdict, with every fact that it comes from. */
export function verdictOf(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  whole: WholeList | undefined,
): TextWithFacts | undefined {
  if (groups.length > 0) {
    const hasMembers = groups.some(({ attribute }) => attribute === 'member')
    if (tieKinds.includes(entity.kind) || hasMembers) return tieVerdict(entity, groups, facts, whole)
    if (eventKinds.includes(entity.kind)) return eventVerdict(entity, groups, facts)
  }
  return leadVerdict(entity, groups, facts)
}

/** The statement of the fact that answers best, or its value if the statement is too long; none if no fact fits. */
function leadVerdict(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): TextWithFacts | undefined {
  for (const lead of leadFactsOf(entity, groups, facts)) {
    const { statement, value, attribute } = lead
    // Other values than definitions make no sentence.
    const short = value.type === 'text' && attribute === 'definition' ? [`${capitalize(value.text)}.`] : []
    const texts = [statement, ...short].map((text) => withYear(text, lead))
    const text = texts.find(({ length }) => length <= maxVerdictLength)
    if (text !== undefined) return { text, facts: [lead] }
  }
  return undefined
}

/** What changes carries its year. */
function withYear(text: string, { attribute, asOf }: Fact): string {
  const year = formatAsOfYear(asOf)
  if (/\bat the time\b/.test(text)) return text.replace(/\bat the time\b/, `in ${year}`)
  const isDated = attributes[attribute].timeVarying || /\brecently\b/.test(text)
  return isDated ? text.replace(/\.$/, ` (${year}).`) : text
}

/** "An alliance of 31 countries besides the United States (2024 or later), founded in 1949, sealed by a treaty." */
function tieVerdict(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  whole: WholeList | undefined,
): TextWithFacts | undefined {
  const { kind, disputes } = kindPhrase(entity, groups)
  const parts = [
    memberPhrase(kind.text, groups, facts, whole),
    datePhrase(groups, ['founded', 'signed', 'announced', 'began']),
    datePhrase(groups, ['ended']),
    leaderPhrase(kind.text, groups, facts),
    treatyPhrase(kind.text, groups),
  ].filter((part) => part !== undefined)
  // Its kind alone, which the heading says already, is no answer.
  return parts.length > 0 ? joinPhrases(kind, parts, disputes) : leadVerdict(entity, groups, facts)
}

/** "A multilateral exercise of Australia and the United States in the Pacific, held in November 2019." */
function eventVerdict(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): { text: string; facts: readonly Fact[] } {
  const { kind, disputes } = kindPhrase(entity, groups)
  const leader = leaderPhrase(kind.text, groups, facts)
  const [several, single] = participantPhrases(groups, facts, leader)
  const isNamed =
    several !== undefined ||
    single !== undefined ||
    leader !== undefined ||
    editionsOf(entity, facts).length > 0
  const parts = [several, regionPhrase(groups), datePhrase(groups, ['held', 'began']), leader, single].filter(
    (part) => part !== undefined,
  )
  if (disputes.length > 0 || isNamed || kind.text.includes('U.S.-led'))
    return joinPhrases(kind, parts, disputes)
  const sentence = joinPhrases(kind, parts, ['The articles name no countries that take part.'])
  return { ...sentence, facts: [...sentence.facts, ...unnamedParticipants(groups)] }
}

/** The facts that say themselves that they name nobody. */
function unnamedParticipants(groups: readonly AttributeFacts[]): Fact[] {
  const own = groups.find(({ attribute }) => attribute === 'participants')?.facts ?? []
  return own.filter(({ value }) => value.type === 'text' && /\bnot named\b/.test(value.text))
}

/** The parts that fit, in order, as one sentence, and the longest second sentence with which all of them fit. */
function joinPhrases(
  kind: Phrase,
  parts: readonly Phrase[],
  seconds: readonly string[],
): { text: string; facts: readonly Fact[] } {
  const variants = seconds.length > 0 ? seconds : ['']
  const fittingWith = (end: string) => {
    const fitting = [kind]
    for (const part of parts) {
      if (textOf([...fitting, part]).length + end.length <= maxVerdictLength) fitting.push(part)
    }
    return fitting
  }
  const ends = variants.map((second) => (second === '' ? '.' : `. ${second}`))
  const end = ends.find((candidate) => fittingWith(candidate).length > parts.length) ?? ends.at(-1) ?? '.'
  const fitting = fittingWith(end)
  return { text: textOf(fitting) + end, facts: fitting.flatMap((phrase) => phrase.facts) }
}

function textOf(phrases: readonly Phrase[]): string {
  return phrases.map(({ text }) => text).join('')
}

function kindPhrase(
  entity: Entity,
  groups: readonly AttributeFacts[],
): { kind: Phrase; disputes: readonly string[] } {
  const form = groups.find(({ attribute }) => attribute === 'form')?.facts[0]
  const classification = classificationOf(entity, groups)
  const disputes = classification?.disputes ?? []
  // The description of an event says more than the word for it.
  if (form?.value.type === 'text' && (!classification || eventKinds.includes(entity.kind))) {
    const [text = ''] = form.value.text.split(', ')
    return { kind: { text: withArticle(text), facts: [form] }, disputes }
  }
  const word = formerly(entity, classification?.word ?? kindLabel(entity), groups)
  return {
    kind: { text: capitalize(withIndefiniteArticle(word)), facts: classification?.facts ?? [] },
    disputes,
  }
}

/** "former alliance" of what has ended; every edition of an exercise ends. */
export function formerly({ edition }: Entity, word: string, groups: readonly AttributeFacts[]): string {
  return !edition && groups.some(({ attribute }) => attribute === 'ended') ? `former ${word}` : word
}

/** "A joint exercise", but "Defense cooperation". */
function withArticle(description: string): string {
  if (/cooperation$/i.test(description)) return description
  return capitalize(withIndefiniteArticle(uncapitalize(description)))
}
