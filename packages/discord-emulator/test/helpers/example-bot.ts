// A small discord.js bot for these tests: it passes each interaction to the test's handler.
import { Client, type ClientOptions, Events, type Interaction, Routes } from 'discord.js'
import type { DiscordEmulator } from '../../src/server.ts'

export interface Bot {
  client: Client<true>
  /** Sets the handler of every interaction, until the next call. */
  on(handle: (interaction: Interaction) => Promise<unknown>): void
  /** Errors that handlers threw, such as rejected responses. */
  errors: unknown[]
  /** Waits until there is an error. */
  nextError(): Promise<void>
  close(): Promise<void>
}

/** Registers the commands and logs in. */
export async function startBot(
  emulator: DiscordEmulator,
  commands: object[] = [],
  options: Partial<ClientOptions> = {},
): Promise<Bot> {
  const client = new Client({ intents: [], rest: { api: emulator.apiUrl }, ...options })
  const errors: unknown[] = []
  let notify = () => {}
  const recordError = (error: unknown) => {
    errors.push(error)
    notify()
  }
  let handle: (interaction: Interaction) => Promise<unknown> = () => Promise.resolve()
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch(recordError)
  })
  client.on(Events.Error, recordError)
  client.rest.setToken(emulator.token)
  const { id } = emulator.world.application
  if (commands.length > 0) await client.rest.put(Routes.applicationCommands(id), { body: commands })
  const { promise, resolve } = Promise.withResolvers<undefined>()
  client.once(Events.ClientReady, () => {
    resolve(undefined)
  })
  await client.login(emulator.token)
  await promise
  return {
    client: client as Client<true>,
    on: (next) => void (handle = next),
    errors,
    async nextError() {
      if (errors.length > 0) return
      await new Promise<void>((resolve) => (notify = resolve))
    },
    close: () => client.destroy(),
  }
}
