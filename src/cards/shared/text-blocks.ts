// Labelled lines of facts, and how they are packed into pages without ever cutting one.
import type { Fact } from '../../data/build/schema.ts'
import type { Sources } from './source-footnotes.ts'

/** One line of a card and the facts that it says. */
export interface Line {
  text: string
  facts: Fact[]
  /** Lines with the same word here run on as one, as names do. */
  runsWith?: string
}

export interface Block {
  label: string
  lines: Line[]
  /** Whether its lines are sentences, each after a bullet. */
  sentences: boolean
}

/** How much one page holds. */
export interface PageSize {
  /** How long its lines may be together, sources apart. */
  length: number
  lines: number
  /** How much of that the heading of a block takes, where headings are long. */
  heading?: (block: Block) => number
}

const usualPage: PageSize = { length: 2200, lines: 12 }

/** A source's mark takes at most this many characters. */
const markLength = 3

/** What stands between lines that run on; the sign begins no line. */
export const between = '\u00a0· '

/** A name up to this length, with its flag, is not broken over two lines, even on a phone. */
const nameLength = 32

function lengthOf({ text, facts }: Line): number {
  return text.length + markLength * facts.length + between.length
}

export function lengthOfBlocks(blocks: readonly Block[]): { length: number; lines: number } {
  const lines = blocks.flatMap((block) => block.lines)
  return { length: lines.reduce((sum, line) => sum + lengthOf(line), 0), lines: lines.length }
}

/** The lines that fit into so many characters, and those that do not. */
export function splitBlock(
  block: Block,
  most: { length: number; lines: number },
): [fitting: Block, rest: Block] {
  let length = 0
  const overflow = block.lines.findIndex((line, index) => {
    length += lengthOf(line)
    return length > most.length || index >= most.lines
  })
  const at = overflow === -1 ? block.lines.length : overflow
  return [
    { ...block, lines: block.lines.slice(0, at) },
    { ...block, lines: block.lines.slice(at) },
  ]
}

/** Packs blocks into pages; a block that would fit on a page of its own is not begun on one where it does not. */
export function paginate<Kind extends Block>(blocks: readonly Kind[], size = usualPage): Kind[][] {
  const pages: Kind[][] = []
  let left = { length: 0, lines: 0 }
  for (const block of blocks) {
    const heading = size.heading?.(block) ?? 0
    const whole = lengthOfBlocks([block])
    const fitsOnAPage = whole.length + heading <= size.length && whole.lines <= size.lines
    if (fitsOnAPage && (whole.length + heading > left.length || whole.lines > left.lines))
      left = { length: 0, lines: 0 }
    block.lines.forEach((line, index) => {
      let length = lengthOf(line) + (index === 0 ? heading : 0)
      if (left.length < length || left.lines < 1) {
        pages.push([])
        left = { length: size.length, lines: size.lines }
        length = lengthOf(line) + heading
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
export function writeLines({ lines, sentences }: Block, sources: Sources): string {
  const together = Map.groupBy(lines, ({ runsWith }, index) => runsWith ?? index)
  return [...together.values()]
    .map((run) => {
      const [line] = run as [Line, ...Line[]]
      if (line.runsWith) return runOn(run, sources)
      const [first = '', ...rest] = line.text.split('\n')
      const bullet = sentences && line.facts.length > 0 ? '• ' : ''
      return [`${bullet}${first}${sources.marks(line.facts)}`, ...rest].join('\n')
    })
    .join('\n')
}

/** Short texts one after the other; marks that all of them share stand once, after the last. */
export function runOn(lines: readonly Pick<Line, 'text' | 'facts'>[], sources: Sources): string {
  const marks = lines.map(({ facts }) => sources.marks(facts))
  const shared = new Set(marks).size === 1
  return lines
    .map(({ text }, index) => {
      // A hyphen would break what the spaces no longer do.
      const isName = text.length <= nameLength && !text.includes('-')
      const name = isName ? text.replaceAll(' ', '\u00a0') : text
      return shared && index < lines.length - 1 ? name : `${name}${marks[index] ?? ''}`
    })
    .join(between)
}
