// Renders numbers as SVG: a bar each, from zero to the right, with its label before it and its number at its end.
import { colors, fillOf, margin, patternDefinitions, sizes, width } from './theme.ts'
import type { Bar, BarsSpec } from './image-spec.ts'
import { layout } from './layout.ts'
import {
  lineSvg,
  lineWidth,
  round,
  truncateLines,
  wrap,
  type Measure,
  type Run,
  type SvgLine,
} from './svg-text.ts'

/** More would not fit on a screen. */
const maxBars = 16

/** Of the texts beside a bar; longer ones are wrapped, and truncated after two lines. */
const maxTextWidth = { label: 360, number: 330 }
const maxTextLines = 2

const inner = width - 2 * margin
const lineHeight = sizes.text * 1.22
const padding = 24
const barHeight = 38
/** A number above zero is never invisible. */
const minBarLength = 4
/** Between one bar and the next, and between a bar and the texts beside it. */
const gap = { row: 16, text: 16 }

interface Row {
  bar: Bar
  label: SvgLine[]
  number: SvgLine[]
  /** The y position of its middle. */
  middle: number
}

export function barsSvg(spec: BarsSpec, measure: Measure): string {
  const bars = spec.bars.slice(0, maxBars)
  const hasEstimates = bars.some(({ isEstimate }) => isEstimate)
  return layout(
    {
      title: spec.title,
      body: bars.length > 0 ? chart({ ...spec, bars }, measure) : { height: 0, svg: '' },
      legend: hasEstimates ? [{ fillStyle: 'estimate', label: 'Estimate' }] : [],
      lines: [],
      definitions: patternDefinitions(hasEstimates ? ['estimate'] : []),
    },
    measure,
  )
}

function chart({ unit, bars, mark }: BarsSpec, measure: Measure): { height: number; svg: string } {
  const widest = (lines: readonly SvgLine[]) =>
    Math.max(0, ...lines.map((line) => lineWidth(line, sizes.text, measure)))
  const unitLines = linesOf({ text: unit, weight: 400 }, inner, measure)
  const markLines = mark ? linesOf({ text: mark.label, weight: 600 }, inner, measure) : []
  const markTop = padding + unitLines.length * lineHeight
  const top = markTop + markLines.length * lineHeight + gap.row / 2
  const { rows, bottom } = rowsOf(bars, top, measure)

  const start = margin + widest(rows.flatMap(({ label }) => label)) + gap.text
  const room = width - margin - start
  // The longest bar has as much room as its number leaves.
  const scale = Math.min(
    ...rows
      .filter(({ bar }) => bar.number > 0)
      .map(({ bar, number }) => (room - gap.text - widest(number)) / bar.number),
    ...(mark && mark.number > 0 ? [room / mark.number] : []),
  )
  const lengthOf = (number: number) => (number > 0 ? Math.max(minBarLength, number * scale) : 0)

  const markX = start + lengthOf(mark?.number ?? 0)
  const svg = [
    `<rect width="${width}" height="${Math.ceil(bottom + padding)}" fill="${colors.sea}"/>`,
    ...linesSvg(unitLines, margin, padding, colors.quiet),
    ...rows.flatMap(({ bar, label, middle }) => [
      ...linesSvg(label, margin, middle - (label.length * lineHeight) / 2, colors.text),
      barSvg(bar, start, middle, lengthOf(bar.number)),
    ]),
    `<path d="M${round(start)},${round(top)} V${round(bottom)}" stroke="${colors.quiet}" stroke-width="2"/>`,
    ...(mark
      ? [
          `<path class="mark" d="M${round(markX)},${round(top - gap.row / 2)} V${round(bottom)}" stroke="${colors.text}" stroke-width="4" stroke-dasharray="12 8"/>`,
          ...linesSvg(markLines, withinEdges(markX, widest(markLines)), markTop, colors.text),
        ]
      : []),
    ...rows.flatMap(({ bar, number, middle }) => {
      const x = start + lengthOf(bar.number) + gap.text
      const y = middle - (number.length * lineHeight) / 2
      return [
        // Interrupts the mark, which would look like a part of the number.
        `<rect x="${round(x - gap.text / 2)}" y="${round(y)}" width="${round(widest(number) + gap.text)}" height="${round(number.length * lineHeight)}" fill="${colors.sea}"/>`,
        ...linesSvg(number, x, y, colors.text),
      ]
    }),
  ]
  return { height: Math.ceil(bottom + padding), svg: svg.join('') }
}

/** The rows below each other, each as high as its texts, and where the last one ends. */
function rowsOf(bars: readonly Bar[], top: number, measure: Measure): { rows: Row[]; bottom: number } {
  let bottom = top
  const rows = bars.map((bar): Row => {
    const label = linesOf({ text: bar.label, weight: 400 }, maxTextWidth.label, measure)
    const number = linesOf({ text: bar.text, weight: 600 }, maxTextWidth.number, measure)
    const height = Math.max(1, label.length, number.length) * lineHeight + gap.row
    bottom += height
    return { bar, label, number, middle: bottom - height / 2 }
  })
  return { rows, bottom }
}

function linesOf(run: Run, maxWidth: number, measure: Measure): SvgLine[] {
  const lines = wrap([run], maxWidth, sizes.text, measure)
  return truncateLines(lines, maxTextLines, maxWidth, sizes.text, measure)
}

function linesSvg(lines: readonly SvgLine[], x: number, top: number, color: string): string[] {
  return lines.map((line, index) =>
    lineSvg(line, x, top + (index + 0.8) * lineHeight, { size: sizes.text, color }),
  )
}

function barSvg({ isEstimate }: Bar, x: number, middle: number, length: number): string {
  const fillStyle = isEstimate ? 'estimate' : 'first'
  return `<rect class="bar ${fillStyle}" x="${round(x)}" y="${round(middle - barHeight / 2)}" width="${round(length)}" height="${barHeight}" fill="${fillOf(fillStyle)}"/>`
}

/** The left edge of a text whose middle is at `x`, or as close to it as the edges of the image allow. */
function withinEdges(x: number, textWidth: number): number {
  return Math.min(Math.max(margin, x - textWidth / 2), width - margin - textWidth)
}
