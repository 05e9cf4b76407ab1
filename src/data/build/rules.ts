// The rules that every dataset must pass, one small function each; statement-rules.ts and name-rules.ts have more.
import { attributes, type Attribute } from '../model/attributes.ts'
import { firstDay, lastDay } from '../model/dates.ts'
import { countryCode, isCountryCode } from './iso-countries.ts'
import type { Located } from './parse-fact.ts'
import type { ParsedDataset } from './dataset.ts'
import type { Problem } from '../model/problem.ts'
import { countedMembersOn } from '../model/memberships.ts'
import type { Entity, Fact } from '../model/types.ts'
import { confusableNames, duplicateNames, namesHaveLetters, uniqueNames } from './name-rules.ts'
import { statementIsSupported, noVerbatimText } from './statement-rules.ts'

export type Rule = (dataset: ParsedDataset) => Problem[]

const each = (
  check: (fact: Located<Fact>, entities: ReadonlyMap<string, Entity>) => Problem | undefined,
): Rule => {
  return ({ facts, entities }) => {
    const byId = new Map(entities.map(({ item }) => [item.id, item]))
    return facts.flatMap((fact) => check(fact, byId) ?? [])
  }
}

const unknownEntity: Rule = ({ facts, entities }) => {
  const ids = new Set(entities.map(({ item }) => item.id))
  const fix = 'add it to entities/ or to the entities of the article, or correct the id'
  return facts.flatMap(({ item, problem }) => {
    const used: [key: string, id: string][] = [
      ['entity', item.entity],
      ...item.mentions.map((id): [string, string] => ['mentions', id]),
      ...(item.value.type === 'entity' ? [['value', item.value.entity] as [string, string]] : []),
    ]
    return used
      .filter(([, id]) => !ids.has(id))
      .map(([key, id]) => problem(`there is no entity "${id}"`, fix, key))
  })
}

const countryValue: Rule = each(({ item, problem }, entities) => {
  if (attributeOf(item).type !== 'country' || item.value.type !== 'entity') return undefined
  const value = entities.get(item.value.entity)
  if (!value || value.kind === 'country') return undefined
  return problem(`"${value.id}" is not a country`, `give "${item.attribute}" the id of a country`, 'value')
})

const attributeFits: Rule = each(({ item, problem }, entities) => {
  const { kinds } = attributeOf(item)
  const kind = entities.get(item.entity)?.kind
  if (!kind || kinds === 'any' || kinds.includes(kind)) return undefined
  const fix = `use it for ${kinds.join(', ')}, or choose another attribute`
  return problem(`"${item.attribute}" does not fit an entity of kind ${kind}`, fix, 'attribute')
})

const duplicateIds: Rule = ({ facts, entities }) =>
  [...duplicates(facts), ...duplicates(entities)].map(({ item, problem }) =>
    problem(`the id "${item.id}" is taken`, 'choose another id, or remove one of the two', 'id'),
  )

function duplicates<Item extends { id: string }>(items: Located<Item>[]): Located<Item>[] {
  const seen = new Set<string>()
  return items.filter(({ item }) => seen.size === seen.add(item.id).size)
}

const datesInOrder: Rule = each(({ item, problem }) => {
  const { validFrom, validTo, asOf } = item
  if (validFrom && validTo && firstDay(validFrom) > lastDay(validTo)) {
    return problem(
      `it ends (${validTo}) before it starts (${validFrom})`,
      'correct one of the two dates',
      'valid_to',
    )
  }
  if (asOf.last && firstDay(asOf.first) > lastDay(asOf.last)) {
    return problem(
      'the article is published between two dates in the wrong order',
      'swap them in "published"',
    )
  }
  return undefined
})

const numbersInOrder: Rule = each(({ item: { value }, problem }) =>
  value.type === 'number' && value.bound === 'between' && value.number >= value.to
    ? problem('the numbers are in the wrong order', 'write the smaller one first', 'value')
    : undefined,
)

const unitStated: Rule = each(({ item: { value, attribute }, problem }) =>
  value.type === 'number' && value.unit === ''
    ? problem(
        `"${attribute}" does not say what it counts`,
        'add a unit, for example "unit: countries"',
        'value',
      )
    : undefined,
)

const roleOfMember: Rule = each(({ item, problem }) =>
  (item.role !== null || item.founder) &&
  item.attribute !== 'member' &&
  !(item.attribute === 'participant' && item.role === 'observer')
    ? problem(
        item.founder ? 'only a member is a founder' : 'only a member has a role',
        `remove the ${item.founder ? '"founder"' : 'role'}, or use the attribute "member"`,
        item.founder ? 'founder' : 'role',
      )
    : undefined,
)

const unusedEntity: Rule = ({ facts, entities }) => {
  const used = new Set(
    facts.flatMap(({ item }) => [
      item.entity,
      ...item.mentions,
      ...(item.value.type === 'entity' ? [item.value.entity] : []),
    ]),
  )
  return (
    entities
      // Every country is listed, whether a fact mentions it or not.
      .filter(({ item }) => !used.has(item.id) && item.kind !== 'country')
      .map(({ item, problem }) =>
        problem(`no fact mentions "${item.id}"`, 'add a fact about it, or remove the entity'),
      )
  )
}

const unusedSection: Rule = ({ sections, facts }) => {
  const keyOf = (article: string, section: string) => `${article}\n${section}`
  const used = new Set(facts.map(({ item }) => keyOf(item.article, item.section)))
  return sections.flatMap(({ item: { article, name, empty }, problem }) => {
    const hasFacts = used.has(keyOf(article, name))
    if (hasFacts && empty !== null) {
      return problem(`the section "${name}" has facts now`, 'remove its "empty"', 'empty')
    }
    if (hasFacts || empty !== null) return []
    return problem(`no fact cites the section "${name}"`, 'add one, or say why in "empty"')
  })
}

/** The code of a country is that of its name; a state that has ended has none, and no other entity has one. */
const countryCodes: Rule = ({ entities }) => {
  const owners = new Map(entities.map(({ item }) => [item.code, item.id] as const).reverse())
  return entities.flatMap(({ item: { id, kind, name, code }, problem }) => {
    const expected = kind === 'country' ? countryCode(name) : undefined
    if (code !== undefined && owners.get(code) !== id)
      return problem(`"${code}" is the code of "${owners.get(code)}"`, 'correct or remove it', 'code')
    if (code === expected || (code !== undefined && kind === 'country' && isCountryCode(code) && !expected))
      return []
    return code === undefined
      ? problem(`"${name}" has no code`, `add "code: ${expected}"`)
      : problem(`"${code}" is not the code of "${name}"`, 'correct or remove it', 'code')
  })
}

/** An edition is of a series that exists and is none itself. */
const editionsOfSeries: Rule = ({ entities }) => {
  const byId = new Map(entities.map(({ item }) => [item.id, item]))
  return entities.flatMap(({ item: { edition, kind }, problem }) => {
    if (!edition) return []
    const series = byId.get(edition.of)
    if (kind === 'exercise' && series?.kind === 'exercise' && !series.edition) return []
    const message = `"${edition.of}" is not the series of an exercise`
    return problem(message, 'give the id of the exercise that is held again and again', 'edition')
  })
}

/** No two publications have one id, and none has that of an article. */
const uniquePublications: Rule = ({ publications, articles }) =>
  publications
    .filter(({ item }) => articles.get(item.id) !== item)
    .map(({ item, problem }) =>
      problem(`the id "${item.id}" is taken`, 'choose another id, or remove one of the two', 'id'),
    )

const unusedPublication: Rule = ({ publications, facts }) => {
  const cited = new Set(facts.map(({ item }) => item.article))
  return publications
    .filter(({ item }) => !cited.has(item.id))
    .map(({ item, problem }) =>
      problem(`no fact cites the publication "${item.id}"`, 'add a fact from it, or remove it'),
    )
}

/** A list with more members than a source counts on its day has one too many, or the count is of something else. */
const countsMatchMembers: Rule = ({ facts }) => {
  const members = Map.groupBy(
    facts.map(({ item }) => item).filter(({ attribute }) => attribute === 'member'),
    ({ entity }) => entity,
  )
  return facts.flatMap(({ item, problem }) => {
    const { attribute, value, entity, visibleFrom } = item
    if (attribute !== 'member-count' || value.type !== 'number' || value.bound !== 'exactly') return []
    const named = countedMembersOn(members.get(entity) ?? [], visibleFrom).length
    if (named <= value.number) return []
    const message = `${named} members of "${entity}" are named for ${visibleFrom}, but ${value.number} counted`
    return problem(message, 'correct the count, the day of it, or the dates of the members', 'value')
  })
}

function attributeOf(fact: Fact): Attribute {
  return attributes[fact.attribute]
}

/** Every rule by its name, in the order in which problems are listed. */
export const rules: Record<string, Rule> = {
  unknownEntity,
  countryValue,
  attributeFits,
  duplicateIds,
  datesInOrder,
  numbersInOrder,
  unitStated,
  roleOfMember,
  uniqueNames,
  countryCodes,
  editionsOfSeries,
  uniquePublications,
  countsMatchMembers,
  duplicateNames,
  namesHaveLetters,
  confusableNames,
  statementIsSupported,
  noVerbatimText,
}

/**
 * Every problem of a dataset, ordered by file and line, parse errors first, because they often cause the others. Unused
 * entities and sections are reported only if there is no other problem: an invalid file or fact may use them.
 */
export function validateDataset(dataset: ParsedDataset): Problem[] {
  const parseErrors = sortProblems(dataset.problems)
  const violations = sortProblems(Object.values(rules).flatMap((rule) => rule(dataset)))
  const problems = [...parseErrors, ...violations]
  return problems.length > 0
    ? problems
    : sortProblems([unusedEntity, unusedSection, unusedPublication].flatMap((rule) => rule(dataset)))
}

function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line)
}
