// The timeline of one entity or of all: how many events there are, from when to when, and the newest.
import { buttonRow, type Button, type Card, type Line } from '../../core/card.ts'
import { encodeDate } from '../../core/custom-id.ts'
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
const unlimited: Range = { from: '', to: '' }

/** Without an entity, the timeline of all entities. */
export function timelineCard(entity: Entity | undefined, { facts, now, from, to }: TimelineOptions): Card {
  const all = buildTimeline(entity, facts)
  const events = inRange(all, { from, to })
  const lines = eventLines(events)
  const shown = newestLines(lines)
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
  const sections = [{ lines: shown }]
  const shownFacts = factsIn(verdict, sections)
  const image = timelineChart(entity ? `Timeline: ${entity.name}` : 'Timeline', events, facts)
  return {
    ...opening,
    sections,
    sources: sourcesOf(shownFacts, facts),
    notes: shown.length < lines.length ? [`The newest ${shown.length} of ${lines.length}`] : [],
    more: ['timeline', '', encodeDate(facts.asOfDate), from, to, entity?.id ?? ''],
    facts: image ? [...new Set(events.map(({ fact }) => fact))] : shownFacts,
    image,
  }
}

export function timelineHeading(entity: Entity | undefined) {
  return entity ? { text: nameWithFlag(entity), kind: 'timeline' } : { text: 'Timeline' }
}

/** One line per date and text, with all facts that say so. */
export function eventLines(events: readonly TimelineEvent[]): (Line & { isDated: boolean })[] {
  return [...Map.groupBy(events, ({ label, text }) => `${label}\n${text}`).values()].flatMap((same) => {
    const [event] = same
    if (!event) return []
    const { label, text, date } = event
    return [{ label, text, facts: same.map(({ fact }) => fact), isDated: !date.startsWith('--') }]
  })
}

/** The last ones that have a year, in order; of a date without one, nobody knows how new it is. */
function newestLines(lines: readonly (Line & { isDated: boolean })[]): Line[] {
  const dated = lines.filter(({ isDated }) => isDated)
  const undated = lines.filter(({ isDated }) => !isDated)
  const shown = [...undated.toReversed(), ...dated].slice(-maxLines)
  return lines.filter((line) => shown.includes(line))
}
