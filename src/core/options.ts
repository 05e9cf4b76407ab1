// The options that a command may have, what autocomplete offers for them, and the values they come to.
import type { SlashCommandBuilder, SlashCommandSubcommandBuilder } from '@discordjs/builders'
import type { Choice, Context } from './command.ts'

interface Option<Value> {
  type: 'text' | 'private' | 'person'
  description: string
  required: boolean
  maxLength?: number
  complete?: Complete
  /** All that may be chosen; nothing else can be typed then. */
  choices?: readonly Choice[]
  /** What stands for it where it is left out, if not what is usual at the place. */
  usually?: Value
  /** Never set: it carries the type of the option's value. */
  value?: Value
}

/** What autocomplete offers; `given` holds the other options as far as they are filled in. */
export type Complete = (typed: string, context: Context, given: OptionValues) => Choice[]

export type OptionValues = Record<string, string | boolean | undefined>

export type Options = Record<string, Option<unknown>>
export type ValuesOf<Given extends Options> = { [Name in keyof Given]: NonNullable<Given[Name]['value']> }

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

/** One of at most 25 choices, by its value; empty where it is left out. */
export function oneOf(description: string, choices: readonly Choice[]): Option<string> {
  return { type: 'text', description, required: false, choices }
}

/** Whether the answer is for the asker alone; where it is left out, as told here or as is usual at the place. */
export function privately(usually?: boolean): Option<boolean> {
  const option = { type: 'private', description: 'Show the card only to you', required: false } as const
  return usually === undefined ? option : { ...option, usually }
}

/** What stands in place of the id where a bot is named. */
export const namedBot = 'bot'

/** The id of a person, or `namedBot`; empty where it is left out. */
export function person(description: string): Option<string> {
  return { type: 'person', description, required: false }
}

/** The person that a card is for, who alone is pinged; to be named "for", and the command need not look at it. */
export function addressee(): Option<string> {
  return person('Show the card to this person, who is pinged once')
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
export function withDefaults<Given extends Options>(
  options: Given,
  values: OptionValues,
  { place }: Context,
): ValuesOf<Given> {
  // Who addresses a card to someone wants it to be seen.
  const isPrivate = values['for'] === undefined && place.privateByDefault
  const defaults = { text: '', person: '', private: isPrivate }
  const given = Object.entries(options).map(([name, { type, usually = defaults[type] }]) => [
    name,
    values[name] ?? usually,
  ])
  return Object.fromEntries(given) as ValuesOf<Given>
}
