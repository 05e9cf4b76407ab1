// The verdict of a card: what kind of thing it is, who is in it and since when, in a sentence or two.
import type { TextWithFacts } from '../../core/card.ts'
import type { AttributeId } from '../../data/model/attributes.ts'
import { eventKinds, kindLabel, tieKinds } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { truncate } from '../shared/discord-limits.ts'
import {
  capitalize,
  formatDateInSentence,
  formatList,
  formatValue,
  nameInSentence,
  withIndefiniteArticle,
} from '../shared/format.ts'
import { formatAsOfYear } from '../shared/sources.ts'
import { classificationOf } from './classification.ts'
import { areAllMembersNamed, isFullRole } from './country-relationships.ts'
import { leadFactOf } from './lead-fact.ts'

/** In characters: what fits on two lines. */
const maxLength = 140

/** More names than this are counted instead. */
const maxNames = 4

/** A part of the sentence, and the facts that it comes from. */
interface Phrase {
  text: string
  facts: readonly Fact[]
}

/** The verdict, with every fact that it comes from. */
export function verdictOf(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): TextWithFacts | undefined {
  if (tieKinds.includes(entity.kind) && groups.length > 0) return tieVerdict(entity, groups, facts)
  if (eventKinds.includes(entity.kind) && groups.length > 0) return eventVerdict(entity, groups, facts)
  const lead = leadFactOf(entity, groups, facts)
  if (!lead) return undefined
  const short = `${capitalize(formatValue(lead.value, facts.getEntity))}.`
  const text = lead.statement.length > maxLength && lead.value.type === 'text' ? short : lead.statement
  return { text: truncate(text, maxLength), facts: [lead] }
}

/** "An alliance of 31 countries besides the United States (2024 or later), founded in 1949, sealed by a treaty." */
function tieVerdict(entity: Entity, groups: readonly AttributeFacts[], facts: FactSnapshot): TextWithFacts {
  const { kind, dispute } = kindPhrase(entity, groups)
  const dates = datePhrase(groups, ['founded', 'signed', 'announced', 'began'])
  return joinPhrases(kind, [memberPhrase(groups, facts), dates, treatyPhrase(entity, groups)], dispute)
}

/** "A multilateral exercise of Australia and the United States in the Pacific, held in November 2019." */
function eventVerdict(entity: Entity, groups: readonly AttributeFacts[], facts: FactSnapshot): TextWithFacts {
  const { kind, dispute } = kindPhrase(entity, groups)
  const participants = participantPhrase(groups, facts)
  return joinPhrases(
    kind,
    [participants, regionPhrase(groups), datePhrase(groups, ['held', 'began'])],
    dispute ?? (participants ? undefined : 'The articles name no countries that take part.'),
  )
}

/** The parts that fit, in order, as one sentence, and the second sentence if that fits too. */
function joinPhrases(
  kind: Phrase,
  parts: readonly (Phrase | undefined)[],
  second: string | undefined,
): TextWithFacts {
  const fitting = [kind]
  const end = second === undefined ? '.' : `. ${second}`
  const textOf = (phrases: readonly Phrase[]) => phrases.map(({ text }) => text).join('')
  for (const part of parts) {
    if (part && textOf([...fitting, part]).length + end.length <= maxLength) fitting.push(part)
  }
  return { text: textOf(fitting) + end, facts: fitting.flatMap((phrase) => phrase.facts) }
}

function kindPhrase(
  entity: Entity,
  groups: readonly AttributeFacts[],
): { kind: Phrase; dispute: string | undefined } {
  const form = groups.find(({ attribute }) => attribute === 'form')?.facts[0]
  const classification = classificationOf(entity, groups)
  // The description of an event says more than the word for it.
  if (form?.value.type === 'text' && (!classification || eventKinds.includes(entity.kind))) {
    const [text] = form.value.text.split(', ')
    return { kind: { text: withArticle(text ?? ''), facts: [form] }, dispute: classification?.dispute }
  }
  const word = classification?.word ?? kindLabel(entity)
  return {
    kind: { text: capitalize(withIndefiniteArticle(word)), facts: classification?.facts ?? [] },
    dispute: classification?.dispute,
  }
}

/** "A joint exercise", but "Defense cooperation". */
function withArticle(description: string): string {
  if (/cooperation$/i.test(description)) return description
  return capitalize(withIndefiniteArticle(description.charAt(0).toLowerCase() + description.slice(1)))
}

/** " of 31 countries besides the United States (2024 or later)", " of Australia, New Zealand and the United States". */
function memberPhrase(groups: readonly AttributeFacts[], facts: FactSnapshot): Phrase | undefined {
  const counts = groups.filter(
    ({ attribute }) => attribute === 'other-members' || attribute === 'member-count',
  )
  const [newest] = counts
    .flatMap((group) => group.facts)
    .toSorted((a, b) => b.visibleFrom.localeCompare(a.visibleFrom))
  const members = partiesOf(groups, 'member', facts).filter(({ fact }) => isFullRole(fact.role))
  const named = [...new Set(members.map(({ entity }) => entity))]
  if (newest && (!areAllMembersNamed(groups) || named.length > maxNames)) {
    const count = formatValue(newest.value, facts.getEntity).replace(' in all', '')
    return { text: ` of ${count} (${formatAsOfYear(newest.asOf)})`, facts: [newest] }
  }
  if (named.length === 0) return undefined
  return {
    text: ` ${namedPhrase(named)}`,
    facts: [...members.map(({ fact }) => fact), ...(newest ? [newest] : [])],
  }
}

/** "between Japan and the United States", "of Australia, Japan and India", "of 12 countries". */
function namedPhrase(named: readonly Entity[]): string {
  const names = sortedNames(named)
  if (names.length === 1) return `with ${names.join('')}`
  if (names.length === 2) return `between ${formatList(names)}`
  return names.length > maxNames ? `of ${names.length} countries` : `of ${formatList(names)}`
}

function participantPhrase(groups: readonly AttributeFacts[], facts: FactSnapshot): Phrase | undefined {
  const parties = [...partiesOf(groups, 'led-by', facts), ...partiesOf(groups, 'participant', facts)].filter(
    ({ entity }) => entity.kind === 'country',
  )
  const countries = [...new Set(parties.map(({ entity }) => entity))]
  if (countries.length === 0) return undefined
  const names = sortedNames(countries)
  const text = names.length > maxNames ? ` of ${names.length} named countries` : ` with ${formatList(names)}`
  return { text, facts: parties.map(({ fact }) => fact) }
}

function regionPhrase(groups: readonly AttributeFacts[]): Phrase | undefined {
  const [region] = groups.find(({ attribute }) => attribute === 'region')?.facts ?? []
  if (region?.value.type !== 'text') return undefined
  const { text } = region.value
  return {
    text: ` in ${/^(Africa|Europe|Asia|North America)$/.test(text) ? text : `the ${text}`}`,
    facts: [region],
  }
}

const dateVerbs: Partial<Record<AttributeId, string>> = {
  founded: 'founded',
  signed: 'signed',
  announced: 'announced',
  began: 'begun',
  held: 'held',
}

/** ", founded in 1949": the first of these attributes that is stated. */
function datePhrase(
  groups: readonly AttributeFacts[],
  attributes: readonly AttributeId[],
): Phrase | undefined {
  const [group] = attributes.flatMap((id) => groups.find(({ attribute }) => attribute === id) ?? [])
  // The more precise of two dates that agree.
  const [fact] = group?.facts.toSorted((a, b) => dateLength(b) - dateLength(a)) ?? []
  if (!group || group.disputed || fact?.value.type !== 'date') return undefined
  const date = formatDateInSentence(fact.value.date)
  return { text: `, ${dateVerbs[group.attribute] ?? ''} ${date}`, facts: [fact] }
}

function dateLength({ value }: Fact): number {
  return value.type === 'date' ? value.date.length : 0
}

/** ", sealed by a treaty"; nothing for what is called a treaty itself. */
function treatyPhrase({ kind }: Entity, groups: readonly AttributeFacts[]): Phrase | undefined {
  const treaty = groups.find(({ attribute }) => attribute === 'treaty')?.facts ?? []
  const isSealed = treaty.length > 0 && treaty.every(({ value }) => value.type === 'yes-no' && value.yes)
  return isSealed && kind !== 'treaty' ? { text: ', sealed by a treaty', facts: treaty } : undefined
}

function partiesOf(
  groups: readonly AttributeFacts[],
  id: AttributeId,
  facts: FactSnapshot,
): { entity: Entity; fact: Fact }[] {
  const own = groups.find(({ attribute }) => attribute === id)?.facts ?? []
  return own.flatMap((fact) => {
    const entity = fact.value.type === 'entity' ? facts.getEntity(fact.value.entity) : undefined
    return entity ? [{ entity, fact }] : []
  })
}

function sortedNames(entities: readonly Entity[]): string[] {
  return entities.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).map(nameInSentence)
}
