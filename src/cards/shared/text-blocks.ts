// Labelled lines of facts, and how they are packed into pages without ever cutting one.
import type { Fact } from '../../data/model/types.ts'
import type { Sources } from './source-footnotes.ts'

/** One line of a card and the facts that it says. */
export interface TextLine {
  text: string
  facts: Fact[]
  /** Lines with the same word here run on as one, as names do. */
  inlineGroup?: string
}

export interface TextBlock {
  label: string
  lines: TextLine[]
  /** Whether its lines are sentences, each after a bullet. */
  isBulleted: boolean
}

/** How much one page holds. */
export interface PageSize {
  /** How long its lines may be together, sources apart. */
  length: number
  lines: number
  /** How much of that the heading of a block takes, where headings are long. */
  heading?: (block: TextBlock) => number
}

const defaultPageSize: PageSize = { length: 2200, lines: 12 }

/** A source's mark takes at most this many characters. */
const markLength = 3

/** What stands between lines that run on; the sign begins no line. */
export const inlineSeparator = '\u00a0· '

/** A name up to this length, with its flag, is not broken over two lines, even on a phone. */
const nameLength = 32

function measuredLength({ text, facts }: TextLine): number {
  return text.length + markLength * facts.length + inlineSeparator.length
}

export function lengthOfBlocks(blocks: readonly TextBlock[]): { length: number; lines: number } {
  const lines = blocks.flatMap((block) => block.lines)
  return { length: lines.reduce((sum, line) => sum + measuredLength(line), 0), lines: lines.length }
}

/** The lines that fit into so many characters, and those that do not. */
export function splitBlock(
  block: TextBlock,
  most: { length: number; lines: number },
): [fitting: TextBlock, rest: TextBlock] {
  let length = 0
  const overflow = block.lines.findIndex((line, index) => {
    length += measuredLength(line)
    return length > most.length || index >= most.lines
  })
  const at = overflow === -1 ? block.lines.length : overflow
  return [
    { ...block, lines: block.lines.slice(0, at) },
    { ...block, lines: block.lines.slice(at) },
  ]
}

/** Packs blocks into pages; a block that would fit on a page of its own is not begun on one where it does not. */
export function paginate<Kind extends TextBlock>(blocks: readonly Kind[], size = defaultPageSize): Kind[][] {
  const pages: Kind[][] = []
  let left = { length: 0, lines: 0 }
  for (const block of blocks) {
    const heading = size.heading?.(block) ?? 0
    const whole = lengthOfBlocks([block])
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
      const open = page.at(-1)
      if (open?.label === block.label) open.lines.push(line)
      else page.push({ ...block, lines: [line] })
    })
  }
  return pages
}

/** A block's lines, each with the marks of its sources; sentences stand as a list. */
export function writeLines({ lines, isBulleted }: TextBlock, sources: Sources): string {
  const together = Map.groupBy(lines, ({ inlineGroup }, index) => inlineGroup ?? index)
  return [...together.values()]
    .map((run) => {
      const [line] = run as [TextLine, ...TextLine[]]
      if (line.inlineGroup) return joinInline(run, sources)
      const [first = '', ...rest] = line.text.split('\n')
      const bullet = isBulleted && line.facts.length > 0 ? '• ' : ''
      return [`${bullet}${first}${sources.marksFor(line.facts)}`, ...rest].join('\n')
    })
    .join('\n')
}

/** Short texts one after the other; marks that all of them share stand once, after the last. */
export function joinInline(lines: readonly Pick<TextLine, 'text' | 'facts'>[], sources: Sources): string {
  const marks = lines.map(({ facts }) => sources.marksFor(facts))
  const shared = new Set(marks).size === 1
  return lines
    .map(({ text }, index) => {
      // A hyphen would break what the spaces no longer do.
      const isName = text.length <= nameLength && !text.includes('-')
      const name = isName ? text.replaceAll(' ', '\u00a0') : text
      return shared && index < lines.length - 1 ? name : `${name}${marks[index] ?? ''}`
    })
    .join(inlineSeparator)
}
