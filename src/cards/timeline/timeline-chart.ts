// The chart of a timeline: its events in time, as a picture.
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { TimelinePicture } from '../../images/image-spec.ts'
import { dayLines, sourcesLine } from '../entity/map-countries.ts'
import { formatDate } from '../shared/format.ts'
import type { TimelineEvent } from './timeline-events.ts'

/** The chart, or undefined where there are not two events to be put in order. */
export function timelineChart(
  title: string,
  shown: readonly TimelineEvent[],
  facts: FactSnapshot,
): TimelinePicture | undefined {
  // A fiscal year is not the year of that number, and where in time it lies no article says.
  const placed = shown.filter(({ date, label }) => label === formatDate(date) && !date.startsWith('--'))
  if (placed.length < 2) return undefined
  const yearless = shown.filter(({ date }) => date.startsWith('--')).length
  const told = placed.map(({ fact }) => fact)
  return {
    type: 'timeline',
    title,
    events: placed.map(({ date, label, text }) => ({ date, when: label, label: text })),
    lines: [
      ...dayLines(facts),
      ...notDrawn(shown.length - placed.length - yearless, 'dated by a fiscal year'),
      ...notDrawn(yearless, 'dated without a year'),
    ],
    sources: [sourcesLine(told, facts)],
  }
}

function notDrawn(count: number, how: string): string[] {
  return count > 0
    ? [`${count} ${count === 1 ? 'fact' : 'facts'} ${how} ${count === 1 ? 'is' : 'are'} not drawn.`]
    : []
}
