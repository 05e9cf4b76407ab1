// The entities related to one: those in its facts, and those in whose facts it is, so that relations work both ways.
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { editionsOf } from '../entity/editions.ts'
import { factsOfTies } from '../entity/country-relationships.ts'
import { relationAttributes } from '../../data/model/attributes.ts'
import { eventKinds, tieKinds } from '../../data/model/kinds.ts'

export interface FactSection {
  label: string
  facts: Fact[]
}

/** Facts about these kinds have a heading of their own. */
const headings: [label: string, kinds: readonly string[]][] = [
  ['Alliances and partnerships', tieKinds],
  ['Exercises, operations and missions', eventKinds],
]

const parties = new Set(['member', 'participant'])
const headedKinds = new Set(headings.flatMap(([, kinds]) => kinds))

/**
 * The facts about other entities that concern this one, for kinds without many facts of their own: a country or a
 * person is mostly known from facts about ties and exercises.
 */
export function factsFromOthers(entity: Entity, facts: FactSnapshot): FactSection[] {
  if (headedKinds.has(entity.kind) && facts.asOf('').factsAbout(entity.id).length > 0) return []
  const isValue = (fact: Fact) => valueEntity(fact).includes(entity.id)
  // That someone else is in the same tie is shown on the card of the tie.
  // A cell of a table is about its own country alone.
  const concerns = (fact: Fact) => isValue(fact) || !(parties.has(fact.attribute) || fact.isOfTable)
  const mentioning = facts
    .factsMentioning(entity.id)
    .filter(concerns)
    .toSorted((a, b) => Number(isValue(b)) - Number(isValue(a)))
  const kindOf = (fact: Fact) => facts.getEntity(fact.entity)?.kind ?? ''
  const sections = headings.map(([label, kinds]) => ({
    label,
    facts: mentioning.filter((fact) => kinds.includes(kindOf(fact))),
  }))
  const rest = {
    label: 'Mentioned in facts about others',
    facts: mentioning.filter((fact) => !headedKinds.has(kindOf(fact))),
  }
  return [...sections, rest].filter((group) => group.facts.length > 0)
}

/** All facts on the card of an entity. */
export function allFactsFor(entity: Entity, facts: FactSnapshot): Fact[] {
  const grouped = [...facts.factsAbout(entity.id), ...factsFromOthers(entity, facts)].flatMap(
    (group) => group.facts,
  )
  return [...new Set([...grouped, ...factsOfTies(entity, facts)])]
}

/** These are related to almost everything, so they come last. */
const commonKinds = new Set(['country', 'region'])

/**
 * Related entities: first predecessors, successors, rivals, wholes and parts, then those in the facts that the page
 * shows, then values of the entity's facts, then entities whose facts mention it. A menu has no room for all, so each is offered on the page that shows it.
 */
export function relatedEntities(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  visible: readonly Fact[] = [],
): Entity[] {
  const own = groups.flatMap((group) => group.facts)
  const mentioning = facts.factsMentioning(entity.id).filter(({ isOfTable }) => !isOfTable)
  const editions = entity.edition
    ? [entity.edition.of]
    : editionsOf(entity, facts).map((edition) => edition.entity.id)
  const ids = new Set([
    ...editions,
    ...own.flatMap(valueEntity),
    ...mentioning.filter((fact) => valueEntity(fact).includes(entity.id)).map((fact) => fact.entity),
    ...own.flatMap(({ mentions }) => mentions),
    ...mentioning.map((fact) => fact.entity),
  ])
  ids.delete(entity.id)
  const isRelation = ({ attribute }: Fact) => (relationAttributes as readonly string[]).includes(attribute)
  const closest = new Set([
    ...editions,
    ...own.filter(isRelation).flatMap(valueEntity),
    ...mentioning
      .filter((fact) => isRelation(fact) && valueEntity(fact).includes(entity.id))
      .map((fact) => fact.entity),
  ])
  const onPage = new Set(visible.flatMap((fact) => [fact.entity, ...valueEntity(fact), ...fact.mentions]))
  const rank = ({ id, kind }: Entity) =>
    closest.has(id) ? -1 : (onPage.has(id) ? 0 : 2) + (commonKinds.has(kind) ? 1 : 0)
  return [...ids].flatMap((id) => facts.getEntity(id) ?? []).toSorted((a, b) => rank(a) - rank(b))
}

/** The entities themselves, then their related entities in turn: the first of each, the second of each, and so on. */
export function interleaveRelated(
  entities: readonly Entity[],
  facts: FactSnapshot,
  visible: readonly Fact[],
): Entity[] {
  const related = entities.map((entity) =>
    relatedEntities(entity, facts.factsAbout(entity.id), facts, visible),
  )
  const maxLength = Math.max(...related.map(({ length }) => length))
  const inTurn = Array.from({ length: maxLength }, (_, index) =>
    related.flatMap((list) => list[index] ?? []),
  ).flat()
  return [...new Set([...entities, ...inTurn])]
}

/** Attributes of something in which their value takes part. */
const participation = new Set(['member', 'applicant', 'participant', 'led-by', 'signatory', 'buyer', 'ship'])
const ownedAttributes = new Set(['exercise', 'program', 'document'])

/** The ids of what an entity takes part in and of what it owns, whose dates are also its own. */
export function memberships(entity: Entity, facts: FactSnapshot): string[] {
  const own = facts.factsAbout(entity.id).filter(({ attribute }) => ownedAttributes.has(attribute))
  const mentioning = facts.factsMentioning(entity.id).filter((fact) => valueEntity(fact).includes(entity.id))
  return [
    ...own.flatMap((group) => group.facts.flatMap(valueEntity)),
    ...mentioning.filter(({ attribute }) => participation.has(attribute)).map((fact) => fact.entity),
  ]
}

function valueEntity({ value }: Fact): string[] {
  return value.type === 'entity' ? [value.entity] : []
}
