// What a command and an action are, what they are handed and what they return.
import { ContextMenuCommandBuilder, SlashCommandBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIModalInteractionResponseCallbackData,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Card } from './card.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Delivery } from '../bot/direct-message.ts'
import type { HealthReport } from '../monitoring/health.ts'
import type { RevisionService } from '../revisions/revision-service.ts'
import type { PostedCardCache } from '../db/posted-card-cache.ts'
import type { GuildSettingsCache } from '../db/guild-settings-cache.ts'
import { addOption, namedBot, resolveOptions } from './options.ts'
import type { Options, RawOptions, ResolvedOptions } from './options.ts'
import type { ImageService } from '../images/image-service.ts'
import type { ChannelContext } from '../bot/channel-context.ts'
import type { AppDatabase } from '../db/app-database.ts'

export type Reply =
  | { type: 'reply'; card: Card; ephemeral: boolean; mentionUserId?: MentionedUserId }
  /** The message that holds the pressed button or menu becomes this card. */
  | { type: 'update'; card: Card }
  /** The message that holds the button or menu becomes one card, and another is posted for all. */
  | { type: 'update-and-follow-up'; update: Card; card: Card; mentionUserId?: MentionedUserId }
  /** The same, and the other answers the message with this id. */
  | { type: 'update-and-reply-to'; update: Card; card: Card; messageId: string }
  /** The same for a card that is shared: it stays, and cannot be shared again. */
  | { type: 'share'; card: Card }
  /** The message that holds the pressed button goes. */
  | { type: 'delete' }
  /** A form; what is filled in comes back to the command or action that its custom id names. */
  | { type: 'modal'; modal: APIModalInteractionResponseCallbackData }
  /** Nothing to see. */
  | { type: 'acknowledge' }

/** The id of the one person whom a posted card pings, or nobody. */
export type MentionedUserId = string | undefined

export interface Choice {
  name: string
  value: string
}

/** What every command is handed; nothing is global. */
export interface CommandContext {
  /** One revision for the whole of the answer. */
  facts: FactSnapshot
  now: Date
  user: { id: string }
  channel: ChannelContext
  /** Whom the answer is for, beside who asked; what a menu opens later is for them too. */
  mentionUserId?: MentionedUserId
  commands: ReadonlyMap<string, Command>
  images: ImageService
  /** The card that a view names, built from this revision; a UserError for a view that names none. */
  renderView: (view: readonly string[]) => Card
  /**
   * Whether something is done for the first time since the start, or after so many milliseconds; what was done long ago
   * may be forgotten, and what this interaction fails to do counts as not done.
   */
  claimOnce: (deed: string, againAfterMs?: number) => boolean
  /** Counts a name that was looked for and not found, so that operators may add it. */
  recordMissedQuery: (typed: string) => void
  /** Sends a card to a person's direct messages. */
  sendDirectMessage: (userId: string, card: Card) => Promise<Delivery>
  /** What was last shown at a place since the start; of many places, that of the longest ago is forgotten. */
  recentlyShown: { get: (place: string) => string | undefined; set: (place: string, shown: string) => void }
  /** By chance, from 0 to below 1. */
  random: () => number
  /** What operators do; only for commands that are for operators only. */
  revisions: RevisionService
  /** The health of the bot, for operators; takes some milliseconds. */
  readHealth: () => HealthReport
  guildSettings: GuildSettingsCache
  postedCards: PostedCardCache
  db: AppDatabase
}

/** A press of a button, or a choice in a menu. */
export interface ComponentPress {
  /** What follows the name of the command or action in the custom id. */
  args: string[]
  /** What was chosen in a menu. */
  values: string[]
  /** Whether the presser is the one who asked for the card. */
  isRequester: boolean
  /** Whether the presser alone sees the message. */
  isEphemeral: boolean
  /** The message that holds the button or menu. */
  messageId: string
}

/** A form that was filled in. */
export interface ModalSubmission {
  /** What follows the name of the command or action in the custom id. */
  args: string[]
  /** What was written or chosen, by the custom id of each input. */
  fields: Record<string, string | readonly string[]>
}

/** What cannot be answered: what is wrong, and a tip on what to do; shown privately as it is, and a cause is logged. */
export class UserError extends Error {
  readonly tip: string
  constructor(message: string, tip: string, options?: ErrorOptions) {
    super(message, options)
    this.tip = tip
  }
}

interface CommandDefinition<Given extends Options> {
  name: string
  description: string
  options: Given
  /** Offered in servers that installed Entente, to members who manage them; what it does is to be checked all the same. */
  requiresManageGuild?: boolean
  run: (options: ResolvedOptions<Given>, context: CommandContext) => Reply
  onComponent?: InteractionHandler['onComponent']
  render?: InteractionHandler['render']
}

/** Buttons, menus and forms that many cards share, one file each in actions/; it has at least one of the three. */
export interface InteractionHandler {
  name: string
  /** The card of a view, from the live revision; it answers presses too where there is no `onComponent`. */
  render?: ((parts: string[], context: CommandContext) => Card) | undefined
  onComponent?: ((press: ComponentPress, context: CommandContext) => Reply | Promise<Reply>) | undefined
  onModalSubmit?:
    ((submission: ModalSubmission, context: CommandContext) => Reply | Promise<Reply>) | undefined
  /** It may take over a second, so Discord is told at once that a private answer will follow. */
  defer?: boolean
  /** It tidies up rather than answers, so the courtesy limit does not count it. */
  skipRateLimit?: boolean
  /** Only operators may use it, in servers alone; where ADMIN_GUILD_ID is set, in that server alone. */
  operatorsOnly?: boolean
}

export interface Command extends InteractionHandler {
  definition: RESTPostAPIApplicationCommandsJSONBody
  /** `subcommand` is undefined for a command that has none; commands in the menu of a message have `onMessageMenu` instead. */
  run?: (options: RawOptions, context: CommandContext, subcommand?: string) => Reply | Promise<Reply>
  autocomplete?: (option: string, typed: string, context: CommandContext, given: RawOptions) => Choice[]
  onMessageMenu?: (message: TargetMessage, context: CommandContext) => Reply | Promise<Reply>
}

/** A message whose menu was opened. */
export interface TargetMessage {
  id: string
  content: string
  /** Whether Entente wrote it. */
  isOwn: boolean
  /** Those of its buttons and menus. */
  customIds: string[]
  /** What it holds besides its content: "embeds", "files", "text components". */
  unread: string[]
}

const allContexts = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
]
const allIntegrationTypes = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]

/** Makes a command; its definition is built and validated by @discordjs/builders. */
export function defineCommand<const Given extends Options>(description: CommandDefinition<Given>): Command {
  const { name, options, run, onComponent, render } = description
  const builder = new SlashCommandBuilder()
    .setName(name)
    .setDescription(description.description)
    .setContexts(description.requiresManageGuild ? [InteractionContextType.Guild] : allContexts)
    .setIntegrationTypes(
      description.requiresManageGuild ? [ApplicationIntegrationType.GuildInstall] : allIntegrationTypes,
    )
  if (description.requiresManageGuild) builder.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  for (const [optionName, option] of Object.entries(options)) addOption(builder, optionName, option)
  return {
    name,
    definition: builder.toJSON(),
    run(values, context) {
      if (values['for'] === undefined) return run(resolveOptions(options, values, context), context)
      const person = String(values['for'])
      if (person === namedBot) throw new UserError('Bots read no cards.', 'Choose a person.')
      if (values['private'] === true) {
        throw new UserError(
          "A private card is visible only to you, so it can't mention someone else.",
          'Leave out private or for.',
        )
      }
      const reply = run(resolveOptions(options, values, context), { ...context, mentionUserId: person })
      if (reply.type !== 'reply' || reply.ephemeral) return reply
      assertMayMention(person, context)
      return { ...reply, mentionUserId: person }
    },
    autocomplete: (option, typed, context, given) => options[option]?.complete?.(typed, context, given) ?? [],
    onComponent,
    render,
  }
}

const tenMinutesMs = 10 * 60_000

/** A card is posted for a person; throws a UserError where that may not be, or where it would pest them. */
export function assertMayMention(person: string, { channel, user, claimOnce }: CommandContext): void {
  if (!channel.settings.allowMentions) {
    throw new UserError("This server doesn't allow cards that ping someone.", 'Ask again without for.')
  }
  if (channel.missingPermission !== undefined) {
    throw new UserError(
      `Nobody else would see the card: you lack the permission “${channel.missingPermission}” here.`,
      'Ask again without for.',
    )
  }
  if (!claimOnce(`for ${user.id} ${person}`, tenMinutesMs)) {
    throw new UserError('You pinged that person a moment ago.', 'Ask again without for, or in ten minutes.')
  }
}

/** Makes a command in the menu of every message; `label` is what the menu shows, `name` what custom ids hold. */
export function defineMessageMenuCommand(description: {
  name: string
  label: string
  onMessageMenu: NonNullable<Command['onMessageMenu']>
  onComponent?: InteractionHandler['onComponent']
}): Command {
  const { label, ...rest } = description
  const builder = new ContextMenuCommandBuilder()
    .setName(label)
    .setType(ApplicationCommandType.Message)
    .setContexts(allContexts)
    .setIntegrationTypes(allIntegrationTypes)
  return { ...rest, definition: builder.toJSON() }
}
