// Entity and facts → card: an overview with the answer first, then pages with everything else that is known.
import { EmbedBuilder } from 'discord.js'
import { packCustomId, packDay } from '../custom-id.ts'
import type { Entity, Fact } from '../data/shapes.ts'
import type { FactGroup, Facts } from '../data/store.ts'
import { lengthOfBlocks, paginate, splitBlock, writeLines, type Block } from './blocks.ts'
import type { Card } from './card.ts'
import { kindLine, summary } from './kind-of-tie.ts'
import { limits } from './limits.ts'
import { lookingBack, nothingYetCard } from './looking-back.ts'
import { entityMenu } from './name-menu.ts'
import { overviewOf } from './overview.ts'
import { pageRow } from './pages.ts'
import { neighbours, toldInPassing, toldOf, type Told } from './see-also.ts'
import { isOldAt, numberSources, sourceFields } from './sources.ts'
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

export interface EntityCardOptions {
  facts: Facts
  now: Date
  /** 0 is the overview; a number past the last page shows the last. */
  page: number
}

export function entityCard(entity: Entity, { facts, now, page }: EntityCardOptions): Card {
  const groups = facts.about(entity.id)
  const named = toldInPassing(entity, facts)
  const told = toldOf(entity, facts)
  const toldBy = (some: Facts) => toldOf(entity, some)
  const back = lookingBack(toldBy, { facts, now }, (day) => ['open', packDay(day), entity.id])
  const viewParts = [packDay(facts.day), entity.id] as const
  if (told.length === 0 && facts.day) {
    return nothingYetCard(
      { title: nameWithFlag(entity), names: `**${entity.name}**`, view: ['open', ...viewParts] },
      back,
    )
  }
  const isOld = isOldAt(now)
  const allOld = told.length > 0 && told.every(isOld)
  const sources = numberSources(facts.article, (fact) => !allOld && isOld(fact))

  const pages = pagesOf(entity, groups, named, facts)
  const count = pages.length
  const number = Number.isInteger(page) ? Math.min(Math.max(0, page), count - 1) : 0
  const isDisputed = groups.some(({ attribute, disputed }) => attribute === 'classification' && disputed)
  const { fields, sections } = pages[number] ?? { fields: [], sections: [] }
  const kind = number === 0 ? [kindLine(entity, groups, facts, sources)] : []
  const embed = new EmbedBuilder()
    .setTitle(nameWithFlag(entity))
    .setColor(isDisputed ? otherColor : (colors[entity.kind] ?? otherColor))
    .addFields(fields.map(fieldOf))
  embed.setDescription([...back.lines, ...kind, ...sections.map(sectionOf)].join('\n\n'))
  embed
    .addFields(sourceFields(sources))
    .setFooter({ text: footer(told, { number, count, allOld }, back.leftOut) })
  return {
    content: back.lead + summary(entity, groups, facts),
    view: ['open', ...viewParts, number],
    facts: sources.facts(),
    embeds: [embed.toJSON()],
    rows: [
      ...pageRow(number, count, (to) => packCustomId('open', ...viewParts, to)),
      ...back.rows,
      ...entityMenu(
        'See also: open a related card',
        neighbours(entity, groups, facts),
        facts,
        packCustomId('open', packDay(facts.day)),
      ),
    ],
  }

  function fieldOf(block: Block) {
    return { name: block.label, value: writeLines(block, sources), inline: block.inline }
  }

  function sectionOf(block: Block): string {
    return `**${block.label}**\n${writeLines(block, sources)}`
  }
}

/** Short blocks stand as fields, lists of sentences as sections of the description. */
interface Page {
  fields: Block[]
  sections: Block[]
}

function pagesOf(entity: Entity, groups: FactGroup[], named: Told[], facts: Facts): Page[] {
  const { blocks, rest } = overviewOf(entity, groups, facts)
  const split = blocks.map((block) =>
    splitBlock(block, {
      length: limits.fieldValue,
      lines: block.sentences ? overviewLines : overviewMembers,
    }),
  )
  const overview = split.map(([fitting]) => fitting)
  const left = [
    ...split.map(([, overflow]) => overflow).filter(({ lines }) => lines.length > 0),
    ...rest.map(({ label, facts: told }) => sentences(label, told)),
    ...named.map(({ label, facts: told }) => sentences(label, told)),
  ]
  const { length, lines } = lengthOfBlocks(left)
  if (overview.length > 0 && length <= fewLeft.length && lines <= fewLeft.lines) {
    return [{ fields: [...overview, ...left], sections: [] }]
  }
  const first = overview.length > 0 ? [{ fields: overview, sections: [] }] : []
  return [...first, ...paginate(left).map((sections) => ({ fields: [], sections }))]
}

function sentences(label: string, told: Fact[]): Block {
  return {
    label,
    inline: false,
    sentences: true,
    lines: told.map((fact) => ({ text: fact.statement, facts: [fact] })),
  }
}

function footer(
  told: Fact[],
  page: { number: number; count: number; allOld: boolean },
  leftOut: readonly string[],
): string {
  const { number, count, allOld } = page
  const parts = count > 1 ? [`Page ${number + 1} of ${count}`, ages(told)] : [ages(told)]
  return [...parts, ...(allOld ? ['all over five years old'] : []), ...leftOut].join(' · ')
}

/** "12 facts dated Aug 5, 2020", "12 facts, oldest: Aug 5, 2020, newest: in or after 2024 (inferred)". */
function ages(told: Fact[]): string {
  const sorted = told.toSorted((a, b) => a.countsFrom.localeCompare(b.countsFrom))
  const dates = [
    ...new Set([sorted[0], sorted.at(-1)].flatMap((fact) => (fact ? formatAsOf(fact.asOf) : []))),
  ]
  const count = `${told.length} ${told.length === 1 ? 'fact' : 'facts'}`
  return dates.length === 1
    ? `${count} dated ${dates.join('')}`
    : `${count}, oldest: ${dates[0] ?? ''}, newest: ${dates[1] ?? ''}`
}
