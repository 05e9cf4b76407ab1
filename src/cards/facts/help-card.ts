// What there is to ask: three things to try, each one press away, and a line for every command.
import { EmbedBuilder } from '@discordjs/builders'
import { ApplicationCommandType, ButtonStyle, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import { neutralColor } from '../shared/colors.ts'
import { packCustomId } from '../../core/custom-id.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card, ViewState } from '../../core/card.ts'

type Definition = RESTPostAPIApplicationCommandsJSONBody

/** A command as it is typed, and what it opens. */
export interface Suggestion {
  typed: string
  view: ViewState
}

export function helpCard(
  definitions: readonly Definition[],
  tries: readonly Suggestion[],
  articles: number,
): Card {
  const embed = new EmbedBuilder()
    .setTitle('What you can ask')
    .setColor(neutralColor)
    .setDescription(definitions.toSorted(menuCommandsLast).map(line).join('\n'))
    .addFields({
      name: 'Good to know',
      value:
        'Names autocomplete as you type. `as_of` looks back to a day. With `private:True` only you see the answer, and Share posts it; with `for` it pings one person. ' +
        `All that a card says is from ${articles} articles, each named with its date; “not stated” is not “no”.`,
    })
  const buttons = tries.map(({ typed, view }) => button(ButtonStyle.Secondary, typed, packCustomId(...view)))
  return {
    content: `Ask me about U.S. military alliances, partnerships and exercises.${buttons.length > 0 ? ' Press a button below to try it.' : ''}`,
    embeds: [embed.toJSON()],
    components: buttons.length > 0 ? buttonRow(...buttons) : [],
  }
}

function menuCommandsLast(one: Definition, other: Definition): number {
  return Number(isInMenu(one)) - Number(isInMenu(other))
}

function isInMenu({ type }: Definition): boolean {
  return type === ApplicationCommandType.Message
}

/** "/compare first second [third]: …"; what stands in brackets may be left out, and what most have is told below. */
function line(definition: Definition): string {
  if (isInMenu(definition)) return `**${definition.name}** · in the menu of a message, under Apps`
  const options = 'options' in definition ? (definition.options ?? []) : []
  const written = options
    .filter(({ name }) => name !== 'private' && name !== 'for')
    .map(({ name, required = false }) => (required ? name : `[${name}]`))
  const told = 'description' in definition ? definition.description : ''
  return `**/${[definition.name, ...written].join(' ')}** · ${told}`
}
