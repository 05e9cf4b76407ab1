// Sections of facts, packed into pages without splitting a line.
import type { Citation, Line, Section } from '../../core/card.ts'
import type { Fact } from '../../data/model/types.ts'

/** One line per statement, with all facts that have it. */
export function statementLines(facts: readonly Fact[]): Line[] {
  return [...Map.groupBy(facts, ({ statement }) => statement)].map(([text, same]) => ({ text, facts: same }))
}

/** The capacity of one page. */
export interface PageSize {
  /** Characters of its texts, without marks. */
  length: number
  lines: number
}

const defaultPageSize: PageSize = { length: 2200, lines: 12 }

/** Packs sections into pages; one that fits on a page is not split across two. */
export function paginateSections<S extends Section>(sections: readonly S[], size = defaultPageSize): S[][] {
  const pages: { section: S; lines: Line[] }[][] = []
  let left = { length: 0, lines: 0 }
  for (const section of sections) {
    const headingLength = headingLengthOf(section)
    const wholeLength = section.lines.reduce((sum, line) => sum + lengthOf(line), headingLength)
    const fitsOnAPage = wholeLength <= size.length && section.lines.length <= size.lines
    if (fitsOnAPage && (wholeLength > left.length || section.lines.length > left.lines))
      left = { length: 0, lines: 0 }
    section.lines.forEach((line, index) => {
      let length = lengthOf(line) + (index === 0 ? headingLength : 0)
      if (left.length < length || left.lines < 1) {
        pages.push([])
        left = { ...size }
        length = lengthOf(line) + headingLength
      }
      left = { length: left.length - length, lines: left.lines - 1 }
      const page = pages.at(-1) ?? []
      const last = page.at(-1)
      if (last?.section === section) last.lines.push(line)
      else page.push({ section, lines: [line] })
    })
  }
  return pages.map((page) => page.map(({ section, lines }) => ({ ...section, lines })))
}

function headingLengthOf({ heading = '', caption = '' }: Section): number {
  const { text, url } = typeof heading === 'string' ? { text: heading } : heading
  const captionText = typeof caption === 'string' ? [caption] : citationTexts(caption)
  return [text, url ?? '', ...captionText].join('    ').length
}

function lengthOf({ label = '', text, citation = [] }: Line): number {
  return [label, text, ...[citation].flat().flatMap(citationTexts)].join('    ').length
}

function citationTexts({
  title = '',
  url,
  date = '',
  sections = [],
  remarks = [],
}: Partial<Citation>): string[] {
  return [title, url ?? '', date, ...sections, ...remarks]
}
