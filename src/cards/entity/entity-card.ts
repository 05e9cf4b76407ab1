// Entity and facts → card: an overview with the answer first, then pages with everything else that is known.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId, packDay } from '../../core/custom-id.ts'
import { accentOf, plainAccent } from '../shared/colors.ts'
import type { Entity, Fact } from '../../data/build/schema.ts'
import type { FactGroup, Facts } from '../../data/query/fact-store.ts'
import { lengthOfBlocks, paginate, splitBlock, writeLines, type Block } from '../shared/text-blocks.ts'
import type { Card } from '../../core/card.ts'
import { entityMap } from './entity-map.ts'
import { kindLine, summary } from './classification.ts'
import { limits } from '../shared/discord-limits.ts'
import { lookingBack, nothingThenCard } from '../shared/as-of-notice.ts'
import { entityMenu, seeAlso } from '../shared/entity-menu.ts'
import { overviewOf } from './overview.ts'
import { pageAt, pageNote, pageRow } from '../shared/pagination.ts'
import { neighbours, toldInPassing, toldOf, type Told } from '../shared/related-entities.ts'
import { isOldAt, numberSources, sourceFields } from '../shared/source-footnotes.ts'
import { formatAsOf, nameWithFlag } from '../shared/format.ts'

/** How many lines of one block an overview holds; the others stand on the pages after it. */
const overviewList = 4
const overviewNames = 15

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
    return nothingThenCard(
      { title: nameWithFlag(entity), names: `**${entity.name}**`, view: ['open', ...viewParts] },
      back,
    )
  }
  const isOld = isOldAt(now)
  const allOld = told.length > 0 && told.every(isOld)
  const sources = numberSources(facts.article, (fact) => !allOld && isOld(fact))

  const pages = pagesOf(entity, groups, named, facts)
  const count = pages.length
  const number = pageAt(page, count)
  const isDisputed = groups.some(({ attribute, disputed }) => attribute === 'classification' && disputed)
  const blocks = pages[number] ?? []
  const map = number === 0 ? entityMap(entity, facts, now) : undefined
  const kind = number === 0 ? [kindLine(entity, groups, facts, sources)] : []
  const short = blocks.filter(isShort).map((block) => `**${block.label}:** ${writeLines(block, sources)}`)
  const paragraphs = [...back.lines, [...kind, ...short].join('\n')].filter(Boolean)
  const embed = new EmbedBuilder()
    .setTitle(nameWithFlag(entity))
    .setColor(isDisputed ? plainAccent : accentOf(entity.kind))
    .setDescription(paragraphs.join('\n\n') || null)
    .addFields(blocks.filter((block) => !isShort(block)).flatMap((block) => fieldsOf(block)))
    .addFields(sourceFields(sources))
    .setFooter({ text: footer(told, { number, count, allOld }, back.leftOut) })
  return {
    content: back.lead + summary(entity, groups, facts),
    view: ['open', ...viewParts, number],
    facts: [...new Set([...sources.facts(), ...(map?.facts ?? [])])],
    picture: map?.picture,
    embeds: [embed.toJSON()],
    rows: [
      ...pageRow(number, count, (to) => packCustomId('open', ...viewParts, to)),
      ...back.rows,
      ...entityMenu(
        seeAlso,
        neighbours(entity, groups, facts, sources.facts()),
        facts,
        packCustomId('open', packDay(facts.day)),
      ),
    ],
  }

  /** A block as one field, or as several where it is longer than a field may be. */
  function fieldsOf(block: Block, name = block.label): { name: string; value: string }[] {
    const [fitting, more] = splitBlock(block, { length: limits.fieldValue, lines: Infinity })
    const field = { name, value: writeLines(fitting, sources) }
    return more.lines.length > 0 ? [field, ...fieldsOf(more, `${block.label}, continued`)] : [field]
  }
}

/** What takes one line stands beside its label, one after the other; on a phone as on a desktop. */
function isShort({ lines, sentences }: Block): boolean {
  const [first] = lines
  const isOneLine =
    lines.length === 1 || lines.every(({ runsWith }) => runsWith && runsWith === first?.runsWith)
  return !sentences && isOneLine && !first?.text.includes('\n')
}

function pagesOf(entity: Entity, groups: FactGroup[], named: Told[], facts: Facts): Block[][] {
  const told = ({ label, facts: own }: Told) => sentences(label, own)
  const inFull = overviewOf(entity, groups, facts, true)
  const little = [...inFull.rest, ...named]
    .map(({ label, facts: all }) =>
      told({ label, facts: all.filter((fact) => !inFull.turned.includes(fact)) }),
    )
    .filter((block) => block.lines.length > 0)
  const { length, lines } = lengthOfBlocks(little)
  const fits = inFull.blocks.every((block) => splitForOverview(block)[1].lines.length === 0)
  if (inFull.blocks.length > 0 && fits && length <= fewLeft.length && lines <= fewLeft.lines) {
    return [[...inFull.blocks, ...little]]
  }
  const { blocks, rest } = overviewOf(entity, groups, facts, false)
  const split = blocks.map(splitForOverview)
  const overview = split.map(([fitting, { lines: more }]) =>
    fitting.sentences && more.length > 0 ? withCount(fitting, more.length) : fitting,
  )
  // What is listed follows in sentences anyway.
  const overflow = split.flatMap(([, more]) => (more.lines.length > 0 && !more.sentences ? more : []))
  const pages = paginate([...overflow, ...[...rest, ...named].map(told)])
  const [first, ...others] = pages
  // An overview that tells nothing does not keep what is told waiting.
  const isBare = overview.every((block) => block.lines.every(({ facts: own }) => own.length === 0))
  return isBare && first ? [[...overview, ...first], ...others] : [overview, ...pages]
}

function splitForOverview(block: Block): [fitting: Block, more: Block] {
  return splitBlock(block, {
    length: limits.fieldValue,
    lines: block.sentences ? overviewList : overviewNames,
  })
}

function withCount(block: Block, count: number): Block {
  return { ...block, lines: [...block.lines, { text: `-# and ${count} more on the next pages`, facts: [] }] }
}

function sentences(label: string, told: Fact[]): Block {
  return {
    label,
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
  return [
    ...pageNote(number, count),
    ages(told),
    ...(allOld ? ['all over five years old'] : []),
    ...leftOut,
  ].join(' · ')
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
