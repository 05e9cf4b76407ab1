// Parses a command whose options were filled in separately, as in the input box of Discord's client.
import type { CommandOption, LeafOption } from './validation/commands.ts'
import { type ParsedCommand, type ParsedOption, valueOf } from './parse-command-line.ts'

export interface CommandValues {
  /** The id of the command. */
  commandId: string
  /** The names of the group and subcommand, if any. */
  path: string[]
  /** The input by option; an empty string counts as omitted. */
  values: Record<string, string>
}

interface CommandDefinition {
  id: string
  name: string
  options: readonly CommandOption[]
}

/** @throws Error for an unknown command or option, a missing option, or an invalid value */
export function parseValues<T extends CommandDefinition>(
  input: CommandValues,
  commands: readonly T[],
): ParsedCommand<T> {
  const { command, title, known } = find(input, commands)
  const options = known.flatMap((option): ParsedOption[] => {
    const text = (input.values[option.name] ?? '').trim()
    if (text === '' && option.required) throw new Error(`${title} needs the option ${option.name}`)
    return text === '' ? [] : [{ name: option.name, type: option.type, value: valueOf(title, option, text) }]
  })
  return { command, path: input.path, options, lastOption: undefined }
}

/** Parses a command being filled in: one option is focused; the others may still be invalid or missing. */
export function parsePartialValues<T extends CommandDefinition>(
  input: CommandValues,
  focused: string,
  commands: readonly T[],
): ParsedCommand<T> {
  const { command, title, known } = find(input, commands)
  const lastOption = known.find(({ name }) => name === focused)
  const options = known.flatMap((option): ParsedOption[] => {
    const { name, type } = option
    const text = input.values[name] ?? ''
    if (option === lastOption) return [{ name, type, value: text, focused: true }]
    try {
      return text === '' ? [] : [{ name, type, value: valueOf(title, option, text) }]
    } catch {
      return []
    }
  })
  return { command, path: input.path, options, lastOption }
}

function find<T extends CommandDefinition>(
  { commandId: id, path, values }: CommandValues,
  commands: readonly T[],
) {
  const command = commands.find((candidate) => candidate.id === id)
  if (!command) throw new Error('The command no longer exists')
  const title = `/${[command.name, ...path].join(' ')}`
  let options = command.options
  for (const name of path) {
    const sub = options.find((option) => option.name === name && option.type <= 2)
    if (!sub || sub.type > 2) throw new Error(`There is no ${title}`)
    options = 'options' in sub ? (sub.options ?? []) : []
  }
  const known = options.filter((option): option is LeafOption => option.type > 2)
  const unknown = Object.keys(values).find((name) => !known.some((option) => option.name === name))
  if (unknown !== undefined) throw new Error(`${title} has no option ${unknown}`)
  return { command, title, known }
}
