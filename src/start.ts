// Puts the bot together: state → facts → store → commands → bot → login; close() takes it apart in reverse.
import type { Client } from 'discord.js'
import { Events } from 'discord.js'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { createBot } from './bot.ts'
import { loadActions, loadCommands } from './command.ts'
import { createDispatch } from './dispatch.ts'
import { openStore } from './data/store.ts'
import { prepareFacts } from './operate/prepare-facts.ts'
import { openState } from './state/state.ts'

export interface StartOptions {
  token: string
  apiUrl: string
  dataDirectory: string
  databaseDirectory: string
  log: Logger
  now?: () => Date
  commandsDirectory?: string
}

export interface Running {
  client: Client<true>
  /** Finishes the answers under way, at most five seconds, then logs out and closes the files. */
  close: () => Promise<void>
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
    const dispatch = createDispatch({ commands, actions, store, log, now })
    const bot = createBot({ apiUrl, dispatch: dispatch.handle, log })
    const ready = new Promise<Client<true>>((resolve) => bot.once(Events.ClientReady, resolve))
    await bot.login(token)
    const client = await ready
    await client.application.commands.set([...commands.values()].map(({ definition }) => definition))
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
