// The layout of every image: a panel with title, body, legend, and lines of text.
import { colors, fillOf, font, margin, sizes, width } from './theme.ts'
import type { FillStyle } from './image-spec.ts'
import { truncateLines, lineSvg, round, wrap, type SvgLine, type Measure } from './svg-text.ts'

interface Layout {
  title: string
  /** As wide as the panel with its top at 0; it may bleed over the edges, which the panel covers. */
  body: { height: number; svg: string }
  legend: { fillStyle: FillStyle; label: string; text: string }[]
  lines: string[]
  /** Sources and notes, in small type. */
  footnotes: string[]
  definitions: string
}

const maxTitleLines = 2
const leading = 1.32
const swatch = { width: 50, height: 32 }
const corner = 24

/** The image as SVG, as high as its text needs; only very long titles are truncated. */
export function layout(
  { title, body, legend, lines, footnotes, definitions }: Layout,
  measure: Measure,
): string {
  const inner = width - 2 * margin
  const parts: string[] = []
  let y = margin * 0.7

  function write(rows: readonly SvgLine[], size: number, color: string, indent = 0): void {
    for (const row of rows) {
      y += size * leading
      parts.push(lineSvg(row, margin + indent, y - size * (leading - 1), { size, color }))
    }
  }

  const heading = wrap([{ text: title, weight: 600 }], inner, sizes.title, measure)
  write(truncateLines(heading, maxTitleLines, inner, sizes.title, measure), sizes.title, colors.text)
  const top = Math.ceil(y + margin * 0.6)
  const bottom = top + body.height
  y = bottom + margin * 0.4
  for (const { fillStyle, label, text } of legend) {
    y += 6
    parts.push(
      `<rect x="${margin}" y="${round(y + 9)}" width="${swatch.width}" height="${swatch.height}" rx="5" fill="${fillOf(fillStyle)}"/>`,
    )
    const indent = swatch.width + 16
    const runs = [
      { text: `${label}:`, weight: 600 as const },
      { text, weight: 400 as const },
    ]
    write(wrap(runs, inner - indent, sizes.legend, measure), sizes.legend, colors.text, indent)
  }
  y += 8
  for (const line of lines) {
    write(wrap([{ text: line, weight: 400 }], inner, sizes.line, measure), sizes.line, colors.text)
    y += 6
  }
  y += 6
  for (const line of footnotes) {
    write(wrap([{ text: line, weight: 400 }], inner, sizes.small, measure), sizes.small, colors.quiet)
  }
  const height = Math.ceil(y + margin * 0.8)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">`,
    `<defs>${definitions}</defs><rect y="${top}" width="${width}" height="${body.height}" fill="${colors.panel}"/><g transform="translate(0,${top})">${body.svg}</g>`,
    `<path fill="${colors.panel}" d="M0,${top} V${corner} A${corner},${corner} 0 0 1 ${corner},0 H${width - corner} A${corner},${corner} 0 0 1 ${width},${corner} V${top} Z M0,${bottom} V${height - corner} A${corner},${corner} 0 0 0 ${corner},${height} H${width - corner} A${corner},${corner} 0 0 0 ${width},${height - corner} V${bottom} Z"/>`,
    ...parts,
    '</svg>',
  ].join('')
}
