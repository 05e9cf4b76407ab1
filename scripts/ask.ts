// npm run ask -- "/alliance name:NATO": asks the real bot in a Discord emulator of its own and prints the answer.
import { join } from 'node:path'
import { loadDotEnv, readConfig, type Config } from '../src/config/config.ts'
import { dataDirectory } from '../src/config/data-directory.ts'
import { createLog } from '../src/config/logger.ts'
import { formatMessage, startDiscordEmulator, type DiscordEmulator } from 'discord-emulator'
import { startApp } from '../src/app.ts'
import { describeStartupError } from '../src/config/startup-errors.ts'
import { readFlags } from './read-flags.ts'

interface Question {
  commandLine: string
  /** Print the message as it was sent. */
  json: boolean
  /** Print the choices that autocomplete offers for the last option. */
  complete: boolean
}

// As in src/index.ts: no other user of the machine may read what the bot writes.
process.umask(0o077)
let config: Config | undefined
try {
  loadDotEnv()
  config = readConfig()
  const question = readQuestion()
  const emulator = await startDiscordEmulator({ port: 0 })
  const bot = await startApp({
    token: emulator.token,
    apiUrl: emulator.apiUrl,
    dataDirectory,
    databaseDirectory: join(config.databaseDirectory, 'emulator'),
    log: await createLog({ level: 'warn', production: false, secrets: [emulator.token] }),
  })
  try {
    console.log(await answerTo(question, emulator))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
  await bot.close()
  await emulator.close()
} catch (error) {
  console.error(describeStartupError(error, config) ?? error)
  process.exit(1)
}

function readQuestion(): Question {
  const { values, positionals } = readFlags({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, complete: { type: 'boolean', default: false } },
  })
  const commandLine = positionals.join(' ')
  if (commandLine) return { commandLine, ...values }
  console.error('Pass a command: npm run ask -- "/alliance name:NATO"')
  process.exit(1)
}

async function answerTo(
  { commandLine, json, complete }: Question,
  emulator: DiscordEmulator,
): Promise<string> {
  if (complete) {
    const choices = await emulator.autocomplete(commandLine)
    if (json) return JSON.stringify(choices, null, 2)
    return choices.map(({ name }) => name).join('\n') || '(no choices)'
  }
  const seen = await emulator.runCommand(commandLine)
  if (json) {
    const sent = emulator.log.calls.find(({ path }) => path.includes(`/interactions/${seen.interactionId}/`))
    return JSON.stringify(sent?.body, null, 2)
  }
  if ('message' in seen) return formatMessage(seen.message, { isStyled: process.stdout.isTTY })
  if (seen.type === 'failed') throw new Error(seen.reason)
  return `The bot answered with nothing to print (${seen.type}).`
}
