// npm run deploy: shows how the commands that Discord holds differ from ours, and puts ours; -- --dry-run only shows.
import { REST, Routes, type APIApplication } from 'discord.js'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadCommands } from '../src/command.ts'
import { ConfigError, loadDotEnv, readConfig, type Config } from '../src/config.ts'
import { findDifferences, formatDifference, putCommands } from '../src/registration.ts'
import { explainStartError } from '../src/start-errors.ts'

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    // Only for the server with this id.
    guild: { type: 'string' },
  },
})

async function deploy({ token, apiUrl }: Config): Promise<void> {
  if (!token)
    throw new ConfigError(
      'DISCORD_TOKEN is not set: set it to the bot token of the application to deploy to.',
    )
  const rest = new REST({ api: apiUrl }).setToken(token)
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication
  const where = { rest, applicationId: id, guildId: values.guild }
  const commands = await loadCommands(join(import.meta.dirname, '../src/commands'))
  const ours = [...commands.values()].map(({ definition }) => definition)
  const differences = await findDifferences(where, ours)
  for (const difference of differences) console.log(formatDifference(difference))
  if (differences.length === 0) console.log('Discord holds these commands already.')
  else if (values['dry-run']) console.log('Nothing was put.')
  else {
    await putCommands(where, ours)
    console.log(`${ours.length} commands were put.`)
  }
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
