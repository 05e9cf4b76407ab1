// Brings what Discord holds in line with our commands: for all, and those for operators only in the server set for them.
import { DiscordAPIError, RESTJSONErrorCodes, type REST } from 'discord.js'
import type { Logger } from 'pino'
import type { Command } from '../core/command.ts'
import { diffWithRemote, formatCommandDiff, overwriteCommands, type CommandScope } from './command-diff.ts'
import type { AppDatabase } from '../db/app-database.ts'

/** Under this name the state keeps the server that holds the commands for operators. */
const adminGuildSettingKey = 'admin-guild'

export interface RegisterOptions {
  rest: REST
  applicationId: string
  commands: Iterable<Command>
  /** The only server with commands for operators; all have them where it is left out. */
  adminGuildId: string | undefined
  setting: AppDatabase['keyValue']
  log: Logger
}

/** Where which commands belong: for all, and those for operators in a server of their own where one is set. */
export function commandScopes(
  commands: readonly Command[],
  adminGuildId: string | undefined,
): (Pick<CommandScope, 'guildId' | 'names'> & { ours: Command[] })[] {
  if (adminGuildId === undefined) return [{ ours: [...commands] }]
  const forOperators = commands.filter(({ operatorsOnly }) => operatorsOnly)
  return [
    { ours: commands.filter(({ operatorsOnly }) => !operatorsOnly) },
    { guildId: adminGuildId, names: forOperators.map(({ name }) => name), ours: forOperators },
  ]
}

/** Puts what differs, and removes the commands for operators from where they were before. */
export async function syncCommands(options: RegisterOptions): Promise<void> {
  const { rest, applicationId, adminGuildId, setting, log } = options
  const commands = [...options.commands]

  async function syncScope(where: CommandScope, ours: readonly Command[]): Promise<void> {
    const definitions = ours.map(({ definition }) => definition)
    const differences = await diffWithRemote(where, definitions)
    if (differences.length > 0) await overwriteCommands(where, definitions)
    log.info(
      { differences: differences.map(formatCommandDiff), ...(where.guildId && { server: where.guildId }) },
      differences.length > 0 ? 'commands registered' : 'commands up to date',
    )
  }

  for (const { ours, ...where } of commandScopes(commands, adminGuildId)) {
    try {
      await syncScope({ rest, applicationId, ...where }, ours)
    } catch (error) {
      if (where.guildId === undefined || !isNotInGuild(error)) throw error
      log.error(
        { server: adminGuildId },
        'Entente is not in the server of ADMIN_GUILD_ID, so /admin is nowhere: invite it there, or unset the variable',
      )
    }
  }
  const before = setting.get(adminGuildSettingKey)
  if (before !== undefined && before !== adminGuildId) {
    try {
      const names = commands.filter(({ operatorsOnly }) => operatorsOnly).map(({ name }) => name)
      await syncScope({ rest, applicationId, guildId: before, names }, [])
    } catch (error) {
      // It has left that server, and its commands there are gone with it.
      if (!isNotInGuild(error)) throw error
    }
  }
  if (before !== adminGuildId) setting.set(adminGuildSettingKey, adminGuildId)
}

/** Whether Discord refuses because the bot is not in the server. */
export function isNotInGuild(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild)
  )
}
