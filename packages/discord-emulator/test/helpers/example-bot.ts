// A small discord.js bot for these tests: it answers each interaction with what the test hands it.
import { Client, type ClientOptions, Events, type Interaction, Routes } from 'discord.js'
import type { DiscordEmulator } from '../../src/server.ts'

export interface Bot {
  client: Client<true>
  /** What the bot does with each interaction, until the next call. */
  on(handle: (interaction: Interaction) => Promise<unknown>): void
  /** Errors that handlers threw, such as refusals. */
  errors: unknown[]
  /** Waits for an error, unless one is there. */
  nextError(): Promise<void>
  close(): Promise<void>
}

/** Puts the commands and logs in. */
export async function startBot(
  emulator: DiscordEmulator,
  commands: object[] = [],
  options: Partial<ClientOptions> = {},
): Promise<Bot> {
  const client = new Client({ intents: [], rest: { api: emulator.apiUrl }, ...options })
  const errors: unknown[] = []
  let failed = () => {}
  const note = (error: unknown) => {
    errors.push(error)
    failed()
  }
  let handle: (interaction: Interaction) => Promise<unknown> = () => Promise.resolve()
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch(note)
  })
  client.on(Events.Error, note)
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
      await new Promise<void>((resolve) => (failed = resolve))
    },
    close: () => client.destroy(),
  }
}
