// The help card: three examples to try with a button, and a line for every command.
import { optionNames as sharedOptions } from '../../core/options.ts'
import { EmbedBuilder } from '@discordjs/builders'
import { ApplicationCommandType, ButtonStyle, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import { neutralColor } from '../shared/colors.ts'
import { packCustomId } from '../../core/custom-id.ts'
import { button, buttonRow } from '../shared/components.ts'
import type { Card, ViewState } from '../../core/card.ts'

type Definition = RESTPostAPIApplicationCommandsJSONBody

/** A command as a user types it, and the card that it opens. */
export interface Example {
  command: string
  viewState: ViewState
}

export function helpCard(
  definitions: readonly Definition[],
  examples: readonly Example[],
  articleCount: number,
): Card {
  const embed = new EmbedBuilder()
    .setTitle('What you can ask')
    .setColor(neutralColor)
    .setDescription(definitions.toSorted(menuCommandsLast).map(commandLine).join('\n'))
    .addFields({
      name: 'Good to know',
      value:
        'Names autocomplete as you type. `as_of` looks back to a day. With `private:True` only you see the answer, and Share posts it; with `for` it pings one person. ' +
        `All that a card says is from ${articleCount} articles, each named with its date; “not stated” is not “no”.`,
    })
  const buttons = examples.map(({ command, viewState }) =>
    button(ButtonStyle.Secondary, command, packCustomId(...viewState)),
  )
  return {
    content: `Ask me about U.S. military alliances, partnerships and exercises.${buttons.length > 0 ? ' Press a button below to try it.' : ''}`,
    embeds: [embed.toJSON()],
    components: buttons.length > 0 ? buttonRow(...buttons) : [],
  }
}

function menuCommandsLast(a: Definition, b: Definition): number {
  return Number(isMenuCommand(a)) - Number(isMenuCommand(b))
}

function isMenuCommand({ type }: Definition): boolean {
  return type === ApplicationCommandType.Message
}

/** "/compare first second [third] · …": optional options in brackets, without those that most commands have. */
function commandLine(definition: Definition): string {
  if (isMenuCommand(definition)) return `**${definition.name}** · in the menu of a message, under Apps`
  const options = 'options' in definition ? (definition.options ?? []) : []
  const optionNames = options
    .filter(({ name }) => name !== sharedOptions.ephemeral && name !== sharedOptions.mention)
    .map(({ name, required = false }) => (required ? name : `[${name}]`))
  const description = 'description' in definition ? definition.description : ''
  return `**/${[definition.name, ...optionNames].join(' ')}** · ${description}`
}
