// The project's facts in other sizes: copies of all of them about things with names of their own, or the first of them.
import type { ParsedDataset } from '../../src/data/build/dataset.ts'
import type { Entity, Fact } from '../../src/data/model/types.ts'

/** As many facts, in the shapes, kinds, memberships and tables of the project's own. */
export function enlarge(count: number, { entities, facts, ...rest }: ParsedDataset): ParsedDataset {
  const copies = Array.from({ length: Math.ceil(count / facts.length) }, (_, copy) => copy)
  return {
    ...rest,
    entities: copies.flatMap((copy) =>
      entities.map(({ item, problem }) => ({ item: copyEntity(item, copy), problem })),
    ),
    facts: copies
      .flatMap((copy) => facts.map(({ item, problem }) => ({ item: copyFact(item, copy), problem })))
      .slice(0, count),
  }
}

const copyId = (id: string, copy: number) => (copy === 0 ? id : `${id}-${copy}`)

function copyEntity(entity: Entity, copy: number): Entity {
  if (copy === 0) return entity
  const { id, name, aliases, edition, kind } = entity
  return {
    id: copyId(id, copy),
    kind,
    name: `${name} ${copy}`,
    aliases: aliases.map((alias) => `${alias} ${copy}`),
    ...(edition && { edition: { ...edition, of: copyId(edition.of, copy) } }),
  }
}

function copyFact(fact: Fact, copy: number): Fact {
  const { id, entity, mentions, value } = fact
  return {
    ...fact,
    id: copyId(id, copy),
    entity: copyId(entity, copy),
    mentions: mentions.map((mention) => copyId(mention, copy)),
    value: value.type === 'entity' ? { ...value, entity: copyId(value.entity, copy) } : value,
  }
}
