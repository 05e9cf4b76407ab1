// What a command and an action are, what they are handed and what they return; and how those of a folder are found.
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import { ContextMenuCommandBuilder, SlashCommandBuilder } from '@discordjs/builders'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Card } from './cards/card.ts'
import type { Facts } from './data/store.ts'
import type { Operate } from './operate/operate.ts'
import { addOption, withDefaults, type Options, type OptionValues, type ValuesOf } from './options.ts'
import type { Place } from './place.ts'

export type Reply =
  | { type: 'card'; card: Card; private: boolean }
  /** The message that holds the pressed button or menu becomes this card. */
  | { type: 'replace'; card: Card }
  /** The message that holds the button or menu becomes one card, and another is posted for all. */
  | { type: 'replace-and-post'; instead: Card; card: Card }
  /** The same for a card that is shared: it stays, and cannot be shared again. */
  | { type: 'share'; card: Card }
  /** The message that holds the pressed button goes. */
  | { type: 'remove' }
  /** A form; what is filled in comes back to the command or action that its custom id names. */
  | { type: 'form'; form: APIModalInteractionResponseCallbackData }
  /** Nothing to see. */
  | { type: 'nothing' }

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
  commands: ReadonlyMap<string, Command>
  /** The card that a view names, built from this revision; a UserError for a view that names none. */
  open: (view: readonly string[]) => Card
  /** Whether something is done for the first time since the start; what was done long ago may be forgotten. */
  firstTime: (deed: string) => boolean
  /** What operators do; only for commands that are for operators only. */
  operate: Operate
}

/** A press of a button, or a choice in a menu. */
export interface Press {
  /** What follows the name of the command or action in the custom id. */
  parts: string[]
  /** What was chosen in a menu. */
  values: string[]
  /** Whether the presser is the one who asked for the card. */
  byAsker: boolean
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

/** Something a user did that cannot be answered: what is wrong, and a tip on what to do; shown privately as it is. */
export class UserError extends Error {
  readonly tip: string
  constructor(message: string, tip: string) {
    super(message)
    this.tip = tip
  }
}

interface Description<Given extends Options> {
  name: string
  description: string
  options: Given
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

/** A message whose menu was opened, as the interaction carries it. */
export type ChosenMessage = APIMessage

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
    .setContexts(everywhere)
    .setIntegrationTypes(forAll)
  for (const [optionName, option] of Object.entries(options)) addOption(builder, optionName, option)
  return {
    name,
    definition: builder.toJSON(),
    run: (values, context) => run(withDefaults(options, values, context), context),
    complete: (option, typed, context, given) => options[option]?.complete?.(typed, context, given) ?? [],
    press,
    open,
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

/** What a press of something leads to: the asker's opens the card in its place, anyone else's gives it to them alone. */
export function answerPress(
  { name, press, open }: Action,
  pressed: Press,
  context: Context,
): Reply | Promise<Reply> {
  if (press) return press(pressed, context)
  if (!open) throw new UserError('This button is no longer in use.', `Type /${name} to ask again.`)
  const card = open([...pressed.parts, ...pressed.values], context)
  return pressed.byAsker ? { type: 'replace', card } : { type: 'card', card, private: true }
}

/** Every command of a folder by name; a file that is none, or a name used twice, throws with the file's path. */
export function loadCommands(directory: string): Promise<Map<string, Command>> {
  return load(
    directory,
    'command',
    'defineCommand({ … })',
    ({ name, definition, run, onMessage }: Partial<Command>) =>
      Boolean(name && definition && (run ?? onMessage)),
  )
}

/** Every action of a folder by name, as for commands. */
export function loadActions(directory: string): Promise<Map<string, Action>> {
  return load(directory, 'action', 'an Action', ({ name, press, open, submit }: Partial<Action>) =>
    Boolean(name && (press ?? open ?? submit)),
  )
}

async function load<Item extends Action>(
  directory: string,
  what: string,
  shape: string,
  isOne: (item: Partial<Item>) => boolean,
): Promise<Map<string, Item>> {
  const found = new Map<string, Item>()
  for (const file of readdirSync(directory).sort()) {
    const path = join(directory, file)
    const { default: item } = (await import(pathToFileURL(path).href)) as { default?: Item }
    if (!item || !isOne(item)) throw new Error(`${path} is no ${what}: let it export default ${shape}.`)
    if (found.has(item.name)) {
      throw new Error(
        `${path} names its ${what} "${item.name}", which another file has: choose another name.`,
      )
    }
    found.set(item.name, item)
  }
  return found
}
