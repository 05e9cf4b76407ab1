// The facts of one entity by attribute, in the order in which cards show them.
import { byNewest } from '../model/dates.ts'
import { attributes, type Attribute, type AttributeId } from '../model/attributes.ts'
import type { Fact } from '../model/types.ts'
import { valuesAgree } from '../model/values.ts'

/** Facts of one entity and one attribute, in the order in which to show them. */
export interface AttributeFacts extends Attribute {
  attribute: AttributeId
  facts: Fact[]
  /** Whether the values of a single-valued attribute do not agree. */
  disputed: boolean
}

const order = Object.keys(attributes) as AttributeId[]

/** Groups facts by attribute, in the order of the vocabulary; for attributes that vary in time, the newest fact first. */
export function groupByAttribute(facts: readonly Fact[]): AttributeFacts[] {
  const groups = Map.groupBy(facts, ({ attribute }) => attribute)
  return order.flatMap((attribute) => {
    const group = groups.get(attribute)
    if (!group) return []
    if (attributes[attribute].timeVarying) group.sort(byNewest)
    return [{ ...attributes[attribute], attribute, facts: group, disputed: isDisputed(attribute, group) }]
  })
}

function isDisputed(attribute: AttributeId, facts: readonly Fact[]): boolean {
  if (attributes[attribute].multiValued) return false
  return facts.some((fact) => facts.some((other) => !valuesAgree(fact.value, other.value)))
}
