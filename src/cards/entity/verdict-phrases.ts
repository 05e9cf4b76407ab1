// The parts of a verdict's sentence: members, participants, dates, each with the facts that it comes from.
import type { AttributeId } from '../../data/model/attributes.ts'
import { tieKinds } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import {
  formatDateInSentence,
  formatList,
  formatValue,
  nameInSentence,
  regionInSentence,
} from '../shared/format.ts'
import { formatAsOfShort, formatAsOfYear, newestOfEach } from '../shared/sources.ts'
import { isFullRole } from '../../data/model/memberships.ts'
import { areAllMembersNamed } from './country-relationships.ts'
import type { WholeList } from './current-facts.ts'
import { latestMemberCount } from './map-countries.ts'

export interface Phrase {
  text: string
  facts: readonly Fact[]
}

/** More names than this are counted instead. */
const maxNames = 4

/** " of 31 countries besides the United States (2024 or later)", " of Australia, New Zealand and the United States". */
export function memberPhrase(
  kind: string,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  whole: WholeList | undefined,
): Phrase | undefined {
  const newest =
    whole?.count ??
    latestMemberCount(groups) ??
    groups.find(({ attribute }) => attribute === 'partner-count')?.facts[0]
  const members = partiesOf(groups, 'member', facts).filter(({ fact }) => isFullRole(fact.role))
  const named = [...new Set(members.map(({ entity }) => entity))]
  if (whole && named.length > maxNames)
    return wholeListPhrase(
      kind,
      whole,
      members.map(({ fact }) => fact),
      facts,
    )
  if (newest && (!areAllMembersNamed(groups, whole) || named.length > maxNames || named.length === 0)) {
    const count = formatValue(newest.value, facts.getEntity).replace(' in all', '')
    const join = joinFor(kind)
    return { text: `${join}${count} (${formatAsOfYear(newest.asOf)})`, facts: [newest] }
  }
  if (named.length === 0) return undefined
  return {
    text: ` ${namedPhrase(named)}`,
    facts: newestOfEach([...members.map(({ fact }) => fact), ...(newest ? [newest] : [])]),
  }
}

/** " of 32 countries (July 2024)"; looking back, " of 15 countries, counted". */
function wholeListPhrase(
  kind: string,
  { count, members }: WholeList,
  memberFacts: readonly Fact[],
  { asOfDate }: FactSnapshot,
): Phrase {
  const join = joinFor(kind)
  // Since then somebody may have joined or left; looking back, the count is of a later day.
  const isLater = asOfDate !== '' && asOfDate < count.visibleFrom
  const isOfCount = !isLater && membersIn(count) === members
  const day = isOfCount ? formatAsOfShort(count.asOf) : 'counted'
  return { text: `${join}${members} countries (${day})`, facts: isOfCount ? [count] : memberFacts }
}

/** "An alliance of 32 countries", "A group of nations: 8 countries", "A legal status held by 21 countries". */
function joinFor(kind: string): string {
  if (kind.includes('status')) return ' held by '
  return kind.includes(' of ') ? ': ' : ' of '
}

/** How many members a count gives, with the United States. */
function membersIn({ attribute, value }: Fact): number {
  return value.type === 'number' ? value.number + (attribute === 'other-members' ? 1 : 0) : 0
}

/** "between Japan and the United States", "of Australia, Japan and India", "of 12 countries". */
function namedPhrase(named: readonly Entity[]): string {
  const names = sortedNames(named)
  if (names.length === 1) return `with ${names.join('')}`
  if (names.length === 2) return `between ${formatList(names)}`
  return names.length > maxNames ? `of ${names.length} named countries` : `of ${formatList(names)}`
}

/** An agency that takes part does not make its country a participant. */
const participantKinds = ['country', 'organization', ...tieKinds]

/** " of India and the United States" for several, ", with the United States taking part" for one besides the leader. */
export function participantPhrases(
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  leader: Phrase | undefined,
): [several: Phrase | undefined, single: Phrase | undefined] {
  const parties = partiesOf(groups, 'participant', facts).filter(({ entity }) =>
    participantKinds.includes(entity.kind),
  )
  const names = sortedNames([...new Set(parties.map(({ entity }) => entity))])
  const partyFacts = newestOfEach(parties.map(({ fact }) => fact))
  if (names.length === 0) return [undefined, undefined]
  if (names.length === 1) {
    const text = `${leader ? ' and' : ','} with ${names.join('')} taking part`
    return [undefined, { text, facts: partyFacts }]
  }
  const text = names.length > maxNames ? ` of ${names.length} named participants` : ` of ${formatList(names)}`
  return [{ text, facts: partyFacts }, undefined]
}

/** ", led by the United States"; nothing if the description says so. */
export function leaderPhrase(
  kind: string,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): Phrase | undefined {
  const leaders = partiesOf(groups, 'led-by', facts)
  const names = sortedNames([...new Set(leaders.map(({ entity }) => entity))])
  if (names.length === 0 || /-led\b/.test(kind)) return undefined
  return { text: `, led by ${formatList(names)}`, facts: newestOfEach(leaders.map(({ fact }) => fact)) }
}

export function regionPhrase(groups: readonly AttributeFacts[]): Phrase | undefined {
  const [region] = groups.find(({ attribute }) => attribute === 'region')?.facts ?? []
  if (region?.value.type !== 'text') return undefined
  return { text: ` in ${regionInSentence(region.value.text)}`, facts: [region] }
}

const dateVerbs: Partial<Record<AttributeId, string>> = {
  founded: 'founded',
  signed: 'signed',
  announced: 'announced',
  began: 'begun',
  held: 'held',
  ended: 'ended',
}

/** ", founded in 1949": the first of these attributes that is stated. */
export function datePhrase(
  groups: readonly AttributeFacts[],
  ids: readonly AttributeId[],
): Phrase | undefined {
  const [group] = ids.flatMap((id) => groups.find(({ attribute }) => attribute === id) ?? [])
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
export function treatyPhrase(word: string, groups: readonly AttributeFacts[]): Phrase | undefined {
  const treaty = groups.find(({ attribute }) => attribute === 'treaty')?.facts ?? []
  const isSealed = treaty.length > 0 && treaty.every(({ value }) => value.type === 'yes-no' && value.yes)
  return isSealed && !/\b(treaty|pact)\b/.test(word)
    ? { text: ', sealed by a treaty', facts: newestOfEach(treaty) }
    : undefined
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
