// Entity and facts → card: an overview with the answer first, then pages with everything else that is known.
import { EmbedBuilder } from '@discordjs/builders'
import type { Entity, Fact } from '../data/shapes.ts'
import type { FactGroup, Facts } from '../data/store.ts'
import { lengthOfBlocks, paginate, splitBlock, writeLines, type Block } from './blocks.ts'
import type { Card } from './card.ts'
import { kindLine, summary } from './kind-of-tie.ts'
import { limits } from './limits.ts'
import { overviewOf } from './overview.ts'
import { pageRow } from './pages.ts'
import { numberSources, type Sources } from './sources.ts'
import { formatAsOf, nameWithFlag } from './text.ts'

const colors: Partial<Record<Entity['kind'], number>> = {
  alliance: 0x3b82c4,
  treaty: 0x3b82c4,
  partnership: 0x2f9e7a,
  exercise: 0xc77d2e,
}
const otherColor = 0x7a7f8c

/** How many lines of one block an overview holds; the others stand on the pages after it. */
const overviewLines = 4
const overviewMembers = 15

/** What is left over is shown on the overview too if it is no more than this. */
const fewLeft = { length: 900, lines: 6 }

const fiveYearsMs = 5 * 365.25 * 24 * 60 * 60 * 1000

export interface EntityCardOptions {
  facts: Facts
  now: Date
  /** 0 is the overview; a number past the last page shows the last. */
  page: number
  /** The custom id of the button that turns to a page. */
  pageId: (page: number) => string
}

export function entityCard(entity: Entity, { facts, now, page, pageId }: EntityCardOptions): Card {
  const groups = facts.about(entity.id)
  const told = groups.flatMap((group) => group.facts)
  // "In or after 2019" may be last week: only a fact whose latest date is known can be called old.
  const isOld = ({ asOf, countsFrom }: Fact) =>
    asOf.last !== null && now.getTime() - Date.parse(countsFrom) > fiveYearsMs
  const allOld = told.length > 0 && told.every(isOld)
  const sources = numberSources(facts.article, (fact) => !allOld && isOld(fact))

  const { overview, details } = pagesOf(entity, groups, facts)
  const count = details.length + 1
  const number = Number.isInteger(page) ? Math.min(Math.max(0, page), count - 1) : 0
  const embed = new EmbedBuilder().setTitle(nameWithFlag(entity)).setColor(colors[entity.kind] ?? otherColor)
  if (number === 0) {
    embed.setDescription(kindLine(entity, groups, facts, sources)).addFields(overview.map(fieldOf))
  } else {
    embed.setDescription((details[number - 1] ?? []).map(sectionOf).join('\n\n'))
  }
  embed.addFields(sourceFields(sources)).setFooter({ text: footer(told, { number, count, allOld }) })
  return {
    content: summary(entity, groups, facts),
    embeds: [embed.toJSON()],
    rows: pageRow(number, count, pageId),
  }

  function fieldOf(block: Block) {
    return { name: block.label, value: writeLines(block, sources), inline: block.inline }
  }

  function sectionOf(block: Block): string {
    return `**${block.label}**\n${writeLines(block, sources)}`
  }
}

function pagesOf(
  entity: Entity,
  groups: FactGroup[],
  facts: Facts,
): { overview: Block[]; details: Block[][] } {
  const { blocks, rest } = overviewOf(entity, groups, facts)
  const split = blocks.map((block) =>
    splitBlock(block, { length: limits.fieldValue, lines: block.inline ? overviewMembers : overviewLines }),
  )
  const overview = split.map(([fitting]) => fitting)
  const left = [
    ...split.map(([, overflow]) => overflow).filter(({ lines }) => lines.length > 0),
    ...rest.map(({ label, facts: told }) => ({
      label,
      inline: false,
      lines: told.map((fact) => ({ text: fact.statement, facts: [fact] })),
    })),
  ]
  const { length, lines } = lengthOfBlocks(left)
  const fits = length <= fewLeft.length && lines <= fewLeft.lines
  return fits ? { overview: [...overview, ...left], details: [] } : { overview, details: paginate(left) }
}

/** The sources as one field, or as several where they are longer than a field may be. */
function sourceFields(sources: Sources): { name: string; value: string }[] {
  const fields: string[] = []
  for (const line of sources.lines()) {
    const last = fields.pop()
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last === undefined || joined.length <= limits.fieldValue) fields.push(joined)
    else fields.push(last, line)
  }
  return fields.map((value, index) => ({ name: index === 0 ? 'Sources' : 'Sources, continued', value }))
}

function footer(told: Fact[], page: { number: number; count: number; allOld: boolean }): string {
  const parts = [told.length === 0 ? 'No article says anything of it by itself' : ages(told)]
  if (page.allOld) parts.push('all of it over five years old')
  if (page.count > 1) parts.push(`page ${page.number + 1} of ${page.count}`)
  return parts.join(' · ')
}

/** "12 facts, as of Aug 5, 2020", "12 facts, oldest: Aug 5, 2020, newest: in or after 2024 (inferred)". */
function ages(told: Fact[]): string {
  const sorted = told.toSorted((a, b) => a.countsFrom.localeCompare(b.countsFrom))
  const dates = [
    ...new Set([sorted[0], sorted.at(-1)].flatMap((fact) => (fact ? formatAsOf(fact.asOf) : []))),
  ]
  const count = `${told.length} ${told.length === 1 ? 'fact' : 'facts'}`
  return dates.length === 1
    ? `${count}, as of ${dates.join('')}`
    : `${count}, oldest: ${dates[0] ?? ''}, newest: ${dates[1] ?? ''}`
}
