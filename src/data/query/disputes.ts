// Where the articles give different values for what has only one, and what kind of difference that is.
import type { Entity } from '../model/types.ts'
import type { AttributeFacts } from './fact-store.ts'

/**
 * `contradiction`: the values cannot both be true. `classification`: words from both sides of the line between formal
 * ties and others. `change`: the world changes it, so each may be true of its date. `precision`: one value says more
 * exactly what the other says. `wording`: other words, which can be true together. The first three are disputes.
 */
export type DisputeType = 'contradiction' | 'classification' | 'change' | 'precision' | 'wording'

export interface Dispute {
  entity: Entity
  group: AttributeFacts
  kind: DisputeType
}

/** The order in which they are told: what people argue about first. */
const order: DisputeType[] = ['classification', 'contradiction', 'change', 'precision', 'wording']

/** What kind of difference there is between the values of a group; undefined where there is none. */
function kindOfDispute({
  facts,
  type,
  multiValued,
  timeVarying,
  disputed,
}: AttributeFacts): DisputeType | undefined {
  const values = new Set(facts.map(({ value }) => JSON.stringify(value)))
  if (multiValued || values.size < 2) return undefined
  if (type === 'classification') return disputed ? 'classification' : 'wording'
  if (type === 'text') return timeVarying ? 'change' : 'wording'
  if (!disputed) return 'precision'
  return timeVarying ? 'change' : 'contradiction'
}

/** Every place where the articles differ, by kind. */
export function findDisputes(
  entities: readonly Entity[],
  about: (entity: string) => AttributeFacts[],
): Dispute[] {
  const found = entities.flatMap((entity) =>
    about(entity.id).flatMap((group): Dispute[] => {
      const kind = kindOfDispute(group)
      return kind ? [{ entity, group, kind }] : []
    }),
  )
  return found.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}
