// The form in which a user says what is wrong on a card: which of its facts, and what about it.
import {
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
  TextInputBuilder,
} from '@discordjs/builders'
import { TextInputStyle, type APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { articleTitle } from '../shared/source-footnotes.ts'
import { formatAsOf } from '../shared/format.ts'

/** What a report may say, in characters. */
export const reportLength = { min: 10, max: 1000 }

/** Its answers are `fact`, the id of one of the first 25 facts, and `text`. */
export function reportForm(
  told: readonly Fact[],
  facts: FactSnapshot,
  customId: string,
): APIModalInteractionResponseCallbackData {
  const menu = new StringSelectMenuBuilder()
    .setCustomId('fact')
    .setPlaceholder('Choose one')
    .addOptions(
      told
        .slice(0, limits.selectOptions)
        .map((fact) =>
          new StringSelectMenuOptionBuilder()
            .setLabel(truncate(fact.statement, limits.optionLabel))
            .setValue(fact.id)
            .setDescription(sourceOf(fact, facts)),
        ),
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

/** Where there is too little room the title is cut, and never the date. */
function sourceOf({ article, asOf }: Fact, facts: FactSnapshot): string {
  const date = `, ${formatAsOf(asOf)}`
  return truncate(articleTitle(facts.getArticle(article)), limits.optionDescription - date.length) + date
}
