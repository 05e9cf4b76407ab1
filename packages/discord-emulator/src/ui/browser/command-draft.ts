// A command as it is being filled in: which commands there are to choose, its fields, and what is still missing.
import type { Choice } from '../../validation/choices.ts'
import type { LeafOption } from '../../validation/commands.ts'
import type { Filled } from '../../parse-option-values.ts'
import type { Command } from '../../command-registry.ts'
import type { InitialState } from '../ui-protocol.ts'

/** A command or a subcommand, as the list of commands shows it. */
export interface Entry {
  command: Command
  path: string[]
  /** e.g. "/admin reseed" */
  title: string
  description: string
  options: LeafOption[]
}

export interface Field {
  option: LeafOption
  /** What stands in the field. */
  text: string
  /** The value of the choice that was made; undefined for text as it was typed. */
  value: string | undefined
  /** What is wrong with it, once the person tried to send. */
  problem: string | undefined
}

export interface Draft {
  entry: Entry
  fields: Field[]
}

/** Every typed command and subcommand. */
export function entriesOf(commands: readonly Command[]): Entry[] {
  return commands
    .filter(({ type }) => type === 1)
    .flatMap((command) => {
      const entry = (path: string[], description: string, options: readonly { type: number }[]): Entry => ({
        command,
        path,
        title: `/${[command.name, ...path].join(' ')}`,
        description,
        options: options.filter((one): one is LeafOption => one.type > 2),
      })
      const inside = (options: Command['options'], path: string[]): Entry[] =>
        options.flatMap((one) => {
          if (one.type === 1) return [entry([...path, one.name], one.description, one.options ?? [])]
          if (one.type === 2) return inside(one.options ?? [], [...path, one.name])
          return []
        })
      const subcommands = inside(command.options, [])
      return subcommands.length > 0 ? subcommands : [entry([], command.description, command.options)]
    })
}

/** The entries that a text such as "/all" may mean, those that begin with it first. */
export function matching(entries: readonly Entry[], text: string): Entry[] {
  const typed = text.slice(1).trim().toLowerCase()
  const rank = ({ title, description }: Entry) => {
    const name = title.slice(1)
    if (name.startsWith(typed)) return 0
    if (name.includes(typed)) return 1
    return description.toLowerCase().includes(typed) ? 2 : 3
  }
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}

/** The entry whose whole name the text begins with, and the text after it: "/alliance NATO". */
export function named(entries: readonly Entry[], text: string): { entry: Entry; rest: string } | undefined {
  const entry = entries
    .filter(({ title }) => text.toLowerCase().startsWith(`${title} `))
    .sort((a, b) => b.title.length - a.title.length)[0]
  return entry && { entry, rest: text.slice(entry.title.length).trim() }
}

/** Begins a command: required options stand open; `rest` is what was typed after its name. */
export function begin(entry: Entry, rest = ''): Draft {
  const typed = rest === '' ? new Map<string, string>() : splitTyped(entry, rest, entry.options[0]?.name)
  const fields = entry.options
    .filter(({ name, required }) => required || typed.has(name))
    .map((option) => fieldOf(option, typed.get(option.name) ?? ''))
  return { entry, fields }
}

/** Opens an optional option. */
export function open(draft: Draft, option: LeafOption): Draft {
  return { ...draft, fields: [...draft.fields, fieldOf(option, '')] }
}

/** Writes into a field. */
export function fill(draft: Draft, name: string, text: string, value?: string): Draft {
  const fields = draft.fields.map((field) =>
    field.option.name === name ? { ...field, text, value, problem: undefined } : field,
  )
  return { ...draft, fields }
}

/**
 * Writes what was typed into a field: "NATO private:true" also opens and fills `private`, as in Discord's client.
 * `name` is the option that is typed into then.
 */
export function fillTyped(draft: Draft, name: string, text: string): { draft: Draft; name: string } {
  const typed = [...splitTyped(draft.entry, text, name)]
  const filled = typed.reduce((before, [one, value]) => {
    const option = closed(before).find((other) => other.name === one)
    return fill(option ? open(before, option) : before, one, value)
  }, draft)
  return { draft: filled, name: typed.at(-1)?.[0] ?? name }
}

/** The options that are not open yet. */
export function closed({ entry, fields }: Draft): LeafOption[] {
  return entry.options.filter((option) => !fields.some((field) => field.option === option))
}

/** The draft with what is wrong written at each field; no problem at all means that it can be sent. */
export function checked(draft: Draft, scene: InitialState): Draft {
  const fields = draft.fields.map((field) => ({ ...field, problem: problemOf(field, scene) }))
  return { ...draft, fields }
}

/** As the local Discord takes it. */
export function filledOf({ entry, fields }: Draft): Filled {
  const values = fields.map(({ option, text, value }) => [option.name, value ?? text])
  return {
    command: entry.command.id,
    path: entry.path,
    values: Object.fromEntries(values) as Record<string, string>,
  }
}

/** The choices that stand in the definition of an option, or that Discord itself offers for its type. */
export function ownChoices({ type, choices }: LeafOption, { people, places }: InitialState): Choice[] | undefined {
  if (choices?.length) return choices.map(({ name, value }) => ({ name, value }))
  if (type === 5)
    return [
      { name: 'True', value: 'true' },
      { name: 'False', value: 'false' },
    ]
  if (type === 6 || type === 9) return people.map(({ name, id }) => ({ name, value: id }))
  if (type === 7)
    return places
      .filter(({ title }) => title.startsWith('#'))
      .map(({ title, channelIds }) => ({ name: title, value: Object.values(channelIds)[0] ?? '' }))
  return undefined
}

function fieldOf(option: LeafOption, text: string): Field {
  return { option, text, value: undefined, problem: undefined }
}

function problemOf({ option, text, value }: Field, scene: InitialState): string | undefined {
  const { type, required, min_length, max_length, min_value, max_value } = option
  const typed = text.trim()
  if (typed === '') return required ? 'This option is required. Specify a value.' : undefined
  const own = ownChoices(option, scene)
  const means = (one: string | number) => String(one).toLowerCase() === typed.toLowerCase()
  if (own && value === undefined && !own.some((one) => means(one.name) || means(one.value)))
    return 'Choose one of the list.'
  if (type === 4 || type === 10) {
    const number = Number(value ?? typed)
    if (Number.isNaN(number)) return 'Enter a number.'
    if (type === 4 && !Number.isInteger(number)) return 'Enter a whole number.'
    if (number < (min_value ?? -Infinity)) return `Enter ${min_value ?? ''} or more.`
    if (number > (max_value ?? Infinity)) return `Enter ${max_value ?? ''} or less.`
  }
  if (type === 3 && value === undefined) {
    if (typed.length < (min_length ?? 0)) return `Enter at least ${min_length ?? 0} characters.`
    if (typed.length > (max_length ?? 6000)) return `Enter at most ${max_length ?? 6000} characters.`
  }
  return undefined
}

/** "NATO private:true" by option; the text before the first name belongs to `first`. */
function splitTyped({ options }: Entry, text: string, first: string | undefined): Map<string, string> {
  const typed = new Map<string, string>()
  const names = options.map(({ name }) => name).join('|')
  const [head = '', ...pairs] = names === '' ? [text] : text.split(new RegExp(`(?:^|\\s)(${names}):`, 'u'))
  if (first !== undefined && (head.trim() !== '' || pairs.length === 0)) typed.set(first, head)
  for (let n = 0; n + 1 < pairs.length; n += 2) {
    typed.set(pairs[n] ?? '', (pairs[n + 1] ?? '').trimStart().replace(/^"(.*)"$/, '$1'))
  }
  return typed
}
