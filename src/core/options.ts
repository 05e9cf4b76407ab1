// The options that a command may have, what autocomplete offers for them, and the values they come to.
import type { SlashCommandBuilder, SlashCommandSubcommandBuilder } from '@discordjs/builders'
import type { Choice, CommandContext } from './command.ts'

interface Option<Value> {
  type: 'text' | 'private' | 'person'
  description: string
  required: boolean
  maxLength?: number
  complete?: AutocompleteHandler
  /** All that may be chosen; nothing else can be typed then. */
  choices?: readonly Choice[]
  /** What stands for it where it is left out, if not what is usual at the place. */
  defaultValue?: Value
  /** Never set: it carries the type of the option's value. */
  value?: Value
}

/** What autocomplete offers; `given` holds the other options as far as they are filled in. */
export type AutocompleteHandler = (typed: string, context: CommandContext, given: RawOptions) => Choice[]

export type RawOptions = Record<string, string | boolean | undefined>

export type Options = Record<string, Option<unknown>>
export type ResolvedOptions<Given extends Options> = {
  [Name in keyof Given]: NonNullable<Given[Name]['value']>
}

/** A text that must be given. */
export function stringOption(
  description: string,
  settings: { maxLength?: number; complete?: AutocompleteHandler } = {},
): Option<string> {
  return { type: 'text', description, required: true, maxLength: 100, ...settings }
}

/** A text that may be left out, and is then empty. */
export function optionalStringOption(...given: Parameters<typeof stringOption>): Option<string> {
  return { ...stringOption(...given), required: false }
}

/** One of at most 25 choices, by its value; empty where it is left out. */
export function choiceOption(description: string, choices: readonly Choice[]): Option<string> {
  return { type: 'text', description, required: false, choices }
}

/** Whether the answer is for the asker alone; where it is left out, as told here or as is usual at the place. */
export function ephemeralOption(defaultValue?: boolean): Option<boolean> {
  const option = { type: 'private', description: 'Show the card only to you', required: false } as const
  return defaultValue === undefined ? option : { ...option, defaultValue }
}

/** What stands in place of the id where a bot is named. */
export const namedBot = 'bot'

/** The id of a person, or `namedBot`; empty where it is left out. */
export function userOption(description: string): Option<string> {
  return { type: 'person', description, required: false }
}

/** The person that a card is for, who alone is pinged; to be named "for", and the command need not look at it. */
export function mentionOption(): Option<string> {
  return userOption('Show the card to this person, who is pinged once')
}

/** Adds an option to a command or a subcommand. */
export function addOption(
  builder: SlashCommandBuilder | SlashCommandSubcommandBuilder,
  name: string,
  option: Option<unknown>,
): void {
  const { type, description, required, maxLength, complete, choices } = option
  switch (type) {
    case 'private':
      builder.addBooleanOption((made) => made.setName(name).setDescription(description).setRequired(required))
      return
    case 'person':
      builder.addUserOption((made) => made.setName(name).setDescription(description).setRequired(required))
      return
    case 'text':
      builder.addStringOption((made) => {
        made.setName(name).setDescription(description).setRequired(required)
        if (choices) return made.addChoices(...choices)
        made.setAutocomplete(complete !== undefined)
        return maxLength === undefined ? made : made.setMaxLength(maxLength)
      })
  }
}

/** The values of all options, those left out with what stands for them. */
export function resolveOptions<Given extends Options>(
  options: Given,
  values: RawOptions,
  { channel }: CommandContext,
): ResolvedOptions<Given> {
  // Who addresses a card to someone wants it to be seen.
  const isPrivate = values['for'] === undefined && channel.ephemeralByDefault
  const defaults = { text: '', person: '', private: isPrivate }
  const given = Object.entries(options).map(([name, { type, defaultValue = defaults[type] }]) => [
    name,
    values[name] ?? defaultValue,
  ])
  return Object.fromEntries(given) as ResolvedOptions<Given>
}
