// npm run commands:deploy: prints how the remote commands differ from the local ones and registers the local ones, unless
// --dry-run is set.
import { REST, Routes, type APIApplication } from 'discord.js'
import { join } from 'node:path'
import { openCommandFolder } from '../src/bot/module-loader.ts'
import {
  ConfigError,
  isSnowflake,
  loadDotEnv,
  readConfig,
  requireToken,
  type Config,
} from '../src/config/config.ts'
import { createDeadline } from '../src/config/deadline.ts'
import { hostOf, LoginError, notDiscord } from '../src/config/discord-errors.ts'
import { isTooLongToWait } from '../src/bot/rest-rate-limits.ts'
import { diffWithRemote, formatCommandDiff, overwriteCommands } from '../src/bot/command-diff.ts'
import { isNotInGuild, commandScopes } from '../src/bot/command-sync.ts'
import { describeStartupError } from '../src/config/startup-errors.ts'
import { readFlags } from './read-flags.ts'

const { values } = readFlags({
  options: {
    'dry-run': { type: 'boolean', default: false },
    // Only for the guild with this id.
    guild: { type: 'string' },
  },
})

async function deploy(config: Config): Promise<void> {
  const { apiUrl, adminGuildId } = config
  const token = requireToken(config, 'set it to the bot token of the application to deploy to')
  const { guild } = values
  if (guild !== undefined && !isSnowflake(guild)) throw new ConfigError('--guild must be the id of a server.')
  const rest = new REST({ api: apiUrl, rejectOnRateLimit: isTooLongToWait }).setToken(token)
  const { id } = (await rest.get(Routes.currentApplication())) as Partial<APIApplication>
  if (id === undefined) throw new LoginError(notDiscord(apiUrl, 'no application'))
  const commands = [...(await openCommandFolder(join(import.meta.dirname, '../src/commands')).all()).values()]
  const scopes =
    guild === undefined ? commandScopes(commands, adminGuildId) : [{ guildId: guild, local: commands }]
  let [hasChanges, count] = [false, 0]
  for (const { local, ...target } of scopes) {
    const scope = { rest, applicationId: id, ...target }
    const definitions = local.map(({ definition }) => definition)
    const diff = await diffWithRemote(scope, definitions).catch((error: unknown) => {
      if (target.guildId === undefined || !isNotInGuild(error)) throw error
      throw new ConfigError(
        `Entente is not in the server ${target.guildId}: invite it there (npm run invite prints the link), or correct ${guild === undefined ? 'ADMIN_GUILD_ID' : '--guild'}.`,
      )
    })
    for (const change of diff) console.log(formatCommandDiff(change))
    if (diff.length === 0) continue
    hasChanges = true
    if (values['dry-run']) continue
    await overwriteCommands(scope, definitions)
    count += local.length
  }
  if (!hasChanges) console.log('The commands are up to date.')
  else console.log(values['dry-run'] ? 'Dry run: nothing registered.' : `Registered ${count} commands.`)
}

let config: Config | undefined
try {
  loadDotEnv()
  config = readConfig()
  await createDeadline(60_000)(
    deploy(config),
    `Discord at ${hostOf(config.apiUrl)} did not respond in time: check the network, then try again.`,
  )
} catch (error) {
  console.error(describeStartupError(error, config) ?? error)
  process.exit(1)
}
