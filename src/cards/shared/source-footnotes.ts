// Numbered source footnotes: each article with its date and sections, and the marks that refer to them.
import type { Article, Fact } from '../../data/model/types.ts'
import { limits } from './discord-limits.ts'
import { formatAsOf } from './format.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** 12 → "¹²". */
export function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => superscripts.charAt(Number(digit)))
}

/** Titles that are ours, because the article has none, are in square brackets. */
export function articleTitle({ title, titleStated }: Article): string {
  return titleStated ? title : `[${title}]`
}

export interface Footnotes {
  /** The marks of the facts, each source once, as " ¹ ³" or " ¹⁻⁴", with no-break spaces. */
  marksFor: (facts: readonly Fact[]) => string
  /** Two lines per article: title and date, then sections. Never truncate them. */
  lines: () => string[]
  /** The facts that got marks, each once. */
  facts: () => Fact[]
}

interface Source {
  number: number
  fact: Fact
}

/** Numbers the sources in the order of the calls to `marksFor`. */
export function createFootnotes(
  getArticle: (id: string) => Article,
  isOutdated: (fact: Fact) => boolean,
): Footnotes {
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
    marksFor: (facts) => formatMarks([...new Set(facts.map(numberOf))].sort((a, b) => a - b)),
    facts: () => [...marked],
    lines() {
      const byArticle = Map.groupBy(
        sources.values(),
        ({ fact }) => `${fact.article}\n${formatAsOf(fact.asOf)}`,
      )
      return [...byArticle.values()].map((group) => {
        const [{ fact }] = group as [Source, ...Source[]]
        const age = isOutdated(fact) ? ' · over five years old' : ''
        const sections = group.map(
          ({ number, fact: { section } }) => `${superscript(number)}\u00a0${section}`,
        )
        return `-# *${articleTitle(getArticle(fact.article))}*, ${withoutBreaks(formatAsOf(fact.asOf))}${age}\n-# ${sections.join('\u00a0· ')}`
      })
    },
  }
}

/** Keeps days and years from wrapping to a line of their own. */
function withoutBreaks(date: string): string {
  return date.replaceAll(/ (?=[\d–])/g, '\u00a0')
}

/** Three or more consecutive numbers are shown as the first and the last. */
function formatMarks(sorted: readonly number[]): string {
  const runs: number[][] = []
  for (const number of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs
    .flatMap((run) =>
      run.length > 2
        ? [`${superscript(run[0] ?? 0)}⁻${superscript(run.at(-1) ?? 0)}`]
        : run.map((number) => superscript(number)),
    )
    .map((mark) => `\u00a0${mark}`)
    .join('')
}

/** One small line with article, sections and date, for facts that share article and date. */
export function citationLine(
  facts: readonly [Fact, ...Fact[]],
  getArticle: (id: string) => Article,
  isOutdated: (fact: Fact) => boolean,
): string {
  const [fact] = facts
  const sections = [...new Set(facts.map(({ section }) => section))].join(', ')
  const age = isOutdated(fact) ? ['over five years old'] : []
  return `-# ${[articleTitle(getArticle(fact.article)), sections, formatAsOf(fact.asOf), ...age].join('\u00a0· ')}`
}

/** The footnotes as one embed field, or several if they exceed a field's length. */
export function footnoteFields(footnotes: Footnotes): { name: string; value: string }[] {
  const fields: string[] = []
  for (const line of footnotes.lines()) {
    const last = fields.pop()
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last === undefined || joined.length <= limits.fieldValue) fields.push(joined)
    else fields.push(last, line)
  }
  return fields.map((value, index) => ({ name: index === 0 ? 'Sources' : 'Sources, continued', value }))
}

const fiveYearsMs = 5 * 365.25 * 24 * 60 * 60 * 1000

/** Whether a fact is over five years old. Facts "in or after 2019" are not: that may be last week. */
export function isOutdatedAt(now: Date): (fact: Fact) => boolean {
  return ({ asOf, visibleFrom }) =>
    asOf.last !== null && now.getTime() - Date.parse(visibleFrom) > fiveYearsMs
}
