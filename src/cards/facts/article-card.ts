// The articles behind the facts: a list with publisher, date and age, or one article with all of its facts.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import { yearsSince } from '../../data/model/dates.ts'
import { selectMenuRow } from '../shared/components.ts'
import type { Article, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { paginate, statementBlock, type TextBlock } from '../shared/text-blocks.ts'
import type { Card, ViewState } from '../../core/card.ts'
import { kindNames } from '../../data/model/kinds.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { articleTitle } from '../shared/source-footnotes.ts'
import { pluralize, formatAsOf, formatList, paragraphBreak } from '../shared/format.ts'

const articlesPerPage = 5

/** How many of the kinds that an article's facts are about are named. */
const maxNamedKinds = 4

/** Larger than the default, since there are only sentences. */
const pageSize = { length: 2600, lines: 20, headingLength: ({ label }: TextBlock) => label.length }

interface ArticleCardOptions {
  facts: FactSnapshot
  now: Date
  page: number
}

/** Every article, newest first. */
export function articlesCard({ facts, now, page }: ArticleCardOptions): Card {
  const articles = facts.articles.toSorted((a, b) => latest(b).localeCompare(latest(a)))
  const count = Math.max(1, Math.ceil(articles.length / articlesPerPage))
  const number = clampPage(page, count)
  const visible = articles.slice(number * articlesPerPage, (number + 1) * articlesPerPage)
  const embed = new EmbedBuilder()
    .setTitle('The articles behind the facts')
    .setColor(neutralColor)
    .addFields(
      visible.map((article) => {
        const articleFacts = facts.factsInArticle(article.id)
        const about = articleFacts.length > 0 ? `: ${kindCounts(articleFacts, facts)}` : ''
        const lines = [...describe(article, now), pluralize(articleFacts.length, 'fact') + about]
        return { name: articleTitle(article), value: truncate(lines.join('\n'), limits.fieldValue) }
      }),
    )
    .setFooter({
      text: [...pageLabel(number, count), 'Titles in [brackets] are ours'].join(' · '),
    })
  return {
    content: `All ${facts.count} facts rest on ${articles.length} articles.`,
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, count, (to) => packCustomId('source', '', to), 'More articles'),
      ...articleMenu(visible, facts, packCustomId('source')),
    ],
    viewState: ['source', '', number],
  }
}

/** A menu of articles, whose values are article ids. */
export function articleMenu(
  articles: readonly Article[],
  facts: FactSnapshot,
  customId: string,
): Card['components'] {
  return selectMenuRow(
    customId,
    'Read what an article says',
    articles.map((article) => ({
      label: articleTitle(article),
      value: article.id,
      description: pluralize(facts.factsInArticle(article.id).length, 'fact'),
    })),
  )
}

/** One article's facts by section. */
export function articleCard(article: Article, { facts, now, page }: ArticleCardOptions): Card {
  const articleFacts = facts.factsInArticle(article.id)
  const bySection = Map.groupBy(articleFacts, ({ section }) => section)
  const sections = article.sections.filter(({ name }) => bySection.has(name))
  const blocks = sections.map(({ name, stated }): TextBlock => {
    const own = bySection.get(name) ?? []
    return statementBlock((stated ? name : `[${name}]`) + ownDate(own, article), own)
  })
  const pages = paginate(blocks, pageSize)
  const number = clampPage(page, Math.max(1, pages.length))
  const visible = pages[number] ?? []
  const viewStateOf = (to: number): ViewState => ['source', article.id, to]
  const text = visible.map(({ label, lines }) =>
    [`**${label}**`, ...lines.map((line) => `• ${line.text}`)].join('\n'),
  )
  const embed = new EmbedBuilder()
    .setTitle(articleTitle(article))
    .setURL(article.url)
    .setColor(neutralColor)
    .setDescription(
      (number === 0 ? `${describe(article, now).join('\n')}${paragraphBreak}` : '') + text.join('\n\n'),
    )
    .setFooter({
      text: [
        ...pageLabel(number, pages.length),
        `${pluralize(articleFacts.length, 'fact')} in ${sections.length} sections`,
      ].join(' · '),
    })
  const sectionStarts = blocks.map(({ label, lines }) => ({
    label,
    page: pages.findIndex((pageBlocks) => pageBlocks.some((block) => block.label === label)),
    description: pluralize(lines.length, 'fact'),
  }))
  return {
    content: `**${articleTitle(article)}**: ${describe(article, now)[0] ?? ''}. ${pluralize(articleFacts.length, 'fact')} rest on it.`,
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId(...viewStateOf(to))),
      ...(pages.length > 1
        ? selectMenuRow(
            packCustomId('source', article.id),
            'Go to a section',
            // Several sections may begin on one page, and values must be unique.
            sectionStarts.map((section, index) => ({ ...section, value: `${section.page}.${index}` })),
          )
        : []),
    ],
    viewState: viewStateOf(number),
    facts: visible.flatMap(({ lines }) => lines.flatMap((line) => line.facts)),
  }
}

/** Publisher, date, age, what is inferred and why, and a link. */
function describe(article: Article, now: Date): string[] {
  const { publisher, publisherReason, published, publishedReason, url } = article
  const publisherName =
    publisher === null
      ? 'Publisher not stated'
      : `${publisher}${publisherReason === null ? '' : ' (inferred)'}`
  const reasons = [
    ...(publisher !== null && publisherReason !== null
      ? [`Publisher inferred from: ${publisherReason}`]
      : []),
    ...(publishedReason !== null ? [`Date inferred: ${publishedReason}`] : []),
  ]
  return [
    `${publisherName} · ${formatAsOf(published)} · ${describeAge(published, now)}`,
    ...reasons.map((reason) => `-# ${reason}`),
    ...(url === null ? [] : [`[Read the article](<${url}>)`]),
  ]
}

/** "5 years old", "6 to 7 years old", "less than 5 years old". */
function describeAge(published: Article['published'], now: Date): string {
  const { min, max } = yearsSince(published, now)
  if (published.last === null || max === 0)
    return max === 0 ? 'less than a year old' : `less than ${max + 1} years old`
  if (min < max) return `${min} to ${max} years old`
  return max === 1 ? 'a year old' : `${max} years old`
}

/** "58 about alliances, 20 about countries and 12 about other things". */
function kindCounts(articleFacts: readonly Fact[], facts: FactSnapshot): string {
  const byKind = [...Map.groupBy(articleFacts, ({ entity }) => facts.getEntity(entity)?.kind)]
    .flatMap(([kind, own]) => (kind ? [{ name: kindNames[kind].toLowerCase(), count: own.length }] : []))
    .toSorted((a, b) => b.count - a.count)
  const others = byKind.slice(maxNamedKinds).reduce((sum, { count }) => sum + count, 0)
  return formatList([
    ...byKind.slice(0, maxNamedKinds).map(({ name, count }) => `${count} about ${name}`),
    ...(others > 0 ? [`${others} about other things`] : []),
  ])
}

/** The date of a section that has its own. */
function ownDate([fact]: readonly Fact[], { published }: Article): string {
  const own = fact && formatAsOf(fact.asOf)
  return own === undefined || own === formatAsOf(published) ? '' : ` · ${own}`
}

function latest({ published: { first, last } }: Article): string {
  return last ?? first
}
