// Brings what Discord holds in line with our commands: for all, and those for operators only in the server set for them.
import { DiscordAPIError, RESTJSONErrorCodes, type REST } from 'discord.js'
import type { Logger } from 'pino'
import type { Command } from '../core/command.ts'
import { findDifferences, formatDifference, putCommands, type Registration } from './command-diff.ts'
import type { State } from '../db/app-database.ts'

/** Under this name the state keeps the server that holds the commands for operators. */
const settingName = 'admin-guild'

export interface RegisterOptions {
  rest: REST
  applicationId: string
  commands: Iterable<Command>
  /** The only server with commands for operators; all have them where it is left out. */
  adminGuildId: string | undefined
  setting: State['setting']
  log: Logger
}

/** Where which commands belong: for all, and those for operators in a server of their own where one is set. */
export function placesOf(
  commands: readonly Command[],
  adminGuildId: string | undefined,
): (Pick<Registration, 'guildId' | 'only'> & { ours: Command[] })[] {
  if (adminGuildId === undefined) return [{ ours: [...commands] }]
  const forOperators = commands.filter(({ operatorsOnly }) => operatorsOnly)
  return [
    { ours: commands.filter(({ operatorsOnly }) => !operatorsOnly) },
    { guildId: adminGuildId, only: forOperators.map(({ name }) => name), ours: forOperators },
  ]
}

/** Puts what differs, and removes the commands for operators from where they were before. */
export async function register(options: RegisterOptions): Promise<void> {
  const { rest, applicationId, adminGuildId, setting, log } = options
  const commands = [...options.commands]

  async function put(where: Registration, ours: readonly Command[]): Promise<void> {
    const definitions = ours.map(({ definition }) => definition)
    const differences = await findDifferences(where, definitions)
    if (differences.length > 0) await putCommands(where, definitions)
    log.info(
      { differences: differences.map(formatDifference), ...(where.guildId && { server: where.guildId }) },
      differences.length > 0 ? 'commands put' : 'commands unchanged',
    )
  }

  for (const { ours, ...where } of placesOf(commands, adminGuildId)) {
    try {
      await put({ rest, applicationId, ...where }, ours)
    } catch (error) {
      if (where.guildId === undefined || !isOutside(error)) throw error
      log.error(
        { server: adminGuildId },
        'Entente is not in the server of ADMIN_GUILD_ID, so /admin is nowhere: invite it there, or unset the variable',
      )
    }
  }
  const before = setting.get(settingName)
  if (before !== undefined && before !== adminGuildId) {
    try {
      const only = commands.filter(({ operatorsOnly }) => operatorsOnly).map(({ name }) => name)
      await put({ rest, applicationId, guildId: before, only }, [])
    } catch (error) {
      // It has left that server, and its commands there are gone with it.
      if (!isOutside(error)) throw error
    }
  }
  if (before !== adminGuildId) setting.set(settingName, adminGuildId)
}

/** Whether Discord refuses because the bot is not in the server. */
export function isOutside(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingAccess || error.code === RESTJSONErrorCodes.UnknownGuild)
  )
}
