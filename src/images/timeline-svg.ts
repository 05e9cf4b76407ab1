// A chart of events along a column that runs down through time: a year is a band, a day a point, words on both sides.
import { colors, dotColor, margin, sizes, width } from './theme.ts'
import type { TimelineEvent, TimelineImage } from './image-spec.ts'
import { layout } from './layout.ts'
import {
  breakHeight,
  breaksIn,
  padding,
  scaleOf,
  spanOf,
  yearOf,
  type Scale,
  type Span,
} from './time-scale.ts'
import { cutLines, lineSvg, round, wrap, type SvgLine, type Measure } from './svg-text.ts'

const mostEvents = 40

/** The column of years in the middle, and the room on each side of it for lines that lead to words. */
const column = { left: 430, right: 570 }
const middle = (column.left + column.right) / 2
const leaderWidth = 48
const wordsWidth = column.left - leaderWidth - margin

const leading = 1.22
const gap = 16
const leastHeight = 420
const bandWidth = 16
const pointRadius = 9

/** Few events may take more lines each. */
const labelLines = { few: 6, many: 3 }
const few = 14

const years = { steps: [1, 2, 5, 10, 20, 25, 50, 100, 200, 500], most: 8 }

interface EventLabel {
  event: TimelineEvent
  span: Span
  lines: SvgLine[]
  height: number
  /** Where its words begin. */
  top: number
}

export function timelineSvg(picture: TimelineImage, measure: Measure): string {
  // A date without a year has no place in time.
  const shown = picture.events
    .filter(({ date }) => !date.startsWith('--'))
    .map((event) => ({ event, span: spanOf(event.date) }))
    .toSorted((a, b) => a.span.from - b.span.from)
    .slice(0, mostEvents)
  const left = picture.events.length - shown.length
  return layout(
    {
      title: picture.title,
      body: shown.length > 0 ? chart(shown, measure) : { height: 0, svg: '' },
      legend: [],
      lines: [
        shown.some(({ event }) => isDay(event))
          ? 'A band is a year or a month, a point is a day.'
          : 'A band is a year or a month.',
        ...(left > 0 ? [`${left} more ${left === 1 ? 'event is' : 'events are'} not drawn.`] : []),
        ...picture.lines,
      ],
      footnotes: picture.sources,
      definitions: '',
    },
    measure,
  )
}

function chart(
  shown: readonly Pick<EventLabel, 'event' | 'span'>[],
  measure: Measure,
): { height: number; svg: string } {
  const most = shown.length > few ? labelLines.many : labelLines.few
  const blocks = shown.map(({ event, span }): EventLabel => {
    const runs = [
      { text: event.when, weight: 600 as const },
      { text: event.label, weight: 400 as const },
    ]
    const lines = cutLines(
      wrap(runs, wordsWidth, sizes.event, measure),
      most,
      wordsWidth,
      sizes.event,
      measure,
    )
    return { event, span, lines, height: lines.length * sizes.event * leading, top: 0 }
  })
  const sides = [blocks.filter((_, index) => index % 2 === 0), blocks.filter((_, index) => index % 2 === 1)]
  const spans = shown.map(({ span }) => span)
  const breaks = breaksIn(spans)
  const least = leastHeight + breaks.length * breakHeight
  const height = Math.ceil(Math.max(least, ...sides.map((side) => totalHeight(side) + 2 * padding)))
  const scale = scaleOf(spans, breaks, height)
  const { at } = scale
  for (const side of sides) spread(side, at, height)
  const [onLeft = [], onRight = []] = sides
  const svg = [
    `<rect width="${width}" height="${height}" fill="${colors.sea}"/>`,
    `<rect x="${column.left}" width="${column.right - column.left}" height="${height}" fill="${colors.panel}"/>`,
    ...ticks(scale, measure),
    ...scale.breaks.map((one) => breakSvg(one, at, measure)),
    ...onLeft.map((block) => blockSvg(block, 'left', at, measure)),
    ...onRight.map((block) => blockSvg(block, 'right', at, measure)),
  ]
  return { height, svg: svg.join('') }
}

function isDay({ date }: TimelineEvent): boolean {
  return date.length === 'yyyy-mm-dd'.length
}

function totalHeight(side: readonly EventLabel[]): number {
  return side.reduce((sum, { height }) => sum + height + gap, -gap)
}

/** Puts words as near to their dates as they can be without touching: down from the first, then up from the last. */
function spread(side: EventLabel[], at: (day: number) => number, height: number): void {
  let free = padding
  for (const block of side) {
    const middle = at((block.span.from + block.span.to) / 2)
    block.top = Math.max(free, middle - block.height / 2)
    free = block.top + block.height + gap
  }
  let bottom = height - padding
  for (const block of side.toReversed()) {
    block.top = Math.min(block.top, bottom - block.height)
    bottom = block.top - gap
  }
}

function ticks({ whole, breaks, at }: Scale, measure: Measure): string[] {
  const [first, last] = [yearOf(whole.from), yearOf(whole.to)]
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => {
    const day = spanOf(String(year)).from
    const isNear = (other: number) => Math.abs(at(day) - at(other)) < sizes.event
    return (
      day >= whole.from &&
      !breaks.some(({ from, to }) => (from < day && day < to) || isNear(from) || isNear(to))
    )
  })
  const step = years.steps.find((one) => all.filter((year) => year % one === 0).length <= years.most) ?? 1000
  let free = 0
  return all
    .filter((year) => year % step === 0)
    .flatMap((year) => {
      const y = at(spanOf(String(year)).from)
      if (y - sizes.event < free) return []
      free = y + sizes.event
      const half = measure(String(year), sizes.event, 400) / 2
      return [
        `<path d="M${column.left},${round(y)} H${round(middle - half - 6)} M${round(middle + half + 6)},${round(y)} H${column.right}" stroke="${colors.land}" stroke-width="2"/>`,
        yearSvg(String(year), y, measure),
      ]
    })
}

function yearSvg(text: string, y: number, measure: Measure): string {
  const half = measure(text, sizes.event, 400) / 2
  return `<text x="${round(middle - half)}" y="${round(y + sizes.event * 0.36)}" font-size="${sizes.event}" fill="${colors.quiet}">${text}</text>`
}

/** Says how much time the column leaves out, between two broken lines. */
function breakSvg({ from, to }: Span, at: (day: number) => number, measure: Measure): string {
  const [top, bottom] = [at(from) + 8, at(to) - 8]
  const zigzag = Array.from(
    { length: 9 },
    (_, index) => `${round(column.left + index * 17.5)},${index % 2 === 0 ? 4 : -4}`,
  )
  const line = (y: number) =>
    `<polyline transform="translate(0,${round(y)})" points="${zigzag.join(' ')}" stroke="${colors.quiet}" stroke-width="2" fill="none"/>`
  return (
    line(top) +
    yearSvg(`${Math.round((to - from) / 365.25)} years`, (top + bottom) / 2, measure) +
    line(bottom)
  )
}

function blockSvg(
  block: EventLabel,
  side: 'left' | 'right',
  at: (day: number) => number,
  measure: Measure,
): string {
  const { event, span, lines, top } = block
  const edge = column[side]
  const [from, to] = [at(span.from), at(span.to)]
  const mark = isDay(event)
    ? `<circle class="day" cx="${edge}" cy="${round((from + to) / 2)}" r="${pointRadius}" fill="${dotColor('second')}" stroke="${colors.halo}" stroke-width="3"/>`
    : `<rect class="band" x="${edge - bandWidth / 2}" y="${round(from)}" width="${bandWidth}" height="${round(Math.max(5, to - from))}" rx="2" fill="${dotColor('first')}" stroke="${colors.halo}" stroke-width="2"/>`
  const words = top + (sizes.event * leading) / 2
  const start = isDay(event) ? (from + to) / 2 : Math.min(Math.max(words, from), to)
  const out = side === 'left' ? -1 : 1
  const leader = `<path d="M${edge + out * bandWidth * 0.7},${round(start)} L${edge + out * (leaderWidth - 10)},${round(words)}" stroke="${colors.quiet}" stroke-width="2" fill="none"/>`
  const texts = lines.map((line, index) => {
    const last = line.at(-1)
    const wide = last ? last.x + measure(last.text, sizes.event, last.weight) : 0
    const x = side === 'left' ? edge - leaderWidth - wide : edge + leaderWidth
    const y = top + (index + 0.8) * sizes.event * leading
    return lineSvg(line, x, y, { size: sizes.event, color: colors.text })
  })
  return leader + mark + texts.join('')
}
