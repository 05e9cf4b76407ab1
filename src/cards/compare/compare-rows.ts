// One attribute of two or three entities side by side, and whether their values are the same.
import { byNewest } from '../../data/model/dates.ts'
import type { AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import { valuesAgree } from '../../data/model/values.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { WholeList } from '../entity/current-facts.ts'
import { formatValue } from '../shared/format.ts'

export interface ComparedEntity {
  entity: Entity
  groups: AttributeFacts[]
  /** Whether every member is named. */
  whole?: WholeList | undefined
  /** Of a series of exercises, its newest edition, whose participants stand for those of the series. */
  edition?: Entity | undefined
}

/** What is compared: ties, events such as exercises, or other things of one kind. */
export type ComparisonGroup = 'tie' | 'event' | 'other'

/** The facts of one side by formatted value. */
export type Values = Map<string, Fact[]>

export interface Row {
  attribute: AttributeId
  /** In the order of the sides; empty for a side for which nothing is stated. */
  values: Values[]
  /** Undefined if a side has no value, or if different words may mean the same. */
  similarity: 'same' | 'partly the same' | 'different' | undefined
}

/** Texts that name a thing. Other texts are free, so different words need not mean a difference. */
const namingTexts = new Set<AttributeId>(['region', 'location', 'domain', 'frequency', 'status'])

/** Not in rows of their own: counts and descriptions are next to the parties. */
const shownElsewhere = new Set<AttributeId>([
  'classification',
  'member',
  'participant',
  'participants',
  'other-members',
  'member-count',
  'partner-count',
])

/** The attributes that people ask about, and about which a comparison always says whether they are stated. */
const baseAttributes: Record<ComparisonGroup, AttributeId[]> = {
  tie: ['founded', 'mutual-defense', 'obligation', 'region', 'purpose'],
  event: ['led-by', 'region', 'domain', 'held', 'purpose'],
  other: [],
}

/** First the attributes that people ask about and that all sides have, then those that only some have. */
export function comparedAttributes(
  sides: readonly ComparedEntity[],
  group: ComparisonGroup,
): { first: AttributeId[]; rest: AttributeId[]; notStated: AttributeId[] } {
  const attributesOf = sides.map(({ groups }) =>
    groups
      .filter(({ attribute, comparable }) => comparable && !shownElsewhere.has(attribute))
      .map(({ attribute }) => attribute),
  )
  const isStated = (id: AttributeId) => attributesOf.some((own) => own.includes(id))
  const byAll = attributesOf.flat().filter((id) => attributesOf.every((own) => own.includes(id)))
  const first = new Set([...baseAttributes[group].filter(isStated), ...byAll])
  const rest = new Set(attributesOf.flat().filter((id) => !first.has(id)))
  // Attributes of several sides come before those of one side.
  const owner = (id: AttributeId) => {
    const owners = attributesOf.flatMap((own, index) => (own.includes(id) ? [index] : []))
    return owners.length > 1 ? -1 : (owners[0] ?? 0)
  }
  return {
    first: [...first],
    rest: [...rest].sort((a, b) => owner(a) - owner(b)),
    notStated: baseAttributes[group].filter(
      // One of the two is enough to say whether there is a promise.
      (id) =>
        !isStated(id) && id !== 'mutual-defense' && !(id === 'obligation' && isStated('mutual-defense')),
    ),
  }
}

export function factsOfAttribute({ groups }: ComparedEntity, attribute: AttributeId): Fact[] {
  return groups.find((group) => group.attribute === attribute)?.facts ?? []
}

export function compareRow(
  attribute: AttributeId,
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
): Row {
  const values = sides.map((side) =>
    Map.groupBy(factsOfAttribute(side, attribute), ({ value }) =>
      // What exactly is promised is on the card of each.
      value.type === 'commitment' ? (value.yes ? 'yes' : 'no') : formatValue(value, facts.getEntity),
    ),
  )
  return { attribute, values: sharedFirst(values), similarity: similarityOf(attribute, values) }
}

/** The values of every side, first those that all have, in one order. */
function sharedFirst(values: readonly Values[]): Values[] {
  const shared = [...(values[0]?.keys() ?? [])].filter((text) => values.every((side) => side.has(text)))
  return values.map((side) => {
    const own = [...side.keys()].filter((text) => !shared.includes(text))
    return new Map([...shared, ...own].map((text) => [text, side.get(text) ?? []]))
  })
}

/** The fact to cite of several that say the same. */
export function newestFact(facts: readonly Fact[]): Fact[] {
  return facts.toSorted(byNewest).slice(0, 1)
}

function similarityOf(attribute: AttributeId, values: readonly Values[]): Row['similarity'] {
  if (values.some(({ size }) => size === 0)) return undefined
  const keys = values.map((side) => new Set([...side.keys()].map((text) => text.toLowerCase())))
  const [first = new Set<string>(), ...others] = keys
  const shared = [...first].filter((text) => others.every((other) => other.has(text)))
  if (keys.every(({ size }) => size === shared.length)) return 'same'
  if (shared.length > 0) return 'partly the same'
  return haveEqualMeaning(attribute, values) ? undefined : 'different'
}

/** Whether different values may say the same: free texts, "2021" and "September 2021", "Pacific" and "Indo-Pacific". */
function haveEqualMeaning(attribute: AttributeId, values: readonly Values[]): boolean {
  const [first = [], ...others] = values.map((side) => [...side.values()].flatMap(([fact]) => fact ?? []))
  const isFreeText = first.some(({ value }) => value.type === 'text') && !namingTexts.has(attribute)
  return (
    isFreeText || others.some((side) => side.some((fact) => first.some((other) => mayAgree(fact, other))))
  )
}

function mayAgree({ value }: Fact, { value: other }: Fact): boolean {
  if (value.type !== 'text' || other.type !== 'text') return valuesAgree(value, other)
  const [text, otherText] = [value.text.toLowerCase(), other.text.toLowerCase()]
  return text.includes(otherText) || otherText.includes(text)
}

/** Longer names would fill a label. */
const maxNameLength = 20

/** The name, or the acronym of a long one: "IMSC". */
export function shortName({ name, aliases }: Entity): string {
  const acronym = aliases.find((alias) => /^[A-Z][A-Z0-9.-]{1,9}$/.test(alias))
  return name.length > maxNameLength ? (acronym ?? name) : name
}
