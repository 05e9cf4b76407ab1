// Limits of commands, as the list of commands that a bot puts.
import { type Row, many, page, x } from './row.ts'

const command = (more: object = {}) => ({ name: 'c', description: 'd', ...more })
const option = (more: object = {}) => ({ type: 3, name: 'o', description: 'd', ...more })
const of = (more: object = {}) => [command(more)]
const menu = (more: object = {}) => [{ type: 3, name: 'm', ...more }]
const sub = (more: object = {}) => ({ type: 1, name: 's', description: 'd', ...more })
const group = (...options: object[]) => ({ type: 2, name: 'g', description: 'd', options })
const chats = (count: number) => many(count, (n) => command({ name: `c${n}` }))
const menus = (type: number, count: number) => many(count, (n) => ({ type, name: `m${n}` }))

/** A command whose names, descriptions and values have this many characters together. */
const sized = (total: number) => {
  // 1 for each name and each description of 3 options with 25 choices, and of the command itself.
  const options = many(3, (n) =>
    option({ name: `${n}`, choices: many(25, (m) => ({ name: `${m}`.padEnd(50, 'x'), value: x(50) })) }),
  )
  const rest = total - 3 * 25 * 100 - 3 * 2 - 1 - 100
  return of({
    description: x(100),
    options: [...options, ...many(Math.ceil(rest / 100), (n) => filler(rest, n))],
  })
}
const filler = (rest: number, index: number) => {
  const length = Math.min(100, rest - index * 100)
  return option({ name: String.fromCodePoint(97 + index), description: x(length - 1) })
}

export const commandRows: Row[] = [
  {
    limit: 'name 32',
    page: page.naming,
    passes: of({ name: x(32) }),
    refused: of({ name: x(33) }),
    at: '0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'name not empty',
    page: page.naming,
    passes: of({ name: 'c' }),
    refused: of({ name: '' }),
    at: '0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'no capitals in a chat command',
    page: page.naming,
    passes: of({ name: 'alliance' }),
    refused: of({ name: 'Alliance' }),
    at: '0.name',
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    limit: 'no space in a chat command',
    page: page.naming,
    passes: of({ name: 'two-words' }),
    refused: of({ name: 'two words' }),
    at: '0.name',
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    limit: 'description 100',
    page: page.command,
    passes: of({ description: x(100) }),
    refused: of({ description: x(101) }),
    at: '0.description',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'description not empty',
    page: page.command,
    passes: of({ description: 'd' }),
    refused: of({ description: '' }),
    at: '0.description',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'description needed',
    page: page.command,
    passes: of(),
    refused: [{ name: 'c' }],
    at: '0.description',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    limit: 'translated name 32',
    page: page.command,
    passes: of({ name_localizations: { de: x(32) } }),
    refused: of({ name_localizations: { de: x(33) } }),
    at: '0.name_localizations.de',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'translated description 100',
    page: page.command,
    passes: of({ description_localizations: { de: x(100) } }),
    refused: of({ description_localizations: { de: x(101) } }),
    at: '0.description_localizations.de',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: '25 options',
    page: page.command,
    passes: of({ options: many(25, (n) => option({ name: `o${n}` })) }),
    refused: of({ options: many(26, (n) => option({ name: `o${n}` })) }),
    at: '0.options',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'subcommands not beside options',
    page: page.subcommands,
    passes: of({ options: [sub()] }),
    refused: of({ options: [sub(), option()] }),
    at: '0.options',
    code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  },
  {
    limit: 'no group in a group',
    page: page.subcommands,
    passes: of({ options: [group(sub())] }),
    refused: of({ options: [group(group(sub()))] }),
    at: '0.options.0.options.0.type',
    code: 'UNION_TYPE_CHOICES',
  },
  {
    limit: 'no subcommand in a subcommand',
    page: page.subcommands,
    passes: of({ options: [sub({ options: [option()] })] }),
    refused: of({ options: [sub({ options: [sub()] })] }),
    at: '0.options.0.options.0.type',
    code: 'UNION_TYPE_CHOICES',
  },
  {
    limit: '25 subcommands in a group',
    page: page.registering,
    passes: of({ options: [group(...many(25, (n) => sub({ name: `s${n}` })))] }),
    refused: of({ options: [group(...many(26, (n) => sub({ name: `s${n}` })))] }),
    at: '0.options.0.options',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: '8000 characters in a command',
    page: page.registering,
    passes: sized(8000),
    refused: sized(8001),
    at: '0',
    code: 'APPLICATION_COMMAND_TOO_LARGE',
  },
  {
    limit: 'message command name 32',
    page: page.naming,
    passes: menu({ name: x(32) }),
    refused: menu({ name: x(33) }),
    at: '0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'message command without description',
    page: page.command,
    passes: menu({ name: 'Check This', description: '' }),
    refused: menu({ description: 'd' }),
    at: '0.description',
    code: 'APPLICATION_COMMAND_DESCRIPTION_INVALID',
  },
  {
    limit: 'message command without options',
    page: page.command,
    passes: menu({ options: [] }),
    refused: menu({ options: [option()] }),
    at: '0.options',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'names once within a type',
    page: page.naming,
    passes: [command(), ...menu({ name: 'c' })],
    refused: [command(), command()],
    at: '1',
    code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
  },
  {
    limit: 'contexts 0 to 2',
    page: page.contexts,
    passes: of({ contexts: [0, 1, 2] }),
    refused: of({ contexts: [3] }),
    at: '0.contexts.0',
    code: 'BASE_TYPE_CHOICES',
  },
  {
    limit: 'integration types 0 and 1',
    page: page.contexts,
    passes: of({ integration_types: [0, 1] }),
    refused: of({ integration_types: [2] }),
    at: '0.integration_types.0',
    code: 'BASE_TYPE_CHOICES',
  },
  {
    limit: 'an integration type at least',
    page: page.contexts,
    passes: of({ integration_types: [1] }),
    refused: of({ integration_types: [] }),
    at: '0.integration_types',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'permissions as a number in text',
    page: page.command,
    passes: of({ default_member_permissions: '32' }),
    refused: of({ default_member_permissions: 'all' }),
    at: '0.default_member_permissions',
    code: 'NUMBER_TYPE_COERCE',
  },
]

/** How many commands a list may have: refused with 30032. */
export const countRows = [
  { limit: '100 chat commands', page: page.registering, passes: chats(100), refused: chats(101) },
  { limit: '15 user commands', page: page.registering, passes: menus(2, 15), refused: menus(2, 16) },
  { limit: '15 message commands', page: page.registering, passes: menus(3, 15), refused: menus(3, 16) },
]
