// npm run deploy: shows how the commands that Discord holds differ from ours, and puts ours; -- --dry-run only shows.
import { REST, Routes, type APIApplication } from 'discord.js'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadCommands } from '../src/load.ts'
import { ConfigError, loadDotEnv, readConfig, type Config } from '../src/config.ts'
import { findDifferences, formatDifference, putCommands } from '../src/registration.ts'
import { placesOf } from '../src/register.ts'
import { explainStartError } from '../src/start-errors.ts'

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    // Only for the server with this id.
    guild: { type: 'string' },
  },
})

async function deploy({ token, apiUrl, adminGuildId }: Config): Promise<void> {
  if (!token)
    throw new ConfigError(
      'DISCORD_TOKEN is not set: set it to the bot token of the application to deploy to.',
    )
  const rest = new REST({ api: apiUrl }).setToken(token)
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication
  const commands = [...(await loadCommands(join(import.meta.dirname, '../src/commands'))).values()]
  const places =
    values.guild === undefined
      ? placesOf(commands, adminGuildId)
      : [{ guildId: values.guild, ours: commands }]
  let [differing, count] = [false, 0]
  for (const { ours, ...place } of places) {
    const where = { rest, applicationId: id, ...place }
    const definitions = ours.map(({ definition }) => definition)
    const differences = await findDifferences(where, definitions)
    for (const difference of differences) console.log(formatDifference(difference))
    if (differences.length === 0) continue
    differing = true
    if (values['dry-run']) continue
    await putCommands(where, definitions)
    count += ours.length
  }
  if (!differing) console.log('Discord holds these commands already.')
  else console.log(values['dry-run'] ? 'Nothing was put.' : `${count} commands were put.`)
}

let config: Config | undefined
try {
  loadDotEnv()
  config = readConfig()
  await deploy(config)
} catch (error) {
  console.error(explainStartError(error, config) ?? error)
  process.exitCode = 1
}
