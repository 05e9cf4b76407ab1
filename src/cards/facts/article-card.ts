// The articles behind the facts: all of them with what each is, how old and how sure; or one with all that it says.
import {
  ActionRowBuilder,
  EmbedBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import type { Article, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { paginate, type TextBlock } from '../shared/text-blocks.ts'
import type { Card, ViewState } from '../../core/card.ts'
import { kindNames } from '../../data/model/kinds.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { articleTitle } from '../shared/source-footnotes.ts'
import { pluralize, formatAsOf, formatList, paragraphBreak } from '../shared/format.ts'

/** How many articles stand on one page. */
const articlesAPage = 5

/** How many kinds of things are named of those that an article's facts are about. */
const kindsNamed = 4

/** A page of sentences alone holds more. */
const pageSize = { length: 2600, lines: 20, heading: ({ label }: TextBlock) => label.length }

interface SourceCardOptions {
  facts: FactSnapshot
  now: Date
  page: number
}

/** Every article, newest first. */
export function articlesCard({ facts, now, page }: SourceCardOptions): Card {
  const articles = facts.articles.toSorted((a, b) => latest(b).localeCompare(latest(a)))
  const count = Math.max(1, Math.ceil(articles.length / articlesAPage))
  const number = clampPage(page, count)
  const shown = articles.slice(number * articlesAPage, (number + 1) * articlesAPage)
  const embed = new EmbedBuilder()
    .setTitle('The articles behind the facts')
    .setColor(neutralColor)
    .addFields(
      shown.map((article) => {
        const told = facts.inArticle(article.id)
        const about = told.length > 0 ? `: ${kindsOf(told, facts)}` : ''
        const lines = [...describe(article, facts, now), pluralize(told.length, 'fact') + about]
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
      ...articleMenu(shown, facts, packCustomId('source')),
    ],
    viewState: ['source', '', number],
  }
}

/** A menu of articles; a choice comes back under the custom id with the article's id. */
export function articleMenu(
  articles: readonly Article[],
  facts: FactSnapshot,
  customId: string,
): Card['components'] {
  return menu(
    'Read what an article says',
    customId,
    articles.map((article) => ({
      label: articleTitle(article),
      value: article.id,
      description: pluralize(facts.inArticle(article.id).length, 'fact'),
    })),
  )
}

/** One article's facts by section. */
export function articleCard(article: Article, { facts, now, page }: SourceCardOptions): Card {
  const told = facts.inArticle(article.id)
  const bySection = Map.groupBy(told, ({ section }) => section)
  const sections = article.sections.filter(({ name }) => bySection.has(name))
  const blocks = sections.map(({ name, stated }): TextBlock => {
    const own = bySection.get(name) ?? []
    return {
      label: (stated ? name : `[${name}]`) + ownDate(own, article),
      lines: own.map((fact) => ({ text: fact.statement, facts: [fact] })),
      isBulleted: true,
    }
  })
  const pages = paginate(blocks, pageSize)
  const number = clampPage(page, Math.max(1, pages.length))
  const shown = pages[number] ?? []
  const viewOf = (to: number): ViewState => ['source', article.id, to]
  const text = shown.map(({ label, lines }) =>
    [`**${label}**`, ...lines.map((line) => `• ${line.text}`)].join('\n'),
  )
  const embed = new EmbedBuilder()
    .setTitle(articleTitle(article))
    .setURL(article.url)
    .setColor(neutralColor)
    .setDescription(
      (number === 0 ? `${describe(article, facts, now).join('\n')}${paragraphBreak}` : '') +
        text.join('\n\n'),
    )
    .setFooter({
      text: [
        ...pageLabel(number, pages.length),
        `${pluralize(told.length, 'fact')} in ${sections.length} sections`,
      ].join(' · '),
    })
  const beginnings = blocks.map(({ label, lines }) => ({
    label,
    page: pages.findIndex((blocksOf) => blocksOf.some((block) => block.label === label)),
    description: pluralize(lines.length, 'fact'),
  }))
  return {
    content: `**${articleTitle(article)}**: ${describe(article, facts, now)[0] ?? ''}. ${pluralize(told.length, 'fact')} rest on it.`,
    embeds: [embed.toJSON()],
    components: [
      ...paginationRow(number, pages.length, (to) => packCustomId(...viewOf(to))),
      ...(pages.length > 1
        ? menu(
            'Go to a section',
            packCustomId('source', article.id),
            // Several sections may begin on one page, and values must differ.
            beginnings.map((one, index) => ({ ...one, value: `${one.page}.${index}` })),
          )
        : []),
    ],
    viewState: viewOf(number),
    facts: shown.flatMap(({ lines }) => lines.flatMap((line) => line.facts)),
  }
}

function menu(
  placeholder: string,
  customId: string,
  options: readonly { label: string; value: string; description: string }[],
): Card['components'] {
  const built = new StringSelectMenuBuilder()
    .setCustomId(customId)
    .setPlaceholder(placeholder)
    .addOptions(
      options
        .slice(0, limits.selectOptions)
        .map(({ label, value, description }) =>
          new StringSelectMenuOptionBuilder()
            .setLabel(truncate(label, limits.optionLabel))
            .setValue(value)
            .setDescription(description),
        ),
    )
  return [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(built).toJSON()]
}

/** Who published it and when, how old that makes it, how sure that is, and where it can be read. */
function describe(article: Article, facts: FactSnapshot, now: Date): string[] {
  const { publisher, publisherWhy, published, publishedWhy, url } = article
  const who =
    publisher === null ? 'Publisher not stated' : `${publisher}${publisherWhy === null ? '' : ' (inferred)'}`
  const reasons = [
    ...(publisher !== null && publisherWhy !== null ? [`Publisher inferred from: ${publisherWhy}`] : []),
    ...(publishedWhy !== null ? [`Date inferred: ${publishedWhy}`] : []),
  ]
  return [
    `${who} · ${formatAsOf(published)} · ${ageOf(published, facts, now)}`,
    ...reasons.map((reason) => `-# ${reason}`),
    ...(url === null ? [] : [`[Read the article](<${url}>)`]),
  ]
}

/** "5 years old", "6 to 7 years old", "less than 5 years old". */
function ageOf(published: Article['published'], facts: FactSnapshot, now: Date): string {
  const { least, most } = facts.yearsSince(published, now)
  if (published.last === null || most === 0)
    return most === 0 ? 'less than a year old' : `less than ${most + 1} years old`
  if (least < most) return `${least} to ${most} years old`
  return most === 1 ? 'a year old' : `${most} years old`
}

/** "58 about alliances, 20 about countries and 12 about other things". */
function kindsOf(told: readonly Fact[], facts: FactSnapshot): string {
  const byKind = [...Map.groupBy(told, ({ entity }) => facts.getEntity(entity)?.kind)]
    .flatMap(([kind, own]) => (kind ? [{ name: kindNames[kind].toLowerCase(), count: own.length }] : []))
    .toSorted((a, b) => b.count - a.count)
  const others = byKind.slice(kindsNamed).reduce((sum, { count }) => sum + count, 0)
  return formatList([
    ...byKind.slice(0, kindsNamed).map(({ name, count }) => `${count} about ${name}`),
    ...(others > 0 ? [`${others} about other things`] : []),
  ])
}

/** The date of a section that has one of its own. */
function ownDate([fact]: readonly Fact[], { published }: Article): string {
  const own = fact && formatAsOf(fact.asOf)
  return own === undefined || own === formatAsOf(published) ? '' : ` · ${own}`
}

function latest({ published: { first, last } }: Article): string {
  return last ?? first
}
