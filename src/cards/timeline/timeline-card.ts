// The timeline of one entity or of all: how many events there are, from when to when, and the newest.
import { buttonRow, type Button, type Card, type Line, type Section } from '../../core/card.ts'
import { encodeDate } from '../../core/custom-id.ts'
import { firstDay, toIsoDate, type PartialDate } from '../../data/model/dates.ts'
import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { asOfNotice } from '../shared/as-of-notice.ts'
import { neutralColor } from '../shared/colors.ts'
import { nameWithFlag } from '../shared/format.ts'
import { factsIn, sourcesOf } from '../shared/sources.ts'
import { timelineChart } from './timeline-chart.ts'
import { buildTimeline, inRange, type Range, type TimelineEvent } from './timeline-events.ts'
import { timelineVerdict } from './timeline-verdict.ts'

export interface TimelineOptions extends Range {
  facts: FactSnapshot
  now: Date
}

const maxLines = 5
const maxPlanned = 2
const unlimited: Range = { from: '', to: '' }

/** Without an entity, the timeline of all entities. */
export function timelineCard(entity: Entity | undefined, { facts, now, from, to }: TimelineOptions): Card {
  const all = buildTimeline(entity, facts)
  const events = inRange(all, { from, to })
  const lines = eventLines(events)
  const sections = newestSections(lines, facts.asOfDate || toIsoDate(now))
  const viewStateAt = (day: string, range: Range = { from, to }) =>
    ['timeline', 0, encodeDate(day), range.from, range.to, entity?.id ?? ''] as const
  const notice = asOfNotice(
    (snapshot) => inRange(buildTimeline(entity, snapshot), { from, to }).map(({ fact }) => fact),
    { facts, now },
    viewStateAt,
  )
  const verdict = { text: timelineVerdict(entity, { all, events, from, to, facts }) }
  const opening = {
    color: neutralColor,
    heading: timelineHeading(entity),
    ...(notice.notice !== undefined && { notice: notice.notice }),
    verdict,
    viewState: viewStateAt(facts.asOfDate),
  }
  if (events.length === 0) {
    const elsewhere: Button[] = [
      ...(all.length > 0
        ? [{ label: 'All dates', opens: viewStateAt(facts.asOfDate, unlimited) } as const]
        : []),
      ...(entity
        ? [{ label: entity.name, opens: ['entity', encodeDate(facts.asOfDate), entity.id] } as const]
        : []),
    ]
    return { ...opening, controls: buttonRow(...elsewhere, ...notice.buttons) }
  }
  const shownFacts = factsIn(verdict, sections)
  const shownCount = sections.flatMap((section) => section.lines).length
  const image = timelineChart(entity ? `Timeline: ${entity.name}` : 'Timeline', events, facts)
  return {
    ...opening,
    sections,
    sources: sourcesOf(shownFacts, facts),
    notes: shownCount < lines.length ? ['Only the newest are here; More has all'] : [],
    more: ['timeline', '', encodeDate(facts.asOfDate), from, to, entity?.id ?? ''],
    facts: image ? [...new Set(events.map(({ fact }) => fact))] : shownFacts,
    image,
  }
}

export function timelineHeading(entity: Entity | undefined) {
  return entity ? { text: nameWithFlag(entity), kind: 'timeline' } : { text: 'Timeline' }
}

/** One line per date and text, with all facts that say so. */
function eventLines(events: readonly TimelineEvent[]): EventLine[] {
  return [...Map.groupBy(events, ({ label, text }) => `${label}\n${text}`).values()].flatMap((same) => {
    const [event] = same
    if (!event) return []
    const { label, text, date } = event
    const isOfMembership = same.every((other) => other.isOfMembership)
    return [{ label, text, facts: same.map(({ fact }) => fact), date, isOfMembership }]
  })
}

type EventLine = Line & { date: PartialDate; isOfMembership: boolean }

/**
 * The newest, newest first: those of the entity, then of what it takes part in, and what is planned after today; of a
 * date without a year, nobody knows how new it is.
 */
function newestSections(lines: readonly EventLine[], today: string): Section[] {
  const isPlanned = ({ date }: EventLine) => !date.startsWith('--') && firstDay(date) > today
  const [planned, past] = [lines.filter(isPlanned), lines.filter((line) => !isPlanned(line))]
  const byNewest = [
    ...past.filter(({ date }) => !date.startsWith('--')).toReversed(),
    ...past.filter(({ date }) => date.startsWith('--')),
  ]
  const own = byNewest.filter(({ isOfMembership }) => !isOfMembership).slice(0, maxLines)
  const others = byNewest.filter(({ isOfMembership }) => isOfMembership).slice(0, maxLines - own.length)
  return [
    { lines: own },
    { ...(own.length > 0 && { heading: 'Of what it takes part in' }), lines: others },
    { heading: 'Planned', lines: planned.slice(0, maxPlanned) },
  ].filter((section) => section.lines.length > 0)
}
