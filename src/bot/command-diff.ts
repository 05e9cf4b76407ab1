// How the commands registered with Discord differ from the local ones, field by field, and overwriting them.
// discord.js's own ApplicationCommand#equals does not say which field differs.
import { Routes, type REST, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'

export type CommandBody = RESTPostAPIApplicationCommandsJSONBody

export interface CommandDiff {
  /** As "/alliance options.name.description", or "/alliance" for a whole command. */
  field: string
  /** Undefined if Discord has no such command or field. */
  remote: string | undefined
  /** Undefined if there is no such local command or field. */
  local: string | undefined
}

export interface CommandScope {
  rest: REST
  applicationId: string
  /** Only for this guild; global if left out. */
  guildId?: string | undefined
  /** Commands of other names are left as they are. */
  names?: readonly string[]
}

/** Fields that Discord sets itself, deprecated ones, and the names by which commands and options are matched. */
const serverSetFields = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'handler',
  'dm_permission',
  'name',
])

type Fields = Record<string, unknown>

/** Discord returns an empty value or null for a field that a definition leaves out. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function write(value: unknown): string {
  const isNumbers = Array.isArray(value) && value.every((item) => typeof item === 'number')
  return JSON.stringify(isNumbers ? value.toSorted((a, b) => a - b) : value)
}

/** Every field of a command by its path: "options.name.description". */
function fieldsOf(command: object): Map<string, string> {
  const fields = new Map<string, string>()
  const walk = (path: string, { options, ...item }: Fields) => {
    for (const [key, value] of Object.entries(item)) {
      if (!serverSetFields.has(key) && !isEmpty(value)) fields.set(path + key, write(value))
    }
    const inner = (options ?? []) as Fields[]
    if (inner.length > 0) fields.set(`${path}options`, inner.map(({ name }) => String(name)).join(', '))
    for (const option of inner) walk(`${path}options.${String(option['name'])}.`, option)
  }
  walk('', { type: 1, ...command })
  return fields
}

/** Field by field, what registering the local commands would change. */
export function diffCommands(remote: readonly object[], local: readonly CommandBody[]): CommandDiff[] {
  const keyOf = (command: { type?: unknown; name?: unknown }) =>
    `${command.type === 3 || command.type === 2 ? 'menu ' : '/'}${String(command.name)}`
  const [remoteByKey, localByKey] = [remote, local].map(
    (commands) => new Map(commands.map((command) => [keyOf(command), command])),
  )
  const keys = new Set([...(remoteByKey?.keys() ?? []), ...(localByKey?.keys() ?? [])])
  return [...keys].sort().flatMap((key): CommandDiff[] => {
    const [remoteCommand, localCommand] = [remoteByKey?.get(key), localByKey?.get(key)]
    if (!remoteCommand) return [{ field: key, remote: undefined, local: 'new' }]
    if (!localCommand) return [{ field: key, remote: 'registered', local: undefined }]
    const [remoteFields, localFields] = [fieldsOf(remoteCommand), fieldsOf(localCommand)]
    return [...new Set([...remoteFields.keys(), ...localFields.keys()])]
      .filter((field) => remoteFields.get(field) !== localFields.get(field))
      .map((field) => ({
        field: `${key} ${field}`,
        remote: remoteFields.get(field),
        local: localFields.get(field),
      }))
  })
}

function routeOf({ applicationId, guildId }: CommandScope) {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId)
}

type RemoteCommand = CommandBody & { id: string }

async function fetchCommands(scope: CommandScope): Promise<RemoteCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' })
  const commands = (await scope.rest.get(routeOf(scope), { query })) as RemoteCommand[]
  return scope.names ? commands.filter(({ name }) => scope.names?.includes(name)) : commands
}

/** Guild commands have no contexts or integration types. */
function withoutGlobalFields<Body extends CommandBody>(
  { guildId }: CommandScope,
  commands: readonly Body[],
): Body[] {
  if (guildId === undefined) return [...commands]
  return commands.map((command) => ({ ...command, contexts: undefined, integration_types: undefined }))
}

/** How the commands that are registered now differ from the local ones. */
export async function diffWithRemote(
  scope: CommandScope,
  local: readonly CommandBody[],
): Promise<CommandDiff[]> {
  return diffCommands(
    withoutGlobalFields(scope, await fetchCommands(scope)),
    withoutGlobalFields(scope, local),
  )
}

/** Replaces the commands registered in the scope with the local ones. */
export async function overwriteCommands(scope: CommandScope, local: readonly CommandBody[]): Promise<void> {
  const body = withoutGlobalFields(scope, local)
  if (!scope.names) {
    await scope.rest.put(routeOf(scope), { body })
    return
  }
  const removed = (await fetchCommands(scope)).filter(({ name }) =>
    local.every((command) => command.name !== name),
  )
  for (const { id } of removed) await scope.rest.delete(`${routeOf(scope)}/${id}`)
  for (const command of body) await scope.rest.post(routeOf(scope), { body: command })
}

/** "/alliance description: "old" → "new"". */
export function formatCommandDiff({ field, remote, local }: CommandDiff): string {
  if (remote === undefined) return `${field}: ${local === 'new' ? 'is new' : `is added: ${local ?? ''}`}`
  if (local === undefined) return `${field}: is removed${remote === 'registered' ? '' : ` (${remote})`}`
  return `${field}: ${remote} → ${local}`
}
