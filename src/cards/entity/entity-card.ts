// Entity and facts → card: an overview with the answer first, then pages with everything else that is known.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId, encodeDate } from '../../core/custom-id.ts'
import { colorForKind, neutralColor } from '../shared/colors.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts, FactSnapshot } from '../../data/query/fact-store.ts'
import { lengthOfBlocks, paginate, splitBlock, writeLines, type TextBlock } from '../shared/text-blocks.ts'
import type { Card } from '../../core/card.ts'
import { entityMap } from './entity-map.ts'
import { classificationLine, summary } from './classification.ts'
import { limits } from '../shared/discord-limits.ts'
import { asOfNotice, emptyAsOfCard } from '../shared/as-of-notice.ts'
import { entitySelectMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { buildOverview } from './overview.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import {
  relatedEntities,
  factsFromOthers,
  allFactsFor,
  type FactSection,
} from '../shared/related-entities.ts'
import { isOutdatedAt, createFootnotes, footnoteFields } from '../shared/source-footnotes.ts'
import { formatAsOf, nameWithFlag } from '../shared/format.ts'

/** How many lines of one block an overview holds; the others stand on the pages after it. */
const overviewList = 4
const overviewNames = 15

/** What is left over is shown on the overview too if it is no more than this. */
const fewLeft = { length: 900, lines: 6 }

export interface EntityCardOptions {
  facts: FactSnapshot
  now: Date
  /** 0 is the overview; a number past the last page shows the last. */
  page: number
}

export function entityCard(entity: Entity, { facts, now, page }: EntityCardOptions): Card {
  const groups = facts.factsAbout(entity.id)
  const named = factsFromOthers(entity, facts)
  const told = allFactsFor(entity, facts)
  const toldBy = (some: FactSnapshot) => allFactsFor(entity, some)
  const back = asOfNotice(toldBy, { facts, now }, (day) => ['entity', encodeDate(day), entity.id])
  const viewParts = [encodeDate(facts.asOfDate), entity.id] as const
  if (told.length === 0 && facts.asOfDate) {
    return emptyAsOfCard(
      { title: nameWithFlag(entity), names: `**${entity.name}**`, view: ['entity', ...viewParts] },
      back,
    )
  }
  const isOld = isOutdatedAt(now)
  const allOld = told.length > 0 && told.every(isOld)
  const sources = createFootnotes(facts.getArticle, (fact) => !allOld && isOld(fact))

  const pages = pagesOf(entity, groups, named, facts)
  const count = pages.length
  const number = clampPage(page, count)
  const isDisputed = groups.some(({ attribute, disputed }) => attribute === 'classification' && disputed)
  const blocks = pages[number] ?? []
  const map = number === 0 ? entityMap(entity, facts, now) : undefined
  const kind = number === 0 ? [classificationLine(entity, groups, facts, sources)] : []
  const short = blocks.filter(isShort).map((block) => `**${block.label}:** ${writeLines(block, sources)}`)
  const paragraphs = [...back.lines, [...kind, ...short].join('\n')].filter(Boolean)
  const embed = new EmbedBuilder()
    .setTitle(nameWithFlag(entity))
    .setColor(isDisputed ? neutralColor : colorForKind(entity.kind))
    .setDescription(paragraphs.join('\n\n') || null)
    .addFields(blocks.filter((block) => !isShort(block)).flatMap((block) => fieldsOf(block)))
    .addFields(footnoteFields(sources))
    .setFooter({ text: footer(told, { number, count, allOld }, back.leftOut) })
  return {
    content: back.lead + summary(entity, groups, facts),
    viewState: ['entity', ...viewParts, number],
    facts: [...new Set([...sources.facts(), ...(map?.facts ?? [])])],
    image: map?.picture,
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, count, (to) => packCustomId('entity', ...viewParts, to)),
      ...back.rows,
      ...entitySelectMenu(
        relatedPlaceholder,
        relatedEntities(entity, groups, facts, sources.facts()),
        facts,
        packCustomId('entity', encodeDate(facts.asOfDate)),
      ),
    ],
  }

  /** A block as one field, or as several where it is longer than a field may be. */
  function fieldsOf(block: TextBlock, name = block.label): { name: string; value: string }[] {
    const [fitting, more] = splitBlock(block, { length: limits.fieldValue, lines: Infinity })
    const field = { name, value: writeLines(fitting, sources) }
    return more.lines.length > 0 ? [field, ...fieldsOf(more, `${block.label}, continued`)] : [field]
  }
}

/** What takes one line stands beside its label, one after the other; on a phone as on a desktop. */
function isShort({ lines, isBulleted }: TextBlock): boolean {
  const [first] = lines
  const isOneLine =
    lines.length === 1 || lines.every(({ inlineGroup }) => inlineGroup && inlineGroup === first?.inlineGroup)
  return !isBulleted && isOneLine && !first?.text.includes('\n')
}

function pagesOf(
  entity: Entity,
  groups: AttributeFacts[],
  named: FactSection[],
  facts: FactSnapshot,
): TextBlock[][] {
  const told = ({ label, facts: own }: FactSection) => sentences(label, own)
  const inFull = buildOverview(entity, groups, facts, true)
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
  const { blocks, rest } = buildOverview(entity, groups, facts, false)
  const split = blocks.map(splitForOverview)
  const overview = split.map(([fitting, { lines: more }]) =>
    fitting.isBulleted && more.length > 0 ? withCount(fitting, more.length) : fitting,
  )
  // What is listed follows in sentences anyway.
  const overflow = split.flatMap(([, more]) => (more.lines.length > 0 && !more.isBulleted ? more : []))
  const pages = paginate([...overflow, ...[...rest, ...named].map(told)])
  const [first, ...others] = pages
  // An overview that tells nothing does not keep what is told waiting.
  const isBare = overview.every((block) => block.lines.every(({ facts: own }) => own.length === 0))
  return isBare && first ? [[...overview, ...first], ...others] : [overview, ...pages]
}

function splitForOverview(block: TextBlock): [fitting: TextBlock, more: TextBlock] {
  return splitBlock(block, {
    length: limits.fieldValue,
    lines: block.isBulleted ? overviewList : overviewNames,
  })
}

function withCount(block: TextBlock, count: number): TextBlock {
  return { ...block, lines: [...block.lines, { text: `-# and ${count} more on the next pages`, facts: [] }] }
}

function sentences(label: string, told: Fact[]): TextBlock {
  return {
    label,
    isBulleted: true,
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
    ...pageLabel(number, count),
    ages(told),
    ...(allOld ? ['all over five years old'] : []),
    ...leftOut,
  ].join(' · ')
}

/** "12 facts dated Aug 5, 2020", "12 facts, oldest: Aug 5, 2020, newest: in or after 2024 (inferred)". */
function ages(told: Fact[]): string {
  const sorted = told.toSorted((a, b) => a.visibleFrom.localeCompare(b.visibleFrom))
  const dates = [
    ...new Set([sorted[0], sorted.at(-1)].flatMap((fact) => (fact ? formatAsOf(fact.asOf) : []))),
  ]
  const count = `${told.length} ${told.length === 1 ? 'fact' : 'facts'}`
  return dates.length === 1
    ? `${count} dated ${dates.join('')}`
    : `${count}, oldest: ${dates[0] ?? ''}, newest: ${dates[1] ?? ''}`
}
