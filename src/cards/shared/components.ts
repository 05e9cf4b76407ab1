// Buttons and the row they stand in.
import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import type { Card } from '../../core/card.ts'

/** Every style of a button that is pressed and not followed as a link. */
export type PressedStyle = Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>

export function button(style: PressedStyle, label: string, customId: string): ButtonBuilder {
  return new ButtonBuilder().setStyle(style).setLabel(label).setCustomId(customId)
}

export function buttonRow(...buttons: ButtonBuilder[]): Card['components'] {
  return [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons).toJSON()]
}
