// The card of an entity: an overview with the answer first, then pages with all other facts.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId, encodeDate } from '../../core/custom-id.ts'
import { colorForKind, neutralColor } from '../shared/colors.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import {
  formatLines,
  measureBlocks,
  paginate,
  splitBlock,
  statementBlock,
  type TextBlock,
} from '../shared/text-blocks.ts'
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
import { distinctDates, nameWithFlag, pluralize } from '../shared/format.ts'

/** How many sentences or names of one block the overview has; the others are on the next pages. */
const maxOverviewSentences = 4
const maxOverviewNames = 15

/** The rest is on the overview too if it is no more than this. */
const maxRestOnOverview = { length: 900, lines: 6 }

export interface EntityCardOptions {
  facts: FactSnapshot
  now: Date
  /** 0 is the overview; a number past the last page shows the last. */
  page: number
}

export function entityCard(entity: Entity, { facts, now, page }: EntityCardOptions): Card {
  const groups = facts.factsAbout(entity.id)
  const fromOthers = factsFromOthers(entity, facts)
  const allFacts = allFactsFor(entity, facts)
  const selectFacts = (snapshot: FactSnapshot) => allFactsFor(entity, snapshot)
  const notice = asOfNotice(selectFacts, { facts, now }, (day) => ['entity', encodeDate(day), entity.id])
  const viewArgs = [encodeDate(facts.asOfDate), entity.id] as const
  if (allFacts.length === 0 && facts.asOfDate) {
    return emptyAsOfCard(
      { title: nameWithFlag(entity), names: `**${entity.name}**`, viewState: ['entity', ...viewArgs] },
      notice,
    )
  }
  const isOutdated = isOutdatedAt(now)
  const allOutdated = allFacts.length > 0 && allFacts.every(isOutdated)
  const footnotes = createFootnotes(facts.getArticle, (fact) => !allOutdated && isOutdated(fact))

  const pages = buildPages(entity, groups, fromOthers, facts)
  const count = pages.length
  const number = clampPage(page, count)
  const isDisputed = groups.some(({ attribute, disputed }) => attribute === 'classification' && disputed)
  const blocks = pages[number] ?? []
  const map = number === 0 ? entityMap(entity, facts, now) : undefined
  const classification = number === 0 ? [classificationLine(entity, groups, facts, footnotes)] : []
  const oneLiners = blocks
    .filter(isOneLiner)
    .map((block) => `**${block.label}:** ${formatLines(block, footnotes)}`)
  const paragraphs = [...notice.lines, [...classification, ...oneLiners].join('\n')].filter(Boolean)
  const embed = new EmbedBuilder()
    .setTitle(nameWithFlag(entity))
    .setColor(isDisputed ? neutralColor : colorForKind(entity.kind))
    .setDescription(paragraphs.join('\n\n') || null)
    .addFields(blocks.filter((block) => !isOneLiner(block)).flatMap((block) => fieldsOf(block)))
    .addFields(footnoteFields(footnotes))
    .setFooter({ text: footer(allFacts, { number, count, allOutdated }, notice.leftOut) })
  return {
    content: notice.lead + summary(entity, groups, facts),
    viewState: ['entity', ...viewArgs, number],
    facts: [...new Set([...footnotes.facts(), ...(map?.facts ?? [])])],
    image: map?.image,
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, count, (to) => packCustomId('entity', ...viewArgs, to)),
      ...notice.components,
      ...entitySelectMenu(
        relatedPlaceholder,
        relatedEntities(entity, groups, facts, footnotes.facts()),
        packCustomId('entity', encodeDate(facts.asOfDate)),
      ),
    ],
  }

  /** A block as one embed field, or several if it exceeds a field's length. */
  function fieldsOf(block: TextBlock, name = block.label): { name: string; value: string }[] {
    const [fitting, more] = splitBlock(block, { length: limits.fieldValue, lines: Infinity })
    const field = { name, value: formatLines(fitting, footnotes) }
    return more.lines.length > 0 ? [field, ...fieldsOf(more, `${block.label}, continued`)] : [field]
  }
}

/** Whether a block fits next to its label in one line. */
function isOneLiner({ lines, isBulleted }: TextBlock): boolean {
  const [first] = lines
  const isOneLine =
    lines.length === 1 || lines.every(({ inlineGroup }) => inlineGroup && inlineGroup === first?.inlineGroup)
  return !isBulleted && isOneLine && !first?.text.includes('\n')
}

function buildPages(
  entity: Entity,
  groups: AttributeFacts[],
  fromOthers: FactSection[],
  facts: FactSnapshot,
): TextBlock[][] {
  const inFull = buildOverview(entity, groups, facts, true)
  const rest = [...inFull.rest, ...fromOthers]
    .map((section) =>
      statementBlock(
        section.label,
        section.facts.filter((fact) => !inFull.inverse.includes(fact)),
      ),
    )
    .filter((block) => block.lines.length > 0)
  const { length, lines } = measureBlocks(rest)
  const fits = inFull.blocks.every((block) => splitForOverview(block)[1].lines.length === 0)
  if (
    inFull.blocks.length > 0 &&
    fits &&
    length <= maxRestOnOverview.length &&
    lines <= maxRestOnOverview.lines
  ) {
    return [[...inFull.blocks, ...rest]]
  }
  const short = buildOverview(entity, groups, facts, false)
  const split = short.blocks.map(splitForOverview)
  const overview = split.map(([fitting, { lines: more }]) =>
    fitting.isBulleted && more.length > 0 ? withRestCount(fitting, more.length) : fitting,
  )
  // Lists follow as sentences anyway.
  const overflow = split.flatMap(([, more]) => (more.lines.length > 0 && !more.isBulleted ? more : []))
  const pages = paginate([
    ...overflow,
    ...[...short.rest, ...fromOthers].map((section) => statementBlock(section.label, section.facts)),
  ])
  const [first, ...others] = pages
  // An overview without facts shares the page with the first facts.
  const isEmpty = overview.every((block) => block.lines.every(({ facts: own }) => own.length === 0))
  return isEmpty && first ? [[...overview, ...first], ...others] : [overview, ...pages]
}

function splitForOverview(block: TextBlock): [fitting: TextBlock, more: TextBlock] {
  return splitBlock(block, {
    length: limits.fieldValue,
    lines: block.isBulleted ? maxOverviewSentences : maxOverviewNames,
  })
}

function withRestCount(block: TextBlock, count: number): TextBlock {
  return { ...block, lines: [...block.lines, { text: `-# and ${count} more on the next pages`, facts: [] }] }
}

function footer(
  facts: readonly Fact[],
  page: { number: number; count: number; allOutdated: boolean },
  leftOut: readonly string[],
): string {
  const { number, count, allOutdated } = page
  return [
    ...pageLabel(number, count),
    dateRange(facts),
    ...(allOutdated ? ['all over five years old'] : []),
    ...leftOut,
  ].join(' · ')
}

/** "12 facts dated Aug 5, 2020", "12 facts, oldest: Aug 5, 2020, newest: in or after 2024 (inferred)". */
function dateRange(facts: readonly Fact[]): string {
  const sorted = facts.toSorted((a, b) => a.visibleFrom.localeCompare(b.visibleFrom))
  const dates = distinctDates([sorted[0], sorted.at(-1)].flatMap((fact) => fact ?? []))
  const count = pluralize(facts.length, 'fact')
  return dates.length === 1
    ? `${count} dated ${dates.join('')}`
    : `${count}, oldest: ${dates[0] ?? ''}, newest: ${dates[1] ?? ''}`
}
