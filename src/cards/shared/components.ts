// Builders of the buttons and select menus of cards.
import {
  ActionRowBuilder,
  ButtonBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import type { Card } from '../../core/card.ts'
import { limits, truncate } from './discord-limits.ts'

/** Every style of a button that has a custom id. */
export type PressedStyle = Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>

export function button(style: PressedStyle, label: string, customId: string): ButtonBuilder {
  return new ButtonBuilder().setStyle(style).setLabel(label).setCustomId(customId)
}

export function buttonRow(...buttons: ButtonBuilder[]): Card['components'] {
  return [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons).toJSON()]
}

export interface SelectOption {
  label: string
  value: string
  description: string
  isDefault?: boolean
}

/** A select menu of at most 25 options, with labels and descriptions truncated to Discord's limits. */
export function selectMenu(
  customId: string,
  placeholder: string | undefined,
  options: readonly SelectOption[],
): StringSelectMenuBuilder {
  const menu = new StringSelectMenuBuilder().setCustomId(customId)
  if (placeholder !== undefined) menu.setPlaceholder(placeholder)
  return menu.addOptions(
    // Option builders, since plain options cost @discordjs/builders an error each before it accepts them.
    options.slice(0, limits.selectOptions).map(({ label, value, description, isDefault }) => {
      const option = new StringSelectMenuOptionBuilder()
        .setLabel(truncate(label, limits.optionLabel))
        .setValue(value)
        .setDescription(truncate(description, limits.optionDescription))
      return isDefault === undefined ? option : option.setDefault(isDefault)
    }),
  )
}

export function selectMenuRow(...menu: Parameters<typeof selectMenu>): Card['components'] {
  return [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(selectMenu(...menu)).toJSON()]
}
