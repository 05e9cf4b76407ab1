// The card of the Sources button: the facts behind a card, by article and section.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { paginate, statementBlock, type TextBlock } from '../shared/text-blocks.ts'
import type { Card } from '../../core/card.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { superscript, articleTitle } from '../shared/source-footnotes.ts'
import { pluralize, formatAsOf } from '../shared/format.ts'

/** Larger than the default, since there are only sentences; a section's heading may need its article's above it. */
const pageSize = { length: 3000, lines: 20, headingLength: ({ label }: TextBlock) => 2 * label.length }

/** `viewState` opens the card whose sources these are; a page past the last shows the last. */
export function cardSourcesCard(
  { facts: cardFacts = [], embeds }: Card,
  viewState: readonly string[],
  facts: FactSnapshot,
  page: number,
): Card {
  // A card numbers its footnotes in the order of its facts, so the numbers are the same here.
  const isNumbered = embeds.some(({ fields }) => fields?.some(({ name }) => name === 'Sources'))
  const numbers = [...new Set(cardFacts.map(sourceOf))]
  const byArticle = Map.groupBy(cardFacts, articleOf)
  const blocks = [...byArticle.values()].flatMap((own) => [...Map.groupBy(own, sourceOf)].map(blockOf))
  const pages = paginate(blocks, pageSize)
  const number = clampPage(page, Math.max(1, pages.length))
  const byHeading = Map.groupBy(pages[number] ?? [], ({ lines }) => lines[0]?.facts.map(articleOf)[0])
  const embed = new EmbedBuilder()
    .setTitle('Sources')
    .setColor(neutralColor)
    .setDescription([...byHeading.values()].map(formatArticle).join('\n\n') || null)
    .setFooter({
      text: [...pageLabel(number, pages.length), 'Our wording; source shown above each group'].join(' · '),
    })
  return {
    content: `This card rests on ${pluralize(cardFacts.length, 'fact')} from ${pluralize(new Set(cardFacts.map(({ article }) => article)).size, 'article')}.`,
    embeds: [embed.toJSON()],
    components: paginationRow(number, pages.length, (to) => packCustomId('sources', to, ...viewState)),
  }

  function blockOf([source, own]: [string, Fact[]]): TextBlock {
    return statementBlock(source, own)
  }

  /** An article and its facts by section. */
  function formatArticle(blocks: readonly TextBlock[]): string {
    const [first] = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.facts))
    const sections = blocks.map(({ label, lines }) => {
      const mark = isNumbered ? `${superscript(numbers.indexOf(label) + 1)} ` : ''
      const heading = `${mark}__${lines[0]?.facts[0]?.section ?? ''}__`
      return [heading, ...lines.map(({ text }) => `• ${text}`)].join('\n')
    })
    return [first ? headingOf(first) : '', ...sections].join('\n')
  }

  function headingOf({ article: id, asOf }: Fact): string {
    const article = facts.getArticle(id)
    const title = articleTitle(article)
    return `**${article.url === null ? title : `[${title}](<${article.url}>)`}**\n-# ${formatAsOf(asOf)}`
  }
}

function articleOf({ article, asOf }: Fact): string {
  return `${article}\n${formatAsOf(asOf)}`
}

function sourceOf(fact: Fact): string {
  return `${articleOf(fact)}\n${fact.section}`
}
