// The facts behind a card, word for word, under their article and section: what "Sources" opens.
import { EmbedBuilder } from '@discordjs/builders'
import { packCustomId } from '../../core/custom-id.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { neutralColor } from '../shared/colors.ts'
import { paginate, type TextBlock } from '../shared/text-blocks.ts'
import type { Card } from '../../core/card.ts'
import { clampPage, pageLabel, paginationRow } from '../shared/pagination.ts'
import { superscript, articleTitle } from '../shared/source-footnotes.ts'
import { pluralize, formatAsOf } from '../shared/format.ts'

/** A page of sentences alone holds more; the heading of a section may need that of its article above it. */
const pageSize = { length: 3000, lines: 20, heading: ({ label }: TextBlock) => 2 * label.length }

/** `view` opens the card again that the facts are behind; a page past the last is the last. */
export function factsCard(
  { facts: told = [], embeds }: Card,
  view: readonly string[],
  facts: FactSnapshot,
  page: number,
): Card {
  // A card that numbers its sources does so in the order of its facts, and the same numbers stand here.
  const isNumbered = embeds.some(({ fields }) => fields?.some(({ name }) => name === 'Sources'))
  const numbers = [...new Set(told.map(sourceOf))]
  const byArticle = Map.groupBy(told, articleOf)
  const blocks = [...byArticle.values()].flatMap((own) => [...Map.groupBy(own, sourceOf)].map(blockOf))
  const pages = paginate(blocks, pageSize)
  const number = clampPage(page, Math.max(1, pages.length))
  const shown = Map.groupBy(pages[number] ?? [], ({ lines }) => lines[0]?.facts.map(articleOf)[0])
  const embed = new EmbedBuilder()
    .setTitle('Sources')
    .setColor(neutralColor)
    .setDescription([...shown.values()].map(write).join('\n\n') || null)
    .setFooter({
      text: [...pageLabel(number, pages.length), 'Our wording; source shown above each group'].join(' · '),
    })
  return {
    content: `This card rests on ${pluralize(told.length, 'fact')} from ${pluralize(new Set(told.map(({ article }) => article)).size, 'article')}.`,
    embeds: [embed.toJSON()],
    components: paginationRow(number, pages.length, (to) => packCustomId('sources', to, ...view)),
  }

  function blockOf([source, own]: [string, Fact[]]): TextBlock {
    const lines = own.map((fact) => ({ text: fact.statement, facts: [fact] }))
    return { label: source, lines, isBulleted: true }
  }

  /** An article and what stands in each of its sections. */
  function write(blocks: readonly TextBlock[]): string {
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
