// One article or other publication: what it is, and on the pages that follow all of its facts.
import type { Card, Control, Line, Section, ViewState } from '../../core/card.ts'
import { yearsSince } from '../../data/model/dates.ts'
import { kindNames } from '../../data/model/kinds.ts'
import type { Article, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import {
  distinctDates,
  formatAsOf,
  formatDate,
  formatDateInSentence,
  formatList,
  pluralize,
} from '../shared/format.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { paginateSections, statementLines } from '../shared/sections.ts'
import { articleTitle, factsIn } from '../shared/sources.ts'

/** How many of the kinds that an article's facts are about are named. */
const maxNamedKinds = 4

const pageSize = { length: 1400, lines: 10 }

export interface ArticleCardOptions {
  facts: FactSnapshot
  now: Date
  page: number
}

interface ArticleSection extends Section {
  /** Sections of one name are told apart by it. */
  name: string
}

/** What an article is, and on the pages that follow its facts by section. */
export function articleCard(article: Article, { facts, now, page }: ArticleCardOptions): Card {
  const own = facts.factsInArticle(article.id)
  const bySection = Map.groupBy(own, ({ section }) => section)
  const named = article.sections.flatMap(({ name, stated }): ArticleSection[] => {
    const inSection = bySection.get(name)
    return inSection ? [sectionOf(stated ? name : `[${name}]`, inSection, article)] : []
  })
  const unnamed = bySection.get('')
  const all = [...(unnamed ? [sectionOf('', unnamed, article)] : []), ...named]
  const pages = [[], ...paginateSections(all, pageSize)]
  const number = clampPage(page, pages.length)
  const sections = pages[number] ?? []
  const viewOf = (to: number): ViewState => ['source', article.id, to]
  const count = named.length > 0 ? ` in ${pluralize(named.length, 'section')}` : ''
  return {
    heading: { text: articleTitle(article), isTitle: true, url: article.url },
    color: neutralColor,
    verdict: { text: publishedSentence(article, now) },
    sections:
      number === 0
        ? [{ lines: aboutLines(article, `${own.length}${count}`, kindCounts(own, facts)) }]
        : sections,
    notes:
      number === 0
        ? []
        : [[...pageLabel(number, pages.length), `${pluralize(own.length, 'fact')}${count}`].join(' · ')],
    controls: [
      ...sectionMenu(named, pages, ['source', article.id]),
      ...paginationRow(number, pages.length, viewOf),
    ],
    viewState: viewOf(number),
    facts: factsIn(undefined, sections),
  }
}

/** How much it says of what, what is inferred, and from what. */
function aboutLines(
  { kind, licence, publisher, publisherReason, publishedReason, urlReason }: Article,
  count: string,
  kinds: string,
): Line[] {
  return [
    { label: 'Facts', text: `${count}${kinds}` },
    ...(kind !== null ? [{ label: 'Kind', text: kind }] : []),
    ...(licence !== null ? [{ label: 'License', text: licence }] : []),
    ...(publisher !== null && publisherReason !== null
      ? [{ label: 'Publisher', text: `inferred: ${publisherReason}` }]
      : []),
    ...(publishedReason !== null ? [{ label: 'Date', text: `inferred: ${publishedReason}` }] : []),
    ...(urlReason !== null ? [{ label: 'Address', text: `found: ${urlReason}` }] : []),
  ]
}

/** ": 58 about alliances, 20 about countries and 12 about other things", or " about alliances". */
function kindCounts(own: readonly Fact[], facts: FactSnapshot): string {
  const byKind = [...Map.groupBy(own, ({ entity }) => facts.getEntity(entity)?.kind)]
    .flatMap(([kind, same]) => (kind ? [{ name: kindNames[kind].toLowerCase(), count: same.length }] : []))
    .toSorted((a, b) => b.count - a.count)
  const [only, second] = byKind
  if (only && !second) return ` about ${only.name}`
  const others = byKind.slice(maxNamedKinds).reduce((sum, { count }) => sum + count, 0)
  return `: ${formatList([
    ...byKind.slice(0, maxNamedKinds).map(({ name, count }) => `${count} about ${name}`),
    ...(others > 0 ? [`${others} about other things`] : []),
  ])}`
}

function sectionOf(name: string, own: readonly Fact[], { published }: Article): ArticleSection {
  const dates = distinctDates(own)
  return {
    name,
    ...(name !== '' && { heading: { text: name, isTitle: true } }),
    // The date of a section that has its own.
    ...(dates.join() !== formatAsOf(published) && { caption: dates.join(' · ') }),
    isBulleted: true,
    lines: statementLines(own),
  }
}

/** Jumps to the page on which a section begins; several may begin on one page, and values must be unique. */
function sectionMenu(
  sections: readonly ArticleSection[],
  pages: readonly (readonly ArticleSection[])[],
  opens: ViewState,
): Control[] {
  if (sections.length === 0) return []
  const options = sections.map(({ name, lines }, index) => ({
    label: name,
    value: `${pages.findIndex((page) => page.some((section) => section.name === name))}.${index}`,
    description: pluralize(lines.length, 'fact'),
  }))
  return [{ type: 'menu', placeholder: 'Go to a section', opens, options }]
}

/** "Published on August 5, 2020 (Department of Defense); 5 years old." */
function publishedSentence({ publisher, published }: Article, now: Date): string {
  const { first, last } = published
  const when =
    last === null
      ? `in or after ${formatDate(first)}`
      : first === last
        ? formatDateInSentence(first)
        : `between ${formatDate(first)} and ${formatDate(last)}`
  const publisherName = publisher ?? 'publisher not stated'
  return `Published ${when} (${publisherName}); ${describeAge(published, now)}.`
}

/** "5 years old", "6 to 7 years old", "less than 5 years old". */
export function describeAge(published: Article['published'], now: Date): string {
  const { min, max } = yearsSince(published, now)
  if (published.last === null || max === 0)
    return max === 0 ? 'less than a year old' : `less than ${max + 1} years old`
  if (min < max) return `${min} to ${max} years old`
  return max === 1 ? 'a year old' : `${max} years old`
}
