// What an interaction gives: the options of a command, the answers of a form, and its kind for the log.
import {
  ApplicationCommandOptionType,
  ComponentType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { TargetMessage, ModalSubmission } from '../core/command.ts'
import { namedBot, type RawOptions } from '../core/options.ts'

/** The options of a command or subcommand by name, as far as they are given. */
export function readOptions(interaction: ChatInputCommandInteraction | AutocompleteInteraction): RawOptions {
  const values = interaction.options.data
    .flatMap((option) =>
      option.type === ApplicationCommandOptionType.Subcommand ? (option.options ?? []) : [option],
    )
    .map(({ name, value, user }) => [name, user?.bot ? namedBot : value])
  return Object.fromEntries(values) as RawOptions
}

/** What was written or chosen in a form, by the custom id of each input. */
export function readModalFields({ fields }: ModalSubmitInteraction): ModalSubmission['fields'] {
  const answers: ModalSubmission['fields'] = {}
  for (const field of fields.fields.values()) {
    if (field.type === ComponentType.TextInput) answers[field.customId] = field.value
    if (field.type === ComponentType.StringSelect) answers[field.customId] = field.values
  }
  return answers
}

/** The message whose menu was opened; what was forwarded in it counts as its content. */
export function readTargetMessage({
  targetMessage,
  client,
}: MessageContextMenuCommandInteraction): TargetMessage {
  const { id, content, author, messageSnapshots } = targetMessage
  const parts = [targetMessage, ...messageSnapshots.values()]
  const customIds: string[] = []
  const unread = new Set<string>()
  if (parts.some(({ embeds }) => embeds.length > 0)) unread.add('embeds')
  if (parts.some(({ attachments }) => attachments.size > 0)) unread.add('files')
  JSON.stringify(
    parts.map((part) => part.components),
    (key, value: unknown) => {
      if (key === 'custom_id' && typeof value === 'string') customIds.push(value)
      if (key === 'type' && value === ComponentType.TextDisplay) unread.add('text components')
      return value
    },
  )
  return {
    id,
    unread: [...unread],
    content: [content, ...messageSnapshots.map((forwarded) => forwarded.content)].join('\n'),
    isOwn: author.id === client.user.id,
    customIds,
  }
}

/** What kind of interaction the log says it is. */
export function interactionKind(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return 'autocomplete'
  if (interaction.isModalSubmit()) return 'modal'
  return interaction.isMessageComponent() ? 'press' : 'command'
}
