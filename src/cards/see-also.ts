// What stands near an entity: what its facts lead to, and what leads to it; so that a relation works both ways.
import type { Entity, Fact } from '../data/shapes.ts'
import type { FactGroup, Facts } from '../data/store.ts'

/** Countries and regions are near to almost everything, so they come last. */
const common = new Set(['country', 'region'])

/** The neighbours of an entity, nearest first: values of its facts, then facts about others that name it. */
export function neighbours(entity: Entity, groups: readonly FactGroup[], facts: Facts): Entity[] {
  const own = groups.flatMap((group) => group.facts)
  const naming = facts.naming(entity.id)
  const ids = new Set([
    ...own.flatMap(valueEntity),
    ...naming.filter((fact) => valueEntity(fact).includes(entity.id)).map((fact) => fact.entity),
    ...own.flatMap(({ mentions }) => mentions),
    ...naming.map((fact) => fact.entity),
  ])
  ids.delete(entity.id)
  const found = [...ids].flatMap((id) => facts.entity(id) ?? [])
  return [...found.filter(({ kind }) => !common.has(kind)), ...found.filter(({ kind }) => common.has(kind))]
}

function valueEntity({ value }: Fact): string[] {
  return value.type === 'entity' ? [value.entity] : []
}
