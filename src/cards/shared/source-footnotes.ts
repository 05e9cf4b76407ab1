// The sources of a page: each article with its date and its sections, numbered, and the marks that point at them.
import type { Article, Fact } from '../../data/model/types.ts'
import { limits } from './discord-limits.ts'
import { formatAsOf } from './format.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** 12 → "¹²". */
export function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => superscripts.charAt(Number(digit)))
}

/** A title that does not stand in the article's text is shown in square brackets. */
export function articleTitle({ title, titleStated }: Article): string {
  return titleStated ? title : `[${title}]`
}

export interface Sources {
  /** The marks of the facts, as " ¹ ³" or " ¹⁻⁴", each source once; they never stand alone on a line. */
  marksFor: (facts: readonly Fact[]) => string
  /** One line for an article and its date, one below it for its sections; never to be cut. */
  lines: () => string[]
  /** The facts whose marks were asked for, each once. */
  facts: () => Fact[]
}

interface Source {
  number: number
  fact: Fact
}

/** Numbers the sources in the order in which their marks are asked for. */
export function createFootnotes(article: (id: string) => Article, isOld: (fact: Fact) => boolean): Sources {
  const sources = new Map<string, Source>()
  const marked = new Set<Fact>()

  function numberOf(fact: Fact): number {
    const key = [fact.article, fact.section, formatAsOf(fact.asOf)].join('\n')
    const source = sources.get(key) ?? { number: sources.size + 1, fact }
    sources.set(key, source)
    marked.add(fact)
    return source.number
  }

  return {
    marksFor: (facts) => writeMarks([...new Set(facts.map(numberOf))].sort((a, b) => a - b)),
    facts: () => [...marked],
    lines() {
      const byArticle = Map.groupBy(
        sources.values(),
        ({ fact }) => `${fact.article}\n${formatAsOf(fact.asOf)}`,
      )
      return [...byArticle.values()].map((group) => {
        const [{ fact }] = group as [Source, ...Source[]]
        const age = isOld(fact) ? ' · over five years old' : ''
        const sections = group.map(
          ({ number, fact: { section } }) => `${superscript(number)}\u00a0${section}`,
        )
        // Small and quiet, but always there.
        return `-# *${articleTitle(article(fact.article))}*, ${unbroken(formatAsOf(fact.asOf))}${age}\n-# ${sections.join('\u00a0· ')}`
      })
    },
  }
}

/** A date whose days and years are not left alone on a line. */
function unbroken(date: string): string {
  return date.replaceAll(/ (?=[\d–])/g, '\u00a0')
}

/** Three or more numbers in a row stand as the first and the last. */
function writeMarks(sorted: readonly number[]): string {
  const rows: number[][] = []
  for (const number of sorted) {
    const row = rows.at(-1)
    if (row?.at(-1) === number - 1) row.push(number)
    else rows.push([number])
  }
  return rows
    .flatMap((row) =>
      row.length > 2
        ? [`${superscript(row[0] ?? 0)}⁻${superscript(row.at(-1) ?? 0)}`]
        : row.map((number) => superscript(number)),
    )
    .map((mark) => `\u00a0${mark}`)
    .join('')
}

/** One small line with the article, the sections and the date of facts that share article and date. */
export function citationLine(
  facts: readonly [Fact, ...Fact[]],
  article: (id: string) => Article,
  isOld: (fact: Fact) => boolean,
): string {
  const [fact] = facts
  const sections = [...new Set(facts.map(({ section }) => section))].join(', ')
  const age = isOld(fact) ? ['over five years old'] : []
  return `-# ${[articleTitle(article(fact.article)), sections, formatAsOf(fact.asOf), ...age].join('\u00a0· ')}`
}

/** The sources as one field, or as several where they are longer than a field may be. */
export function footnoteFields(sources: Sources): { name: string; value: string }[] {
  const fields: string[] = []
  for (const line of sources.lines()) {
    const last = fields.pop()
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last === undefined || joined.length <= limits.fieldValue) fields.push(joined)
    else fields.push(last, line)
  }
  return fields.map((value, index) => ({ name: index === 0 ? 'Sources' : 'Sources, continued', value }))
}

const fiveYearsMs = 5 * 365.25 * 24 * 60 * 60 * 1000

/** Whether a fact is over five years old: "in or after 2019" may be last week, so its latest date must be known. */
export function isOutdatedAt(now: Date): (fact: Fact) => boolean {
  return ({ asOf, visibleFrom }) =>
    asOf.last !== null && now.getTime() - Date.parse(visibleFrom) > fiveYearsMs
}
