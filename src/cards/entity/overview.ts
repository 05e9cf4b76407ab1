// The first page of a card by the shape of its kind, and what it says to be "not stated".
import type { AttributeFacts, FactSnapshot } from '../../data/query/fact-store.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { TextBlock, TextLine } from '../shared/text-blocks.ts'
import { factsOfTies, relationshipBlocks } from './country-relationships.ts'
import { summaryAttributes, overviewFields, type OverviewField } from './overview-fields.ts'
import { formatAsOf, formatValue, formatList } from '../shared/format.ts'

type AttributeId = AttributeFacts['attribute']

/** The fact that says in one line what the entity is, where its kind has one. */
export function leadOf(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): Fact | undefined {
  const held = entity.kind === 'person' ? inverseFacts('holder', entity, facts) : []
  const own = (summaryAttributes[entity.kind] ?? []).flatMap(
    (id) => groups.find((group) => group.attribute === id)?.facts ?? [],
  )
  return [...held, ...own][0]
}

/** What facts about others say of the entity by an attribute whose value it is, the newest first. */
function inverseFacts(attribute: AttributeId, entity: Entity, facts: FactSnapshot): Fact[] {
  return facts
    .factsMentioning(entity.id)
    .filter(
      (fact) =>
        fact.attribute === attribute && fact.value.type === 'entity' && fact.value.entity === entity.id,
    )
    .toSorted((a, b) => b.visibleFrom.localeCompare(a.visibleFrom))
}

/** Attributes told in one place, in this order: counts above the names, descriptions below them. */
const attributeGroups: Partial<Record<AttributeId, AttributeId[]>> = {
  member: ['other-members', 'member-count', 'partner-count', 'member'],
  participant: ['participant', 'participants'],
}

/** What stands before values that are not the only ones of their place. */
const groupPrefixes: Partial<Record<AttributeId, string>> = {
  member: 'Named: ',
  participant: 'Named: ',
  participants: 'Described: ',
}

export interface Overview {
  blocks: TextBlock[]
  /** What it shows of facts about others. */
  turned: Fact[]
  /** The groups that it shows nothing of. */
  rest: AttributeFacts[]
}

/**
 * The overview of an entity; kinds that have none get no blocks. In full it has sentences where it has lists; else it
 * has their values, and the sentences are left to the pages after it.
 */
export function buildOverview(
  entity: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
  inFull: boolean,
): Overview {
  if (entity.kind === 'country') return overviewOfCountry(entity, groups, facts)
  const shown = overviewFields[entity.kind] ?? []
  const own = shown.filter(({ inverseLabel }) => inverseLabel === undefined)
  const told = new Set(own.flatMap(({ attribute }) => attributeGroups[attribute] ?? attribute))
  const asList = new Set(own.flatMap((item) => (item.asList ? item.attribute : [])))
  const turned = shown.flatMap((item) =>
    item.inverseLabel ? inverseFacts(item.attribute, entity, facts) : [],
  )
  const blocks = shown.flatMap((item) => blockOf(item, entity, groups, facts, inFull) ?? [])
  const silent = blocks.filter(({ attribute, lines }) => lines.length === 0 && !alwaysShown.has(attribute))
  return {
    blocks: [
      ...blocks.filter((block) => !silent.includes(block)).map(withNotStated),
      ...(silent.length > 0 ? [notStated(silent.map(({ label }) => label))] : []),
    ],
    turned,
    // A bare yes or no, and a purpose in three words, leave out what the article said, so the sentences follow.
    rest: groups.filter(
      ({ attribute, type }) =>
        attribute !== 'classification' &&
        (type === 'yes-no' || !told.has(attribute) || (asList.has(attribute) && !inFull)),
    ),
  }
}

function overviewOfCountry(
  country: Entity,
  groups: readonly AttributeFacts[],
  facts: FactSnapshot,
): Overview {
  const turned = factsOfTies(country, facts).filter(
    ({ value }) => value.type === 'entity' && value.entity === country.id,
  )
  return { blocks: relationshipBlocks(country, facts), turned, rest: [...groups] }
}

/** What people argue about keeps a place of its own even where nothing is stated. */
const alwaysShown = new Set<AttributeId>(['treaty', 'founded', 'participant', 'holder'])

function withNotStated(block: TextBlock): TextBlock {
  return block.lines.length > 0
    ? block
    : { ...block, lines: [{ text: 'not stated', facts: [] }], isBulleted: false }
}

/** All that no article states, in one line. */
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
    ? sentenceLines(inverseFacts(attribute, entity, facts), withDate)
    : together.flatMap((group) =>
        asList && inFull
          ? sentenceLines(group.facts, withDate)
          : valueLines(group, facts, { asList, withDate }).map((line, index) =>
              index === 0 && together.length > 1
                ? { ...line, text: `${groupPrefixes[group.attribute] ?? ''}${line.text}` }
                : line,
            ),
      )
  if (lines.length === 0 && !required) return undefined
  const disputed = together.some((group) => group.attribute !== attribute && group.disputed)
  const label = inverseLabel ?? facts.attributeLabel(attribute)
  return {
    attribute,
    label: label + (disputed ? ' · the counts differ over time' : ''),
    lines,
    isBulleted: asList,
  }
}

/** One line a sentence, with every fact that says it. */
function sentenceLines(told: readonly Fact[], withDate: boolean): TextLine[] {
  return [...Map.groupBy(told, ({ statement }) => statement)].map(([text, same]) => ({
    text: withDate ? `${text}\n-# ${datesOf(same)}` : text,
    facts: same,
  }))
}

/** One line a value, with every fact that gives it; counts, and values that differ, show when they were so. */
function valueLines(
  { attribute, facts: told, disputed, type }: AttributeFacts,
  facts: FactSnapshot,
  { asList, withDate }: { asList: boolean; withDate: boolean },
): TextLine[] {
  const byValue = Map.groupBy(told, ({ value }) => formatValue(value, facts.getEntity))
  const dated = withDate || disputed || type === 'number'
  return [...byValue].map(([text, same]) => ({
    text: dated ? `${asList ? text : `**${text}**`}\n-# ${datesOf(same)}` : text,
    facts: same,
    ...(!dated && !asList && { inlineGroup: attribute }),
  }))
}

function datesOf(told: readonly Fact[]): string {
  const dates = [...new Set(told.map(({ asOf }) => formatAsOf(asOf)))]
  return `by ${dates.length === 1 ? 'an article' : 'articles'} dated ${formatList(dates)}`
}
