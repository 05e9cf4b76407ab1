// A country's relationships by type: as an ally, a partner or a member; exercises, programs and sales.
import { byStart, byNewest, compareDates } from '../../data/model/dates.ts'
import type { AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { hasEndedBy, isFullRole, validMemberFacts } from '../../data/model/memberships.ts'
import { newestOfEach } from '../shared/sources.ts'
import { currentGroups, endOf, unitedStates, wholeListOf, type WholeList } from './current-facts.ts'

/** The labels of relationships, the strongest first. */
export const labels = {
  treatyAlly: 'Treaty ally',
  status: 'Status',
  ally: 'Ally',
  either: 'Ally or partner',
  partner: 'Partner',
  member: 'Member',
  tie: 'Cooperation',
  joining: 'Joining',
  suspended: 'Suspended',
  otherRole: 'Other ties',
  former: 'Formerly',
  exercise: 'Exercises',
  operation: 'Operations',
  program: 'Programs',
  sale: 'Arms sales',
  document: 'Signed',
}

const eventLabels: Partial<Record<Entity['kind'], string>> = {
  exercise: labels.exercise,
  operation: labels.operation,
  mission: labels.operation,
  program: labels.program,
}

const plainLabels: Partial<Record<AttributeId, string>> = {
  applicant: labels.joining,
  buyer: labels.sale,
  signatory: labels.document,
}

const parties = new Set<AttributeId>(['member', 'participant', 'led-by', 'host'])

/** With facts of these attributes, there may be more members than are named. */
const countAttributes = new Set<AttributeId>(['other-members', 'member-count', 'participants'])

/** Whether every count equals the number of named members; map-countries.ts compares only the newest. */
export function areAllMembersNamed(groups: readonly AttributeFacts[], whole: WholeList | undefined): boolean {
  if (whole) return true
  const named = groups.find(({ attribute }) => attribute === 'member')?.facts.map(valueEntityOf)
  const count = new Set(named).size
  return groups
    .filter(({ attribute }) => countAttributes.has(attribute))
    .every((group) => group.facts.every(({ value }) => value.type === 'number' && value.number === count))
}

/** One entity that a country takes part in, under one label, with the facts that say so. */
export interface Relationship {
  label: string
  entity: Entity
  /** The other named parties. */
  others: Entity[]
  facts: readonly Fact[]
  /** Those that its label comes from. */
  labelFacts: readonly Fact[]
  /** Those that say that the country is in it, with the first of the days that they give first. */
  own: readonly Fact[]
  /** These, and all facts about its parties and its classification. */
  allFacts: readonly Fact[]
}

/** `day`, as yyyy-mm-dd, is that of the view. */
export function relationshipsOf(country: Entity, facts: FactSnapshot, day: string): Relationship[] {
  return facts.memo(`relationships ${country.id} ${day}`, () => findRelationships(country, facts, day))
}

/** The exercises that a country took part in, newest first. */
export function eventsWith(country: Entity, facts: FactSnapshot, day: string): Entity[] {
  const relationships = relationshipsOf(country, facts, day)
  return relationships.flatMap(({ label, entity }) => (label === labels.exercise ? entity : []))
}

function findRelationships(country: Entity, facts: FactSnapshot, day: string): Relationship[] {
  const memberFacts = facts.factsMentioning(country.id).filter((fact) => valueEntityOf(fact) === country.id)
  const byEntity = Map.groupBy(memberFacts, ({ entity }) => facts.getEntity(entity))
  const relationships = [...byEntity].flatMap(([entity, own]) => {
    // What is treated as if it had a status does not have it.
    if (!entity || (entity.kind === 'status' && own.every(({ role }) => !isFullRole(role)))) return []
    const groups = currentGroups(entity.id, facts, day)
    const whole = wholeListOf(entity.id, facts, day)
    const hasEnded = endOf(facts.factsAbout(entity.id), day) !== undefined
    const isFormer = (fact: Fact) => hasEnded || hasEndedBy(fact, day)
    const current = validMemberFacts(own, day).filter((fact) => !isFormer(fact))
    // What it was once is said of a country only if it is nothing else by now.
    const said = current.length > 0 ? current : own
    // One that is suspended is no ally for now, though older facts name it as a member.
    const isSuspended = said.some(({ role }) => role === 'suspended')
    const ofMembership = isSuspended
      ? said.filter(({ attribute, role }) => attribute !== 'member' || role === 'suspended')
      : said
    const labelled = Map.groupBy(ofMembership, (fact) => {
      if (fact.attribute !== 'member') return labelOf(fact, entity, groups)
      if (isSuspended) return labels.suspended
      return isFormer(fact) ? labels.former : labelOf(fact, entity, groups)
    })
    return [...labelled].flatMap(([label, same]) =>
      label ? { label, entity, ...coParties(country, same, groups, facts, whole) } : [],
    )
  })
  const order = Object.values(labels)
  // The best known first.
  const weight = ({ entity }: Relationship) =>
    facts.factsAbout(entity.id).flatMap((group) => group.facts).length
  const yearOf = ({ entity }: Relationship) => entity.edition?.year ?? ''
  // What took part in an edition took part in the series.
  const series = new Set(relationships.flatMap(({ entity }) => entity.edition?.of ?? []))
  const joined = new Set(
    relationships.flatMap(({ label, entity }) => (label === labels.joining ? [] : entity.id)),
  )
  return relationships
    .filter(
      ({ label, entity }) => !series.has(entity.id) && !(label === labels.joining && joined.has(entity.id)),
    )
    .toSorted(
      (a, b) =>
        order.indexOf(a.label) - order.indexOf(b.label) ||
        compareDates(yearOf(b), yearOf(a)) ||
        weight(b) - weight(a),
    )
}

function labelOf(
  { attribute, role }: Fact,
  entity: Entity,
  groups: readonly AttributeFacts[],
): string | undefined {
  if (attribute === 'member') return isFullRole(role) ? labelOfMember(entity, groups) : labels.otherRole
  if (parties.has(attribute)) return eventLabels[entity.kind]
  return plainLabels[attribute]
}

/** More than this are not listed beside a name. */
export const maxOthers = 4

const allyWords = ['alliance', 'pact']
const partnerWords = ['partnership', 'security-partnership']

function classifiedAs(words: readonly string[], groups: readonly AttributeFacts[]): Fact[] {
  const facts = groups.find(({ attribute }) => attribute === 'classification')?.facts ?? []
  return facts.filter(({ value }) => value.type === 'classification' && words.includes(value.classification))
}

function treatyFacts(groups: readonly AttributeFacts[]): Fact[] {
  const facts = groups.find(({ attribute }) => attribute === 'treaty')?.facts ?? []
  return facts.every(({ value }) => value.type === 'yes-no' && value.yes) ? facts : []
}

/** The promise of mutual defense, unless it is stated that there is none. */
export function defensePromise(groups: readonly AttributeFacts[]): Fact[] {
  const facts = groups.find(({ attribute }) => attribute === 'mutual-defense')?.facts ?? []
  return facts.every(({ value }) => value.type === 'commitment' && value.yes) ? facts : []
}

/**
 * A treaty ally of the United States is in an alliance with it that promises mutual defense, or that publications call
 * an alliance and say is sealed by a treaty.
 */
function labelOfMember({ kind }: Entity, groups: readonly AttributeFacts[]): string {
  if (kind === 'status') return labels.status
  const members = groups.find(({ attribute }) => attribute === 'member')?.facts ?? []
  const isWithUs = members.some((fact) => valueEntityOf(fact) === unitedStates)
  if (isWithUs && ['alliance', 'treaty'].includes(kind) && defensePromise(groups).length > 0)
    return labels.treatyAlly
  if (members.length > 0 && !isWithUs) return labels.member
  const isAlly = classifiedAs(allyWords, groups).length > 0
  const isPartner = classifiedAs(partnerWords, groups).length > 0
  // A treaty of friendship promises no defense.
  if (kind !== 'treaty' && classifiedAs(['alliance'], groups).length > 0 && treatyFacts(groups).length > 0)
    return labels.treatyAlly
  if (isAlly) return isPartner ? labels.either : labels.ally
  if (isPartner) return labels.partner
  return kind === 'tie' ? labels.tie : labels.member
}

/** The other named parties and the facts that say so; only the United States if not all members are named. */
function coParties(
  country: Entity,
  own: readonly Fact[],
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  whole: WholeList | undefined,
): Omit<Relationship, 'label' | 'entity'> {
  if (!own.some(({ attribute }) => parties.has(attribute)))
    return { others: [], facts: own, labelFacts: [], own, allFacts: own }
  const dated = own.filter(({ validFrom }) => validFrom !== null).toSorted(byStart)
  const named = groups.filter(({ attribute }) => parties.has(attribute)).flatMap((group) => group.facts)
  const classifying = [
    classifiedAs(allyWords, groups),
    classifiedAs(partnerWords, groups),
    treatyFacts(groups),
  ]
  const allNamed = areAllMembersNamed(groups, whole)
  const others = named.filter((fact) => {
    const id = valueEntityOf(fact) ?? ''
    const isOther = facts.getEntity(id)?.kind === 'country' && id !== country.id
    return isOther && isFullRole(fact.role) && (allNamed || id === unitedStates)
  })
  // A promise is enough; else, for each word that the label comes from, the newest fact.
  const promise = defensePromise(groups)
  const newest = (promise.length > 0 ? [promise] : classifying).flatMap((facts) =>
    facts.toSorted(byNewest).slice(0, 1),
  )
  const isLong = new Set(others.map(valueEntityOf)).size > maxOthers
  return {
    others: [...new Set(others.flatMap((fact) => facts.getEntity(valueEntityOf(fact) ?? '') ?? []))],
    // Of a long list, the United States shows whose ally it is.
    facts: newestOfEach([
      ...new Set([
        ...(dated.length > 0 ? dated.slice(0, 1) : own),
        ...others.filter((fact) => !isLong || valueEntityOf(fact) === unitedStates),
      ]),
    ]),
    labelFacts: newest,
    own: dated.length > 0 ? dated : own,
    allFacts: [...named, ...own, ...classifying.flat(), ...promise],
  }
}

/** After every date. */
const latestDay = '9999-12-31'

/** All facts about a country's relationships, but of editions those that name it; none if the entity is no country. */
export function factsOfTies(entity: Entity, facts: FactSnapshot): Fact[] {
  if (entity.kind !== 'country') return []
  const relationships = relationshipsOf(entity, facts, facts.asOfDate || latestDay)
  return relationships.flatMap(({ entity: { edition }, allFacts, own }) => (edition ? own : allFacts))
}

function valueEntityOf({ value }: Fact): string | undefined {
  return value.type === 'entity' ? value.entity : undefined
}
