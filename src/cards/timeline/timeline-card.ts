// The timeline of an entity, or of all: what happened when, each line with its source, page by page.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { plainAccent } from '../shared/colors.ts'
import { packCustomId, packDay } from '../../core/custom-id.ts'
import type { Entity, Fact } from '../../data/build/schema.ts'
import type { Facts } from '../../data/query/fact-store.ts'
import { paginate, writeLines, type Line } from '../shared/text-blocks.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card } from '../../core/card.ts'
import { lookingBack } from '../shared/as-of-notice.ts'
import { entityMenu, seeAlso } from '../shared/entity-menu.ts'
import { pageAt, pageNote, pageRow } from '../shared/pagination.ts'
import { neighbours, toldOf } from '../shared/related-entities.ts'
import { isOldAt, numberSources, sourceFields } from '../shared/source-footnotes.ts'
import { capitalize, formatAsOf, formatDate, list, nameWithFlag } from '../shared/format.ts'
import { timelineChart } from './timeline-chart.ts'
import { timelineOf, within, type Dated, type Range } from './timeline-events.ts'

interface TimelineOptions extends Range {
  facts: Facts
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
  const all = timelineOf(entity, facts)
  const shown = within(all, { from, to })
  const pages = paginate([{ label: '', lines: shown.map(lineOf), sentences: false }])
  const number = pageAt(page, pages.length)
  const blocks = pages[number] ?? []
  const sources = numberSources(facts.article, isOldAt(now))
  const viewOf = (turned: number, day = facts.day, range: Range = { from, to }) =>
    ['timeline', turned, packDay(day), range.from, range.to, entity?.id ?? ''] as const
  const toldBy = (some: Facts) => within(timelineOf(entity, some), { from, to }).map(({ fact }) => fact)
  const back = lookingBack(toldBy, { facts, now }, (day) => viewOf(0, day))

  const embed = new EmbedBuilder()
    .setTitle(entity ? `Timeline: ${nameWithFlag(entity)}` : 'Timeline')
    .setColor(plainAccent)
    .setDescription(
      [...back.lines, ...blocks.map((block) => writeLines(block, sources))].join('\n\n') || null,
    )
    .addFields(sourceFields(sources))
  const notes = [...pageNote(number, pages.length), ...back.leftOut]
  if (notes.length > 0) embed.setFooter({ text: notes.join(' · ') })
  const answer = sentence(entity, { all, shown, from, to, facts })
  const near = [
    ...(entity ? [entity] : []),
    ...(blocks.length > 0 ? sources.facts() : all.map(({ fact }) => fact)).flatMap(
      (fact) => facts.entity(fact.entity) ?? [],
    ),
    ...(entity ? neighbours(entity, facts.about(entity.id), facts, sources.facts()) : []),
  ]
  return {
    content: back.lead + (back.lead ? answer.charAt(0).toLowerCase() + answer.slice(1) : answer),
    embeds: shown.length > 0 ? [embed.toJSON()] : [],
    rows: [
      ...pageRow(number, pages.length, (turned) => packCustomId(...viewOf(turned))),
      ...(shown.length < 1 && all.length > 0
        ? buttonRow(
            button(ButtonStyle.Secondary, 'All dates', packCustomId(...viewOf(0, facts.day, everything))),
          )
        : []),
      ...back.rows,
      ...entityMenu(seeAlso, [...new Set(near)], facts, packCustomId('open', packDay(facts.day))),
    ],
    view: viewOf(number),
    facts: sources.facts(),
    picture:
      number === 0
        ? timelineChart(entity ? `Timeline: ${entity.name}` : 'Timeline', shown, facts)
        : undefined,
  }
}

function lineOf({ label, text, fact }: Dated): Line {
  return { text: `**${label}** · ${text}`, facts: [fact] }
}

interface Answer extends Range {
  facts: Facts
  all: readonly Dated[]
  shown: readonly Dated[]
}

/** What there is in one line; where there is nothing, why not and what to do. */
function sentence(entity: Entity | undefined, { all, shown, from, to, facts }: Answer): string {
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
  const dates = [...new Set((entity ? toldOf(entity, facts) : []).map(({ asOf }) => formatAsOf(asOf)))]
  const articles = dates.length > 0 ? ` The articles that speak of it are dated ${list(dates)}.` : ''
  return `No article ${facts.day ? 'had said' : 'says'} when anything${about} happened.${articles}`
}

function countOf({ length }: readonly Dated[]): string {
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
