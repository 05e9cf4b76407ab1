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
  /** The sentences stand on the card rather than the values. */
  sentences?: boolean
}

const tie: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'treaty', expected: true },
  { attribute: 'founded', expected: true },
  { attribute: 'announced' },
  { attribute: 'signed' },
  { attribute: 'renewed' },
  { attribute: 'began' },
  { attribute: 'region', expected: true },
  { attribute: 'member', expected: true },
  { attribute: 'purpose', expected: true, sentences: true },
  { attribute: 'obligation', expected: true, sentences: true },
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
  { attribute: 'purpose', expected: true, sentences: true },
  { attribute: 'activity', sentences: true },
]

const event: Shown[] = [
  { attribute: 'full-name' },
  { attribute: 'led-by', expected: true },
  { attribute: 'region', expected: true },
  { attribute: 'domain', expected: true },
  { attribute: 'held', expected: true },
  { attribute: 'began' },
  { attribute: 'frequency' },
  { attribute: 'part-of' },
  { attribute: 'participant', expected: true },
  { attribute: 'purpose', expected: true, sentences: true },
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

/** Attributes told in the same place as another. */
const toldWith: Partial<Record<AttributeId, AttributeId[]>> = {
  member: ['other-members', 'member-count', 'partner-count'],
  participant: ['participants'],
}

export interface Overview {
  blocks: Block[]
  /** The groups that it shows nothing of. */
  rest: FactGroup[]
}

/** The overview of an entity; kinds that have none get no blocks. */
export function overviewOf(entity: Entity, groups: readonly FactGroup[], facts: Facts): Overview {
  const shown = byKind[entity.kind] ?? []
  const told = new Set(shown.flatMap(({ attribute }) => [attribute, ...(toldWith[attribute] ?? [])]))
  const blocks = shown.flatMap((item) => blockOf(item, groups, facts) ?? [])
  const silent = blocks.filter(({ attribute, lines }) => lines.length === 0 && !arguedAbout.has(attribute))
  return {
    blocks: [
      ...blocks.filter((block) => !silent.includes(block)).map(orNotStated),
      ...(silent.length > 0 ? [notStated(silent.map(({ label }) => label))] : []),
    ],
    // A bare yes or no leaves out what the article said, so its sentence is told as well.
    rest: groups.filter(
      ({ attribute, type }) => attribute !== 'classification' && (type === 'yes-no' || !told.has(attribute)),
    ),
  }
}

/** What people argue about keeps a place of its own even where nothing is stated. */
const arguedAbout = new Set<AttributeId>(['treaty', 'founded', 'participant'])

function orNotStated(block: Block): Block {
  return block.lines.length > 0
    ? block
    : { ...block, lines: [{ text: 'not stated', facts: [] }], inline: true }
}

/** All that no article states, in one line. */
export function notStated(labels: readonly string[]): Block {
  const text = labels.map((label) => label.toLowerCase()).join(', ')
  return { label: 'Not stated', lines: [{ text, facts: [] }], inline: false, sentences: false }
}

function blockOf(
  { attribute, expected = false, sentences = false }: Shown,
  groups: readonly FactGroup[],
  facts: Facts,
): (Block & { attribute: AttributeId }) | undefined {
  const beside = toldWith[attribute] ?? []
  const group = groups.filter((candidate) => candidate.attribute === attribute)
  const lines = sentences
    ? group.flatMap(({ facts: told }) => told.map((fact) => ({ text: fact.statement, facts: [fact] })))
    : [...groups.filter((candidate) => beside.includes(candidate.attribute)), ...group].flatMap((told) =>
        valueLines(told, facts),
      )
  if (lines.length === 0 && !expected) return undefined
  const disputed = groups.some((told) => beside.includes(told.attribute) && told.disputed)
  return {
    attribute,
    label: facts.attributeLabel(attribute) + (disputed ? ' · the counts differ over time' : ''),
    lines,
    // Beside each other only what is short: a date, a place, a name or two.
    sentences,
    inline: !sentences && lines.length <= 3 && lines.every(({ text }) => text.length <= 40),
  }
}

/** One line a value, with every fact that gives it; counts, and values that differ, show when they were so. */
function valueLines({ facts: told, disputed, type }: FactGroup, facts: Facts): Line[] {
  const byValue = Map.groupBy(told, ({ value }) => formatValue(value, facts.entity))
  const dated = disputed || type === 'number'
  return [...byValue].map(([text, same]) => ({
    text: dated ? `**${text}**\n-# ${datesOf(same)}` : text,
    facts: same,
  }))
}

function datesOf(told: readonly Fact[]): string {
  return [...new Set(told.map(({ asOf }) => formatSource(asOf)))].join('; ')
}
