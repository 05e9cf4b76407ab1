// Reads a command whose options were filled in one by one, as in the box of Discord's client.
import type { CommandOption, LeafOption } from './validation/commands.ts'
import { type ParsedCommand, type ParsedOption, valueOf } from './parse-command-line.ts'

export interface CommandValues {
  /** The id of the command. */
  commandId: string
  /** The names of the group and subcommand, if any. */
  path: string[]
  /** What was entered, by option; an empty text counts as left out. */
  values: Record<string, string>
}

interface CommandDefinition {
  id: string
  name: string
  options: readonly CommandOption[]
}

/** @throws Error for a command or option that does not exist, a missing option, or a value that an option does not take */
export function parseValues<T extends CommandDefinition>(
  filled: CommandValues,
  commands: readonly T[],
): ParsedCommand<T> {
  const { command, title, known } = find(filled, commands)
  const options = known.flatMap((option): ParsedOption[] => {
    const text = (filled.values[option.name] ?? '').trim()
    if (text === '' && option.required) throw new Error(`${title} needs the option ${option.name}`)
    return text === '' ? [] : [{ name: option.name, type: option.type, value: valueOf(title, option, text) }]
  })
  return { command, path: filled.path, options, lastOption: undefined }
}

/** Reads a command being filled in: one option is typed into, and the others may still be wrong or missing. */
export function parsePartialValues<T extends CommandDefinition>(
  filled: CommandValues,
  focused: string,
  commands: readonly T[],
): ParsedCommand<T> {
  const { command, title, known } = find(filled, commands)
  const lastOption = known.find(({ name }) => name === focused)
  const options = known.flatMap((option): ParsedOption[] => {
    const { name, type } = option
    const text = filled.values[name] ?? ''
    if (option === lastOption) return [{ name, type, value: text, focused: true }]
    try {
      return text === '' ? [] : [{ name, type, value: valueOf(title, option, text) }]
    } catch {
      return []
    }
  })
  return { command, path: filled.path, options, lastOption }
}

function find<T extends CommandDefinition>(
  { commandId: id, path, values }: CommandValues,
  commands: readonly T[],
) {
  const command = commands.find((one) => one.id === id)
  if (!command) throw new Error('The command is no longer there')
  const title = `/${[command.name, ...path].join(' ')}`
  let options = command.options
  for (const name of path) {
    const sub = options.find((one) => one.name === name && one.type <= 2)
    if (!sub || sub.type > 2) throw new Error(`There is no ${title}`)
    options = 'options' in sub ? (sub.options ?? []) : []
  }
  const known = options.filter((one): one is LeafOption => one.type > 2)
  const strange = Object.keys(values).find((name) => !known.some((one) => one.name === name))
  if (strange !== undefined) throw new Error(`${title} has no option ${strange}`)
  return { command, title, known }
}
