// Where days stand in a chart: as long as time is everywhere, but for long times in which nothing happened.
import type { PartialDate } from '../data/model/dates.ts'

/** Room above the first day and below the last. */
export const padding = 32

/** A time without an event is drawn short if it is more than this share of the whole. */
const longShare = 0.1
export const breakHeight = 72
/** So few events leave room enough for all of time. */
const fewToBreak = 5

export interface Span {
  from: number
  to: number
}

const dayMs = 24 * 60 * 60 * 1000

/** In days since 1970, from the first day that a date may mean to the end of the last. */
export function spanOf(date: PartialDate): Span {
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
  whole: Span
  /** Long times without an event, which are drawn short. */
  breaks: Span[]
  /** Where a day stands. */
  at: (day: number) => number
}

function wholeOf(spans: readonly Span[]): Span {
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  }
}

/** The long times between spans, which come in order. */
export function breaksIn(spans: readonly Span[]): Span[] {
  const whole = wholeOf(spans)
  const breaks: Span[] = []
  const most = spans.length > fewToBreak ? (whole.to - whole.from) * longShare : Infinity
  let reached = whole.from
  for (const { from, to } of spans) {
    if (from - reached > most) breaks.push({ from: reached, to: from })
    reached = Math.max(reached, to)
  }
  return breaks
}

/** As long as time is everywhere, but for the breaks; the height must have room for these. */
export function scaleOf(spans: readonly Span[], breaks: Span[], height: number): Scale {
  const whole = wholeOf(spans)
  const left = breaks.reduce((sum, { from, to }) => sum + to - from, 0)
  const perDay = (height - 2 * padding - breaks.length * breakHeight) / (whole.to - whole.from - left)
  return {
    whole,
    breaks,
    at(day) {
      const passed = breaks.filter(({ from }) => day > from)
      const skipped = passed.reduce((sum, { from, to }) => sum + Math.min(day, to) - from, 0)
      const drawn = passed.reduce(
        (sum, { from, to }) => sum + (breakHeight * (Math.min(day, to) - from)) / (to - from),
        0,
      )
      return padding + (day - whole.from - skipped) * perDay + drawn
    },
  }
}
