// The commands that Discord holds: what differs from ours, field by field, and putting ours when anything does.
import { Routes, type REST, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'

export type CommandBody = RESTPostAPIApplicationCommandsJSONBody

export interface CommandDiff {
  /** As "/alliance options.name.description", or "/alliance" for a whole command. */
  field: string
  /** Undefined where Discord has none. */
  held: string | undefined
  /** Undefined where we have none. */
  ours: string | undefined
}

export interface CommandScope {
  rest: REST
  applicationId: string
  /** Only for this server; for all where it is left out. */
  guildId?: string | undefined
  /** Leaves commands of other names as they are. */
  names?: readonly string[]
}

/** Fields that Discord adds for itself, that newer ones have replaced, or by which commands and options are told apart. */
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

/** Discord answers with an empty value, or with null, where a definition leaves a field out. */
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

/** Field by field, what Discord would change if ours were put. */
export function diffCommands(held: readonly object[], ours: readonly CommandBody[]): CommandDiff[] {
  const keyOf = (command: { type?: unknown; name?: unknown }) =>
    `${command.type === 3 || command.type === 2 ? 'menu ' : '/'}${String(command.name)}`
  const [heldBy, oursBy] = [held, ours].map(
    (list) => new Map(list.map((command) => [keyOf(command), command])),
  )
  const names = new Set([...(heldBy?.keys() ?? []), ...(oursBy?.keys() ?? [])])
  return [...names].sort().flatMap((name): CommandDiff[] => {
    const [there, here] = [heldBy?.get(name), oursBy?.get(name)]
    if (!there) return [{ field: name, held: undefined, ours: 'new' }]
    if (!here) return [{ field: name, held: 'held by Discord', ours: undefined }]
    const [old, fresh] = [fieldsOf(there), fieldsOf(here)]
    return [...new Set([...old.keys(), ...fresh.keys()])]
      .filter((field) => old.get(field) !== fresh.get(field))
      .map((field) => ({ field: `${name} ${field}`, held: old.get(field), ours: fresh.get(field) }))
  })
}

function routeOf({ applicationId, guildId }: CommandScope) {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId)
}

type Held = CommandBody & { id: string }

async function heldBy(where: CommandScope): Promise<Held[]> {
  const query = new URLSearchParams({ with_localizations: 'true' })
  const held = (await where.rest.get(routeOf(where), { query })) as Held[]
  return where.names ? held.filter(({ name }) => where.names?.includes(name)) : held
}

/** A server's own commands say nothing of where else they may be used. */
function withoutGlobalFields<Body extends CommandBody>(
  { guildId }: CommandScope,
  commands: readonly Body[],
): Body[] {
  if (guildId === undefined) return [...commands]
  return commands.map((command) => ({ ...command, contexts: undefined, integration_types: undefined }))
}

/** What differs now; asks Discord. */
export async function diffWithRemote(
  where: CommandScope,
  ours: readonly CommandBody[],
): Promise<CommandDiff[]> {
  return diffCommands(withoutGlobalFields(where, await heldBy(where)), withoutGlobalFields(where, ours))
}

/** Replaces all commands that Discord holds there by ours, or all of the names that `only` gives. */
export async function overwriteCommands(where: CommandScope, ours: readonly CommandBody[]): Promise<void> {
  const body = withoutGlobalFields(where, ours)
  if (!where.names) {
    await where.rest.put(routeOf(where), { body })
    return
  }
  const gone = (await heldBy(where)).filter(({ name }) => ours.every((one) => one.name !== name))
  for (const { id } of gone) await where.rest.delete(`${routeOf(where)}/${id}`)
  for (const one of body) await where.rest.post(routeOf(where), { body: one })
}

/** "/alliance description: "old" → "new"". */
export function formatCommandDiff({ field, held, ours }: CommandDiff): string {
  if (held === undefined) return `${field}: ${ours === 'new' ? 'is new' : `is added: ${ours ?? ''}`}`
  if (ours === undefined) return `${field}: is removed${held === 'held by Discord' ? '' : ` (${held})`}`
  return `${field}: ${held} → ${ours}`
}
