// The chart of a timeline, as an image.
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { TimelineSpec } from '../../images/image-spec.ts'
import { imageTitle } from '../entity/map-countries.ts'
import { formatDate } from '../shared/format.ts'
import type { TimelineEvent } from './timeline-events.ts'

/** Fewer events are seen at a glance in the lines of the card. */
const minEvents = 4

/** The chart, or undefined if there are too few events that can be placed in time. */
export function timelineChart(
  title: string,
  events: readonly TimelineEvent[],
  facts: FactSnapshot,
): TimelineSpec | undefined {
  const different = [...new Map(events.map((event) => [`${event.label} ${event.text}`, event])).values()]
  // A fiscal year is not the calendar year of that number, and no article says when it begins.
  const placed = different.filter(({ date, label }) => label === formatDate(date) && !date.startsWith('--'))
  if (placed.length < minEvents) return undefined
  const yearless = different.filter(({ date }) => date.startsWith('--')).length
  return {
    type: 'timeline',
    title: imageTitle(title, facts),
    events: placed.map(({ date, label, text }) => ({ date, when: label, label: text })),
    lines: notDrawn(different.length - placed.length - yearless, yearless),
  }
}

function notDrawn(fiscalYears: number, yearless: number): string[] {
  const reasons = [
    ...(fiscalYears > 0 ? [`${fiscalYears} by fiscal year`] : []),
    ...(yearless > 0 ? [`${yearless} without a year`] : []),
  ]
  return reasons.length > 0 ? [`Not drawn: ${reasons.join(', ')}.`] : []
}
