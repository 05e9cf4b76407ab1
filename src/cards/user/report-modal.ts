// The modal in which a user reports an error on a card: which fact, and what is wrong with it.
import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import { TextInputStyle, type APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { selectMenu } from '../shared/components.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { articleTitle } from '../shared/source-footnotes.ts'
import { formatAsOf } from '../shared/format.ts'

/** In characters. */
export const reportLength = { min: 10, max: 1000 }

/** Its fields are `fact`, the id of one of the first 25 facts, and `text`. */
export function reportModal(
  cardFacts: readonly Fact[],
  facts: FactSnapshot,
  customId: string,
): APIModalInteractionResponseCallbackData {
  const menu = selectMenu(
    'fact',
    'Choose one',
    cardFacts.map((fact) => ({
      label: fact.statement,
      value: fact.id,
      description: sourceOf(fact, facts),
    })),
  )
  const text = new TextInputBuilder()
    .setCustomId('text')
    .setStyle(TextInputStyle.Paragraph)
    .setMinLength(reportLength.min)
    .setMaxLength(reportLength.max)
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle('Report an error')
    .addLabelComponents(
      new LabelBuilder().setLabel('Which fact is wrong?').setStringSelectMenuComponent(menu),
      new LabelBuilder()
        .setLabel('What is wrong with it?')
        .setDescription("If you can, say where you read it. Don't include private information.")
        .setTextInputComponent(text),
    )
    .toJSON()
}

/** If there is too little room, the title is truncated and never the date. */
function sourceOf({ article, asOf }: Fact, facts: FactSnapshot): string {
  const date = `, ${formatAsOf(asOf)}`
  return truncate(articleTitle(facts.getArticle(article)), limits.optionDescription - date.length) + date
}
