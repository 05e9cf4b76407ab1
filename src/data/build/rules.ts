// The named rules that every draft must hold, one small function each; statements have their own in statements.ts.
import { attributes, type Attribute } from '../model/attributes.ts'
import { firstDay, lastDay } from '../model/dates.ts'
import { isCountryCode } from './iso-countries.ts'
import type { ParsedDataset, Located } from './parse.ts'
import type { Problem } from '../model/problem.ts'
import { normalizeText } from '../model/normalize-text.ts'
import type { Entity, Fact } from '../model/types.ts'
import { confusableNames, namesHaveLetters, duplicateNames } from './name-rules.ts'
import { statementIsSupported, noVerbatimText } from './statement-rules.ts'

export type Rule = (draft: ParsedDataset) => Problem[]

const each = (check: (fact: Located<Fact>, draft: ParsedDataset) => Problem | undefined): Rule => {
  return (draft) => draft.facts.flatMap((fact) => check(fact, draft) ?? [])
}

function known(draft: ParsedDataset, id: string): Entity | undefined {
  return draft.entities.find(({ item }) => item.id === id)?.item
}

const unknownEntity: Rule = ({ facts, entities }) => {
  const ids = new Set(entities.map(({ item }) => item.id))
  const cure = 'add it to entities/ or to the entities of the article, or mend the id'
  return facts.flatMap(({ item, problem }) => {
    const used: [key: string, id: string][] = [
      ['entity', item.entity],
      ...item.mentions.map((id): [string, string] => ['mentions', id]),
      ...(item.value.type === 'entity' ? [['value', item.value.entity] as [string, string]] : []),
    ]
    return used
      .filter(([, id]) => !ids.has(id))
      .map(([key, id]) => problem(`there is no entity "${id}"`, cure, key))
  })
}

const countryValue: Rule = each(({ item, problem }, draft) => {
  if (attributeOf(item).type !== 'country' || item.value.type !== 'entity') return undefined
  const value = known(draft, item.value.entity)
  if (!value || value.kind === 'country') return undefined
  return problem(`"${value.id}" is no country`, `give "${item.attribute}" the id of a country`, 'value')
})

const attributeFits: Rule = each(({ item, problem }, draft) => {
  const { kinds } = attributeOf(item)
  const kind = known(draft, item.entity)?.kind
  if (!kind || kinds === 'any' || kinds.includes(kind)) return undefined
  const cure = `use it for ${kinds.join(', ')}, or choose another attribute`
  return problem(`"${item.attribute}" does not fit an entity of kind ${kind}`, cure, 'attribute')
})

const duplicateIds: Rule = ({ facts, entities }) =>
  [...repeated(facts), ...repeated(entities)].map(({ item, problem }) =>
    problem(`the id "${item.id}" is taken`, 'choose another id, or remove one of the two', 'id'),
  )

function repeated<Item extends { id: string }>(placed: Located<Item>[]): Located<Item>[] {
  const seen = new Set<string>()
  return placed.filter(({ item }) => seen.size === seen.add(item.id).size)
}

const datesInOrder: Rule = each(({ item, problem }) => {
  const { validFrom, validTo, asOf } = item
  if (validFrom && validTo && firstDay(validFrom) > lastDay(validTo)) {
    return problem(
      `it ends (${validTo}) before it starts (${validFrom})`,
      'mend one of the two dates',
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
    ? problem(`"${attribute}" does not say what it counts`, 'add a unit, as unit: countries', 'value')
    : undefined,
)

const roleOfMember: Rule = each(({ item, problem }) =>
  item.role && item.attribute !== 'member'
    ? problem('only a member has a role', 'remove the role, or use the attribute "member"', 'role')
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
  return entities
    .filter(({ item }) => !used.has(item.id))
    .map(({ item, problem }) =>
      problem(`no fact speaks of "${item.id}"`, 'add a fact about it, or remove the entity'),
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
    return problem(`no fact stands on the section "${name}"`, 'add one, or say why in "empty"')
  })
}

const uniqueNames: Rule = ({ entities }) => {
  const names = new Map(entities.map(({ item }) => [normalizeText(item.name), item.id]))
  return entities.flatMap(({ item, problem }) => {
    const normalized = item.aliases.map(normalizeText)
    return item.aliases.flatMap((alias, index) => {
      const owner = names.get(normalizeText(alias))
      if (owner === item.id || normalized.indexOf(normalizeText(alias)) < index) {
        return problem(`the alias "${alias}" says the same name again`, 'remove it', 'aliases')
      }
      if (!owner) return []
      return problem(`the alias "${alias}" is the name of "${owner}"`, 'remove it, or rename one', 'aliases')
    })
  })
}

const knownCountry: Rule = ({ countryNames }) =>
  countryNames
    .filter(({ item }) => !isCountryCode(item.code))
    .map(({ item, problem }) =>
      problem(`"${item.code}" is the code of no country`, 'use the two letters of ISO 3166-1'),
    )

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
  namesOnce: uniqueNames,
  knownCountry,
  sameNames: duplicateNames,
  namesWithLetters: namesHaveLetters,
  lookAlikes: confusableNames,
  backedStatement: statementIsSupported,
  ownWords: noVerbatimText,
}

/**
 * Every problem of a draft, ordered by file and line, those first that kept something from being read: they are often
 * the cause of the others. What a broken file or fact speaks of is not known, so entities and sections that seem to be
 * spoken of by none are told only once nothing else is wrong.
 */
export function checkDraft(draft: ParsedDataset): Problem[] {
  const unread = inOrder(draft.problems)
  const broken = inOrder(Object.values(rules).flatMap((rule) => rule(draft)))
  const problems = [...unread, ...broken]
  return problems.length > 0 ? problems : inOrder([...unusedEntity(draft), ...unusedSection(draft)])
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}
