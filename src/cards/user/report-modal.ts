// The modal in which a user reports an error on a card: which fact, and what is wrong with it.
import {
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
  TextInputBuilder,
} from 'discord.js'
import { TextInputStyle, type APIModalInteractionResponseCallbackData } from 'discord.js'
import type { FormatDates } from '../../core/card.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { truncate, limits } from '../shared/discord-limits.ts'
import { formatAsOf } from '../shared/format.ts'
import { articleTitle } from '../shared/sources.ts'

/** In characters. */
export const reportLength = { min: 10, max: 1000 }

interface ReportWording {
  /** The label of the menu. */
  fact: string
  /** The label of the text, and what is said below it. */
  text: string
  hint: string
  /** What the text begins with. */
  start: string
}

const ofCard: ReportWording = {
  fact: 'Which fact is wrong?',
  text: 'What is wrong with it?',
  hint: "If you can, say where you read it. Don't include private information.",
  start: '',
}

/** Its fields are `fact`, the id of one of the first 25 facts, and `text`. */
export function reportModal(
  cardFacts: readonly Fact[],
  facts: FactSnapshot,
  customId: string,
  formatDates: FormatDates,
  { fact, text: label, hint, start }: ReportWording = ofCard,
): APIModalInteractionResponseCallbackData {
  const menu = new StringSelectMenuBuilder()
    .setCustomId('fact')
    .setPlaceholder('Choose one')
    .addOptions(
      cardFacts.slice(0, limits.selectOptions).map((fact) =>
        new StringSelectMenuOptionBuilder()
          .setLabel(truncate(formatDates(fact.statement), limits.optionLabel))
          .setValue(fact.id)
          .setDescription(sourceOf(fact, facts, formatDates)),
      ),
    )
  const text = new TextInputBuilder()
    .setCustomId('text')
    .setStyle(TextInputStyle.Paragraph)
    .setMinLength(reportLength.min)
    .setMaxLength(reportLength.max)
  if (start !== '') text.setValue(truncate(start, 200))
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle('Report an error')
    .addLabelComponents(
      new LabelBuilder().setLabel(fact).setStringSelectMenuComponent(menu),
      new LabelBuilder().setLabel(label).setDescription(hint).setTextInputComponent(text),
    )
    .toJSON()
}

/** If there is too little room, the title is truncated and never the date. */
function sourceOf({ article, asOf }: Fact, facts: FactSnapshot, formatDates: FormatDates): string {
  const date = `, ${formatDates(formatAsOf(asOf))}`
  return truncate(articleTitle(facts.getArticle(article)), limits.optionDescription - date.length) + date
}
