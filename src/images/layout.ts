// The layout of every image: a panel with title, body, legend, and lines of text.
import { colors, fillOf, font, margin, sizes, width } from './theme.ts'
import type { FillStyle } from './image-spec.ts'
import { truncateLines, lineSvg, lineWidth, round, wrap, type SvgLine, type Measure } from './svg-text.ts'

interface Layout {
  title: string
  /** As wide as the panel with its top at 0; it may bleed over the edges, which the panel covers. */
  body: { height: number; svg: string }
  legend: readonly LegendEntry[]
  lines: readonly string[]
  definitions: string
}

interface LegendEntry {
  fillStyle: FillStyle
  label: string
}

const maxTitleLines = 2
const leading = 1.25
const swatch = { width: 56, height: 36, gap: 14 }
const corner = 24
const inner = width - 2 * margin

/** Between the entries of one row of the legend. */
const entryGap = 40

/** The image as SVG, as high as its text needs; only very long titles are truncated. */
export function layout({ title, body, legend, lines, definitions }: Layout, measure: Measure): string {
  const parts: string[] = []
  let y = margin * 0.6

  function write(rows: readonly SvgLine[], size: number, color: string): void {
    for (const row of rows) {
      y += size * leading
      parts.push(lineSvg(row, margin, y - size * (leading - 1), { size, color }))
    }
  }

  const heading = wrap([{ text: title, weight: 600 }], inner, sizes.title, measure)
  write(truncateLines(heading, maxTitleLines, inner, sizes.title, measure), sizes.title, colors.text)
  const top = Math.ceil(y + margin * 0.5)
  const bottom = top + body.height
  y = bottom + margin * 0.4
  for (const row of legendRows(legend, measure)) {
    parts.push(`<g class="legend">${row.map((entry) => entrySvg(entry, y)).join('')}</g>`)
    y += sizes.text * leading
  }
  for (const line of lines)
    write(wrap([{ text: line, weight: 400 }], inner, sizes.text, measure), sizes.text, colors.quiet)
  const height = Math.ceil(y + margin * 0.8)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">`,
    `<defs>${definitions}</defs><rect y="${top}" width="${width}" height="${body.height}" fill="${colors.panel}"/><g transform="translate(0,${top})">${body.svg}</g>`,
    `<path fill="${colors.panel}" d="M0,${top} V${corner} A${corner},${corner} 0 0 1 ${corner},0 H${width - corner} A${corner},${corner} 0 0 1 ${width},${corner} V${top} Z M0,${bottom} V${height - corner} A${corner},${corner} 0 0 0 ${corner},${height} H${width - corner} A${corner},${corner} 0 0 0 ${width},${height - corner} V${bottom} Z"/>`,
    ...parts,
    `<rect x="1.5" y="1.5" width="${width - 3}" height="${height - 3}" rx="${corner - 1.5}" fill="none" stroke="${colors.outline}" stroke-width="3"/>`,
    '</svg>',
  ].join('')
}

interface PlacedEntry extends LegendEntry {
  x: number
  text: SvgLine
}

/** As many entries in each row as fit; a label longer than a row is truncated. */
function legendRows(legend: readonly LegendEntry[], measure: Measure): PlacedEntry[][] {
  const rows: PlacedEntry[][] = []
  let x = Infinity
  for (const entry of legend) {
    const available = inner - swatch.width - swatch.gap
    const lines = wrap([{ text: entry.label, weight: 600 }], available, sizes.text, measure)
    const [text = []] = truncateLines(lines, 1, available, sizes.text, measure)
    const entryWidth = swatch.width + swatch.gap + lineWidth(text, sizes.text, measure)
    if (x + entryWidth > margin + inner) {
      rows.push([])
      x = margin
    }
    rows.at(-1)?.push({ ...entry, x, text })
    x += entryWidth + entryGap
  }
  return rows
}

function entrySvg({ fillStyle, x, text }: PlacedEntry, top: number): string {
  const baseline = top + sizes.text
  return (
    `<rect x="${round(x)}" y="${round(baseline - swatch.height)}" width="${swatch.width}" height="${swatch.height}" rx="5" fill="${fillOf(fillStyle)}"/>` +
    lineSvg(text, x + swatch.width + swatch.gap, baseline, { size: sizes.text, color: colors.text })
  )
}
