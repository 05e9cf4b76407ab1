// npm start: config → log → the Discord emulator if there is no token → bot; SIGINT and SIGTERM close in reverse.
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  ConfigError,
  loadDotEnv,
  readConfig,
  requireToken,
  writeMisspelled,
  type Config,
} from './config/config.ts'
import { dataDirectory } from './config/data-directory.ts'
import { createLog } from './config/logger.ts'
import type { DiscordEmulator } from 'discord-emulator'
import { startApp } from './app.ts'
import { describeStartupError } from './config/startup-errors.ts'

async function main(config: Config): Promise<void> {
  const isTokenMisspelled = config.misspelled.some(({ suggestion }) => suggestion === 'DISCORD_TOKEN')
  if (config.production || isTokenMisspelled) {
    requireToken(
      config,
      'copy the bot token of your application into it, or unset NODE_ENV to try Entente without one',
    )
  }
  const emulator = config.token ? undefined : await startDiscordEmulator(config.port)
  const token = config.token ?? emulator?.token ?? ''
  const log = await createLog({
    level: config.logLevel,
    production: config.production,
    secrets: [token, ...databaseSecrets(config)],
  })
  for (const variable of config.misspelled) log.warn(writeMisspelled(variable))
  // By default Node prints every property of an error, some of which contain user input.
  let closing = false
  process.on('uncaughtException', (error) => {
    if (closing) {
      // discord.js stops listening to a websocket that is still connecting when it logs out.
      log.error({ err: error }, 'error while shutting down')
      return
    }
    log.fatal({ err: error }, 'Entente has crashed')
    process.exit(1)
  })
  if (emulator && config.databaseUrl !== undefined)
    log.warn('DATABASE_URL has no effect with the Discord emulator, whose state is apart from that of a bot')
  const publicKey = emulator?.publicKey ?? config.interactions?.publicKey
  const app = await startApp({
    token,
    apiUrl: emulator?.apiUrl ?? config.apiUrl,
    dataDirectory,
    databaseDirectory: emulator ? join(config.databaseDirectory, 'emulator') : config.databaseDirectory,
    databaseUrl: emulator ? undefined : config.databaseUrl,
    operatorIds: config.operatorIds,
    adminGuildId: emulator ? undefined : config.adminGuildId,
    rateLimit: { burst: config.rateLimitBurst },
    metrics:
      config.metricsPort === undefined ? undefined : { host: config.metricsHost, port: config.metricsPort },
    interactions:
      config.interactions && publicKey !== undefined
        ? { ...config.interactions, publicKey, onListening: emulator?.setInteractionsEndpoint }
        : undefined,
    // No proxy stands before it.
    timeouts: emulator ? { drain: 0 } : {},
    log,
    onFatalDisconnect(sentence) {
      log.fatal(sentence)
      process.exit(1)
    },
  })
  const close = (signal: string) => {
    if (closing) return
    closing = true
    log.info({ signal }, 'closing')
    void app
      .close()
      .then(() => emulator?.close())
      .then(() => process.exit(0))
  }
  process.on('SIGINT', close)
  process.on('SIGTERM', close)
  if (emulator) printEmulatorUrl(emulator)
  freeMemoryWhenIdle()
}

/** The process is idle after so many checks in a row with next to no events of sockets and files between them. */
const idle = { checkMs: 5000, checks: 6, maxEvents: 20 }

/** In bytes. */
const worthFreeing = 32 * 1024 * 1024

/**
 * What startup and busy times allocated would otherwise stay until the next full collection, which a quiet bot may not
 * need for hours. Freeing it pauses everything for 0.1 to 0.2 seconds, so it waits until the process is idle.
 */
function freeMemoryWhenIdle(): void {
  const countEvents = () => {
    const { events, eventsWaiting } = performance.nodeTiming.uvMetricsInfo
    // While V8 marks garbage, it wakes the event loop thousands of times, by events that do not let it wait.
    return events - eventsWaiting
  }
  let events = countEvents()
  let quietChecks = 0
  let freedTo = -Infinity
  setInterval(() => {
    const before = events
    events = countEvents()
    quietChecks = events - before > idle.maxEvents ? 0 : quietChecks + 1
    if (quietChecks !== idle.checks || process.memoryUsage.rss() < freedTo + worthFreeing) return
    collectGarbage()
    freedTo = process.memoryUsage.rss()
    // Code that only startup needed is gone now; to compile the rest again would cost more than the memory that it takes.
    setFlagsFromString('--no-flush-bytecode')
  }, idle.checkMs).unref()
}

function collectGarbage(): void {
  // As an argument of Node, it would keep Node from using the code cache of its own modules: 40 ms more at each start.
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as NodeJS.GCFunction
  gc({ type: 'major', flavor: 'last-resort', execution: 'sync' })
}

/** Shorter passwords are parts of other words. */
const minPasswordLength = 6

function databaseSecrets({ databaseUrl }: Config): string[] {
  if (databaseUrl === undefined) return []
  const { password } = new URL(databaseUrl)
  return [databaseUrl, password, decodeURIComponent(password)].filter(
    ({ length }) => length >= minPasswordLength,
  )
}

/** The commands that the emulator's page suggests to a new user. */
const suggestions = [
  { input: '/ask question:Is Sweden in NATO?', description: 'A question in your own words' },
  { input: '/check claim:NATO has 30 members.', description: 'Whether something is so, by the sources' },
  {
    input: '/alliance name:NATO',
    description: 'What kind of relationship it is, its members and what they promised',
  },
  { input: '/compare first:NATO second:AUKUS', description: 'Two of them side by side' },
  { input: '/exercise name:RIMPAC', description: 'Who takes part, where and what for' },
]

/** Imports the emulator only if there is no token, because a production install leaves it out. */
async function startDiscordEmulator(port: number): Promise<DiscordEmulator> {
  const { startDiscordEmulator, createWorld } = await importEmulator()
  const world = createWorld()
  world.application.name = 'Entente'
  return startDiscordEmulator({ port, world, page: { suggestions } })
}

/** @throws ConfigError that says how to install it */
async function importEmulator() {
  try {
    return await import('discord-emulator')
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Cannot find package'))) throw error
    throw new ConfigError(
      'The Discord emulator is not installed: run npm ci, or set DISCORD_TOKEN to log in to Discord.',
    )
  }
}

function printEmulatorUrl(emulator: DiscordEmulator): void {
  console.log(`
DISCORD_TOKEN is not set, so Entente runs in the Discord emulator at ${emulator.pageUrl}
Open that page to use it: you need no account. Or ask from another terminal:

  npm run ask -- "/alliance name:NATO"
`)
}

// The files hold user ids and user input, which no other user of the machine may read.
process.umask(0o077)
let config: Config | undefined
try {
  if (process.argv.length > 2)
    throw new ConfigError('npm start takes no flags: set variables instead, as .env.example explains.')
  loadDotEnv()
  config = readConfig()
  await main(config)
} catch (error) {
  console.error(describeStartupError(error, config) ?? error)
  process.exit(1)
}
