// Reads what a person types: `/command [sub] option:value …`, quotes and the leading slash optional.
import type { CommandOption, LeafOption } from './validation/commands.ts'

export interface ParsedOption {
  name: string
  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
  type: number
  value: string | number | boolean
  /** The option being typed into, in an autocomplete. */
  focused?: true
}

export interface ParsedCommand<T> {
  command: T
  /** The names of the group and subcommand, if any. */
  path: string[]
  options: ParsedOption[]
  /** The definition of the last option typed. */
  lastOption: LeafOption | undefined
}

interface CommandDefinition {
  type: number
  name: string
  options: readonly CommandOption[]
}

/**
 * Reads a whole command.
 * @throws Error that says what is wrong and which commands, subcommands, options or choices exist
 */
export function parseCommand<T extends CommandDefinition>(
  typed: string,
  commands: readonly T[],
): ParsedCommand<T> {
  const { command, path, known, given } = split(typed, commands)
  const title = titleOf(command, path)
  const options = given.map(({ option, text }) => ({
    name: option.name,
    type: option.type,
    value: valueOf(title, option, text),
  }))
  const missing = known.find((one) => one.required && !options.some(({ name }) => name === one.name))
  if (missing) throw new Error(`${title} needs the option ${missing.name}. Its options: ${names(known)}`)
  return { command, path, options, lastOption: given.at(-1)?.option }
}

/** Reads a command being typed: its last option is the focused one, and what is missing may still come. */
export function parsePartialCommand<T extends CommandDefinition>(
  typed: string,
  commands: readonly T[],
): ParsedCommand<T> {
  const { command, path, known, given } = split(typed, commands)
  const title = titleOf(command, path)
  const last = given.at(-1)
  if (!last) throw new Error(`${title}: type an option to complete. Its options: ${names(known)}`)
  const options: ParsedOption[] = given.map(({ option, text }) =>
    option === last.option
      ? // Unfinished text goes to the bot as it stands, whatever the option's type.
        { name: option.name, type: option.type, value: text, focused: true }
      : { name: option.name, type: option.type, value: valueOf(title, option, text) },
  )
  return { command, path, options, lastOption: last.option }
}

function split<T extends CommandDefinition>(typed: string, commands: readonly T[]) {
  const chat = commands.filter(({ type }) => type === 1)
  let rest = typed.trim().replace(/^\//, '')
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
  const known = options.filter((one): one is LeafOption => one.type > 2)
  return { command, path, known, given: splitOptions(titleOf(command, path), rest, known) }
}

function splitOptions(title: string, typed: string, known: readonly LeafOption[]) {
  const given: { option: LeafOption; text: string }[] = []
  // Discord's names of options hold nothing that means something in a pattern.
  const next = new RegExp(`\\s(?:${known.map(({ name }) => name).join('|')}):`, 'u')
  let rest = typed
  while (rest !== '') {
    const [head, name = ''] = /^([^\s:]*):/.exec(rest) ?? []
    const option = known.find((one) => one.name === name)
    if (head === undefined || !option)
      throw new Error(
        `${title} has no option "${head === undefined ? rest : name}". ${known.length > 0 ? `Its options, each as option:value: ${names(known)}` : 'It takes none.'}`,
      )
    if (given.some((one) => one.option === option)) throw new Error(`${title}: ${name} is given twice`)
    rest = rest.slice(head.length)
    const quoted = /^\s*"([^"]*)"(?=\s+[^\s:]+:|\s*$)/.exec(rest)
    const end = quoted ? quoted[0].length : (next.exec(rest)?.index ?? rest.length)
    given.push({ option, text: quoted?.[1] ?? rest.slice(0, end).trim() })
    rest = rest.slice(end).trimStart()
  }
  return given
}

/** The value that a text stands for. @throws Error that says what the option takes */
export function valueOf(title: string, option: LeafOption, text: string): string | number | boolean {
  const refuse = (why: string) => new Error(`${title}: ${option.name} ${why}, not "${text}"`)
  const { type, choices, min_value, max_value, min_length, max_length } = option
  if (choices?.length) {
    const folded = text.toLowerCase()
    const choice = choices.find(({ name, value }) => name.toLowerCase() === folded || String(value) === text)
    if (!choice) throw refuse(`must be one of ${names(choices)}`)
    return choice.value
  }
  if (type === 5) {
    if (!/^(true|false)$/i.test(text)) throw refuse('must be true or false')
    return text.toLowerCase() === 'true'
  }
  if (type === 4 || type === 10) {
    const value = Number(text)
    if (text === '' || Number.isNaN(value)) throw refuse('must be a number')
    if (type === 4 && !Number.isInteger(value)) throw refuse('must be a whole number')
    if (value < (min_value ?? -Infinity)) throw refuse(`must be at least ${min_value ?? ''}`)
    if (value > (max_value ?? Infinity)) throw refuse(`must be at most ${max_value ?? ''}`)
    return value
  }
  if (text === '') throw refuse('must not be empty')
  if (text.length < (min_length ?? 0)) throw refuse(`must have at least ${min_length ?? 0} characters`)
  if (text.length > (max_length ?? 6000)) throw refuse(`must have at most ${max_length ?? 6000} characters`)
  return text
}

function titleOf({ name }: { name: string }, path: string[]): string {
  return `/${[name, ...path].join(' ')}`
}

function names(all: readonly { name: string }[], prefix = ''): string {
  return all.map(({ name }) => prefix + name).join(', ') || 'none'
}
