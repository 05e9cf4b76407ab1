// What a command and an action are, what they are handed and what they return; and how those of a folder are found.
import {
  InteractionContextType,
  ApplicationIntegrationType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import { SlashCommandBuilder, type SlashCommandSubcommandBuilder } from '@discordjs/builders'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Card } from './cards/card.ts'
import type { Facts } from './data/store.ts'
import type { Operate } from './operate/operate.ts'

export type Reply =
  | { type: 'card'; card: Card; private: boolean }
  /** The message that holds the pressed button or menu becomes this card. */
  | { type: 'replace'; card: Card }
  /** The message that holds the menu becomes one line, and the card is posted for all. */
  | { type: 'replace-and-post'; line: string; card: Card }

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
}

/** Something a user did that cannot be answered: what is wrong, and a tip on what to do; shown privately as it is. */
export class UserError extends Error {
  readonly tip: string
  constructor(message: string, tip: string) {
    super(message)
    this.tip = tip
  }
}

interface Option<Value> {
  type: 'text' | 'yes-no'
  description: string
  required: boolean
  maxLength?: number
  complete?: Complete
  /** Never set: it carries the type of the option's value. */
  value?: Value
}

/** What autocomplete offers; `given` holds the other options as far as they are filled in. */
export type Complete = (typed: string, context: Context, given: OptionValues) => Choice[]

/** A text that must be given. */
export function text(
  description: string,
  settings: { maxLength?: number; complete?: Complete } = {},
): Option<string> {
  return { type: 'text', description, required: true, maxLength: 100, ...settings }
}

/** A text that may be left out, and is then empty. */
export function optionalText(...given: Parameters<typeof text>): Option<string> {
  return { ...text(...given), required: false }
}

/** A yes or no that may be left out, and is then no. */
export function yesNo(description: string): Option<boolean> {
  return { type: 'yes-no', description, required: false }
}

export type Options = Record<string, Option<unknown>>
export type ValuesOf<Given extends Options> = { [Name in keyof Given]: NonNullable<Given[Name]['value']> }

interface Description<Given extends Options> {
  name: string
  description: string
  options: Given
  run: (options: ValuesOf<Given>, context: Context) => Reply
  press?: (press: Press, context: Context) => Reply
}

export type OptionValues = Record<string, string | boolean | undefined>

/** Buttons and menus that many cards share, one file each in actions/. */
export interface Action {
  name: string
  press: (press: Press, context: Context) => Reply | Promise<Reply>
  /** It may take over a second, so Discord is told at once that a private answer will follow. */
  defers?: boolean
  /** Only operators may use it, in servers alone; where ADMIN_GUILD_ID is set, in that server alone. */
  operatorsOnly?: boolean
}

export interface Command extends Action {
  definition: RESTPostAPIChatInputApplicationCommandsJSONBody
  /** `subcommand` is undefined for a command that has none. */
  run: (options: OptionValues, context: Context, subcommand?: string) => Reply | Promise<Reply>
  complete: (option: string, typed: string, context: Context, given: OptionValues) => Choice[]
}

/** Makes a command; its definition is built and validated by @discordjs/builders. */
export function defineCommand<const Given extends Options>(description: Description<Given>): Command {
  const { name, options, run, press } = description
  const builder = new SlashCommandBuilder()
    .setName(name)
    .setDescription(description.description)
    .setContexts(
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    )
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
  for (const [optionName, option] of Object.entries(options)) addOption(builder, optionName, option)
  return {
    name,
    definition: builder.toJSON(),
    run: (values, context) => run(withDefaults(options, values), context),
    complete: (option, typed, context, given) => options[option]?.complete?.(typed, context, given) ?? [],
    press(pressed, context) {
      if (!press) throw new UserError('This button is no longer in use.', `Type /${name} to ask again.`)
      return press(pressed, context)
    },
  }
}

/** Adds an option to a command or a subcommand. */
export function addOption(
  builder: SlashCommandBuilder | SlashCommandSubcommandBuilder,
  name: string,
  option: Option<unknown>,
): void {
  const { type, description, required, maxLength, complete } = option
  if (type === 'yes-no') {
    builder.addBooleanOption((made) => made.setName(name).setDescription(description).setRequired(required))
    return
  }
  builder.addStringOption((made) => {
    made
      .setName(name)
      .setDescription(description)
      .setRequired(required)
      .setAutocomplete(complete !== undefined)
    return maxLength === undefined ? made : made.setMaxLength(maxLength)
  })
}

/** The values of all options, those left out with what stands for them. */
export function withDefaults<Given extends Options>(options: Given, values: OptionValues): ValuesOf<Given> {
  const given = Object.keys(options).map((name) => [
    name,
    values[name] ?? (options[name]?.type === 'text' ? '' : false),
  ])
  return Object.fromEntries(given) as ValuesOf<Given>
}

/** Every command of a folder by name; a file that is none, or a name used twice, throws with the file's path. */
export function loadCommands(directory: string): Promise<Map<string, Command>> {
  return load(directory, 'command', 'defineCommand({ … })', ({ name, definition, run }: Partial<Command>) =>
    Boolean(name && definition && run),
  )
}

/** Every action of a folder by name, as for commands. */
export function loadActions(directory: string): Promise<Map<string, Action>> {
  return load(directory, 'action', 'an Action', ({ name, press }: Partial<Action>) => Boolean(name && press))
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
