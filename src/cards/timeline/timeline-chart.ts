// The chart of a timeline, as an image.
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { TimelineSpec } from '../../images/image-spec.ts'
import { asOfLines, sourcesLine } from '../entity/map-countries.ts'
import { formatDate, pluralize } from '../shared/format.ts'
import type { TimelineEvent } from './timeline-events.ts'

/** The chart, or undefined if fewer than two events can be placed in time. */
export function timelineChart(
  title: string,
  events: readonly TimelineEvent[],
  facts: FactSnapshot,
): TimelineSpec | undefined {
  // A fiscal year is not the calendar year of that number, and no article says when it begins.
  const placed = events.filter(({ date, label }) => label === formatDate(date) && !date.startsWith('--'))
  if (placed.length < 2) return undefined
  const yearless = events.filter(({ date }) => date.startsWith('--')).length
  const placedFacts = placed.map(({ fact }) => fact)
  return {
    type: 'timeline',
    title,
    events: placed.map(({ date, label, text }) => ({ date, when: label, label: text })),
    lines: [
      ...asOfLines(facts),
      ...notDrawn(events.length - placed.length - yearless, 'dated by a fiscal year'),
      ...notDrawn(yearless, 'dated without a year'),
    ],
    sources: [sourcesLine(placedFacts, facts)],
  }
}

function notDrawn(count: number, reason: string): string[] {
  return count > 0 ? [`${pluralize(count, 'fact')} ${reason} ${count === 1 ? 'is' : 'are'} not drawn.`] : []
}
