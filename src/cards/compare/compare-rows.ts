// One attribute of two or three entities side by side, and whether their values are the same.
import { attributeLabel, type AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { inlineSeparator, joinInline } from '../shared/text-blocks.ts'
import { formatParties } from './compare-parties.ts'
import { limits } from '../shared/discord-limits.ts'
import type { Footnotes } from '../shared/source-footnotes.ts'
import { formatValue, formatList } from '../shared/format.ts'

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

/** Texts that name a thing. Other texts are free, so different words need not mean a difference. */
const namingTexts = new Set<AttributeId>(['region', 'location', 'domain', 'frequency', 'status'])

/** Not in rows of their own: the kinds are above the rows, counts next to the members. */
const shownElsewhere = new Set<AttributeId>([
  'participants',
  'classification',
  'other-members',
  'member-count',
  'partner-count',
])

/** Attributes that a comparison always covers, even if nothing is stated for any side. */
const baseAttributes: Record<ComparisonGroup, AttributeId[]> = {
  tie: ['treaty', 'member', 'founded', 'region', 'purpose', 'obligation'],
  event: ['led-by', 'participant', 'region', 'domain', 'held', 'purpose'],
  other: [],
}

/** How many values of one side a row shows; the others are counted. */
const maxValues = 3

/** First the attributes that people ask about and that all sides have, then those that only some have. */
export function comparedAttributes(
  sides: readonly ComparedEntity[],
  group: ComparisonGroup,
): { first: AttributeId[]; rest: AttributeId[]; notStated: AttributeId[] } {
  const attributesOf = sides.map(({ groups }) =>
    groups.filter(({ comparable }) => comparable).map(({ attribute }) => attribute),
  )
  const byAll = attributesOf.flat().filter((id) => attributesOf.every((own) => own.includes(id)))
  const isStated = (id: AttributeId) =>
    attributesOf.some((own) => own.includes(id) || combinedWith(id).some((other) => own.includes(other)))
  const first = new Set(
    [...baseAttributes[group].filter(isStated), ...byAll].filter((id) => !shownElsewhere.has(id)),
  )
  const rest = new Set(attributesOf.flat().filter((id) => !shownElsewhere.has(id) && !first.has(id)))
  // Attributes of several sides come before those of one side, which are grouped.
  const owner = (id: AttributeId) =>
    ownersOf(id, sides).length > 1 ? -1 : attributesOf.findIndex((own) => own.includes(id))
  return {
    first: [...first],
    rest: [...rest].sort((a, b) => owner(a) - owner(b)),
    notStated: baseAttributes[group].filter((id) => !isStated(id)),
  }
}

function ownersOf(id: AttributeId, sides: readonly ComparedEntity[]): ComparedEntity[] {
  return sides.filter(({ groups }) => groups.some(({ attribute }) => attribute === id))
}

/** A row of an attribute that is not a main one; if only one side has it, a line under that side's name. */
export function singleOwnerRow(
  id: AttributeId,
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  footnotes: Footnotes,
): Row {
  const [owner, ...others] = ownersOf(id, sides)
  if (!owner || others.length > 0 || isPartyAttribute(id)) return attributeRow(id, sides, facts, footnotes)
  const values = factsByValue(
    owner.groups.find(({ attribute }) => attribute === id),
    facts,
  )
  return {
    name: `Stated only for ${owner.entity.name}`,
    value: `**${attributeLabel(id)}:** ${formatValues(values, footnotes)}`,
  }
}

/** Joins rows of the same name, up to the length of a field. */
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

function isPartyAttribute(id: AttributeId): id is 'member' | 'participant' {
  return id === 'member' || id === 'participant'
}

/** The other attributes that are shown in the row of an attribute. */
function combinedWith(id: AttributeId): AttributeId[] {
  if (id === 'participant') return ['participants']
  return id === 'member' ? ['other-members', 'member-count'] : []
}

export function attributeRow(
  attribute: AttributeId,
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  footnotes: Footnotes,
): Row {
  const label = attributeLabel(attribute)
  const groups = sides.map((side) => side.groups.find((group) => group.attribute === attribute))
  const values = groups.map((side) => factsByValue(side, facts))
  const isFreeText = groups.some((group) => group?.type === 'text') && !namingTexts.has(attribute)
  const note = similarityNote(attribute, sides, values, isFreeText)
  if (isPartyAttribute(attribute)) {
    return { name: `${label}${note}`, value: formatParties(attribute, sides, values, facts, footnotes) }
  }
  if (note === same) return { name: `${label}${note}`, value: formatValues(merge(values), footnotes) }
  // The heading says for whom nothing is stated.
  const lines = sides.flatMap(({ entity }, index) =>
    values[index]?.size ? `**${entity.name}:** ${formatValues(values[index], footnotes)}` : [],
  )
  return { name: `${label}${note}`, value: lines.join('\n') }
}

/** The facts of one side by formatted value. */
export type Values = Map<string, Fact[]>

function factsByValue(group: AttributeFacts | undefined, facts: FactSnapshot): Values {
  return Map.groupBy(group?.facts ?? [], ({ value }) => formatValue(value, facts.getEntity))
}

/** The facts of all sides by value, for sides with the same values. */
function merge(values: readonly Values[]): Values {
  const texts = new Map(values.flatMap((side) => [...side.keys()].map((text) => [text.toLowerCase(), text])))
  const all = values.flatMap((side) => [...side])
  return new Map(
    [...texts].map(([key, text]) => [
      text,
      all.flatMap(([other, facts]) => (other.toLowerCase() === key ? facts : [])),
    ]),
  )
}

function formatValues(values: Values | undefined, footnotes: Footnotes): string {
  const lines = [...(values ?? [])].map(([text, facts]) => ({ text, facts }))
  const more = lines.length - maxValues
  const text = joinInline(lines.slice(0, maxValues), footnotes)
  return more > 0 ? `${text}${inlineSeparator}and ${more} more on its own card` : text
}

const same = ' · the same'

/** In words, since colors or symbols alone are not accessible. */
function similarityNote(
  id: AttributeId,
  sides: readonly ComparedEntity[],
  values: readonly Values[],
  isFreeText: boolean,
): string {
  const missing = sides.filter((_, index) => values[index]?.size === 0)
  // Sides that are counted or described are stated, but not named.
  const isCombined = ({ groups }: ComparedEntity) =>
    groups.some(({ attribute }) => combinedWith(id).includes(attribute))
  const absence = missing.every(isCombined) ? 'not named' : 'not stated'
  if (missing.length === sides.length) return ` · ${absence}`
  if (missing.length > 0) return ` · ${absence} for ${formatList(missing.map(({ entity }) => entity.name))}`
  const keys = values.map((side) => new Set([...side.keys()].map((text) => text.toLowerCase())))
  const [first = new Set<string>(), ...others] = keys
  const shared = [...first].filter((text) => others.every((other) => other.has(text)))
  if (keys.every(({ size }) => size === shared.length)) return same
  if (shared.length > 0) return ' · partly the same'
  return isFreeText ? '' : ' · different'
}
