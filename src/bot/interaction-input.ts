// Reads an interaction: options, modal fields, the target message, and its kind for the log.
import {
  ApplicationCommandOptionType,
  ComponentType,
  EmbedType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Embed,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js'
import type { TargetMessage } from '../core/command.ts'
import type { ModalSubmission } from '../core/interaction-handler.ts'
import { botUser, type ChosenChannel, type RawOptions } from '../core/options.ts'
import type { InteractionKind } from '../monitoring/metrics-recorder.ts'
import { isObject } from './interaction-payload.ts'

/** The options of a command or subcommand that were filled in, by name. */
export function readOptions(interaction: ChatInputCommandInteraction | AutocompleteInteraction): RawOptions {
  const values = interaction.options.data
    .flatMap((option) =>
      option.type === ApplicationCommandOptionType.Subcommand ? (option.options ?? []) : [option],
    )
    .map(({ name, value, user, type, attachment, channel }) => {
      if (type === ApplicationCommandOptionType.Attachment)
        return [name, attachment && { name: attachment.name, size: attachment.size, url: attachment.url }]
      if (type === ApplicationCommandOptionType.Channel) return [name, readChannel(channel)]
      return [name, user?.bot ? botUser : value]
    })
  return Object.fromEntries(values) as RawOptions
}

/** A channel as the payload was reduced to; without permissions, nobody has any there. */
function readChannel(channel: unknown): ChosenChannel | undefined {
  if (!isObject(channel) || typeof channel['id'] !== 'string') return undefined
  const bits = (value: unknown) => (/^\d+$/.test(String(value)) ? BigInt(String(value)) : 0n)
  return {
    id: channel['id'],
    isThread: channel['is_thread'] === true,
    memberPermissions: bits(channel['permissions']),
    appPermissions: bits(channel['app_permissions']),
  }
}

/** What was entered or chosen in a modal, by the custom id of each input. */
export function readModalFields({ fields }: ModalSubmitInteraction): ModalSubmission['fields'] {
  const values: ModalSubmission['fields'] = {}
  for (const field of fields.fields.values()) {
    if (field.type === ComponentType.TextInput) values[field.customId] = field.value
    if (field.type === ComponentType.StringSelect) values[field.customId] = field.values
  }
  return values
}

/**
 * The message on which a message command was used; its embeds, text components and forwarded messages
 * count as its content.
 */
export function readTargetMessage({
  targetMessage,
  client,
}: MessageContextMenuCommandInteraction): TargetMessage {
  const { id, content, author, messageSnapshots } = targetMessage
  const parts = [targetMessage, ...messageSnapshots.values()]
  const unread = new Set<string>()
  // What Discord shows of a link is not the writer's own text.
  const embeds = parts.flatMap((part) => part.embeds)
  const [own, previews] = [embeds.filter(isOwnEmbed), embeds.filter((embed) => !isOwnEmbed(embed))]
  if (previews.length > 0) unread.add('link previews')
  if (parts.some(({ attachments }) => attachments.size > 0)) unread.add('files')
  const components = parts.map((part) => part.components)
  return {
    id,
    unread: [...unread],
    content: [
      content,
      ...messageSnapshots.map((forwarded) => forwarded.content),
      ...own.flatMap(({ title, description, fields, footer }) => [
        title,
        description,
        ...fields.flatMap(({ name, value }) => [name, value]),
        footer?.text,
      ]),
      // Of all components, only text displays have content.
      ...stringsIn(components, 'content'),
    ]
      .filter(Boolean)
      .join('\n'),
    isOwn: author.id === client.user.id,
    customIds: customIdsIn(components),
  }
}

function isOwnEmbed({ data }: Embed): boolean {
  return data.type === undefined || data.type === EmbedType.Rich
}

/** The custom ids of components, nested ones too. */
export function customIdsIn(components: unknown): string[] {
  return stringsIn(components, 'custom_id')
}

/** The texts of a property anywhere within discord.js's components, as their JSON has them. */
function stringsIn(components: unknown, property: string): string[] {
  const values: string[] = []
  JSON.stringify(components, (key, value: unknown) => {
    if (key === property && typeof value === 'string') values.push(value)
    return value
  })
  return values
}

/** The kind of an interaction in the log. */
export function interactionKind(interaction: Interaction): InteractionKind {
  if (interaction.isAutocomplete()) return 'autocomplete'
  if (interaction.isModalSubmit()) return 'modal'
  return interaction.isMessageComponent() ? 'component' : 'command'
}
