// The articles behind the facts, with publisher, date and age; other publications follow, by title.
import type { Card, Control, ViewState } from '../../core/card.ts'
import { compareDates } from '../../data/model/dates.ts'
import type { Article } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { limits, truncate } from '../shared/discord-limits.ts'
import { formatAsOf, formatList, pluralize } from '../shared/format.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { articleTitle, bracketNote } from '../shared/sources.ts'
import { describeAge, type ArticleCardOptions } from './article-card.ts'

const articlesPerPage = 10

/** In characters, with addresses, of a page of the list. */
const listLength = 2800

/** In characters, of each of the two titles between which a page is. */
const maxTitle = 45

/** The articles, newest first, and from a page of their own the publications of the reference shelf by title. */
export function articlesCard({ facts, now, page }: ArticleCardOptions): Card {
  const [articles, others] = [isNoReference, isReference].map((isOfShelf) =>
    facts.articles().filter(isOfShelf),
  )
  const newestFirst = (articles ?? []).toSorted((a, b) => compareDates(latest(b), latest(a)))
  const pages = [newestFirst, others ?? []].flatMap(packArticles)
  const number = clampPage(page, pages.length)
  const items = pages[number] ?? []
  const counts = [
    pluralize(newestFirst.length, 'article'),
    ...(others?.length ? [pluralize(others.length, 'other publication')] : []),
  ]
  const note = bracketNote(items)
  const small = [...pageLabel(number, pages.length), ...note]
  return {
    heading: { text: 'The articles behind the facts' },
    color: neutralColor,
    verdict: { text: `All ${facts.count} facts come from ${formatList(counts)}.` },
    sections: items.map((article) => ({
      heading: { text: articleTitle(article), isTitle: true, url: article.url },
      caption: describe(article, now),
      lines: [],
    })),
    notes: small.length > 0 ? [small.join(' · ')] : [],
    controls: [
      ...articleMenu(items, facts, ['source']),
      ...pageMenu(pages),
      ...paginationRow(number, pages.length, (to) => ['source', '', to]),
    ],
    viewState: ['source', '', number],
  }
}

const isReference = ({ shelf }: Article) => shelf === 'reference'
const isNoReference = (article: Article) => !isReference(article)

/** Pages that hold whatever their titles and addresses need. */
function packArticles(articles: readonly Article[]): Article[][] {
  const pages: Article[][] = []
  let left = 0
  for (const article of articles) {
    const { title, publisher, url } = article
    const length = `${title}${publisher ?? ''}${url ?? ''}`.length + '[](<>) · ****-#'.length + 80
    const page = pages.at(-1)
    if (page && length <= left && page.length < articlesPerPage) page.push(article)
    else {
      pages.push([article])
      left = listLength
    }
    left -= length
  }
  return pages
}

/** Jumps in a long list; where there are too many pages for a menu, to every second or third. */
function pageMenu(pages: readonly (readonly Article[])[]): Control[] {
  if (pages.length < 4) return []
  const step = Math.ceil(pages.length / limits.selectOptions)
  const options = pages.flatMap((page, number) => {
    const last = pages[Math.min(number + step, pages.length) - 1]?.at(-1)
    const [first] = page
    if (number % step > 0 || !first || !last) return []
    return [
      {
        label: [first, last].map(({ title }) => truncate(title, maxTitle)).join(' – '),
        value: String(number),
      },
    ]
  })
  return [{ type: 'menu', placeholder: 'Go to a page of the list', opens: ['source', ''], options }]
}

/** A menu of articles, whose values are article ids; of publications of the reference shelf it names the date too. */
export function articleMenu(articles: readonly Article[], facts: FactSnapshot, opens: ViewState): [Control] {
  const options = articles.map((article) => ({
    label: articleTitle(article),
    value: article.id,
    description: [
      pluralize(facts.factsInArticle(article.id).length, 'fact'),
      ...(isReference(article) ? [formatAsOf(article.published), article.publisher] : []),
    ].join(' · '),
  }))
  return [{ type: 'menu', placeholder: 'Read what an article says', opens, options }]
}

/** "U.S. Department of Defense (inferred) · Aug 5, 2020 · 5 years old". */
function describe({ publisher, publisherReason, published, kind }: Article, now: Date): string {
  const name =
    publisher === null
      ? 'Publisher not stated'
      : `${publisher}${publisherReason === null ? '' : ' (inferred)'}`
  return [name, ...(kind === null ? [] : [kind]), formatAsOf(published), describeAge(published, now)].join(
    ' · ',
  )
}

function latest({ published: { first, last } }: Article): string {
  return last ?? first
}
