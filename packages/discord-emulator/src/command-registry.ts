// The commands that the bot has registered, globally and per guild.
import type { Application } from './world.ts'
import { type CommandOption, type CommandPayload, checkCommandList } from './validation/commands.ts'

export interface Command extends Omit<CommandPayload, 'options' | 'description'> {
  id: string
  application_id: string
  guild_id?: string
  version: string
  description: string
  options: CommandOption[]
}

/** The guild's id, or undefined for the global commands. */
type Scope = string | undefined

export interface CommandRegistry {
  list(scope: Scope): Command[]
  get(scope: Scope, id: string): Command | undefined
  /** Replaces all commands of a scope; a command that keeps its type and name keeps its id. */
  replace(scope: Scope, payloads: CommandPayload[]): Command[]
  /** Creates a command, or overwrites the command with this id or, without an id, with its type and name. */
  upsert(scope: Scope, payload: CommandPayload, id?: string): { command: Command; created: boolean }
  remove(scope: Scope, id: string): boolean
  /** The commands available in a guild, its own before the global ones; only the global ones without a guild. */
  inGuild(guildId: string | undefined): Command[]
}

/** `onChange` is called when the commands of a scope have changed. */
export function createCommandRegistry(
  application: Application,
  newId: () => string,
  onChange: () => void,
): CommandRegistry {
  const scopes = new Map<Scope, Command[]>()
  const list = (scope: Scope) => scopes.get(scope) ?? []

  function register(scope: Scope, payload: CommandPayload, id?: string): Command {
    const existing = list(scope).find(({ type, name }) => type === payload.type && name === payload.name)
    return {
      ...payload,
      id: id ?? existing?.id ?? newId(),
      application_id: application.id,
      ...(scope === undefined ? {} : { guild_id: scope }),
      version: newId(),
      description: payload.description ?? '',
      options: (payload.options ?? []) as CommandOption[],
      default_member_permissions: payload.default_member_permissions ?? null,
      dm_permission: payload.dm_permission ?? true,
      nsfw: payload.nsfw ?? false,
      contexts: payload.contexts ?? null,
      // The default is the app's own setting.
      integration_types: payload.integration_types ?? application.integrationTypes,
    }
  }

  return {
    list,
    get: (scope, id) => list(scope).find((command) => command.id === id),
    replace(scope, payloads) {
      checkCommandList(payloads)
      const registered = payloads.map((payload) => register(scope, payload))
      scopes.set(scope, registered)
      onChange()
      return registered
    },
    upsert(scope, payload, id) {
      const registered = register(scope, payload, id)
      const others = list(scope).filter((command) => command.id !== registered.id)
      const next = [...others, registered]
      checkCommandList(next)
      const created = next.length > list(scope).length
      scopes.set(scope, next)
      onChange()
      return { command: registered, created }
    },
    remove(scope, id) {
      const remaining = list(scope).filter((command) => command.id !== id)
      const removed = remaining.length < list(scope).length
      scopes.set(scope, remaining)
      onChange()
      return removed
    },
    inGuild(guildId) {
      const own = guildId === undefined ? [] : list(guildId)
      return [...own, ...list(undefined)]
    },
  }
}
