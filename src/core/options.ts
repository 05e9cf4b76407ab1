// The options that a slash command may have, their autocomplete, and the values they resolve to.
import type { SlashCommandBuilder, SlashCommandSubcommandBuilder } from 'discord.js'
import { ChannelType, type APIApplicationCommandOptionChoice } from 'discord.js'
import type { ChannelContext } from './channel-context.ts'
import type { CommandContext } from './context.ts'

/** Names that an option has in every command that has it, because they are handled for all commands alike. */
export const optionNames = { ephemeral: 'private', mention: 'for', asOf: 'as_of' } as const

interface Option<Value> {
  type: 'string' | 'ephemeral' | 'user' | 'file' | 'channel'
  description: string
  required: boolean
  maxLength?: number
  autocomplete?: AutocompleteHandler
  /** The only values that can be chosen. */
  choices?: readonly APIApplicationCommandOptionChoice<string>[]
  /** The value if the option is left out; without it, the default of the channel. */
  defaultValue?: Value
  /** Never set: it carries the type of the option's value. */
  value?: Value
}

/** The choices for a query; `otherOptions` holds the options that were filled in. */
export type AutocompleteHandler = (
  query: string,
  context: CommandContext,
  otherOptions: RawOptions,
) => APIApplicationCommandOptionChoice<string>[] | Promise<APIApplicationCommandOptionChoice<string>[]>

/** The options that were filled in, by name. */
export type RawOptions = Record<string, string | boolean | AttachedFile | ChosenChannel | undefined>

/** A file that a user has attached to a command. */
export interface AttachedFile {
  name: string
  /** In bytes, as Discord states it. */
  size: number
  url: string
}

/** A channel that a user chose, with the permission bits that the user and Entente have there. */
export interface ChosenChannel {
  id: string
  isThread: boolean
  memberPermissions: bigint
  appPermissions: bigint
}

export type Options = Record<string, Option<unknown>>
export type ResolvedOptions<O extends Options> = {
  [Name in keyof O]: NonNullable<O[Name]['value']>
}

/** A required string. */
export function stringOption(
  description: string,
  settings: { maxLength?: number; autocomplete?: AutocompleteHandler } = {},
): Option<string> {
  return { type: 'string', description, required: true, maxLength: 100, ...settings }
}

/** A string that may be left out, and is then empty. */
export function optionalStringOption(...args: Parameters<typeof stringOption>): Option<string> {
  return { ...stringOption(...args), required: false }
}

/** One of at most 25 choices, by its value; empty if it is left out. */
export function choiceOption(
  description: string,
  choices: readonly APIApplicationCommandOptionChoice<string>[],
  { required = false } = {},
): Option<string> {
  return { type: 'string', description, required, choices }
}

/** Whether the answer is ephemeral; to be named `optionNames.ephemeral`. Without a default the channel decides. */
export function ephemeralOption(defaultValue?: boolean): Option<boolean> {
  const option = { type: 'ephemeral', description: 'Show the card only to you', required: false } as const
  return defaultValue === undefined ? option : { ...option, defaultValue }
}

/** Replaces the id if a bot is chosen. */
export const botUser = 'bot'

/** The id of a user, or `botUser`; empty if it is left out. */
function userOption(description: string): Option<string> {
  return { type: 'user', description, required: false }
}

/** A required file. */
export function fileOption(description: string): Option<AttachedFile> {
  return { type: 'file', description, required: true }
}

/** A channel or thread in which messages can be posted, or 'here' if it is left out. */
export function channelOption(description: string): Option<ChosenChannel | 'here'> {
  return { type: 'channel', description, required: false }
}

/** The user whom the card pings; to be named `optionNames.mention`. The command itself need not read it. */
export function mentionOption(): Option<string> {
  return userOption('Show the card to this person, who is pinged once')
}

const postableChannelTypes = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const

/** Adds an option to a command or a subcommand. */
export function addOption(
  builder: SlashCommandBuilder | SlashCommandSubcommandBuilder,
  name: string,
  option: Option<unknown>,
): void {
  const { type, description, required, maxLength, autocomplete, choices } = option
  switch (type) {
    case 'ephemeral':
      builder.addBooleanOption((made) => made.setName(name).setDescription(description).setRequired(required))
      return
    case 'user':
      builder.addUserOption((made) => made.setName(name).setDescription(description).setRequired(required))
      return
    case 'file':
      builder.addAttachmentOption((made) =>
        made.setName(name).setDescription(description).setRequired(required),
      )
      return
    case 'channel':
      builder.addChannelOption((made) =>
        made
          .setName(name)
          .setDescription(description)
          .setRequired(required)
          .addChannelTypes(...postableChannelTypes),
      )
      return
    case 'string':
      builder.addStringOption((made) => {
        made.setName(name).setDescription(description).setRequired(required)
        if (choices) return made.addChoices(...choices)
        made.setAutocomplete(autocomplete !== undefined)
        return maxLength === undefined ? made : made.setMaxLength(maxLength)
      })
  }
}

/** The values of all options, with defaults for those left out. */
export function resolveOptions<O extends Options>(
  options: O,
  values: RawOptions,
  { ephemeralByDefault }: ChannelContext,
): ResolvedOptions<O> {
  // A card that mentions a user is meant to be seen.
  const ephemeral = values[optionNames.mention] === undefined && ephemeralByDefault
  const noFile: AttachedFile = { name: '', size: 0, url: '' }
  const defaults = { string: '', user: '', ephemeral, file: noFile, channel: 'here' }
  const entries = Object.entries(options).map(([name, { type, defaultValue = defaults[type] }]) => [
    name,
    values[name] ?? defaultValue,
  ])
  return Object.fromEntries(entries) as ResolvedOptions<O>
}
