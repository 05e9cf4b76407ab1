// Parses one fact of a data file, keeping the place where it stands.
import { attributes, type Attribute, type AttributeId } from '../model/attributes.ts'
import { visibleFrom, type AsOf } from '../model/dates.ts'
import type { Problem } from '../model/problem.ts'
import type { Fact } from '../model/types.ts'
import { parseValue, valueShapes } from '../model/values.ts'
import type { ParsedFile } from './parse-yaml.ts'
import type { RawFact } from './schema.ts'

/** An item from a file, with a way to report a problem at its line. */
export interface Located<Item> {
  item: Item
  /** A problem at the line of one of the item's keys, or of the item itself. */
  problem: (message: string, fix: string, key?: string | number) => Problem
}

export function locate<Item>(
  file: ParsedFile<unknown>,
  list: string,
  index: number,
  item: Item,
): Located<Item> {
  return {
    item,
    problem: (message, fix, key) =>
      file.problemAt(key === undefined ? [list, index] : [list, index, key], message, fix),
  }
}

export function asOfDate(date: string | undefined): AsOf | undefined {
  return date === undefined ? undefined : { first: date, last: date, inferred: false }
}

/** Returns undefined after adding to `problems` if the fact is invalid. */
export function parseFact(
  { article, asOf, section }: Pick<Fact, 'article' | 'asOf' | 'section'>,
  { item: raw, problem }: Located<Omit<RawFact, 'section'>>,
  problems: Problem[],
): Fact | undefined {
  if (!Object.hasOwn(attributes, raw.attribute)) {
    const fix = 'use one of the attributes in attributes.ts'
    problems.push(problem(`there is no attribute "${raw.attribute}"`, fix, 'attribute'))
    return undefined
  }
  const attribute: Attribute = attributes[raw.attribute as AttributeId]
  const value = parseValue(attribute, raw.value, raw.unit)
  if (!value) {
    const fix = `write ${valueShapes[attribute.type]}`
    problems.push(problem(`the value does not fit "${raw.attribute}"`, fix, 'value'))
    return undefined
  }
  return {
    id: `${article}/${raw.id}`,
    entity: raw.entity,
    attribute: raw.attribute as AttributeId,
    value,
    statement: raw.statement,
    mentions: raw.mentions,
    article,
    section,
    asOf,
    visibleFrom: visibleFrom(asOf),
    validFrom: raw.valid_from ?? null,
    validTo: raw.valid_to ?? null,
    role: raw.role ?? null,
    ...(raw.founder && { founder: true }),
  }
}
