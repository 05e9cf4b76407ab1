// The commands that the bot has registered, globally and by server.
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

/** The server's id, or undefined for the global commands. */
type Scope = string | undefined

export interface CommandRegistry {
  list(scope: Scope): Command[]
  get(scope: Scope, id: string): Command | undefined
  /** Replaces all commands of a scope; a command that keeps its type and name keeps its id. */
  replace(scope: Scope, payloads: CommandPayload[]): Command[]
  /** Creates a command, or overwrites the one of this id, or else the one of its type and name. */
  upsert(scope: Scope, payload: CommandPayload, id?: string): { command: Command; created: boolean }
  remove(scope: Scope, id: string): boolean
  /** The commands that exist in a server (or outside of one): its own before the global ones. */
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
    const known = list(scope).find(({ type, name }) => type === payload.type && name === payload.name)
    return {
      ...payload,
      id: id ?? known?.id ?? newId(),
      application_id: application.id,
      ...(scope === undefined ? {} : { guild_id: scope }),
      version: newId(),
      description: payload.description ?? '',
      options: (payload.options ?? []) as CommandOption[],
      default_member_permissions: payload.default_member_permissions ?? null,
      dm_permission: payload.dm_permission ?? true,
      nsfw: payload.nsfw ?? false,
      contexts: payload.contexts ?? null,
      // A command that does not say follows the app's own settings.
      integration_types: payload.integration_types ?? application.integrationTypes,
    }
  }

  return {
    list,
    get: (scope, id) => list(scope).find((one) => one.id === id),
    replace(scope, payloads) {
      checkCommandList(payloads)
      const registered = payloads.map((payload) => register(scope, payload))
      scopes.set(scope, registered)
      onChange()
      return registered
    },
    upsert(scope, payload, id) {
      const registered = register(scope, payload, id)
      const others = list(scope).filter((one) => one.id !== registered.id)
      const next = [...others, registered]
      checkCommandList(next)
      const created = next.length > list(scope).length
      scopes.set(scope, next)
      onChange()
      return { command: registered, created }
    },
    remove(scope, id) {
      const left = list(scope).filter((one) => one.id !== id)
      const removed = left.length < list(scope).length
      scopes.set(scope, left)
      onChange()
      return removed
    },
    inGuild(guildId) {
      const own = guildId === undefined ? [] : list(guildId)
      return [...own, ...list(undefined)]
    },
  }
}
