// Labelled lines of facts, and how they are packed into pages without ever cutting one.
import type { Fact } from '../data/shapes.ts'
import type { Sources } from './sources.ts'

/** One line of a card and the facts that it says. */
export interface Line {
  text: string
  facts: Fact[]
}

export interface Block {
  label: string
  lines: Line[]
  /** Whether it may stand beside other short blocks. */
  inline: boolean
  /** Whether its lines are sentences, each after a bullet. */
  sentences: boolean
}

/** How long the lines of one page may be together, sources apart. */
const pageLength = 2200
const pageLines = 12

/** A source's mark takes at most this many characters. */
const markLength = 3

function lengthOf({ text, facts }: Line): number {
  return text.length + markLength * facts.length + 1
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
export function paginate(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = []
  let left = { length: 0, lines: 0 }
  for (const block of blocks) {
    const whole = lengthOfBlocks([block])
    const fitsOnAPage = whole.length <= pageLength && whole.lines <= pageLines
    if (fitsOnAPage && (whole.length > left.length || whole.lines > left.lines))
      left = { length: 0, lines: 0 }
    for (const line of block.lines) {
      if (left.length < lengthOf(line) || left.lines < 1) {
        pages.push([])
        left = { length: pageLength, lines: pageLines }
      }
      left = { length: left.length - lengthOf(line), lines: left.lines - 1 }
      const page = pages[pages.length - 1] ?? []
      const open = page.at(-1)
      if (open?.label === block.label) open.lines.push(line)
      else page.push({ ...block, lines: [line] })
    }
  }
  return pages
}

/** A block's lines, each with the marks of its sources; sentences stand as a list. */
export function writeLines({ lines, sentences }: Block, sources: Sources): string {
  return lines
    .map(({ text, facts }) => {
      const [first = '', ...rest] = text.split('\n')
      const bullet = sentences && facts.length > 0 ? '• ' : ''
      return [`${bullet}${first}${sources.marks(facts)}`, ...rest].join('\n')
    })
    .join('\n')
}
