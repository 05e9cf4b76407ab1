// What the first page of a card shows of each kind of thing, and what it says to be "not stated".
import type { FactGroup, Facts } from '../data/store.ts'
import type { Entity, Fact } from '../data/shapes.ts'
import type { Block, Line } from './blocks.ts'
import { formatSource, formatValue } from './text.ts'

type AttributeId = FactGroup['attribute']

interface Shown {
  attribute: AttributeId
  /** Said to be "not stated" where no article states it. */
  expected?: boolean
  /** What it says takes a list: the sentences where all of them fit, else their values. */
  listed?: boolean
}

const tie: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'treaty', expected: true },
  { attribute: 'member', expected: true },
  { attribute: 'founded', expected: true },
  { attribute: 'announced' },
  { attribute: 'signed' },
  { attribute: 'renewed' },
  { attribute: 'began' },
  { attribute: 'region', expected: true },
  { attribute: 'purpose', expected: true, listed: true },
  { attribute: 'obligation', expected: true, listed: true },
]

/** A treaty rests on nothing but itself. */
const treaty = tie.filter(({ attribute }) => attribute !== 'treaty')

/** A program has no members; what it counts and does is what people ask. */
const program: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'part-of' },
  { attribute: 'partnerships' },
  { attribute: 'growth' },
  { attribute: 'participant' },
  { attribute: 'began' },
  { attribute: 'frequency' },
  { attribute: 'purpose', expected: true, listed: true },
  { attribute: 'activity', listed: true },
]

const event: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'led-by', expected: true },
  { attribute: 'participant', expected: true },
  { attribute: 'region', expected: true },
  { attribute: 'domain', expected: true },
  { attribute: 'held', expected: true },
  { attribute: 'began' },
  { attribute: 'frequency' },
  { attribute: 'part-of' },
  { attribute: 'purpose', expected: true, listed: true },
]

const byKind: Partial<Record<Entity['kind'], Shown[]>> = {
  alliance: tie,
  treaty,
  partnership: tie,
  coalition: tie,
  dialogue: tie,
  tie,
  program,
  exercise: event,
  operation: event,
  mission: event,
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
  const shown = byKind[entity.kind] ?? []
  const told = new Set(shown.flatMap(({ attribute }) => toldTogether[attribute] ?? attribute))
  const listed = new Set(shown.flatMap((item) => (item.listed ? item.attribute : [])))
  const blocks = shown.flatMap((item) => blockOf(item, groups, facts, inFull) ?? [])
  const silent = blocks.filter(({ attribute, lines }) => lines.length === 0 && !arguedAbout.has(attribute))
  return {
    blocks: [
      ...blocks.filter((block) => !silent.includes(block)).map(orNotStated),
      ...(silent.length > 0 ? [notStated(silent.map(({ label }) => label))] : []),
    ],
    // A bare yes or no, and a purpose in three words, leave out what the article said, so the sentences follow.
    rest: groups.filter(
      ({ attribute, type }) =>
        attribute !== 'classification' &&
        (type === 'yes-no' || !told.has(attribute) || (listed.has(attribute) && !inFull)),
    ),
  }
}

/** What people argue about keeps a place of its own even where nothing is stated. */
const arguedAbout = new Set<AttributeId>(['treaty', 'founded', 'participant'])

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
  { attribute, expected = false, listed = false }: Shown,
  groups: readonly FactGroup[],
  facts: Facts,
  inFull: boolean,
): (Block & { attribute: AttributeId }) | undefined {
  const together = (toldTogether[attribute] ?? [attribute]).flatMap(
    (id) => groups.find((group) => group.attribute === id) ?? [],
  )
  const lines = together.flatMap((group) =>
    listed && inFull
      ? group.facts.map((fact) => ({ text: fact.statement, facts: [fact] }))
      : valueLines(group, facts, listed).map((line, index) =>
          index === 0 && together.length > 1
            ? { ...line, text: `${besideOthers[group.attribute] ?? ''}${line.text}` }
            : line,
        ),
  )
  if (lines.length === 0 && !expected) return undefined
  const disputed = together.some((group) => group.attribute !== attribute && group.disputed)
  return {
    attribute,
    label: facts.attributeLabel(attribute) + (disputed ? ' · the counts differ over time' : ''),
    lines,
    sentences: listed,
  }
}

/** One line a value, with every fact that gives it; counts, and values that differ, show when they were so. */
function valueLines(
  { attribute, facts: told, disputed, type }: FactGroup,
  facts: Facts,
  listed: boolean,
): Line[] {
  const byValue = Map.groupBy(told, ({ value }) => formatValue(value, facts.entity))
  const dated = disputed || type === 'number'
  return [...byValue].map(([text, same]) => ({
    text: dated ? `**${text}**\n-# ${datesOf(same)}` : text,
    facts: same,
    ...(!dated && !listed && { runsWith: attribute }),
  }))
}

function datesOf(told: readonly Fact[]): string {
  return [...new Set(told.map(({ asOf }) => formatSource(asOf)))].join('; ')
}
