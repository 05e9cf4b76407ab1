// The first page of a card by the shape of its kind, and what it says to be "not stated".
import type { FactGroup, Facts } from '../../data/query/fact-store.ts'
import type { Entity, Fact } from '../../data/build/schema.ts'
import type { Block, Line } from '../shared/text-blocks.ts'
import { factsOfTies, tieBlocks } from './country-relationships.ts'
import { leading, shapes, type Shown } from './overview-fields.ts'
import { formatAsOf, formatValue, list } from '../shared/format.ts'

type AttributeId = FactGroup['attribute']

/** The fact that says in one line what the entity is, where its kind has one. */
export function leadOf(entity: Entity, groups: readonly FactGroup[], facts: Facts): Fact | undefined {
  const held = entity.kind === 'person' ? turnedFacts('holder', entity, facts) : []
  const own = (leading[entity.kind] ?? []).flatMap(
    (id) => groups.find((group) => group.attribute === id)?.facts ?? [],
  )
  return [...held, ...own][0]
}

/** What facts about others say of the entity by an attribute whose value it is, the newest first. */
function turnedFacts(attribute: AttributeId, entity: Entity, facts: Facts): Fact[] {
  return facts
    .naming(entity.id)
    .filter(
      (fact) =>
        fact.attribute === attribute && fact.value.type === 'entity' && fact.value.entity === entity.id,
    )
    .toSorted((a, b) => b.countsFrom.localeCompare(a.countsFrom))
}

/** Attributes told in one place, in this order: counts above the names, descriptions below them. */
const toldTogether: Partial<Record<AttributeId, AttributeId[]>> = {
  member: ['other-members', 'member-count', 'partner-count', 'member'],
  participant: ['participant', 'participants'],
}

/** What stands before values that are not the only ones of their place. */
const besideOthers: Partial<Record<AttributeId, string>> = {
  member: 'Named: ',
  participant: 'Named: ',
  participants: 'Described: ',
}

export interface Overview {
  blocks: Block[]
  /** What it shows of facts about others. */
  turned: Fact[]
  /** The groups that it shows nothing of. */
  rest: FactGroup[]
}

/**
 * The overview of an entity; kinds that have none get no blocks. In full it has sentences where it has lists; else it
 * has their values, and the sentences are left to the pages after it.
 */
export function overviewOf(
  entity: Entity,
  groups: readonly FactGroup[],
  facts: Facts,
  inFull: boolean,
): Overview {
  if (entity.kind === 'country') return overviewOfCountry(entity, groups, facts)
  const shown = shapes[entity.kind] ?? []
  const own = shown.filter(({ turned }) => turned === undefined)
  const told = new Set(own.flatMap(({ attribute }) => toldTogether[attribute] ?? attribute))
  const listed = new Set(own.flatMap((item) => (item.listed ? item.attribute : [])))
  const turned = shown.flatMap((item) => (item.turned ? turnedFacts(item.attribute, entity, facts) : []))
  const blocks = shown.flatMap((item) => blockOf(item, entity, groups, facts, inFull) ?? [])
  const silent = blocks.filter(({ attribute, lines }) => lines.length === 0 && !arguedAbout.has(attribute))
  return {
    blocks: [
      ...blocks.filter((block) => !silent.includes(block)).map(orNotStated),
      ...(silent.length > 0 ? [notStated(silent.map(({ label }) => label))] : []),
    ],
    turned,
    // A bare yes or no, and a purpose in three words, leave out what the article said, so the sentences follow.
    rest: groups.filter(
      ({ attribute, type }) =>
        attribute !== 'classification' &&
        (type === 'yes-no' || !told.has(attribute) || (listed.has(attribute) && !inFull)),
    ),
  }
}

function overviewOfCountry(country: Entity, groups: readonly FactGroup[], facts: Facts): Overview {
  const turned = factsOfTies(country, facts).filter(
    ({ value }) => value.type === 'entity' && value.entity === country.id,
  )
  return { blocks: tieBlocks(country, facts), turned, rest: [...groups] }
}

/** What people argue about keeps a place of its own even where nothing is stated. */
const arguedAbout = new Set<AttributeId>(['treaty', 'founded', 'participant', 'holder'])

function orNotStated(block: Block): Block {
  return block.lines.length > 0
    ? block
    : { ...block, lines: [{ text: 'not stated', facts: [] }], sentences: false }
}

/** All that no article states, in one line. */
function notStated(labels: readonly string[]): Block {
  const text = labels.map((label) => label.toLowerCase()).join(', ')
  return { label: 'Not stated', lines: [{ text, facts: [] }], sentences: false }
}

function blockOf(
  { attribute, expected = false, listed = false, dated = false, turned }: Shown,
  entity: Entity,
  groups: readonly FactGroup[],
  facts: Facts,
  inFull: boolean,
): (Block & { attribute: AttributeId }) | undefined {
  const ids = turned ? [] : (toldTogether[attribute] ?? [attribute])
  const together = ids.flatMap((id) => groups.find((group) => group.attribute === id) ?? [])
  const lines = turned
    ? sentenceLines(turnedFacts(attribute, entity, facts), dated)
    : together.flatMap((group) =>
        listed && inFull
          ? sentenceLines(group.facts, dated)
          : valueLines(group, facts, { listed, dated }).map((line, index) =>
              index === 0 && together.length > 1
                ? { ...line, text: `${besideOthers[group.attribute] ?? ''}${line.text}` }
                : line,
            ),
      )
  if (lines.length === 0 && !expected) return undefined
  const disputed = together.some((group) => group.attribute !== attribute && group.disputed)
  const label = turned ?? facts.attributeLabel(attribute)
  return {
    attribute,
    label: label + (disputed ? ' · the counts differ over time' : ''),
    lines,
    sentences: listed,
  }
}

/** One line a sentence, with every fact that says it. */
function sentenceLines(told: readonly Fact[], dated: boolean): Line[] {
  return [...Map.groupBy(told, ({ statement }) => statement)].map(([text, same]) => ({
    text: dated ? `${text}\n-# ${datesOf(same)}` : text,
    facts: same,
  }))
}

/** One line a value, with every fact that gives it; counts, and values that differ, show when they were so. */
function valueLines(
  { attribute, facts: told, disputed, type }: FactGroup,
  facts: Facts,
  { listed, dated }: { listed: boolean; dated: boolean },
): Line[] {
  const byValue = Map.groupBy(told, ({ value }) => formatValue(value, facts.entity))
  const withDate = dated || disputed || type === 'number'
  return [...byValue].map(([text, same]) => ({
    text: withDate ? `${listed ? text : `**${text}**`}\n-# ${datesOf(same)}` : text,
    facts: same,
    ...(!withDate && !listed && { runsWith: attribute }),
  }))
}

function datesOf(told: readonly Fact[]): string {
  const dates = [...new Set(told.map(({ asOf }) => formatAsOf(asOf)))]
  return `by ${dates.length === 1 ? 'an article' : 'articles'} dated ${list(dates)}`
}
