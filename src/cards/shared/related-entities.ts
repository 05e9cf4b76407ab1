// What stands near an entity: what its facts lead to, and what leads to it; so that a relation works both ways.
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts, FactSnapshot } from '../../data/query/fact-store.ts'
import { factsOfTies } from '../entity/country-relationships.ts'
import { eventKinds, tieKinds } from '../../data/model/kinds.ts'

export interface FactSection {
  label: string
  facts: Fact[]
}

/** Kinds of which the facts about alliances, exercises and the like are told under a heading of their own. */
const headings: [label: string, kinds: readonly string[]][] = [
  ['Alliances and partnerships', tieKinds],
  ['Exercises, operations and missions', eventKinds],
]

const parties = new Set(['member', 'participant'])
const alone = new Set(headings.flatMap(([, kinds]) => kinds))

/**
 * What facts about others say of an entity. Ties and exercises have cards of their own; a country or a person has
 * most of what is known in such facts.
 */
export function factsFromOthers(entity: Entity, facts: FactSnapshot): FactSection[] {
  if (alone.has(entity.kind) && facts.asOf('').factsAbout(entity.id).length > 0) return []
  const isValue = (fact: Fact) => valueEntity(fact).includes(entity.id)
  // That someone else belongs to the same tie is said on the card of the tie.
  const concerns = (fact: Fact) => isValue(fact) || !parties.has(fact.attribute)
  const naming = facts
    .factsMentioning(entity.id)
    .filter(concerns)
    .toSorted((a, b) => Number(isValue(b)) - Number(isValue(a)))
  const kindOf = (fact: Fact) => facts.getEntity(fact.entity)?.kind ?? ''
  const told = headings.map(([label, kinds]) => ({
    label,
    facts: naming.filter((fact) => kinds.includes(kindOf(fact))),
  }))
  const rest = {
    label: 'Mentioned in facts about others',
    facts: naming.filter((fact) => !alone.has(kindOf(fact))),
  }
  return [...told, rest].filter((group) => group.facts.length > 0)
}

/** All facts that the card of an entity tells. */
export function allFactsFor(entity: Entity, facts: FactSnapshot): Fact[] {
  const told = [...facts.factsAbout(entity.id), ...factsFromOthers(entity, facts)].flatMap(
    (group) => group.facts,
  )
  return [...new Set([...told, ...factsOfTies(entity, facts)])]
}

/** Countries and regions are near to almost everything, so they come last. */
const common = new Set(['country', 'region'])

/**
 * The neighbours of an entity, nearest first: those of the facts that the page shows, then values of its facts, then
 * facts about others that name it. A menu has no room for all, so that each is to be found where it is spoken of.
 */
export function relatedEntities(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  shown: readonly Fact[] = [],
): Entity[] {
  const own = groups.flatMap((group) => group.facts)
  const naming = facts.factsMentioning(entity.id)
  const ids = new Set([
    ...own.flatMap(valueEntity),
    ...naming.filter((fact) => valueEntity(fact).includes(entity.id)).map((fact) => fact.entity),
    ...own.flatMap(({ mentions }) => mentions),
    ...naming.map((fact) => fact.entity),
  ])
  ids.delete(entity.id)
  const here = new Set(shown.flatMap((fact) => [fact.entity, ...valueEntity(fact), ...fact.mentions]))
  const far = ({ id, kind }: Entity) => (here.has(id) ? 0 : 2) + (common.has(kind) ? 1 : 0)
  return [...ids].flatMap((id) => facts.getEntity(id) ?? []).toSorted((a, b) => far(a) - far(b))
}

/** Entities that stand together, then their neighbours: the nearest of each, the next of each, and so on. */
export function interleaveRelated(
  entities: readonly Entity[],
  facts: FactSnapshot,
  shown: readonly Fact[],
): Entity[] {
  const near = entities.map((entity) => relatedEntities(entity, facts.factsAbout(entity.id), facts, shown))
  const most = Math.max(...near.map(({ length }) => length))
  const inTurn = Array.from({ length: most }, (_, at) => near.flatMap((one) => one[at] ?? [])).flat()
  return [...new Set([...entities, ...inTurn])]
}

/** The attributes that say what someone takes part in, and what something has of its own. */
const drawnMembership = new Set([
  'member',
  'applicant',
  'participant',
  'led-by',
  'signatory',
  'buyer',
  'ship',
])
const ownedAttributes = new Set(['exercise', 'program', 'document'])

/** The ids of what an entity takes part in and of what it has, whose dates are its own dates too. */
export function memberships(entity: Entity, facts: FactSnapshot): string[] {
  const own = facts.factsAbout(entity.id).filter(({ attribute }) => ownedAttributes.has(attribute))
  const naming = facts.factsMentioning(entity.id).filter((fact) => valueEntity(fact).includes(entity.id))
  return [
    ...own.flatMap((group) => group.facts.flatMap(valueEntity)),
    ...naming.filter(({ attribute }) => drawnMembership.has(attribute)).map((fact) => fact.entity),
  ]
}

function valueEntity({ value }: Fact): string[] {
  return value.type === 'entity' ? [value.entity] : []
}
