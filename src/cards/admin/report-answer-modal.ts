// The modal in which an operator answers the report of a user.
import { LabelBuilder, ModalBuilder, TextInputBuilder } from 'discord.js'
import { TextInputStyle, type APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Report } from '../../db/reports.ts'

/** Its one field is `text`. */
export function reportAnswerModal(
  { number, answer }: Report,
  customId: string,
): APIModalInteractionResponseCallbackData {
  const text = new TextInputBuilder()
    .setCustomId('text')
    .setStyle(TextInputStyle.Paragraph)
    .setMinLength(1)
    .setMaxLength(1000)
  if (answer !== null) text.setValue(answer)
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(`Answer report ${number}`)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Your answer')
        .setDescription('Sent to the reporter as a direct message from Entente.')
        .setTextInputComponent(text),
    )
    .toJSON()
}
