// Starts the Discord emulator on loopback: gateway, REST API, a world of users and channels, and what users can do.
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createEmulatorEvents } from './events.ts'
import { createClock } from './clock.ts'
import { type Faults, createFaultInjector } from './fault-injection.ts'
import { createGateway } from './gateway.ts'
import { createMessageStore } from './message-store.ts'
import { createInteractions, defaultTimeouts } from './interactions.ts'
import { createInteractionsEndpoint, type InteractionsEndpoint } from './interactions-endpoint.ts'
import type { RequestLog } from './request-log.ts'
import type { Suggestion } from './ui/ui-protocol.ts'
import type { EmulatorContext } from './context.ts'
import { createCommandRegistry } from './command-registry.ts'
import { createCommandUploads } from './command-uploads.ts'
import { createRest } from './rest-api.ts'
import { createSnowflakeGenerator } from './snowflakes.ts'
import { type UserClient, createUserClient } from './user-client.ts'
import { createWorld } from './fixtures.ts'
import type { EmulatorWorld } from './world.ts'

export interface DiscordEmulatorOptions {
  /** 0 for any free port. */
  port: number
  host?: '127.0.0.1'
  /** Milliseconds for the initial response to an interaction; 3000 by default, as on Discord. */
  initialResponseTimeoutMs?: number
  /** Milliseconds until an interaction's token expires; 15 minutes by default, as on Discord. */
  interactionTokenTtlMs?: number
  /** Milliseconds between heartbeats; 41250 by default, as on Discord. */
  heartbeatIntervalMs?: number
  /** A world other than the default one. */
  world?: EmulatorWorld
  /** Also serves the page for trying the bot, which suggests these commands. */
  page?: { suggestions: Suggestion[] }
}

export interface DiscordEmulator extends UserClient {
  /** The page's address, if it is served. */
  pageUrl: string
  /** The value for discord.js's `rest.api`. */
  apiUrl: string
  /** The only bot token that the emulator accepts. */
  token: string
  /** The application's public key, 64 hexadecimal digits. */
  publicKey: string
  /**
   * Sets the application's interactions endpoint URL, or removes it. Rejects if the endpoint does not answer a ping, or
   * accepts a wrong signature.
   */
  setInteractionsEndpoint: InteractionsEndpoint['setUrl']
  /** The headers with which a body would be delivered there, signed at a time in milliseconds since 1970. */
  signDelivery: InteractionsEndpoint['headersFor']
  world: EmulatorWorld
  faults: Faults
  log: RequestLog
  /** Closes sockets, pending waits and the server. */
  close(): Promise<void>
}

/** Starts the emulator. Its own methods act as `member` in `general`. */
export async function startDiscordEmulator(options: DiscordEmulatorOptions): Promise<DiscordEmulator> {
  const { port, host = '127.0.0.1', heartbeatIntervalMs = 41_250, world = createWorld() } = options
  const timeouts = {
    initialResponseTimeoutMs: options.initialResponseTimeoutMs ?? defaultTimeouts.initialResponseTimeoutMs,
    interactionTokenTtlMs: options.interactionTokenTtlMs ?? defaultTimeouts.interactionTokenTtlMs,
  }
  const clock = createClock()
  const newId = createSnowflakeGenerator(clock)
  const { id } = world.application
  // Shaped like a real token: the bot's id, a timestamp, a signature.
  const token = `${Buffer.from(id).toString('base64url')}.sandbx.${'local'.repeat(8)}`
  let address = ''

  const server = createAdaptorServer({
    fetch: (request, env) => rest.fetch(request, env),
    hostname: host,
  }) as HttpServer
  const events = createEmulatorEvents()
  const gatewayUrl = () => `ws://${address}/gateway`
  const gateway = createGateway({ server, world, token, heartbeatIntervalMs, newId, url: gatewayUrl })
  const context: EmulatorContext = {
    world,
    token,
    timeouts,
    clock,
    newId,
    registry: createCommandRegistry(world.application, newId, () =>
      events.emit('change', { type: 'commands' }),
    ),
    interactions: createInteractions(timeouts),
    messageStore: createMessageStore(),
    commandUploads: createCommandUploads(),
    gateway,
    faultInjector: createFaultInjector(gateway, server, clock),
    endpoint: createInteractionsEndpoint(id, timeouts.initialResponseTimeoutMs),
    log: { calls: [], interactions: [], messages: [] },
    events,
    gatewayUrl,
    filesUrl: () => `http://${address}/attachments`,
  }
  const rest = createRest(
    context,
    options.page ? await loadPage(context, options.page.suggestions) : undefined,
  )

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  address = `${host}:${(server.address() as AddressInfo).port}`

  return {
    ...createUserClient(context, world.users.member, world.channels.general),
    pageUrl: `http://${address}/`,
    apiUrl: `http://${address}/api`,
    token,
    world,
    publicKey: context.endpoint.publicKey,
    setInteractionsEndpoint: context.endpoint.setUrl,
    signDelivery: context.endpoint.headersFor,
    faults: context.faultInjector.faults,
    log: context.log,
    async close() {
      context.interactions.close()
      await gateway.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Imported on demand: most tests need no bundler. */
async function loadPage(context: EmulatorContext, suggestions: Suggestion[]) {
  const { pageRoutes } = await import('./ui/page.ts')
  return pageRoutes(context, suggestions)
}
