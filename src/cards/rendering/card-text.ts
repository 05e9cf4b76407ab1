// The texts of a card in the order in which they are read, as Markdown; messages and plain text are made of them.
import type { Card, Citation, FormatDates, Heading, Line, Section } from '../../core/card.ts'
import type { Fact } from '../../data/model/types.ts'
import { pluralize } from '../shared/format.ts'
import { sourceMarks, type SourceMarks } from './source-marks.ts'

export interface CardText {
  /** Heading, notice and verdict. */
  opening: string
  /** Each section is one paragraph. */
  sections: string[]
  /** Sources and notes, each a small line. */
  smallPrint: string
}

export function cardText(card: Card, formatDates: FormatDates): CardText {
  const { heading, notice, verdict, sections = [], notes = [] } = card
  const marks = sourceMarks(card)
  const { marksFor } = marks
  return {
    opening: [
      ...(heading ? [`### ${formatHeading(heading, formatDates)}`] : []),
      ...(notice === undefined ? [] : [`-# ${formatDates(notice)}`]),
      ...(verdict ? [`${formatDates(verdict.text)}${marksFor(verdict.facts ?? [])}`] : []),
    ].join('\n'),
    sections: sections.map((section) => formatSection(section, marksFor, formatDates)),
    smallPrint: [
      ...formatSources(marks, formatDates),
      ...notes.map((note) => `-# ${formatDates(note)}`),
    ].join('\n'),
  }
}

function formatHeading({ text, kind, isTitle, url }: Heading, formatDates: FormatDates): string {
  const title = isTitle ? text : formatDates(text)
  const linked = url ? link(title, url) : title
  return `${linked}${kind === undefined ? '' : ` · ${kind}`}`
}

function formatSection(
  { heading, caption, lines, isBulleted = false }: Section,
  marksFor: (facts: readonly Fact[]) => string,
  formatDates: FormatDates,
): string {
  return [
    ...(heading === undefined ? [] : [`**${formatHeading(asHeading(heading), formatDates)}**`]),
    ...(caption === undefined ? [] : [`-# ${formatCaption(caption, formatDates)}`]),
    ...lines.flatMap((line, index) => [
      formatLine(line, isBulleted, marksFor, formatDates),
      ...citationLines(line, lines[index + 1], formatDates),
    ]),
  ].join('\n')
}

function formatCaption(caption: string | Partial<Citation>, formatDates: FormatDates): string {
  return typeof caption === 'string' ? formatDates(caption) : formatCitation(caption, formatDates)
}

function asHeading(heading: string | Heading): Heading {
  return typeof heading === 'string' ? { text: heading } : heading
}

function formatLine(
  { label, text, facts = [], citation }: Line,
  isBulleted: boolean,
  marksFor: (facts: readonly Fact[]) => string,
  formatDates: FormatDates,
): string {
  const labelled = label === undefined ? text : `**${label}** ${text}`
  return `${isBulleted ? '• ' : ''}${formatDates(labelled)}${citation ? '' : marksFor(facts)}`
}

/** Lines in a row that come from the same place have one citation, below the last of them. */
function citationLines({ citation }: Line, next: Line | undefined, formatDates: FormatDates): string[] {
  if (JSON.stringify(citation) === JSON.stringify(next?.citation)) return []
  return [citation ?? []].flat().map((cited) => `-# ${formatCitation(cited, formatDates)}`)
}

function formatCitation(
  { title = '', url, date = '', sections = [], remarks = [] }: Partial<Citation>,
  formatDates: FormatDates,
): string {
  return [url ? link(title, url) : title, sections.join(', '), formatDates(date), ...remarks]
    .filter(Boolean)
    .join('\u00a0· ')
}

function formatSources({ listed, unlisted }: SourceMarks, formatDates: FormatDates): string[] {
  const cited = listed.map(({ mark, source: { title, url, date } }) => {
    const prefix = mark && `${mark}\u00a0`
    return `${prefix}${url === null ? title : link(title, url)}, ${formatDates(date)}`
  })
  const more = listed.length > 0 ? 'more source' : 'source'
  const parts = [...cited, ...(unlisted > 0 ? [pluralize(unlisted, more)] : [])]
  return parts.length > 0 ? [`-# ${parts.join('\u00a0· ')}`] : []
}

/** Square brackets would end the text of a link. */
function link(text: string, url: string): string {
  return `[${text.replace(/[[\]]/g, '\\$&')}](<${url}>)`
}
