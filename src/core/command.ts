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
import type { Facts } from '../data/query/fact-store.ts'
import type { Delivery } from '../bot/direct-message.ts'
import type { Operate } from '../revisions/revision-service.ts'
import type { PostedCards } from '../db/posted-card-cache.ts'
import type { Servers } from '../db/guild-settings-cache.ts'
import { addOption, namedBot, withDefaults } from './options.ts'
import type { Options, OptionValues, ValuesOf } from './options.ts'
import type { Pictures } from '../images/image-service.ts'
import type { Place } from '../bot/channel-context.ts'
import type { State } from '../db/app-database.ts'

export type Reply =
  | { type: 'card'; card: Card; private: boolean; for?: Addressee }
  /** The message that holds the pressed button or menu becomes this card. */
  | { type: 'replace'; card: Card }
  /** The message that holds the button or menu becomes one card, and another is posted for all. */
  | { type: 'replace-and-post'; instead: Card; card: Card; for?: Addressee }
  /** The same, and the other answers the message with this id. */
  | { type: 'replace-and-answer'; instead: Card; card: Card; to: string }
  /** The same for a card that is shared: it stays, and cannot be shared again. */
  | { type: 'share'; card: Card }
  /** The message that holds the pressed button goes. */
  | { type: 'remove' }
  /** A form; what is filled in comes back to the command or action that its custom id names. */
  | { type: 'form'; form: APIModalInteractionResponseCallbackData }
  /** Nothing to see. */
  | { type: 'nothing' }

/** The id of the one person whom a posted card pings, or nobody. */
export type Addressee = string | undefined

export interface Choice {
  name: string
  value: string
}

/** What every command is handed; nothing is global. */
export interface Context {
  /** One revision for the whole of the answer. */
  facts: Facts
  now: Date
  user: { id: string }
  place: Place
  /** Whom the answer is for, beside who asked; what a menu opens later is for them too. */
  addressee?: Addressee
  commands: ReadonlyMap<string, Command>
  pictures: Pictures
  /** The card that a view names, built from this revision; a UserError for a view that names none. */
  open: (view: readonly string[]) => Card
  /**
   * Whether something is done for the first time since the start, or after so many milliseconds; what was done long ago
   * may be forgotten, and what this interaction fails to do counts as not done.
   */
  firstTime: (deed: string, againAfterMs?: number) => boolean
  /** Counts a name that was looked for and not found, so that operators may add it. */
  miss: (typed: string) => void
  /** Sends a card to a person's direct messages. */
  tell: (userId: string, card: Card) => Promise<Delivery>
  /** What was last shown at a place since the start; of many places, that of the longest ago is forgotten. */
  lastShown: { get: (place: string) => string | undefined; set: (place: string, shown: string) => void }
  /** By chance, from 0 to below 1. */
  random: () => number
  /** What operators do; only for commands that are for operators only. */
  operate: Operate
  servers: Servers
  postedCards: PostedCards
  state: State
}

/** A press of a button, or a choice in a menu. */
export interface Press {
  /** What follows the name of the command or action in the custom id. */
  parts: string[]
  /** What was chosen in a menu. */
  values: string[]
  /** Whether the presser is the one who asked for the card. */
  byAsker: boolean
  /** Whether the presser alone sees the message. */
  private: boolean
  /** The message that holds the button or menu. */
  messageId: string
}

/** A form that was filled in. */
export interface Submission {
  /** What follows the name of the command or action in the custom id. */
  parts: string[]
  /** What was written or chosen, by the custom id of each input. */
  answers: Record<string, string | readonly string[]>
}

/** What cannot be answered: what is wrong, and a tip on what to do; shown privately as it is, and a cause is logged. */
export class UserError extends Error {
  readonly tip: string
  constructor(message: string, tip: string, options?: ErrorOptions) {
    super(message, options)
    this.tip = tip
  }
}

interface Description<Given extends Options> {
  name: string
  description: string
  options: Given
  /** Offered in servers that installed Entente, to members who manage them; what it does is to be checked all the same. */
  forManagers?: boolean
  run: (options: ValuesOf<Given>, context: Context) => Reply
  press?: Action['press']
  open?: Action['open']
}

/** Buttons, menus and forms that many cards share, one file each in actions/; it has at least one of the three. */
export interface Action {
  name: string
  /** The card of a view, from the live revision; it answers presses too where there is no `press`. */
  open?: ((parts: string[], context: Context) => Card) | undefined
  press?: ((press: Press, context: Context) => Reply | Promise<Reply>) | undefined
  submit?: ((submission: Submission, context: Context) => Reply | Promise<Reply>) | undefined
  /** It may take over a second, so Discord is told at once that a private answer will follow. */
  defers?: boolean
  /** It tidies up rather than answers, so the courtesy limit does not count it. */
  tidies?: boolean
  /** Only operators may use it, in servers alone; where ADMIN_GUILD_ID is set, in that server alone. */
  operatorsOnly?: boolean
}

export interface Command extends Action {
  definition: RESTPostAPIApplicationCommandsJSONBody
  /** `subcommand` is undefined for a command that has none; commands in the menu of a message have `onMessage` instead. */
  run?: (options: OptionValues, context: Context, subcommand?: string) => Reply | Promise<Reply>
  complete?: (option: string, typed: string, context: Context, given: OptionValues) => Choice[]
  onMessage?: (message: ChosenMessage, context: Context) => Reply | Promise<Reply>
}

/** A message whose menu was opened. */
export interface ChosenMessage {
  id: string
  content: string
  /** Whether Entente wrote it. */
  own: boolean
  /** Those of its buttons and menus. */
  customIds: string[]
  /** What it holds besides its content: "embeds", "files", "text components". */
  unread: string[]
}

const everywhere = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
]
const forAll = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall]

/** Makes a command; its definition is built and validated by @discordjs/builders. */
export function defineCommand<const Given extends Options>(description: Description<Given>): Command {
  const { name, options, run, press, open } = description
  const builder = new SlashCommandBuilder()
    .setName(name)
    .setDescription(description.description)
    .setContexts(description.forManagers ? [InteractionContextType.Guild] : everywhere)
    .setIntegrationTypes(description.forManagers ? [ApplicationIntegrationType.GuildInstall] : forAll)
  if (description.forManagers) builder.setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  for (const [optionName, option] of Object.entries(options)) addOption(builder, optionName, option)
  return {
    name,
    definition: builder.toJSON(),
    run(values, context) {
      if (values['for'] === undefined) return run(withDefaults(options, values, context), context)
      const person = String(values['for'])
      if (person === namedBot) throw new UserError('Bots read no cards.', 'Choose a person.')
      if (values['private'] === true) {
        throw new UserError(
          'A private card is seen by you alone, so it cannot be for someone else.',
          'Leave out private or for.',
        )
      }
      const reply = run(withDefaults(options, values, context), { ...context, addressee: person })
      if (reply.type !== 'card' || reply.private) return reply
      addressTo(person, context)
      return { ...reply, for: person }
    },
    complete: (option, typed, context, given) => options[option]?.complete?.(typed, context, given) ?? [],
    press,
    open,
  }
}

const tenMinutesMs = 10 * 60_000

/** A card is posted for a person; throws a UserError where that may not be, or where it would pest them. */
export function addressTo(person: string, { place, user, firstTime }: Context): void {
  if (!place.settings.for) {
    throw new UserError('This server has switched off cards for a person.', 'Ask again without for.')
  }
  if (place.lacks !== undefined) {
    throw new UserError(
      `Nobody else would see the card: you lack the permission “${place.lacks}” here.`,
      'Ask again without for.',
    )
  }
  if (!firstTime(`for ${user.id} ${person}`, tenMinutesMs)) {
    throw new UserError('You have pinged that person just now.', 'Ask again without for, or in ten minutes.')
  }
}

/** Makes a command in the menu of every message; `label` is what the menu shows, `name` what custom ids hold. */
export function defineMessageCommand(description: {
  name: string
  label: string
  onMessage: NonNullable<Command['onMessage']>
  press?: Action['press']
}): Command {
  const { label, ...rest } = description
  const builder = new ContextMenuCommandBuilder()
    .setName(label)
    .setType(ApplicationCommandType.Message)
    .setContexts(everywhere)
    .setIntegrationTypes(forAll)
  return { ...rest, definition: builder.toJSON() }
}
