// docs/benchmarks.md, the table of a whole run of npm run bench, and its picture: CPU and memory over the number of facts.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { format } from 'prettier'
import { escapeXml } from '../../src/images/svg-text.ts'
import { rows } from './table.ts'

export interface BySize {
  /** In facts. */
  size: number
  /** CPU seconds. */
  build: number
  /** Seconds until the first answer. */
  start: number
  /** At rest, in MiB. */
  memory: number
  /** By row, beside the floor. */
  ratios: ReadonlyMap<string, number>
}

interface Panel {
  title: string
  lines: readonly { label: string; values: readonly number[] }[]
}

const docs = join(import.meta.dirname, '../../docs')
const [width, height, left, top, bottom] = [340, 300, 44, 40, 40]
const colors = ['#2563eb', '#dc2626', '#059669', '#9333ea', '#d97706', '#0891b2', '#be185d']

function panelSvg({ title, lines }: Panel, sizes: readonly number[], at: number): string {
  const largest = Math.max(...lines.flatMap(({ values }) => values)) * 1.1
  const x = (index: number) => left + (index * (width - left - 110)) / Math.max(1, sizes.length - 1)
  const y = (value: number) => height - bottom - (value / largest) * (height - top - bottom)
  const text = (atX: number, atY: number, content: string, anchor = 'middle', color = '#374151') =>
    `<text x="${atX.toFixed(1)}" y="${atY.toFixed(1)}" text-anchor="${anchor}" fill="${color}">${escapeXml(content)}</text>`
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => (share * largest) / 1.1)
  // Labels of lines that end at the same height stand below each other.
  const ends = lines
    .map(({ label, values }, index) => ({ label, index, at: y(values.at(-1) ?? 0) }))
    .toSorted((a, b) => a.at - b.at)
  ends.forEach((end, index) => (end.at = Math.max(end.at, (ends[index - 1]?.at ?? 0) + 13)))
  return [
    `<g transform="translate(${at} 0)">`,
    text(left, 20, title, 'start', '#111827'),
    ...ticks.flatMap((tick) => [
      `<line x1="${left}" x2="${x(sizes.length - 1)}" y1="${y(tick)}" y2="${y(tick)}" stroke="#e5e7eb"/>`,
      text(left - 6, y(tick) + 4, tick.toFixed(largest < 10 ? 1 : 0), 'end'),
    ]),
    ...sizes.map((size, index) => text(x(index), height - bottom + 18, size.toLocaleString('en-US'))),
    text((left + x(sizes.length - 1)) / 2, height - 6, 'facts'),
    ...lines.map(
      ({ values }, index) =>
        `<polyline fill="none" stroke="${colors[index % colors.length]}" stroke-width="2" points="${values.map((value, nth) => `${x(nth).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}"/>`,
    ),
    ...ends.map((end) =>
      text(x(sizes.length - 1) + 8, end.at + 4, end.label, 'start', colors[end.index % colors.length]),
    ),
    '</g>',
  ].join('')
}

function pictureOf(bySize: readonly BySize[]): string {
  const names = [...(bySize[0]?.ratios.keys() ?? [])]
  const linesOf = (figure: string) =>
    names
      .filter((name) => name.endsWith(figure))
      .map((name) => ({
        label: name.slice(0, -figure.length - 2),
        values: bySize.map(({ ratios }) => ratios.get(name) ?? 0),
      }))
  const panels: Panel[] = [
    { title: 'Latency (p50) beside the floor', lines: linesOf('p50') },
    { title: 'CPU an answer beside the floor', lines: linesOf('cpu') },
    {
      title: 'Memory at rest, MiB',
      lines: [{ label: 'memory', values: bySize.map(({ memory }) => memory) }],
    },
    {
      title: 'Seconds',
      lines: [
        { label: 'build', values: bySize.map(({ build }) => build) },
        { label: 'first answer', values: bySize.map(({ start }) => start) },
      ],
    },
  ]
  const sizes = bySize.map(({ size }) => size)
  const body = panels.map((panel, index) => panelSvg(panel, sizes, index * width)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${panels.length * width} ${height}" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>${body}</svg>\n`
}

/** Writes the table and the picture of a run. */
export async function writeDocs(bySize: readonly BySize[]): Promise<void> {
  writeFileSync(join(docs, 'images/benchmarks.svg'), pictureOf(bySize))
  const [cpu] = cpus()
  const lines = rows.map((row) => `| ${row.join(' | ')} |`)
  const markdown = `# Benchmarks

\`npm run bench -- --write\` wrote this page, on ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}) with Node ${process.versions.node}.
The floor is the smallest discord.js bot, which answers with one fixed embed ([floor-bot.ts](../scripts/bench/floor-bot.ts)).
Both run on this machine in turns; each cell is a median, with the middle half of the rounds.

![Latency, CPU, memory and start over the number of facts](images/benchmarks.svg)

| | Entente | floor | compared | bound | |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`
  writeFileSync(
    join(docs, 'benchmarks.md'),
    await format(markdown, { parser: 'markdown', proseWrap: 'preserve' }),
  )
}
