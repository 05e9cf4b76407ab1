// Renders a timeline as SVG: events along a vertical time axis, a year as a band, a day as a point, labels beside it.
import { colors, dotColor, margin, sizes, width } from './theme.ts'
import type { TimelineEvent, TimelineSpec } from './image-spec.ts'
import { layout } from './layout.ts'
import {
  createScale,
  findGaps,
  gapHeight,
  padding,
  timeRangeOf,
  yearOf,
  type Scale,
  type TimeRange,
} from './time-scale.ts'
import { truncateLines, lineSvg, round, wrap, type SvgLine, type Measure } from './svg-text.ts'

/** The newest; more would not fit on a screen. */
const maxEvents = 12

/** The column of years on the left, with leader lines to the labels on the right. */
const column = { left: margin, right: 232 }
const middle = (column.left + column.right) / 2
const leaderWidth = 84
const labelWidth = width - column.right - leaderWidth - margin

const leading = 1.22
const gap = 22
const minHeight = 420
const bandWidth = 18
const pointRadius = 12

/** Of all labels together, in pixels; a label is drawn whole, so that long ones leave room for fewer. */
const maxLabelsHeight = 900
/** Only a label longer than that is cut. */
const maxLabelLines = 6

const years = { steps: [1, 2, 5, 10, 20, 25, 50, 100, 200, 500], maxTicks: 8 }

interface EventLabel {
  event: TimelineEvent
  range: TimeRange
  lines: SvgLine[]
  height: number
  /** The y position of its first line. */
  top: number
}

export function timelineSvg(spec: TimelineSpec, measure: Measure): string {
  // A date without a year cannot be placed.
  const placed = newestThatFit(
    spec.events
      .filter(({ date }) => !date.startsWith('--'))
      .map((event) => createLabel(event, measure))
      .toSorted((a, b) => a.range.from - b.range.from)
      .slice(-maxEvents),
  )
  const omitted = spec.events.length - placed.length
  return layout(
    {
      title: spec.title,
      body: placed.length > 0 ? chart(placed, measure) : { height: 0, svg: '' },
      legend: [],
      lines: [
        placed.some(({ event }) => isDay(event))
          ? 'Bars are years or months, dots days.'
          : 'Bars are years or months.',
        ...(omitted > 0 ? [`${omitted} more ${omitted === 1 ? 'event is' : 'events are'} not drawn.`] : []),
        ...spec.lines,
      ],
      definitions: '',
    },
    measure,
  )
}

function createLabel(event: TimelineEvent, measure: Measure): EventLabel {
  const runs = [
    { text: event.when, weight: 600 as const },
    { text: event.label, weight: 400 as const },
  ]
  const wrapped = wrap(runs, labelWidth, sizes.text, measure)
  const lines = truncateLines(wrapped, maxLabelLines, labelWidth, sizes.text, measure)
  return { event, range: timeRangeOf(event.date), lines, height: lines.length * sizes.text * leading, top: 0 }
}

function newestThatFit(labels: readonly EventLabel[]): EventLabel[] {
  let count = 1
  while (count < labels.length && totalHeight(labels.slice(-count - 1)) <= maxLabelsHeight) count += 1
  return labels.slice(-count)
}

function chart(labels: EventLabel[], measure: Measure): { height: number; svg: string } {
  const ranges = labels.map(({ range }) => range)
  const gaps = findGaps(ranges)
  const contentHeight = minHeight + gaps.length * gapHeight
  const height = Math.ceil(Math.max(contentHeight, totalHeight(labels) + 2 * padding))
  const scale = createScale(ranges, gaps, height)
  const { at } = scale
  layoutLabels(labels, at, height)
  const svg = [
    `<rect width="${width}" height="${height}" fill="${colors.sea}"/>`,
    `<rect x="${column.left}" width="${column.right - column.left}" height="${height}" fill="${colors.panel}"/>`,
    ...ticks(scale, measure),
    ...scale.gaps.map((gap) => gapSvg(gap, at, measure)),
    ...labels.map((label) => labelSvg(label, at)),
  ]
  return { height, svg: svg.join('') }
}

function isDay({ date }: TimelineEvent): boolean {
  return date.length === 'yyyy-mm-dd'.length
}

function totalHeight(labels: readonly EventLabel[]): number {
  return labels.reduce((sum, { height }) => sum + height + gap, -gap)
}

/** Places labels as close to their dates as possible without overlap: down from the first, then up from the last. */
function layoutLabels(labels: EventLabel[], at: (day: number) => number, height: number): void {
  let free = padding
  for (const label of labels) {
    const middle = at((label.range.from + label.range.to) / 2)
    label.top = Math.max(free, middle - label.height / 2)
    free = label.top + label.height + gap
  }
  let bottom = height - padding
  for (const label of labels.toReversed()) {
    label.top = Math.min(label.top, bottom - label.height)
    bottom = label.top - gap
  }
}

function ticks({ whole, gaps, at }: Scale, measure: Measure): string[] {
  const [first, last] = [yearOf(whole.from), yearOf(whole.to)]
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => {
    const day = timeRangeOf(String(year)).from
    const isClose = (other: number) => Math.abs(at(day) - at(other)) < sizes.text
    return (
      day >= whole.from &&
      !gaps.some(({ from, to }) => (from < day && day < to) || isClose(from) || isClose(to))
    )
  })
  const step =
    years.steps.find((candidate) => all.filter((year) => year % candidate === 0).length <= years.maxTicks) ??
    1000
  let free = 0
  return all
    .filter((year) => year % step === 0)
    .flatMap((year) => {
      const y = at(timeRangeOf(String(year)).from)
      if (y - sizes.text < free) return []
      free = y + sizes.text
      const half = measure(String(year), sizes.text, 400) / 2
      return [
        `<path d="M${column.left},${round(y)} H${round(middle - half - 6)} M${round(middle + half + 6)},${round(y)} H${column.right}" stroke="${colors.land}" stroke-width="2"/>`,
        yearSvg(String(year), y, measure),
      ]
    })
}

function yearSvg(text: string, y: number, measure: Measure): string {
  const half = measure(text, sizes.text, 400) / 2
  return `<text x="${round(middle - half)}" y="${round(y + sizes.text * 0.36)}" font-size="${sizes.text}" fill="${colors.quiet}">${text}</text>`
}

/** The number of omitted years between two zigzag lines. */
function gapSvg({ from, to }: TimeRange, at: (day: number) => number, measure: Measure): string {
  const [top, bottom] = [at(from) + 8, at(to) - 8]
  const zigzag = Array.from(
    { length: 9 },
    (_, index) =>
      `${round(column.left + (index * (column.right - column.left)) / 8)},${index % 2 === 0 ? 4 : -4}`,
  )
  const line = (y: number) =>
    `<polyline transform="translate(0,${round(y)})" points="${zigzag.join(' ')}" stroke="${colors.quiet}" stroke-width="2" fill="none"/>`
  return (
    line(top) +
    yearSvg(`${Math.round((to - from) / 365.25)} years`, (top + bottom) / 2, measure) +
    line(bottom)
  )
}

function labelSvg(label: EventLabel, at: (day: number) => number): string {
  const { event, range, lines, top } = label
  const edge = column.right
  const [from, to] = [at(range.from), at(range.to)]
  const mark = isDay(event)
    ? `<circle class="day" cx="${edge}" cy="${round((from + to) / 2)}" r="${pointRadius}" fill="${dotColor('second')}" stroke="${colors.halo}" stroke-width="3"/>`
    : `<rect class="band" x="${edge - bandWidth / 2}" y="${round(from)}" width="${bandWidth}" height="${round(Math.max(5, to - from))}" rx="2" fill="${dotColor('first')}" stroke="${colors.halo}" stroke-width="2"/>`
  const labelY = top + (sizes.text * leading) / 2
  const start = isDay(event) ? (from + to) / 2 : Math.min(Math.max(labelY, from), to)
  const leader = `<path d="M${edge + bandWidth * 0.7},${round(start)} L${edge + leaderWidth - 12},${round(labelY)}" stroke="${colors.quiet}" stroke-width="2" fill="none"/>`
  const texts = lines.map((line, index) => {
    const y = top + (index + 0.8) * sizes.text * leading
    return lineSvg(line, edge + leaderWidth, y, { size: sizes.text, color: colors.text })
  })
  return leader + mark + texts.join('')
}
