// The facts behind a card, word for word, under their article and section: what "Sources" opens.
import { EmbedBuilder } from 'discord.js'
import { packCustomId } from '../custom-id.ts'
import type { Fact } from '../data/shapes.ts'
import type { Facts } from '../data/store.ts'
import type { Card } from './card.ts'
import { pageRow } from './pages.ts'
import { titleOf } from './sources.ts'
import { formatAsOf } from './text.ts'

const factsAPage = 10

/** `view` opens the card again that the facts are behind; a page past the last is the last. */
export function factsCard(
  { facts: told = [] }: Card,
  view: readonly string[],
  facts: Facts,
  page: number,
): Card {
  const sorted = told.toSorted((a, b) => sourceOf(a).localeCompare(sourceOf(b)))
  const count = Math.max(1, Math.ceil(sorted.length / factsAPage))
  const number = Number.isInteger(page) ? Math.min(Math.max(0, page), count - 1) : 0
  const shown = sorted.slice(number * factsAPage, (number + 1) * factsAPage)
  const sections = [...Map.groupBy(shown, sourceOf).values()].map((together) => {
    const [{ article, section, asOf }] = together as [Fact, ...Fact[]]
    const heading = `**${titleOf(facts.article(article))}**\n-# ${section} · ${formatAsOf(asOf)}`
    return [heading, ...together.map(({ statement }) => `• ${statement}`)].join('\n')
  })
  const summary = `This card rests on ${told.length} ${told.length === 1 ? 'fact' : 'facts'}.`
  const embed = new EmbedBuilder().setTitle('Sources').setDescription(sections.join('\n\n'))
  return {
    content: summary,
    embeds: [embed.toJSON()],
    rows: pageRow(number, count, (to) => packCustomId('facts', to, ...view)),
  }
}

function sourceOf({ article, section, asOf }: Fact): string {
  return [article, section, formatAsOf(asOf)].join('\n')
}
