// The overview: the first page of a card, with the fields of its kind and what is "not stated".
import { attributeLabel, type AttributeId } from '../../data/model/attributes.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { TextBlock, TextLine } from '../shared/text-blocks.ts'
import { factsOfTies, relationshipBlocks } from './country-relationships.ts'
import { summaryAttributes, overviewFields, type OverviewField } from './overview-fields.ts'
import { distinctDates, formatValue, formatList } from '../shared/format.ts'

/** The fact that summarizes the entity in one line, if there is one. */
export function leadFactOf(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): Fact | undefined {
  const inverse = entity.kind === 'person' ? inverseFacts('holder', entity, facts) : []
  const own = (summaryAttributes[entity.kind] ?? []).flatMap(
    (id) => groups.find((group) => group.attribute === id)?.facts ?? [],
  )
  return [...inverse, ...own][0]
}

/** Facts about others that have the entity as the value of an attribute, newest first. */
function inverseFacts(attribute: AttributeId, entity: Entity, facts: FactSnapshot): Fact[] {
  return facts
    .factsMentioning(entity.id)
    .filter(
      (fact) =>
        fact.attribute === attribute && fact.value.type === 'entity' && fact.value.entity === entity.id,
    )
    .toSorted((a, b) => b.visibleFrom.localeCompare(a.visibleFrom))
}

/** Attributes shown in one field, in this order: counts above the names, descriptions below them. */
const attributeGroups: Partial<Record<AttributeId, AttributeId[]>> = {
  member: ['other-members', 'member-count', 'partner-count', 'member'],
  participant: ['participant', 'participants'],
}

/** Prefixes of values in a field with several attributes. */
const groupPrefixes: Partial<Record<AttributeId, string>> = {
  member: 'Named: ',
  participant: 'Named: ',
  participants: 'Described: ',
}

export interface Overview {
  blocks: TextBlock[]
  /** The facts about others that it shows. */
  inverse: Fact[]
  /** The attributes that it does not show, or not in full. */
  rest: AttributeFacts[]
}

/**
 * The overview of an entity; kinds without one get no blocks. In full, its lists have sentences; otherwise they have
 * values, and the sentences are in `rest`.
 */
export function buildOverview(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  inFull: boolean,
): Overview {
  if (entity.kind === 'country') return overviewOfCountry(entity, groups, facts)
  const fields = overviewFields[entity.kind] ?? []
  const ownFields = fields.filter(({ inverseLabel }) => inverseLabel === undefined)
  const shownAttributes = new Set(
    ownFields.flatMap(({ attribute }) => attributeGroups[attribute] ?? attribute),
  )
  const listAttributes = new Set(ownFields.flatMap((field) => (field.asList ? field.attribute : [])))
  const inverse = fields.flatMap((field) =>
    field.inverseLabel ? inverseFacts(field.attribute, entity, facts) : [],
  )
  const blocks = fields.flatMap((field) => blockOf(field, entity, groups, facts, inFull) ?? [])
  const empty = blocks.filter(({ attribute, lines }) => lines.length === 0 && !alwaysShown.has(attribute))
  return {
    blocks: [
      ...blocks.filter((block) => !empty.includes(block)).map(withNotStated),
      ...(empty.length > 0 ? [notStated(empty.map(({ label }) => label))] : []),
    ],
    inverse,
    // A bare yes or no, or a purpose in three words, is not all that the article said, so the sentences follow.
    rest: groups.filter(
      ({ attribute, type }) =>
        attribute !== 'classification' &&
        (type === 'yes-no' || !shownAttributes.has(attribute) || (listAttributes.has(attribute) && !inFull)),
    ),
  }
}

function overviewOfCountry(
  country: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): Overview {
  const inverse = factsOfTies(country, facts).filter(
    ({ value }) => value.type === 'entity' && value.entity === country.id,
  )
  return { blocks: relationshipBlocks(country, facts), inverse, rest: [...groups] }
}

/** People argue about these, so they have a line of their own even if nothing is stated. */
const alwaysShown = new Set<AttributeId>(['treaty', 'founded', 'participant', 'holder'])

function withNotStated(block: TextBlock): TextBlock {
  return block.lines.length > 0
    ? block
    : { ...block, lines: [{ text: 'not stated', facts: [] }], isBulleted: false }
}

/** All fields that no article states, in one line. */
function notStated(labels: readonly string[]): TextBlock {
  const text = labels.map((label) => label.toLowerCase()).join(', ')
  return { label: 'Not stated', lines: [{ text, facts: [] }], isBulleted: false }
}

function blockOf(
  { attribute, required = false, asList = false, withDate = false, inverseLabel }: OverviewField,
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  inFull: boolean,
): (TextBlock & { attribute: AttributeId }) | undefined {
  const ids = inverseLabel ? [] : (attributeGroups[attribute] ?? [attribute])
  const together = ids.flatMap((id) => groups.find((group) => group.attribute === id) ?? [])
  const lines = inverseLabel
    ? statementLines(inverseFacts(attribute, entity, facts), withDate)
    : together.flatMap((group) =>
        asList && inFull
          ? statementLines(group.facts, withDate)
          : valueLines(group, facts, { asList, withDate }).map((line, index) =>
              index === 0 && together.length > 1
                ? { ...line, text: `${groupPrefixes[group.attribute] ?? ''}${line.text}` }
                : line,
            ),
      )
  if (lines.length === 0 && !required) return undefined
  const disputed = together.some((group) => group.attribute !== attribute && group.disputed)
  const label = inverseLabel ?? attributeLabel(attribute)
  return {
    attribute,
    label: label + (disputed ? ' · the counts differ over time' : ''),
    lines,
    isBulleted: asList,
  }
}

/** One line per statement, with all facts that have it. */
function statementLines(facts: readonly Fact[], withDate: boolean): TextLine[] {
  return [...Map.groupBy(facts, ({ statement }) => statement)].map(([text, same]) => ({
    text: withDate ? `${text}\n-# ${articleDates(same)}` : text,
    facts: same,
  }))
}

/** One line per value, with all facts that give it; counts and disputed values have dates. */
function valueLines(
  { attribute, facts: valueFacts, disputed, type }: AttributeFacts,
  facts: FactSnapshot,
  { asList, withDate }: { asList: boolean; withDate: boolean },
): TextLine[] {
  const byValue = Map.groupBy(valueFacts, ({ value }) => formatValue(value, facts.getEntity))
  const hasDate = withDate || disputed || type === 'number'
  return [...byValue].map(([text, same]) => ({
    text: hasDate ? `${asList ? text : `**${text}**`}\n-# ${articleDates(same)}` : text,
    facts: same,
    ...(!hasDate && !asList && { inlineGroup: attribute }),
  }))
}

function articleDates(facts: readonly Fact[]): string {
  const dates = distinctDates(facts)
  return `by ${dates.length === 1 ? 'an article' : 'articles'} dated ${formatList(dates)}`
}
