// A command while it is filled in: the entries to choose from, its fields, and what is still missing.
import type { Choice } from '../../validation/choices.ts'
import type { LeafOption } from '../../validation/commands.ts'
import type { CommandValues } from '../../parse-option-values.ts'
import type { Command } from '../../command-registry.ts'
import type { InitialState } from '../ui-protocol.ts'

/** A command or a subcommand, as the list of commands shows it. */
export interface CommandEntry {
  command: Command
  path: string[]
  /** e.g. "/admin reseed" */
  title: string
  description: string
  options: LeafOption[]
}

export interface Field {
  option: LeafOption
  /** The text in the field. */
  text: string
  /** The value of the chosen suggestion; undefined for text that was typed. */
  value: string | undefined
  /** The chosen file, for an option that takes one. */
  file: File | undefined
  /** Why it is invalid, once the user has tried to send. */
  error: string | undefined
}

export interface CommandDraft {
  entry: CommandEntry
  fields: Field[]
}

/** Every slash command and subcommand. */
export function commandEntries(commands: readonly Command[]): CommandEntry[] {
  return commands
    .filter(({ type }) => type === 1)
    .flatMap((command) => {
      const entry = (
        path: string[],
        description: string,
        options: readonly { type: number }[],
      ): CommandEntry => ({
        command,
        path,
        title: `/${[command.name, ...path].join(' ')}`,
        description,
        options: options.filter((option): option is LeafOption => option.type > 2),
      })
      const subcommandEntries = (options: Command['options'], path: string[]): CommandEntry[] =>
        options.flatMap((option) => {
          const innerPath = [...path, option.name]
          if (option.type === 1) return [entry(innerPath, option.description, option.options ?? [])]
          if (option.type === 2) return subcommandEntries(option.options ?? [], innerPath)
          return []
        })
      const subcommands = subcommandEntries(command.options, [])
      return subcommands.length > 0 ? subcommands : [entry([], command.description, command.options)]
    })
}

/** The entries that match a text such as "/all", those that start with it first. */
export function searchEntries(entries: readonly CommandEntry[], text: string): CommandEntry[] {
  const query = text.slice(1).trim().toLowerCase()
  const rank = ({ title, description }: CommandEntry) => {
    const name = title.slice(1)
    if (name.startsWith(query)) return 0
    if (name.includes(query)) return 1
    return description.toLowerCase().includes(query) ? 2 : 3
  }
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((ranked) => ranked.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}

/** The entry whose full name the text starts with, and the text after it: "/alliance NATO". */
export function matchEntry(
  entries: readonly CommandEntry[],
  text: string,
): { entry: CommandEntry; rest: string } | undefined {
  const entry = entries
    .filter(({ title }) => text.toLowerCase().startsWith(`${title} `))
    .sort((a, b) => b.title.length - a.title.length)[0]
  return entry && { entry, rest: text.slice(entry.title.length).trim() }
}

/** Starts a command with its required options open; `rest` is the text after its name. */
export function createDraft(entry: CommandEntry, rest = ''): CommandDraft {
  const inputs = rest === '' ? new Map<string, string>() : splitInput(entry, rest, entry.options[0]?.name)
  const fields = entry.options
    .filter(({ name, required }) => required || inputs.has(name))
    .map((option) => createField(option, inputs.get(option.name) ?? ''))
  return { entry, fields }
}

/** Opens an optional option. */
export function openOption(draft: CommandDraft, option: LeafOption): CommandDraft {
  return { ...draft, fields: [...draft.fields, createField(option, '')] }
}

/** Sets the text of a field. */
export function fillOption(draft: CommandDraft, name: string, text: string, value?: string): CommandDraft {
  const fields = draft.fields.map((field) =>
    field.option.name === name ? { ...field, text, value, error: undefined } : field,
  )
  return { ...draft, fields }
}

/**
 * Sets a field from input: "NATO private:true" also opens and fills `private`, as in Discord's client.
 * The returned `name` is the option that has the focus afterwards.
 */
export function fillFromInput(
  draft: CommandDraft,
  name: string,
  text: string,
): { draft: CommandDraft; name: string } {
  const inputs = [...splitInput(draft.entry, text, name)]
  const filled = inputs.reduce((before, [optionName, value]) => {
    const option = unopenedOptions(before).find((other) => other.name === optionName)
    return fillOption(option ? openOption(before, option) : before, optionName, value)
  }, draft)
  return { draft: filled, name: inputs.at(-1)?.[0] ?? name }
}

/** The options that are not open yet. */
export function unopenedOptions({ entry, fields }: CommandDraft): LeafOption[] {
  return entry.options.filter((option) => !fields.some((field) => field.option === option))
}

/** The draft with an error on each invalid field; without any error it can be sent. */
export function validateDraft(draft: CommandDraft, initial: InitialState): CommandDraft {
  const fields = draft.fields.map((field) => ({ ...field, error: validateField(field, initial) }))
  return { ...draft, fields }
}

/** Chooses the file of an option. */
export function chooseFile(draft: CommandDraft, name: string, file: File | undefined): CommandDraft {
  const fields = draft.fields.map((field) =>
    field.option.name === name ? { ...field, file, error: undefined } : field,
  )
  return { ...draft, fields }
}

/** The chosen files, to which the values of their options refer by index. */
export function filesOf({ fields }: CommandDraft): File[] {
  return fields.flatMap(({ file }) => file ?? [])
}

/** The draft as the emulator expects it. */
export function toCommandValues(draft: CommandDraft): CommandValues {
  const { entry, fields } = draft
  const values = fields.map(({ option, text, value, file }) => [
    option.name,
    file ? String(filesOf(draft).indexOf(file)) : (value ?? text),
  ])
  return {
    commandId: entry.command.id,
    path: entry.path,
    values: Object.fromEntries(values) as Record<string, string>,
  }
}

/** The choices in the definition of an option, or those that Discord itself offers for its type. */
export function localChoices(
  { type, choices }: LeafOption,
  { users, channels }: InitialState,
): Choice[] | undefined {
  if (choices?.length) return choices.map(({ name, value }) => ({ name, value }))
  if (type === 5)
    return [
      { name: 'True', value: 'true' },
      { name: 'False', value: 'false' },
    ]
  if (type === 6 || type === 9) return users.map(({ name, id }) => ({ name, value: id }))
  if (type === 7)
    return channels
      .filter(({ title }) => title.startsWith('#'))
      .map(({ title, channelIds }) => ({ name: title, value: Object.values(channelIds)[0] ?? '' }))
  return undefined
}

function createField(option: LeafOption, text: string): Field {
  return { option, text: takesFile(option) ? '' : text, value: undefined, file: undefined, error: undefined }
}

/** Whether nothing was typed or chosen. */
export function isEmpty({ text, file }: Field): boolean {
  return text.trim() === '' && !file
}

/** Whether the user attaches a file for this option. */
export function takesFile({ type }: LeafOption): boolean {
  return type === 11
}

function validateField({ option, text, value, file }: Field, initial: InitialState): string | undefined {
  const { type, required, min_length, max_length, min_value, max_value } = option
  const input = text.trim()
  if (takesFile(option)) return required && !file ? 'Choose a file.' : undefined
  if (input === '') return required ? 'This option is required. Specify a value.' : undefined
  const choices = localChoices(option, initial)
  const matches = (text: string | number) => String(text).toLowerCase() === input.toLowerCase()
  if (
    choices &&
    value === undefined &&
    !choices.some((choice) => matches(choice.name) || matches(choice.value))
  )
    return 'Choose one from the list.'
  if (type === 4 || type === 10) {
    const number = Number(value ?? input)
    if (Number.isNaN(number)) return 'Enter a number.'
    if (type === 4 && !Number.isInteger(number)) return 'Enter a whole number.'
    if (number < (min_value ?? -Infinity)) return `Enter ${min_value ?? ''} or more.`
    if (number > (max_value ?? Infinity)) return `Enter ${max_value ?? ''} or less.`
  }
  if (type === 3 && value === undefined) {
    if (input.length < (min_length ?? 0)) return `Enter at least ${min_length ?? 0} characters.`
    if (input.length > (max_length ?? 6000)) return `Enter at most ${max_length ?? 6000} characters.`
  }
  return undefined
}

/** Splits "NATO private:true" by option; the text before the first name belongs to `first`. */
function splitInput({ options }: CommandEntry, text: string, first: string | undefined): Map<string, string> {
  const inputs = new Map<string, string>()
  const names = options.map(({ name }) => name).join('|')
  const [head = '', ...pairs] = names === '' ? [text] : text.split(new RegExp(`(?:^|\\s)(${names}):`, 'u'))
  if (first !== undefined && (head.trim() !== '' || pairs.length === 0)) inputs.set(first, head)
  for (let n = 0; n + 1 < pairs.length; n += 2) {
    inputs.set(pairs[n] ?? '', (pairs[n + 1] ?? '').trimStart().replace(/^"(.*)"$/, '$1'))
  }
  return inputs
}
