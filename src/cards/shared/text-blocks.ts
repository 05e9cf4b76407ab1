// Labelled lines of facts, packed into pages without splitting a line.
import type { Fact } from '../../data/model/types.ts'
import type { Footnotes } from './source-footnotes.ts'

/** One line of a card, and the facts that it shows. */
export interface TextLine {
  text: string
  facts: Fact[]
  /** Lines of the same group are joined inline, as names are. */
  inlineGroup?: string
}

export interface TextBlock {
  label: string
  lines: TextLine[]
  /** Whether its lines are sentences, shown as a list. */
  isBulleted: boolean
}

/** The statements of facts as a list. */
export function statementBlock(label: string, facts: readonly Fact[]): TextBlock {
  return {
    label,
    isBulleted: true,
    lines: facts.map((fact) => ({ text: fact.statement, facts: [fact] })),
  }
}

/** The capacity of one page. */
export interface PageSize {
  /** Total characters of its lines, without sources. */
  length: number
  lines: number
  /** The length of a block's heading, which counts too if headings are long. */
  headingLength?: (block: TextBlock) => number
}

const defaultPageSize: PageSize = { length: 2200, lines: 12 }

/** In characters, of a footnote mark. */
const maxMarkLength = 3

/** Between inline items; the no-break space keeps the dot from beginning a line. */
export const inlineSeparator = '\u00a0· '

/** Names up to this length, with flag, are not wrapped, even on a phone. */
const maxUnbrokenName = 32

function measuredLength({ text, facts }: TextLine): number {
  return text.length + maxMarkLength * facts.length + inlineSeparator.length
}

export function measureBlocks(blocks: readonly TextBlock[]): { length: number; lines: number } {
  const lines = blocks.flatMap((block) => block.lines)
  return { length: lines.reduce((sum, line) => sum + measuredLength(line), 0), lines: lines.length }
}

/** Splits a block into the lines that fit and the rest. */
export function splitBlock(
  block: TextBlock,
  max: { length: number; lines: number },
): [fitting: TextBlock, rest: TextBlock] {
  let length = 0
  const overflow = block.lines.findIndex((line, index) => {
    length += measuredLength(line)
    return length > max.length || index >= max.lines
  })
  const end = overflow === -1 ? block.lines.length : overflow
  return [
    { ...block, lines: block.lines.slice(0, end) },
    { ...block, lines: block.lines.slice(end) },
  ]
}

/** Packs blocks into pages; a block that fits on one page is not split across two. */
export function paginate<Block extends TextBlock>(
  blocks: readonly Block[],
  size = defaultPageSize,
): Block[][] {
  const pages: Block[][] = []
  let left = { length: 0, lines: 0 }
  for (const block of blocks) {
    const heading = size.headingLength?.(block) ?? 0
    const whole = measureBlocks([block])
    const fitsOnAPage = whole.length + heading <= size.length && whole.lines <= size.lines
    if (fitsOnAPage && (whole.length + heading > left.length || whole.lines > left.lines))
      left = { length: 0, lines: 0 }
    block.lines.forEach((line, index) => {
      let length = measuredLength(line) + (index === 0 ? heading : 0)
      if (left.length < length || left.lines < 1) {
        pages.push([])
        left = { length: size.length, lines: size.lines }
        length = measuredLength(line) + heading
      }
      left = { length: left.length - length, lines: left.lines - 1 }
      const page = pages[pages.length - 1] ?? []
      const last = page.at(-1)
      if (last?.label === block.label) last.lines.push(line)
      else page.push({ ...block, lines: [line] })
    })
  }
  return pages
}

/** A block's lines with their footnote marks; sentences as a list. */
export function formatLines({ lines, isBulleted }: TextBlock, footnotes: Footnotes): string {
  const together = Map.groupBy(lines, ({ inlineGroup }, index) => inlineGroup ?? index)
  return [...together.values()]
    .map((run) => {
      const [line] = run as [TextLine, ...TextLine[]]
      if (line.inlineGroup) return joinInline(run, footnotes)
      const [first = '', ...rest] = line.text.split('\n')
      const bullet = isBulleted && line.facts.length > 0 ? '• ' : ''
      return [`${bullet}${first}${footnotes.marksFor(line.facts)}`, ...rest].join('\n')
    })
    .join('\n')
}

/** Joins short texts; marks that all of them share are shown once, after the last. */
export function joinInline(lines: readonly Pick<TextLine, 'text' | 'facts'>[], footnotes: Footnotes): string {
  const marks = lines.map(({ facts }) => footnotes.marksFor(facts))
  const shared = new Set(marks).size === 1
  return lines
    .map(({ text }, index) => {
      // A name with a hyphen would wrap there anyway.
      const isName = text.length <= maxUnbrokenName && !text.includes('-')
      const name = isName ? text.replaceAll(' ', '\u00a0') : text
      return shared && index < lines.length - 1 ? name : `${name}${marks[index] ?? ''}`
    })
    .join(inlineSeparator)
}
