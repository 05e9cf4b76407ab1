// Publications as cards cite them: in short, each once, or exactly, with section and age.
import type { Citation, Section, Source, TextWithFacts } from '../../core/card.ts'
import { attributes } from '../../data/model/attributes.ts'
import { byNewest, compareDates, type AsOf } from '../../data/model/dates.ts'
import type { Article, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { formatAsOf, formatDate } from './format.ts'

/** Titles that are ours, because the article has none, are in square brackets. */
export function articleTitle({ title, titleStated }: Article): string {
  return titleStated ? title : `[${title}]`
}

/** What the square brackets mean, if a title has them. */
export function bracketNote(shown: readonly Article[]): string[] {
  return shown.some(({ titleStated }) => !titleStated) ? ['Titles in [brackets] are ours'] : []
}

/** The facts of a verdict and sections, each once, in the order of their appearance. */
export function factsIn(verdict: TextWithFacts | undefined, sections: readonly Section[]): Fact[] {
  const lines = sections.flatMap((section) => section.lines)
  return [...new Set([...(verdict?.facts ?? []), ...lines.flatMap((line) => line.facts ?? [])])]
}

/** Equal for facts that say the same. That a member is suspended is not said by one that only names it. */
function keyOf({ entity, attribute, value, role }: Fact): string {
  return JSON.stringify([entity, attribute, value, role ?? 'full'])
}

/** Of facts that say the same, the newest. */
export function newestOfEach(facts: readonly Fact[]): Fact[] {
  const newestFirst = facts.toSorted(byNewest)
  const newest = new Set([...Map.groupBy(newestFirst, keyOf).values()].flatMap(([first]) => first ?? []))
  return facts.filter((fact) => newest.has(fact))
}

/**
 * The same texts, citing as few publications as possible: of facts among the candidates that say the same, one. Facts of
 * attributes that vary in time stay, because their texts have their dates; members are the exception, unless the texts
 * say since when.
 */
export function citeFewestSources<Text extends TextWithFacts>(
  texts: readonly Text[],
  candidates: readonly Fact[],
  { saysSince = false } = {},
): Text[] {
  const key = (fact: Fact) => `${keyOf(fact)} ${saysSince ? fact.validFrom : ''}`
  const isFixed = ({ attribute }: Fact) => attribute !== 'member' && attributes[attribute].timeVarying
  const cited = texts.flatMap(({ facts = [] }) => facts)
  const articles = new Set(cited.filter(isFixed).map(({ article }) => article))
  const open = new Set(cited.filter((fact) => !isFixed(fact)).map(key))
  const chosen = new Map<string, Fact>()
  while (open.size > 0) {
    const rest = [...cited, ...candidates].filter((fact) => !isFixed(fact) && open.has(key(fact)))
    const weigh = (own: readonly Fact[]) =>
      new Set(own.map(key)).size + (own.some(({ article }) => articles.has(article)) ? open.size : 0)
    const [best = []] = [...Map.groupBy(rest, ({ article }) => article).values()].toSorted(
      (a, b) => weigh(b) - weigh(a) || compareDates(latestOf(b), latestOf(a)),
    )
    for (const fact of newestOfEach(best)) {
      chosen.set(key(fact), fact)
      open.delete(key(fact))
    }
  }
  return texts.map((text) => ({
    ...text,
    ...(text.facts && { facts: [...new Set(text.facts.map((fact) => chosen.get(key(fact)) ?? fact))] }),
  }))
}

function latestOf(facts: readonly Fact[]): string {
  return (
    facts
      .map(({ visibleFrom }) => visibleFrom)
      .toSorted()
      .at(-1) ?? ''
  )
}

/** The publications of facts, each once, in the order of their first fact. */
export function sourcesOf(cited: readonly Fact[], facts: FactSnapshot): Source[] {
  return [...Map.groupBy(cited, ({ article }) => article)].map(([id, own]) => {
    const { shortTitle, url } = facts.getArticle(id)
    const date = shortDates(own)
    return { article: id, title: withoutDate(shortTitle, date), url, date }
  })
}

/** A title without a date at its end that is said after it: "Quad statement", of September 2021. */
function withoutDate(title: string, date: string): string {
  const [end = '', ...parts] = /, (?:(\p{L}{3})\p{L}* )?(?:(\d+), )?(\d{4})$/u.exec(title) ?? []
  const said: readonly string[] = date.match(/\p{L}+|\d+/gu) ?? []
  const isSaid = parts.every((part: string | undefined) => part === undefined || said.includes(part))
  return isSaid ? title.slice(0, title.length - end.length) : title
}

/** "2024 or later", "Aug 5, 2020", "2019"; of several dates, the years. */
function shortDates(facts: readonly Fact[]): string {
  const dates = [...new Set(facts.map(({ asOf }) => formatAsOfShort(asOf)))]
  const [date] = dates
  if (date !== undefined && dates.length === 1) return date
  return yearRange(
    facts.map(({ asOf }) => asOf.first),
    facts.map(({ asOf }) => asOf.last ?? asOf.first),
  )
}

/** "2024 or later", "Sep 2021 or later", "Aug 5, 2020", "2019". */
export function formatAsOfShort({ first, last }: AsOf): string {
  const date = formatDate(first).replace(/^(\p{L}{3})\p{L}*(?= \d{4}$)/u, '$1')
  if (last === null) return `${date} or later`
  return first === last ? date : yearRange([first], [last])
}

/** "2024 or later", "2019", "2012–2014". */
export function formatAsOfYear({ first, last }: AsOf): string {
  return last === null ? `${first.slice(0, 4)} or later` : yearRange([first], [last])
}

function yearRange(firsts: readonly string[], lasts: readonly string[]): string {
  const [from = '', to = ''] = [firsts.toSorted()[0], lasts.toSorted().at(-1)].map((date) =>
    date?.slice(0, 4),
  )
  return from === to ? from : `${from}–${to}`
}

/** Where facts that share an article and a date come from. */
export function citationOf(
  [fact, ...others]: readonly [Fact, ...Fact[]],
  facts: FactSnapshot,
  isOutdated: (fact: Fact) => boolean,
): Citation {
  const article = facts.getArticle(fact.article)
  return {
    title: articleTitle(article),
    url: article.url,
    date: formatAsOf(fact.asOf),
    sections: [...new Set([fact, ...others].map(({ section }) => section))],
    remarks: isOutdated(fact) ? ['over five years old'] : [],
  }
}

const fiveYearsMs = 5 * 365.25 * 24 * 60 * 60 * 1000

/** Whether a fact is over five years old. Facts "in or after 2019" are not: that may be last week. */
export function isOutdatedAt(now: Date): (fact: Fact) => boolean {
  return ({ asOf, visibleFrom }) =>
    asOf.last !== null && now.getTime() - Date.parse(visibleFrom) > fiveYearsMs
}
