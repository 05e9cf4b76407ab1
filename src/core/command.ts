// What a command is, and how slash commands and message commands are defined.
import { ContextMenuCommandBuilder, SlashCommandBuilder } from 'discord.js'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandOptionChoice,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { CommandContext } from './context.ts'
import type { HandlerBase, InteractionHandler } from './interaction-handler.ts'
import { assertMayMention } from './mention.ts'
import {
  addOption,
  botUser,
  optionNames,
  resolveOptions,
  type Options,
  type RawOptions,
  type ResolvedOptions,
} from './options.ts'
import type { Reply } from './reply.ts'
import { UserError } from './user-error.ts'

export interface CommandBase<Context extends CommandContext> extends HandlerBase<Context> {
  definition: RESTPostAPIApplicationCommandsJSONBody
  /** For slash commands; `subcommand` is undefined for a command without subcommands. */
  run?: (options: RawOptions, context: Context, subcommand?: string) => Reply | Promise<Reply>
  autocomplete?: (
    option: string,
    query: string,
    context: Context,
    otherOptions: RawOptions,
  ) => APIApplicationCommandOptionChoice<string>[] | Promise<APIApplicationCommandOptionChoice<string>[]>
  /** For message commands. */
  onMessageMenu?: (message: TargetMessage, context: Context) => Reply | Promise<Reply>
}

/** A command that every user may use. */
export interface Command extends CommandBase<CommandContext> {
  operatorsOnly?: false
}

/** The message on which a message command was used. */
export interface TargetMessage {
  id: string
  content: string
  /** Whether Entente wrote it. */
  isOwn: boolean
  /** The custom ids of its components. */
  customIds: string[]
  /** What it holds besides its content: "link previews", "files". */
  unread: string[]
}

interface CommandDefinition<O extends Options> {
  name: string
  description: string
  options: O
  /** Shown in guilds to members with Manage Server; the command must check the permission all the same. */
  requiresManageGuild?: boolean
  run: (options: ResolvedOptions<O>, context: CommandContext) => Reply | Promise<Reply>
  onComponent?: InteractionHandler['onComponent']
  render?: InteractionHandler['render']
}

const allContexts = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
]
const allIntegrationTypes = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]

/** Defines a slash command without subcommands; @discordjs/builders builds and validates its definition. */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  const { name, description, options, requiresManageGuild, run, onComponent, render } = definition
  const builder = new SlashCommandBuilder()
    .setName(name)
    .setDescription(description)
    .setContexts(requiresManageGuild ? [InteractionContextType.Guild] : allContexts)
    .setIntegrationTypes(
      requiresManageGuild ? [ApplicationIntegrationType.GuildInstall] : allIntegrationTypes,
    )
  if (requiresManageGuild) builder.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  for (const [optionName, option] of Object.entries(options)) addOption(builder, optionName, option)
  return {
    name,
    definition: builder.toJSON(),
    async run(values, context) {
      const resolved = resolveOptions(options, values, context.channel)
      const mentioned = values[optionNames.mention]
      if (typeof mentioned !== 'string') return run(resolved, context)
      const mentionUserId = mentioned
      if (mentionUserId === botUser) throw new UserError("A card can't ping a bot.", 'Choose a person.')
      if (values[optionNames.ephemeral] === true) {
        throw new UserError(
          "A private card is visible only to you, so it can't mention someone else.",
          `Leave out ${optionNames.ephemeral} or ${optionNames.mention}.`,
        )
      }
      const reply = await run(resolved, { ...context, mentionUserId })
      if (reply.type !== 'reply' || reply.ephemeral) return reply
      await assertMayMention(mentionUserId, context)
      return { ...reply, mentionUserId }
    },
    autocomplete: (option, query, context, otherOptions) =>
      options[option]?.autocomplete?.(query, context, otherOptions) ?? [],
    onComponent,
    render,
  }
}

/** Defines a command in the Apps menu of every message; `label` is what the menu shows, `name` what custom ids hold. */
export function defineMessageMenuCommand({
  label,
  ...handlers
}: {
  name: string
  label: string
  onMessageMenu: NonNullable<Command['onMessageMenu']>
  onComponent?: InteractionHandler['onComponent']
}): Command {
  const builder = new ContextMenuCommandBuilder()
    .setName(label)
    .setType(ApplicationCommandType.Message)
    .setContexts(allContexts)
    .setIntegrationTypes(allIntegrationTypes)
  return { ...handlers, definition: builder.toJSON() }
}
