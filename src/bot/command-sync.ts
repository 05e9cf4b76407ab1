// Registers the commands with Discord: globally, and those for operators only in the guild that is set for them.
import { DiscordAPIError, RESTJSONErrorCodes, type REST } from 'discord.js'
import type { Logger } from 'pino'
import type { CommandListing } from '../core/context.ts'
import { diffWithRemote, formatCommandDiff, overwriteCommands, type CommandScope } from './command-diff.ts'
import type { AppDatabase } from '../db/app-database.ts'

/** The key under which the database stores the guild that has the commands for operators. */
const adminGuildSettingKey = 'admin-guild'

export interface RegisterOptions {
  rest: REST
  applicationId: string
  commands: Iterable<CommandListing>
  /** The only guild with commands for operators; every guild has them if this is undefined. */
  adminGuildId: string | undefined
  keyValue: AppDatabase['keyValue']
  log: Logger
}

/** The commands of each scope: global ones, and those for operators in the admin guild if one is set. */
export function commandScopes(
  commands: readonly CommandListing[],
  adminGuildId: string | undefined,
): (Pick<CommandScope, 'guildId' | 'names'> & { local: CommandListing[] })[] {
  if (adminGuildId === undefined) return [{ local: [...commands] }]
  const forOperators = commands.filter(({ operatorsOnly }) => operatorsOnly)
  return [
    { local: commands.filter(({ operatorsOnly }) => !operatorsOnly) },
    { guildId: adminGuildId, names: forOperators.map(({ name }) => name), local: forOperators },
  ]
}

/** Registers the scopes that differ, and removes the commands for operators from the previous admin guild. */
export async function syncCommands(options: RegisterOptions): Promise<void> {
  const { rest, applicationId, adminGuildId, keyValue, log } = options
  const commands = [...options.commands]

  async function syncScope(scope: CommandScope, local: readonly CommandListing[]): Promise<void> {
    const definitions = local.map(({ definition }) => definition)
    const diff = await diffWithRemote(scope, definitions)
    if (diff.length > 0) await overwriteCommands(scope, definitions)
    log.info(
      { diff: diff.map(formatCommandDiff), ...(scope.guildId && { guild: scope.guildId }) },
      diff.length > 0 ? 'commands registered' : 'commands up to date',
    )
  }

  for (const { local, ...scope } of commandScopes(commands, adminGuildId)) {
    try {
      await syncScope({ rest, applicationId, ...scope }, local)
    } catch (error) {
      if (scope.guildId === undefined || !isNotInGuild(error)) throw error
      log.error(
        { guild: adminGuildId },
        'Entente is not in the server set by ADMIN_GUILD_ID, so /admin is not registered: invite Entente there, or unset the variable',
      )
    }
  }
  const previousGuildId = await keyValue.get(adminGuildSettingKey)
  if (previousGuildId !== undefined && previousGuildId !== adminGuildId) {
    try {
      const names = commands.filter(({ operatorsOnly }) => operatorsOnly).map(({ name }) => name)
      await syncScope({ rest, applicationId, guildId: previousGuildId, names }, [])
    } catch (error) {
      // Entente has left that guild, and its commands there are gone.
      if (!isNotInGuild(error)) throw error
    }
  }
  if (previousGuildId !== adminGuildId) await keyValue.set(adminGuildSettingKey, adminGuildId)
}

/** Whether Discord refuses because Entente is not in the guild. */
export function isNotInGuild(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild)
  )
}
