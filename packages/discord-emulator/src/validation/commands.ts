// The limits of commands: https://discord.com/developers/docs/interactions/application-commands#application-command-object
import { z } from 'zod'
import {
  boundedArray,
  enumOf,
  addIssue,
  snowflake,
  boundedString,
  boundedInteger,
  crossFieldCheck,
} from './schema-helpers.ts'
import { channelType } from './menus.ts'
import { invalidFormBody, tooManyCommands } from '../api-error.ts'

const chatName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** The name of a chat command or an option: lower case. */
const name = z.string().check((context) => {
  const { value } = context
  if (value.length > 32 || value.length < 1)
    addIssue(context, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 32 in length.')
  else if (!chatName.test(value) || value !== value.toLowerCase())
    addIssue(context, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
})

const description = boundedString({ min: 1, max: 100 })
const names = z.record(z.string(), name.nullable()).nullish()
const descriptions = z.record(z.string(), description.nullable()).nullish()
const naming = { name, description, name_localizations: names, description_localizations: descriptions }

const choice = z.object({
  name: boundedString({ min: 1, max: 100 }),
  name_localizations: z.record(z.string(), boundedString({ min: 1, max: 100 }).nullable()).nullish(),
  value: z.union([boundedString({ min: 1, max: 100 }), z.number()]),
})

/** The option types that support choices and autocomplete: text, whole number, number. */
const typeable = [3, 4, 10]

const leaf = z
  .object({
    type: z.literal([3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ...naming,
    required: z.boolean().nullish(),
    choices: boundedArray(choice, { max: 25 }).nullish(),
    autocomplete: z.boolean().nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    min_length: boundedInteger({ max: 6000 }).nullish(),
    max_length: boundedInteger({ min: 1, max: 6000 }).nullish(),
    channel_types: z.array(channelType).nullish(),
  })
  .check(
    crossFieldCheck((context) => {
      const { type, choices, autocomplete, min_value, max_value, min_length, max_length } = context.value
      if (autocomplete && (!typeable.includes(type) || choices?.length))
        addIssue(
          context,
          'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
          'Autocomplete fits text and numbers without choices',
          ['autocomplete'],
        )
      if (choices?.length && !typeable.includes(type))
        addIssue(context, 'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID', 'Choices fit text and numbers', [
          'choices',
        ])
      if (min_value != null && max_value != null && min_value > max_value)
        addIssue(context, 'APPLICATION_COMMAND_OPTIONS_BOUNDS_INVALID', 'min_value cannot exceed max_value', [
          'min_value',
        ])
      if (min_length != null && max_length != null && min_length > max_length)
        addIssue(
          context,
          'APPLICATION_COMMAND_OPTIONS_BOUNDS_INVALID',
          'min_length cannot exceed max_length',
          ['min_length'],
        )
      choices?.forEach((choice, index) => {
        const hasValidType = type === 3 ? typeof choice.value === 'string' : typeof choice.value === 'number'
        if (typeable.includes(type) && !hasValidType)
          addIssue(
            context,
            type === 3 ? 'STRING_TYPE_CONVERT' : 'NUMBER_TYPE_COERCE',
            'Value has the wrong type.',
            ['choices', index, 'value'],
          )
        if (choices.findIndex((other) => other.name === choice.name) < index)
          addIssue(
            context,
            'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
            'Option choice name already exists',
            ['choices', index, 'name'],
          )
      })
    }),
  )

interface OptionHeader {
  type: number
  name: string
  required?: boolean | null | undefined
}

/** A list of options: names are unique, and required options come first. */
function options<T extends z.ZodType<OptionHeader>>(item: T) {
  return boundedArray(item, { max: 25 }).check((context) => {
    const { value } = context
    value.forEach((option, index) => {
      if (value.findIndex((other) => other.name === option.name) < index)
        addIssue(context, 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option name already exists', [
          index,
          'name',
        ])
      if (option.required && value.slice(0, index).some((other) => !other.required))
        addIssue(
          context,
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
          [index],
        )
    })
    const subcommands = value.filter(({ type }) => type <= 2).length
    if (subcommands > 0 && subcommands < value.length)
      addIssue(
        context,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      )
  })
}

const subcommand = z.object({
  type: z.literal(1),
  ...naming,
  options: options(z.discriminatedUnion('type', [leaf])).nullish(),
})

const group = z.object({
  type: z.literal(2),
  ...naming,
  options: options(z.discriminatedUnion('type', [subcommand])).nullish(),
})

const shared = {
  default_member_permissions: snowflake.nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  contexts: boundedArray(enumOf([0, 1, 2]), { min: 1, max: 3 }).nullish(),
  integration_types: boundedArray(enumOf([0, 1]), { min: 1, max: 2 }).nullish(),
}

const chatCommand = z
  .object({
    type: z.literal(1).default(1),
    ...naming,
    ...shared,
    options: options(z.discriminatedUnion('type', [leaf, subcommand, group])).nullish(),
  })
  .check(
    crossFieldCheck((context) => {
      if (commandSize(context.value) > 8000)
        addIssue(context, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')
    }),
  )

const menuCommand = z.object({
  type: z.literal([2, 3]),
  name: boundedString({ min: 1, max: 32 }),
  name_localizations: z.record(z.string(), boundedString({ min: 1, max: 32 }).nullable()).nullish(),
  description: z
    .string()
    .check((context) => {
      if (context.value !== '')
        addIssue(
          context,
          'APPLICATION_COMMAND_DESCRIPTION_INVALID',
          'User and message commands have no description',
        )
    })
    .nullish(),
  options: boundedArray(z.unknown(), { max: 0 }).nullish(),
  ...shared,
})

interface Sized {
  name?: string
  description?: string | null | undefined
  value?: string | number
  name_localizations?: Record<string, string | null> | null | undefined
  description_localizations?: Record<string, string | null> | null | undefined
  options?: readonly Sized[] | null | undefined
  choices?: readonly Sized[] | null | undefined
}

const longest = (own: string, translated: Record<string, string | null> | null | undefined) =>
  Math.max(own.length, ...Object.values(translated ?? {}).map((text) => text?.length ?? 0))

/** The characters of a command: its names, descriptions and values, each in its longest translation. */
function commandSize(part: Sized): number {
  const own =
    longest(part.name ?? '', part.name_localizations) +
    longest(part.description ?? '', part.description_localizations) +
    (part.value === undefined ? 0 : String(part.value).length)
  const inner = [...(part.options ?? []), ...(part.choices ?? [])]
  return inner.reduce((sum, child) => sum + commandSize(child), own)
}

/** A missing type means a chat command. */
export const command = z.preprocess(
  (body) => (typeof body === 'object' && body !== null && !('type' in body) ? { ...body, type: 1 } : body),
  z.discriminatedUnion('type', [chatCommand, menuCommand]),
)

export type CommandPayload = z.output<typeof command>
export type LeafOption = z.output<typeof leaf>
export type Subcommand = z.output<typeof subcommand>
export type SubcommandGroup = z.output<typeof group>
export type CommandOption = LeafOption | Subcommand | SubcommandGroup

/** How many commands of each type an app may have, globally and in each guild. */
const maxByType = [
  { type: 1, max: 100 },
  { type: 2, max: 15 },
  { type: 3, max: 15 },
]

export const commands = z.array(command)

/** @throws DiscordApiError 50035 for duplicate names within a type, 30032 for too many commands of a type */
export function checkCommandList(list: readonly Pick<CommandPayload, 'type' | 'name'>[]): void {
  for (const { type, max } of maxByType)
    if (list.filter((command) => command.type === type).length > max) throw tooManyCommands(max)
  const fieldErrors = list.flatMap(({ type, name }, index) =>
    list.findIndex((other) => other.type === type && other.name === name) < index
      ? {
          path: [index],
          code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
          message: 'Application command names must be unique',
        }
      : [],
  )
  if (fieldErrors.length > 0) throw invalidFormBody(fieldErrors)
}
