// The timeline of one entity or of all: what happened when, each line with its source.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { neutralColor } from '../shared/colors.ts'
import { packCustomId, encodeDate } from '../../core/custom-id.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { paginate, formatLines, type TextLine } from '../shared/text-blocks.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'
import { asOfNotice } from '../shared/as-of-notice.ts'
import { entitySelectMenu, relatedPlaceholder } from '../shared/entity-menu.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { relatedEntities, allFactsFor } from '../shared/related-entities.ts'
import { isOutdatedAt, createFootnotes, footnoteFields } from '../shared/source-footnotes.ts'
import { capitalize, distinctDates, formatDate, formatList, nameWithFlag } from '../shared/format.ts'
import { timelineChart } from './timeline-chart.ts'
import { buildTimeline, inRange, type TimelineEvent, type Range } from './timeline-events.ts'

interface TimelineOptions extends Range {
  facts: FactSnapshot
  now: Date
  /** From 0; a number past the last page shows the last. */
  page: number
}

const unlimited: Range = { from: '', to: '' }

/** Without an entity, the timeline of all entities. */
export function timelineCard(
  entity: Entity | undefined,
  { facts, now, page, from, to }: TimelineOptions,
): Card {
  const all = buildTimeline(entity, facts)
  const events = inRange(all, { from, to })
  const pages = paginate([{ label: '', lines: events.map(lineOf), isBulleted: false }])
  const number = clampPage(page, pages.length)
  const blocks = pages[number] ?? []
  const footnotes = createFootnotes(facts.getArticle, isOutdatedAt(now))
  const viewStateOf = (targetPage: number, day = facts.asOfDate, range: Range = { from, to }) =>
    ['timeline', targetPage, encodeDate(day), range.from, range.to, entity?.id ?? ''] as const
  const selectFacts = (snapshot: FactSnapshot) =>
    inRange(buildTimeline(entity, snapshot), { from, to }).map(({ fact }) => fact)
  const notice = asOfNotice(selectFacts, { facts, now }, (day) => viewStateOf(0, day))

  const embed = new EmbedBuilder()
    .setTitle(entity ? `Timeline: ${nameWithFlag(entity)}` : 'Timeline')
    .setColor(neutralColor)
    .setDescription(
      [...notice.lines, ...blocks.map((block) => formatLines(block, footnotes))].join('\n\n') || null,
    )
    .addFields(footnoteFields(footnotes))
  const notes = [...pageLabel(number, pages.length), ...notice.leftOut]
  if (notes.length > 0) embed.setFooter({ text: notes.join(' · ') })
  const answer = summary(entity, { all, events, from, to, facts })
  const related = [
    ...(entity ? [entity] : []),
    ...(blocks.length > 0 ? footnotes.facts() : all.map(({ fact }) => fact)).flatMap(
      (fact) => facts.getEntity(fact.entity) ?? [],
    ),
    ...(entity ? relatedEntities(entity, facts.factsAbout(entity.id), facts, footnotes.facts()) : []),
  ]
  return {
    content: notice.lead + (notice.lead ? answer.charAt(0).toLowerCase() + answer.slice(1) : answer),
    embeds: events.length > 0 ? [embed.toJSON()] : [],
    components: [
      ...paginationRow(number, pages.length, (targetPage) => packCustomId(...viewStateOf(targetPage))),
      ...(events.length < 1 && all.length > 0
        ? buttonRow(
            button(
              ButtonStyle.Secondary,
              'All dates',
              packCustomId(...viewStateOf(0, facts.asOfDate, unlimited)),
            ),
          )
        : []),
      ...notice.components,
      ...entitySelectMenu(
        relatedPlaceholder,
        [...new Set(related)],
        packCustomId('entity', encodeDate(facts.asOfDate)),
      ),
    ],
    viewState: viewStateOf(number),
    facts: footnotes.facts(),
    image:
      number === 0
        ? timelineChart(entity ? `Timeline: ${entity.name}` : 'Timeline', events, facts)
        : undefined,
  }
}

function lineOf({ label, text, fact }: TimelineEvent): TextLine {
  return { text: `**${label}** · ${text}`, facts: [fact] }
}

interface TimelineSummary extends Range {
  facts: FactSnapshot
  all: readonly TimelineEvent[]
  events: readonly TimelineEvent[]
}

/** The answer in one line; if there is nothing, why not. */
function summary(entity: Entity | undefined, { all, events, from, to, facts }: TimelineSummary): string {
  const range = rangePhrase({ from, to })
  const includesMemberships = entity && events.some(({ fact }) => !entitiesOf(fact).includes(entity.id))
  const about = entity
    ? ` about **${entity.name}**${includesMemberships ? ' and what it takes part in' : ''}`
    : ''
  if (events.length > 0) {
    const labels = events.flatMap(({ label, date }) => (date.startsWith('--') ? [] : [label]))
    const ends = [...new Set([labels[0], labels.at(-1)])].join(' – ')
    return `${capitalize(countOf(events))}${about}${range}${ends && `: ${ends}`}.`
  }
  if (all.length > 0) {
    return `No article dates anything${about}${range}; there ${all.length === 1 ? 'is' : 'are'} ${countOf(all)} in all.`
  }
  const dates = distinctDates(entity ? allFactsFor(entity, facts) : [])
  const articles = dates.length > 0 ? ` The articles that speak of it are dated ${formatList(dates)}.` : ''
  return `No article ${facts.asOfDate ? 'had said' : 'says'} when anything${about} happened.${articles}`
}

function countOf({ length }: readonly TimelineEvent[]): string {
  return length === 1 ? 'one dated fact' : `${length} dated facts`
}

function entitiesOf({ entity, value, mentions }: Fact): string[] {
  return [entity, ...mentions, ...(value.type === 'entity' ? [value.entity] : [])]
}

function rangePhrase({ from, to }: Range): string {
  if (from !== '' && from === to) return ` in ${formatDate(from)}`
  if (to === '') return from && ` from ${formatDate(from)} on`
  return from ? ` from ${formatDate(from)} to ${formatDate(to)}` : ` up to ${formatDate(to)}`
}
