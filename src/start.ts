// Puts the bot together: state → facts → store → commands → bot → login; close() takes it apart in reverse.
import { ApplicationIntegrationType, Events, Routes, type APIApplication, type Client } from 'discord.js'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { createBot } from './bot.ts'
import { loadActions, loadCommands, type Command } from './command.ts'
import { createDispatch } from './dispatch.ts'
import { openStore } from './data/store.ts'
import { createOperate } from './operate/operate.ts'
import { prepareFacts } from './operate/prepare-facts.ts'
import { createOperators } from './operators.ts'
import { findDifferences, formatDifference, putCommands } from './registration.ts'
import { openState } from './state/state.ts'

export interface StartOptions {
  token: string
  apiUrl: string
  dataDirectory: string
  databaseDirectory: string
  log: Logger
  /** Operators beside those whom Discord names. */
  operatorIds?: readonly string[]
  /** The only server with commands for operators. */
  adminGuildId?: string | undefined
  now?: () => Date
  commandsDirectory?: string
  /** Called with a sentence when Discord has shut the bot out for good, as after its token was reset. */
  onShutOut?: (sentence: string) => void
}

export interface Running {
  client: Client<true>
  /** Finishes the answers under way, at most five seconds, then logs out and closes the files. */
  close: () => Promise<void>
}

/** Puts the commands if Discord holds others, and says when people cannot install the bot for themselves. */
async function register(client: Client<true>, commands: Map<string, Command>, log: Logger): Promise<void> {
  const where = { rest: client.rest, applicationId: client.application.id }
  const ours = [...commands.values()].map(({ definition }) => definition)
  const differences = await findDifferences(where, ours)
  if (differences.length > 0) await putCommands(where, ours)
  log.info(
    { differences: differences.map(formatDifference) },
    differences.length > 0 ? 'commands put' : 'commands unchanged',
  )
  const application = (await client.rest.get(Routes.currentApplication())) as APIApplication
  if (!(ApplicationIntegrationType.UserInstall in (application.integration_types_config ?? {}))) {
    log.warn(
      'people cannot install Entente for themselves: switch on User Install on the Installation page of the application',
    )
  }
}

/** Starts the bot; resolves when it is logged in and its commands are put. */
export async function start(options: StartOptions): Promise<Running> {
  const { token, apiUrl, dataDirectory, databaseDirectory, log, now = () => new Date() } = options
  const { commandsDirectory = join(import.meta.dirname, 'commands') } = options
  const state = openState(databaseDirectory)
  try {
    await prepareFacts({ dataDirectory, databaseDirectory }, state, log)
    const store = openStore(databaseDirectory, () => {
      const live = state.live()
      if (!live) throw new Error('no revision is live')
      return live.number
    })
    const commands = await loadCommands(commandsDirectory)
    const actions = await loadActions(join(import.meta.dirname, 'actions'))
    const operate = createOperate({ dataDirectory, databaseDirectory, state, now })
    const operators = createOperators({
      askDiscord: () => bot.rest.get(Routes.currentApplication()),
      operatorIds: options.operatorIds ?? [],
      adminGuildId: options.adminGuildId,
      audit: (entry) => state.note(entry),
      log,
      now,
    })
    const dispatch = createDispatch({ commands, actions, store, operate, operators, log, now })
    const bot = createBot({ apiUrl, dispatch: dispatch.handle, log })
    bot.on(Events.ShardDisconnect, ({ code }) => {
      options.onShutOut?.(
        `Discord has closed the connection for good (code ${code}): check that DISCORD_TOKEN is still the token of your application, then start again.`,
      )
    })
    const ready = new Promise<Client<true>>((resolve) => bot.once(Events.ClientReady, resolve))
    await bot.login(token)
    const client = await ready
    await register(client, commands, log)
    log.info({ commands: commands.size, revision: store.current().revision }, 'ready')
    return {
      client,
      async close() {
        await dispatch.finish(5000)
        await client.destroy()
        store.close()
        state.close()
      },
    }
  } catch (error) {
    state.close()
    throw error
  }
}
