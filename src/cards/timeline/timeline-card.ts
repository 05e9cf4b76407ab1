// The timeline of an entity, or of all: what happened when, each line with its source, page by page.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { neutralColor } from '../shared/colors.ts'
import { packCustomId, encodeDate } from '../../core/custom-id.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { paginate, writeLines, type TextLine } from '../shared/text-blocks.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'
import { asOfNotice } from '../shared/as-of-notice.ts'
import { entitySelectMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { relatedEntities, allFactsFor } from '../shared/related-entities.ts'
import { isOutdatedAt, createFootnotes, footnoteFields } from '../shared/source-footnotes.ts'
import { capitalize, formatAsOf, formatDate, formatList, nameWithFlag } from '../shared/format.ts'
import { timelineChart } from './timeline-chart.ts'
import { buildTimeline, inRange, type TimelineEvent, type Range } from './timeline-events.ts'

interface TimelineOptions extends Range {
  facts: FactSnapshot
  now: Date
  /** 0 is the first; a number past the last page shows the last. */
  page: number
}

const everything: Range = { from: '', to: '' }

/** Without an entity, the timeline of all. */
export function timelineCard(
  entity: Entity | undefined,
  { facts, now, page, from, to }: TimelineOptions,
): Card {
  const all = buildTimeline(entity, facts)
  const shown = inRange(all, { from, to })
  const pages = paginate([{ label: '', lines: shown.map(lineOf), isBulleted: false }])
  const number = clampPage(page, pages.length)
  const blocks = pages[number] ?? []
  const sources = createFootnotes(facts.getArticle, isOutdatedAt(now))
  const viewOf = (turned: number, day = facts.asOfDate, range: Range = { from, to }) =>
    ['timeline', turned, encodeDate(day), range.from, range.to, entity?.id ?? ''] as const
  const toldBy = (some: FactSnapshot) =>
    inRange(buildTimeline(entity, some), { from, to }).map(({ fact }) => fact)
  const back = asOfNotice(toldBy, { facts, now }, (day) => viewOf(0, day))

  const embed = new EmbedBuilder()
    .setTitle(entity ? `Timeline: ${nameWithFlag(entity)}` : 'Timeline')
    .setColor(neutralColor)
    .setDescription(
      [...back.lines, ...blocks.map((block) => writeLines(block, sources))].join('\n\n') || null,
    )
    .addFields(footnoteFields(sources))
  const notes = [...pageLabel(number, pages.length), ...back.leftOut]
  if (notes.length > 0) embed.setFooter({ text: notes.join(' · ') })
  const answer = sentence(entity, { all, shown, from, to, facts })
  const near = [
    ...(entity ? [entity] : []),
    ...(blocks.length > 0 ? sources.facts() : all.map(({ fact }) => fact)).flatMap(
      (fact) => facts.getEntity(fact.entity) ?? [],
    ),
    ...(entity ? relatedEntities(entity, facts.factsAbout(entity.id), facts, sources.facts()) : []),
  ]
  return {
    content: back.lead + (back.lead ? answer.charAt(0).toLowerCase() + answer.slice(1) : answer),
    embeds: shown.length > 0 ? [embed.toJSON()] : [],
    components: [
      ...paginationRow(number, pages.length, (turned) => packCustomId(...viewOf(turned))),
      ...(shown.length < 1 && all.length > 0
        ? buttonRow(
            button(
              ButtonStyle.Secondary,
              'All dates',
              packCustomId(...viewOf(0, facts.asOfDate, everything)),
            ),
          )
        : []),
      ...back.rows,
      ...entitySelectMenu(
        relatedPlaceholder,
        [...new Set(near)],
        facts,
        packCustomId('entity', encodeDate(facts.asOfDate)),
      ),
    ],
    viewState: viewOf(number),
    facts: sources.facts(),
    image:
      number === 0
        ? timelineChart(entity ? `Timeline: ${entity.name}` : 'Timeline', shown, facts)
        : undefined,
  }
}

function lineOf({ label, text, fact }: TimelineEvent): TextLine {
  return { text: `**${label}** · ${text}`, facts: [fact] }
}

interface TimelineSummary extends Range {
  facts: FactSnapshot
  all: readonly TimelineEvent[]
  shown: readonly TimelineEvent[]
}

/** What there is in one line; where there is nothing, why not and what to do. */
function sentence(entity: Entity | undefined, { all, shown, from, to, facts }: TimelineSummary): string {
  const range = rangePhrase({ from, to })
  const ofParts = entity && shown.some(({ fact }) => !namesOf(fact).includes(entity.id))
  const about = entity ? ` about **${entity.name}**${ofParts ? ' and what it takes part in' : ''}` : ''
  if (shown.length > 0) {
    const years = shown.flatMap(({ label, date }) => (date.startsWith('--') ? [] : [label]))
    const ends = [...new Set([years[0], years.at(-1)])].join(' – ')
    return `${capitalize(countOf(shown))}${about}${range}${ends && `: ${ends}`}.`
  }
  if (all.length > 0) {
    return `No article dates anything${about}${range}; there ${all.length === 1 ? 'is' : 'are'} ${countOf(all)} in all.`
  }
  const dates = [...new Set((entity ? allFactsFor(entity, facts) : []).map(({ asOf }) => formatAsOf(asOf)))]
  const articles = dates.length > 0 ? ` The articles that speak of it are dated ${formatList(dates)}.` : ''
  return `No article ${facts.asOfDate ? 'had said' : 'says'} when anything${about} happened.${articles}`
}

function countOf({ length }: readonly TimelineEvent[]): string {
  return length === 1 ? 'one dated fact' : `${length} dated facts`
}

function namesOf({ entity, value, mentions }: Fact): string[] {
  return [entity, ...mentions, ...(value.type === 'entity' ? [value.entity] : [])]
}

function rangePhrase({ from, to }: Range): string {
  if (from !== '' && from === to) return ` in ${formatDate(from)}`
  if (to === '') return from && ` from ${formatDate(from)} on`
  return from ? ` from ${formatDate(from)} to ${formatDate(to)}` : ` up to ${formatDate(to)}`
}
