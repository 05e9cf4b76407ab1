// Limits of commands, as the list that a bot registers.
import { type Row, many, page, x } from './row.ts'

const command = (more: object = {}) => ({ name: 'c', description: 'd', ...more })
const option = (more: object = {}) => ({ type: 3, name: 'o', description: 'd', ...more })
const of = (more: object = {}) => [command(more)]
const menu = (more: object = {}) => [{ type: 3, name: 'm', ...more }]
const sub = (more: object = {}) => ({ type: 1, name: 's', description: 'd', ...more })
const group = (...options: object[]) => ({ type: 2, name: 'g', description: 'd', options })
const chats = (count: number) => many(count, (n) => command({ name: `c${n}` }))
const menus = (type: number, count: number) => many(count, (n) => ({ type, name: `m${n}` }))

/** A command whose names, descriptions and values have this many characters in total. */
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
    accepted: of({ name: x(32) }),
    rejected: of({ name: x(33) }),
    at: '0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'name not empty',
    page: page.naming,
    accepted: of({ name: 'c' }),
    rejected: of({ name: '' }),
    at: '0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'no capitals in a chat command',
    page: page.naming,
    accepted: of({ name: 'alliance' }),
    rejected: of({ name: 'Alliance' }),
    at: '0.name',
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    limit: 'no space in a chat command',
    page: page.naming,
    accepted: of({ name: 'two-words' }),
    rejected: of({ name: 'two words' }),
    at: '0.name',
    code: 'APPLICATION_COMMAND_INVALID_NAME',
  },
  {
    limit: 'description 100',
    page: page.command,
    accepted: of({ description: x(100) }),
    rejected: of({ description: x(101) }),
    at: '0.description',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'description not empty',
    page: page.command,
    accepted: of({ description: 'd' }),
    rejected: of({ description: '' }),
    at: '0.description',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'description required',
    page: page.command,
    accepted: of(),
    rejected: [{ name: 'c' }],
    at: '0.description',
    code: 'BASE_TYPE_REQUIRED',
  },
  {
    limit: 'translated name 32',
    page: page.command,
    accepted: of({ name_localizations: { de: x(32) } }),
    rejected: of({ name_localizations: { de: x(33) } }),
    at: '0.name_localizations.de',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'translated description 100',
    page: page.command,
    accepted: of({ description_localizations: { de: x(100) } }),
    rejected: of({ description_localizations: { de: x(101) } }),
    at: '0.description_localizations.de',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: '25 options',
    page: page.command,
    accepted: of({ options: many(25, (n) => option({ name: `o${n}` })) }),
    rejected: of({ options: many(26, (n) => option({ name: `o${n}` })) }),
    at: '0.options',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'no subcommands besides options',
    page: page.subcommands,
    accepted: of({ options: [sub()] }),
    rejected: of({ options: [sub(), option()] }),
    at: '0.options',
    code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  },
  {
    limit: 'no group in a group',
    page: page.subcommands,
    accepted: of({ options: [group(sub())] }),
    rejected: of({ options: [group(group(sub()))] }),
    at: '0.options.0.options.0.type',
    code: 'UNION_TYPE_CHOICES',
  },
  {
    limit: 'no subcommand in a subcommand',
    page: page.subcommands,
    accepted: of({ options: [sub({ options: [option()] })] }),
    rejected: of({ options: [sub({ options: [sub()] })] }),
    at: '0.options.0.options.0.type',
    code: 'UNION_TYPE_CHOICES',
  },
  {
    limit: '25 subcommands in a group',
    page: page.registering,
    accepted: of({ options: [group(...many(25, (n) => sub({ name: `s${n}` })))] }),
    rejected: of({ options: [group(...many(26, (n) => sub({ name: `s${n}` })))] }),
    at: '0.options.0.options',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: '8000 characters in a command',
    page: page.registering,
    accepted: sized(8000),
    rejected: sized(8001),
    at: '0',
    code: 'APPLICATION_COMMAND_TOO_LARGE',
  },
  {
    limit: 'message command name 32',
    page: page.naming,
    accepted: menu({ name: x(32) }),
    rejected: menu({ name: x(33) }),
    at: '0.name',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'message command without description',
    page: page.command,
    accepted: menu({ name: 'Check This', description: '' }),
    rejected: menu({ description: 'd' }),
    at: '0.description',
    code: 'APPLICATION_COMMAND_DESCRIPTION_INVALID',
  },
  {
    limit: 'message command without options',
    page: page.command,
    accepted: menu({ options: [] }),
    rejected: menu({ options: [option()] }),
    at: '0.options',
    code: 'BASE_TYPE_MAX_LENGTH',
  },
  {
    limit: 'unique names within a type',
    page: page.naming,
    accepted: [command(), ...menu({ name: 'c' })],
    rejected: [command(), command()],
    at: '1',
    code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
  },
  {
    limit: 'contexts 0 to 2',
    page: page.contexts,
    accepted: of({ contexts: [0, 1, 2] }),
    rejected: of({ contexts: [3] }),
    at: '0.contexts.0',
    code: 'BASE_TYPE_CHOICES',
  },
  {
    limit: 'integration types 0 and 1',
    page: page.contexts,
    accepted: of({ integration_types: [0, 1] }),
    rejected: of({ integration_types: [2] }),
    at: '0.integration_types.0',
    code: 'BASE_TYPE_CHOICES',
  },
  {
    limit: 'at least one integration type',
    page: page.contexts,
    accepted: of({ integration_types: [1] }),
    rejected: of({ integration_types: [] }),
    at: '0.integration_types',
    code: 'BASE_TYPE_BAD_LENGTH',
  },
  {
    limit: 'permissions as a number in text',
    page: page.command,
    accepted: of({ default_member_permissions: '32' }),
    rejected: of({ default_member_permissions: 'all' }),
    at: '0.default_member_permissions',
    code: 'NUMBER_TYPE_COERCE',
  },
]

/** The number of commands in a list; more are rejected with 30032. */
export const countRows = [
  { limit: '100 chat commands', page: page.registering, accepted: chats(100), rejected: chats(101) },
  { limit: '15 user commands', page: page.registering, accepted: menus(2, 15), rejected: menus(2, 16) },
  { limit: '15 message commands', page: page.registering, accepted: menus(3, 15), rejected: menus(3, 16) },
]
