// One attribute of two or three entities side by side: what each has, and whether that is the same.
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts, FactSnapshot } from '../../data/query/fact-store.ts'
import { inlineSeparator, joinInline } from '../shared/text-blocks.ts'
import { limits } from '../shared/discord-limits.ts'
import type { Sources } from '../shared/source-footnotes.ts'
import { formatArticleDate, formatValue, formatList } from '../shared/format.ts'

export interface ComparedEntity {
  entity: Entity
  groups: AttributeFacts[]
}

/** What is compared: ties, events such as exercises, or other things of one kind. */
export type ComparisonGroup = 'tie' | 'event' | 'other'

export interface Row {
  name: string
  value: string
}

export type AttributeId = AttributeFacts['attribute']

/** Texts that name a thing; other texts are told in free words, where other words do not mean another thing. */
const namingTexts = new Set<AttributeId>(['region', 'location', 'domain', 'frequency', 'status'])

/** Told elsewhere: what kind each is stands above the rows, counts beside the members. */
const shownElsewhere = new Set<AttributeId>([
  'participants',
  'classification',
  'other-members',
  'member-count',
  'partner-count',
])

/** Rows that a comparison has even where nothing is stated of any side, by what is compared. */
const baseAttributes: Record<ComparisonGroup, AttributeId[]> = {
  tie: ['treaty', 'member', 'founded', 'region', 'purpose', 'obligation'],
  event: ['led-by', 'participant', 'region', 'domain', 'held', 'purpose'],
  other: [],
}

/** How many values of one side a row holds; the others are counted. */
const valuesShown = 3

/** First what people ask about and what all sides have, then what only some have. */
export function comparedAttributes(
  sides: readonly ComparedEntity[],
  group: ComparisonGroup,
): { first: AttributeId[]; rest: AttributeId[]; notStated: AttributeId[] } {
  const held = sides.map(({ groups }) =>
    groups.filter(({ comparable }) => comparable).map(({ attribute }) => attribute),
  )
  const byAll = held.flat().filter((id) => held.every((own) => own.includes(id)))
  const isHeld = (id: AttributeId) =>
    held.some((own) => own.includes(id) || toldBeside(id).some((one) => own.includes(one)))
  const first = new Set(
    [...baseAttributes[group].filter(isHeld), ...byAll].filter((id) => !shownElsewhere.has(id)),
  )
  const rest = new Set(held.flat().filter((id) => !shownElsewhere.has(id) && !first.has(id)))
  // What several have comes before what one has, and that stands together.
  const owner = (id: AttributeId) =>
    ownersOf(id, sides).length > 1 ? -1 : held.findIndex((own) => own.includes(id))
  return {
    first: [...first],
    rest: [...rest].sort((a, b) => owner(a) - owner(b)),
    notStated: baseAttributes[group].filter((id) => !isHeld(id)),
  }
}

function ownersOf(id: AttributeId, sides: readonly ComparedEntity[]): ComparedEntity[] {
  return sides.filter(({ groups }) => groups.some(({ attribute }) => attribute === id))
}

/** A row below those that people ask about first: what is stated of one side alone is a line under its name. */
export function singleOwnerRow(
  id: AttributeId,
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  sources: Sources,
): Row {
  const [owner, ...others] = ownersOf(id, sides)
  if (!owner || others.length > 0 || isOfParties(id)) return attributeRow(id, sides, facts, sources)
  const values = valuesOf(
    owner.groups.find(({ attribute }) => attribute === id),
    facts,
  )
  return {
    name: `Stated only for ${owner.entity.name}`,
    value: `**${facts.attributeLabel(id)}:** ${formatValues(values, sources)}`,
  }
}

/** Rows of the same name as one, as far as a field can hold them. */
export function joinRows(rows: readonly Row[]): Row[] {
  const joined: Row[] = []
  for (const row of rows) {
    const last = joined.at(-1)
    const value = `${last?.value}\n${row.value}`
    if (last?.name === row.name && value.length <= limits.fieldValue) last.value = value
    else joined.push({ ...row })
  }
  return joined
}

function isOfParties(id: AttributeId): id is 'member' | 'participant' {
  return id === 'member' || id === 'participant'
}

/** What a row tells besides its own attribute. */
function toldBeside(id: AttributeId): AttributeId[] {
  if (id === 'participant') return ['participants']
  return id === 'member' ? ['other-members', 'member-count'] : []
}

export function attributeRow(
  attribute: AttributeId,
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  sources: Sources,
): Row {
  const label = facts.attributeLabel(attribute)
  const group = sides.map(({ groups }) => groups.find((one) => one.attribute === attribute))
  const values = group.map((one) => valuesOf(one, facts))
  const inOwnWords = group.some((one) => one?.type === 'text') && !namingTexts.has(attribute)
  const mark = similarityNote(attribute, sides, values, inOwnWords)
  if (isOfParties(attribute)) {
    return { name: `${label}${mark}`, value: partiesOf(attribute, sides, values, facts, sources) }
  }
  if (mark === same) return { name: `${label}${mark}`, value: formatValues(merge(values), sources) }
  // Of whom nothing is stated the heading says so.
  const lines = sides.flatMap(({ entity }, index) =>
    values[index]?.size ? `**${entity.name}:** ${formatValues(values[index], sources)}` : [],
  )
  return { name: `${label}${mark}`, value: lines.join('\n') }
}

type Values = Map<string, Fact[]>

function valuesOf(group: AttributeFacts | undefined, facts: FactSnapshot): Values {
  return Map.groupBy(group?.facts ?? [], ({ value }) => formatValue(value, facts.getEntity))
}

/** The values of all sides together, where they are the same. */
function merge(values: readonly Values[]): Values {
  const texts = new Map(values.flatMap((one) => [...one.keys()].map((text) => [text.toLowerCase(), text])))
  const all = values.flatMap((one) => [...one])
  return new Map(
    [...texts].map(([key, text]) => [
      text,
      all.flatMap(([other, told]) => (other.toLowerCase() === key ? told : [])),
    ]),
  )
}

function formatValues(values: Values | undefined, sources: Sources): string {
  const lines = [...(values ?? [])].map(([text, facts]) => ({ text, facts }))
  const more = lines.length - valuesShown
  const shown = joinInline(lines.slice(0, valuesShown), sources)
  return more > 0 ? `${shown}${inlineSeparator}and ${more} more on its own card` : shown
}

const same = ' · the same'

/** Said in words, never by color or by a sign alone. */
function similarityNote(
  id: AttributeId,
  sides: readonly ComparedEntity[],
  values: readonly Values[],
  inOwnWords: boolean,
): string {
  const missing = sides.filter((_, index) => values[index]?.size === 0)
  // Whoever is counted or described is stated, but not named.
  const isToldBeside = ({ groups }: ComparedEntity) =>
    groups.some(({ attribute }) => toldBeside(id).includes(attribute))
  const lack = missing.every(isToldBeside) ? 'not named' : 'not stated'
  if (missing.length === sides.length) return ` · ${lack}`
  if (missing.length > 0) return ` · ${lack} for ${formatList(missing.map(({ entity }) => entity.name))}`
  const keys = values.map((one) => new Set([...one.keys()].map((text) => text.toLowerCase())))
  const [first = new Set<string>(), ...others] = keys
  const shared = [...first].filter((text) => others.every((other) => other.has(text)))
  if (keys.every(({ size }) => size === shared.length)) return same
  if (shared.length > 0) return ' · partly the same'
  return inOwnWords ? '' : ' · different'
}

/** Who is named for all sides, and who only for some; an article may count more members than it names. */
function partiesOf(
  attribute: 'member' | 'participant',
  sides: readonly ComparedEntity[],
  values: readonly Values[],
  facts: FactSnapshot,
  sources: Sources,
): string {
  const texts = [...new Set(values.flatMap((one) => [...one.keys()]))]
  const byNamed = Map.groupBy(texts, (text) => values.map((one) => one.has(text)).join())
  const named = [...byNamed.values()]
    .map((together) => ({
      together,
      sides: sides.filter((_, index) => values[index]?.has(together[0] ?? '')),
    }))
    .sort((a, b) => b.sides.length - a.sides.length)
    .map(({ together, sides: owners }) => {
      const names = together.map((text) => ({ text, facts: values.flatMap((one) => one.get(text) ?? []) }))
      return `**${ownersPhrase(owners, sides, values)}:** ${joinInline(names, sources)}`
    })
  const described = attribute === 'participant' ? describedLines(sides, sources) : []
  const counted = attribute === 'member' ? sides.flatMap((side) => countLine(side, facts, sources)) : []
  return [...named, ...described, ...counted].join('\n')
}

/** "Only" is said where each side names all of its own; of one that names none, or counts more, it is not known. */
function ownersPhrase(
  owners: readonly ComparedEntity[],
  sides: readonly ComparedEntity[],
  values: readonly Values[],
): string {
  if (owners.length === sides.length) return sides.length === 2 ? 'Named for both' : 'Named for all three'
  const counted = sides.some(({ groups }) => groups.some(({ attribute }) => attribute === 'other-members'))
  const only = values.every(({ size }) => size > 0) && !counted ? ' only' : ''
  return `Named for ${formatList(owners.map(({ entity }) => entity.name))}${only}`
}

/** Those who take part and are not named: "several countries". */
function describedLines(sides: readonly ComparedEntity[], sources: Sources): string[] {
  const described = sides.flatMap(({ entity, groups }) =>
    groups
      .filter(({ attribute }) => attribute === 'participants')
      .flatMap(({ facts }) => facts.map((fact) => ({ fact, name: entity.name }))),
  )
  const byText = Map.groupBy(described, ({ fact: { value, statement } }) =>
    value.type === 'text' ? value.text : statement,
  )
  return [...byText].map(([text, told]) => {
    const names = [...new Set(told.map(({ name }) => name))]
    return `**Described for ${formatList(names)}:** ${text}${sources.marksFor(told.map(({ fact }) => fact))}`
  })
}

function countLine({ entity, groups }: ComparedEntity, facts: FactSnapshot, sources: Sources): string[] {
  const counts = groups
    .filter(({ attribute }) => attribute === 'other-members' || attribute === 'member-count')
    .flatMap((group) => group.facts)
    .sort((a, b) => b.visibleFrom.localeCompare(a.visibleFrom))
  return counts.slice(0, 1).map((fact) => {
    const count = `${formatValue(fact.value, facts.getEntity)}, ${formatArticleDate(fact.asOf)}`
    return `**Counted for ${entity.name}:** ${count}${sources.marksFor([fact])}`
  })
}
