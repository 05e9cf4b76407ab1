// The facts that answer what a thing is, the best first, for kinds whose card opens with one.
import { byStart, byNewest } from '../../data/model/dates.ts'
import type { AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { factsFromOthers } from '../shared/related-entities.ts'

/** The attributes that summarize an entity, by kind, best first. */
const summaryAttributes: Partial<Record<Entity['kind'], AttributeId[]>> = {
  treaty: ['relation', 'significance'],
  dialogue: ['purpose', 'relation'],
  position: ['office-holder', 'holder', 'tradition', 'activity'],
  document: ['obligation', 'purpose', 'domain', 'form', 'part-of'],
  agency: ['definition', 'part-of', 'purpose', 'activity'],
  organization: ['definition', 'activity'],
  command: ['purpose', 'region'],
  program: ['purpose', 'activity', 'funding', 'form'],
  sale: ['status'],
  concept: ['definition', 'purpose', 'significance'],
  ship: ['form'],
  region: ['personnel', 'form', 'significance'],
}

/** The facts that summarize the entity, the best first: its own, or those about something of which it is the value. */
export function leadFactsOf(entity: Entity, groups: readonly AttributeFacts[], facts: FactSnapshot): Fact[] {
  const held = entity.kind === 'person' ? inverseFacts('holder', entity, facts) : []
  const own = (summaryAttributes[entity.kind] ?? []).flatMap((id) =>
    newestHolderFirst(groups.find(({ attribute }) => attribute === id)?.facts ?? []),
  )
  const any = groups.filter(({ attribute }) => attribute !== 'classification').flatMap((group) => group.facts)
  const others = factsFromOthers(entity, facts).flatMap((group) => group.facts)
  return [...held, ...own, ...any, ...others, ...groups.flatMap((group) => group.facts)]
}

/** Whoever took office last comes first. */
function newestHolderFirst(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => (a.attribute === 'office-holder' ? byStart(b, a) : 0))
}

/** Facts about others that have the entity as the value of an attribute, newest first. */
export function inverseFacts(attribute: AttributeId, entity: Entity, facts: FactSnapshot): Fact[] {
  return facts
    .factsMentioning(entity.id)
    .filter(
      (fact) =>
        fact.attribute === attribute && fact.value.type === 'entity' && fact.value.entity === entity.id,
    )
    .toSorted(byNewest)
}
