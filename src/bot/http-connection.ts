// The connection by HTTP: Discord delivers each interaction to an endpoint, behind which there may be many processes.
import { GatewayDispatchEvents, Routes, type APIApplication, type APIUser } from 'discord.js'
import { hostOf, LoginError, notDiscord } from '../config/discord-errors.ts'
import type { Connection, ConnectionOptions, InteractionsEndpoint } from './connection.ts'
import { createIncomingInteractions } from './incoming-interactions.ts'
import { parseInteraction, setIdentity } from './interaction-entry.ts'
import { reduceInteraction, type JsonObject } from './interaction-payload.ts'
import { startInteractionServer, type InteractionServer } from './interaction-server.ts'

export function createHttpConnection(options: ConnectionOptions, endpoint: InteractionsEndpoint): Connection {
  const { client, token, apiUrl, metrics, log, now, drainMs } = options
  const { accept, onUnreadable } = createIncomingInteractions(options)
  let server: InteractionServer | undefined
  let lastDelivery: Date | undefined

  function receive(interaction: JsonObject): void {
    lastDelivery = now()
    try {
      const payload = reduceInteraction(interaction)
      accept(parseInteraction(client, payload), payload)
    } catch (error) {
      onUnreadable(GatewayDispatchEvents.InteractionCreate, interaction, error)
    }
  }

  return {
    status: () => ({ type: 'http', isListening: server !== undefined, lastDelivery }),
    async open(deadline) {
      client.rest.setToken(token)
      const response = await deadline(
        client.rest.get(Routes.currentApplication()),
        `Discord at ${hostOf(apiUrl)} did not respond in time: check the network, then start again.`,
      )
      const ready = setIdentity(client, checkApplication(response, apiUrl, endpoint.publicKey))
      const { recordDelivery } = metrics
      server = await startInteractionServer({ ...endpoint, receive, recordDelivery, log })
      log.info({ url: server.url }, 'taking interactions by HTTP')
      await endpoint.onListening?.(server.url)
      return ready
    },
    async stop() {
      await server?.close(drainMs)
      server = undefined
    },
    close: () => client.destroy(),
  }
}

type BotApplication = APIApplication & { bot: APIUser }

/** @throws LoginError if the response is not that of a bot's application, or if its public key is another one */
function checkApplication(response: unknown, apiUrl: string, publicKey: string): BotApplication {
  const { id, bot, verify_key: verifyKey } = (response ?? {}) as Partial<BotApplication>
  if (typeof id !== 'string' || typeof bot?.id !== 'string' || typeof verifyKey !== 'string')
    throw new LoginError(notDiscord(apiUrl, 'no application'))
  if (verifyKey.toLowerCase() !== publicKey.toLowerCase()) {
    throw new LoginError(
      'DISCORD_PUBLIC_KEY is not that of the application of DISCORD_TOKEN: copy the public key from its General Information page.',
    )
  }
  return response as BotApplication
}
