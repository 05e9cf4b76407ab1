// Parses a command line: `/command [subcommand] option:value …`, quotes and the leading slash optional.
import type { CommandOption, LeafOption } from './validation/commands.ts'

export interface ParsedOption {
  name: string
  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
  type: number
  value: string | number | boolean
  /** The focused option of an autocomplete. */
  focused?: true
}

export interface ParsedCommand<T> {
  command: T
  /** The names of the group and subcommand, if any. */
  path: string[]
  options: ParsedOption[]
  /** The definition of the last option. */
  lastOption: LeafOption | undefined
}

interface CommandDefinition {
  type: number
  name: string
  options: readonly CommandOption[]
}

/**
 * Parses a complete command.
 * @throws Error that states the problem and the commands, subcommands, options or choices that exist
 */
export function parseCommand<T extends CommandDefinition>(
  input: string,
  commands: readonly T[],
): ParsedCommand<T> {
  const { command, path, known, entries } = split(input, commands)
  const title = titleOf(command, path)
  const options = entries.map(({ option, text }) => ({
    name: option.name,
    type: option.type,
    value: valueOf(title, option, text),
  }))
  const missing = known.find((option) => option.required && !options.some(({ name }) => name === option.name))
  if (missing) throw new Error(`${title} needs the option ${missing.name}. Its options: ${names(known)}`)
  return { command, path, options, lastOption: entries.at(-1)?.option }
}

/** Parses an incomplete command: its last option is focused, and required options may be missing. */
export function parsePartialCommand<T extends CommandDefinition>(
  input: string,
  commands: readonly T[],
): ParsedCommand<T> {
  const { command, path, known, entries } = split(input, commands)
  const title = titleOf(command, path)
  const last = entries.at(-1)
  if (!last) throw new Error(`${title}: type an option to complete. Its options: ${names(known)}`)
  const options: ParsedOption[] = entries.map(({ option, text }) =>
    option === last.option
      ? // The focused input is sent to the bot unchanged, whatever the option's type.
        { name: option.name, type: option.type, value: text, focused: true }
      : { name: option.name, type: option.type, value: valueOf(title, option, text) },
  )
  return { command, path, options, lastOption: last.option }
}

function split<T extends CommandDefinition>(input: string, commands: readonly T[]) {
  const chat = commands.filter(({ type }) => type === 1)
  let rest = input.trim().replace(/^\//, '')
  const word = () => /^\S*/.exec(rest)?.[0] ?? ''
  const command = chat.find(({ name }) => name === word())
  if (!command) throw new Error(`There is no command /${word()}. There are: ${names(chat, '/')}`)
  rest = rest.slice(word().length).trimStart()
  const path: string[] = []
  let options = command.options
  while (options.some(({ type }) => type <= 2)) {
    const sub = options.find(({ name }) => name === word())
    if (!sub || sub.type > 2)
      throw new Error(`${titleOf(command, path)} has no subcommand "${word()}". It has: ${names(options)}`)
    path.push(sub.name)
    options = 'options' in sub ? (sub.options ?? []) : []
    rest = rest.slice(word().length).trimStart()
  }
  const known = options.filter((option): option is LeafOption => option.type > 2)
  return { command, path, known, entries: splitOptions(titleOf(command, path), rest, known) }
}

function splitOptions(title: string, input: string, known: readonly LeafOption[]) {
  const entries: { option: LeafOption; text: string }[] = []
  // Option names contain no special characters of regular expressions.
  const next = new RegExp(`\\s(?:${known.map(({ name }) => name).join('|')}):`, 'u')
  let rest = input
  while (rest !== '') {
    const [head, name = ''] = /^([^\s:]*):/.exec(rest) ?? []
    const option = known.find((candidate) => candidate.name === name)
    if (head === undefined || !option)
      throw new Error(
        `${title} has no option "${head === undefined ? rest : name}". ${known.length > 0 ? `Its options, each as option:value: ${names(known)}` : 'It has no options.'}`,
      )
    if (entries.some((entry) => entry.option === option)) throw new Error(`${title}: ${name} appears twice`)
    rest = rest.slice(head.length)
    const quoted = /^\s*"([^"]*)"(?=\s+[^\s:]+:|\s*$)/.exec(rest)
    const end = quoted ? quoted[0].length : (next.exec(rest)?.index ?? rest.length)
    entries.push({ option, text: quoted?.[1] ?? rest.slice(0, end).trim() })
    rest = rest.slice(end).trimStart()
  }
  return entries
}

/** Converts text to the option's value. @throws Error that states what the option accepts */
export function valueOf(title: string, option: LeafOption, text: string): string | number | boolean {
  const invalid = (rule: string) => new Error(`${title}: ${option.name} ${rule}, not "${text}"`)
  const { type, choices, min_value, max_value, min_length, max_length } = option
  if (choices?.length) {
    const lowerCased = text.toLowerCase()
    const choice = choices.find(
      ({ name, value }) => name.toLowerCase() === lowerCased || String(value) === text,
    )
    if (!choice) throw invalid(`must be one of ${names(choices)}`)
    return choice.value
  }
  if (type === 5) {
    if (!/^(true|false)$/i.test(text)) throw invalid('must be true or false')
    return text.toLowerCase() === 'true'
  }
  if (type === 4 || type === 10) {
    const value = Number(text)
    if (text === '' || Number.isNaN(value)) throw invalid('must be a number')
    if (type === 4 && !Number.isInteger(value)) throw invalid('must be a whole number')
    if (value < (min_value ?? -Infinity)) throw invalid(`must be at least ${min_value ?? ''}`)
    if (value > (max_value ?? Infinity)) throw invalid(`must be at most ${max_value ?? ''}`)
    return value
  }
  if (text === '') throw invalid('must not be empty')
  if (text.length < (min_length ?? 0)) throw invalid(`must have at least ${min_length ?? 0} characters`)
  if (text.length > (max_length ?? 6000)) throw invalid(`must have at most ${max_length ?? 6000} characters`)
  return text
}

function titleOf({ name }: { name: string }, path: string[]): string {
  return `/${[name, ...path].join(' ')}`
}

function names(items: readonly { name: string }[], prefix = ''): string {
  return items.map(({ name }) => prefix + name).join(', ') || 'none'
}
