// Where the articles give different values of a single-valued attribute, and what type of difference that is.
import { attributes, type Attribute } from '../model/attributes.ts'
import { datesAgree } from '../model/dates.ts'
import type { Entity, Fact } from '../model/types.ts'
import type { AttributeFacts } from './attribute-facts.ts'

/**
 * `contradiction`: the values cannot both be true. `classification`: words from both sides of the line between formal
 * relationships and others. `change`: it changes in the world, so each value may be true of its date. `precision`: one value is
 * more precise than the other. `wording`: other words, which can be true together. The first three are disputes.
 */
export type DisputeType = 'contradiction' | 'classification' | 'change' | 'precision' | 'wording'

export interface Dispute {
  entity: Entity
  group: AttributeFacts
  type: DisputeType
}

/** The order in which they are shown: what people argue about most comes first. */
const order: DisputeType[] = ['classification', 'contradiction', 'change', 'precision', 'wording']

/** The type of difference between the values of a group; undefined if they do not differ. */
function disputeType({
  attribute,
  facts,
  type,
  multiValued,
  timeVarying,
  disputed,
}: AttributeFacts): DisputeType | undefined {
  const values = new Set(facts.map(({ value }) => JSON.stringify(value)))
  const { byYear }: Attribute = attributes[attribute]
  if (multiValued || byYear || values.size < 2) return undefined
  if (type === 'classification') return disputed ? 'classification' : 'wording'
  if (type === 'text') return timeVarying ? 'change' : 'wording'
  if (!disputed) return 'precision'
  return timeVarying ? 'change' : 'contradiction'
}

/** The facts that give different days on which the same membership began, by member. */
function membershipDisputes({ attribute, facts }: AttributeFacts): Fact[][] {
  if (attribute !== 'member') return []
  const dated = facts.filter(({ validFrom }) => validFrom !== null)
  // A member that left and came back joined twice.
  const keyOf = ({ value, role, validTo }: Fact) => JSON.stringify([value, role, validTo])
  return [...Map.groupBy(dated, keyOf).values()].filter((same) =>
    same.some((fact) => same.some((other) => !datesAgree(fact.validFrom ?? '', other.validFrom ?? ''))),
  )
}

/** Every place where the articles differ, ordered by type. */
export function findDisputes(
  entities: readonly Entity[],
  factsAbout: (entity: string) => AttributeFacts[],
): Dispute[] {
  const disputes = entities.flatMap((entity) =>
    factsAbout(entity.id).flatMap((group): Dispute[] => {
      const type = disputeType(group)
      if (type) return [{ entity, group, type }]
      return membershipDisputes(group).map((facts) => ({
        entity,
        group: { ...group, facts },
        type: 'contradiction',
      }))
    }),
  )
  return disputes.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
}
