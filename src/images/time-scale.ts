// The time scale of a chart: linear, except for long gaps without events, which are shortened.
import type { PartialDate } from '../data/model/dates.ts'

/** Above the first day and below the last, in pixels. */
export const padding = 40

/** Gaps longer than this share of the whole range are shortened. */
const minGapShare = 0.1
/** In pixels, of a shortened gap. */
export const gapHeight = 96
/** With this many events or fewer, there is room enough without shortening. */
const minEventsForGaps = 5

export interface TimeRange {
  from: number
  to: number
}

const dayMs = 24 * 60 * 60 * 1000

/** In days since 1970, from the first day that a date may mean to the end of the last. */
export function timeRangeOf(date: PartialDate): TimeRange {
  const [year = 0, month, day] = date.split('-').map(Number)
  const at = (y: number, m: number, d: number) => Date.UTC(y, m - 1, d) / dayMs
  if (month === undefined) return { from: at(year, 1, 1), to: at(year + 1, 1, 1) }
  if (day === undefined) return { from: at(year, month, 1), to: at(year, month + 1, 1) }
  return { from: at(year, month, day), to: at(year, month, day + 1) }
}

export function yearOf(day: number): number {
  return new Date(day * dayMs).getUTCFullYear()
}

export interface Scale {
  whole: TimeRange
  /** Long ranges without events, which are shortened. */
  gaps: TimeRange[]
  /** The y position of a day. */
  at: (day: number) => number
}

function wholeOf(ranges: readonly TimeRange[]): TimeRange {
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  }
}

/** The long gaps between ranges, which must be sorted. */
export function findGaps(ranges: readonly TimeRange[]): TimeRange[] {
  const whole = wholeOf(ranges)
  const gaps: TimeRange[] = []
  const minGap = ranges.length > minEventsForGaps ? (whole.to - whole.from) * minGapShare : Infinity
  let reached = whole.from
  for (const { from, to } of ranges) {
    if (from - reached > minGap) gaps.push({ from: reached, to: from })
    reached = Math.max(reached, to)
  }
  return gaps
}

/** The height must have room for the gaps. */
export function createScale(ranges: readonly TimeRange[], gaps: TimeRange[], height: number): Scale {
  const whole = wholeOf(ranges)
  const gapDays = gaps.reduce((sum, { from, to }) => sum + to - from, 0)
  const perDay = (height - 2 * padding - gaps.length * gapHeight) / (whole.to - whole.from - gapDays)
  return {
    whole,
    gaps,
    at(day) {
      const passedGaps = gaps.filter(({ from }) => day > from)
      const skippedDays = passedGaps.reduce((sum, { from, to }) => sum + Math.min(day, to) - from, 0)
      const gapPixels = passedGaps.reduce(
        (sum, { from, to }) => sum + (gapHeight * (Math.min(day, to) - from)) / (to - from),
        0,
      )
      return padding + (day - whole.from - skippedDays) * perDay + gapPixels
    },
  }
}
