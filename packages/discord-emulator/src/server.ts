// Starts a local Discord on loopback: gateway, REST, a world of people and places, and the verbs they have.
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createEmulatorEvents } from './events.ts'
import { createClock } from './clock.ts'
import { type Faults, createFaultInjector } from './fault-injection.ts'
import { createGateway } from './gateway.ts'
import { createMessageStore } from './message-store.ts'
import { createInteractions, defaultTimeouts } from './interactions.ts'
import type { RequestLog } from './request-log.ts'
import type { Suggestion } from './ui/ui-protocol.ts'
import type { EmulatorContext } from './context.ts'
import { createCommandRegistry } from './command-registry.ts'
import { createRest } from './rest-api.ts'
import { createSnowflakeGenerator } from './snowflakes.ts'
import { type UserClient, createUserClient } from './user-client.ts'
import { createWorld } from './fixtures.ts'
import type { EmulatorWorld } from './world.ts'

export interface DiscordEmulatorOptions {
  /** 0 takes any free port. */
  port: number
  host?: '127.0.0.1'
  /** Milliseconds for the first answer to an interaction; 3000 as on Discord. */
  initialResponseTimeoutMs?: number
  /** Milliseconds for which an interaction's token lives; 15 minutes as on Discord. */
  interactionTokenTtlMs?: number
  /** Milliseconds between heartbeats; 41250 as on Discord. */
  heartbeatIntervalMs?: number
  /** Another world than the usual one. */
  world?: EmulatorWorld
  /** Also serves the page to talk to the bot in, which suggests these things to type. */
  page?: { suggestions: Suggestion[] }
}

export interface DiscordEmulator extends UserClient {
  /** Where the page is, when it is served. */
  pageUrl: string
  /** What discord.js takes as `rest.api`. */
  apiUrl: string
  /** The only bot token which this Discord knows. */
  token: string
  world: EmulatorWorld
  faults: Faults
  log: RequestLog
  /** Ends sockets, waiting verbs and the server. */
  close(): Promise<void>
}

/** Starts a local Discord. Its own verbs are those of `member` in `general`. */
export async function startDiscordEmulator(options: DiscordEmulatorOptions): Promise<DiscordEmulator> {
  const {
    port,
    host = '127.0.0.1',
    heartbeatIntervalMs: heartbeatIntervalMs = 41_250,
    world = createWorld(),
  } = options
  const timeouts = {
    initialResponseTimeoutMs: options.initialResponseTimeoutMs ?? defaultTimeouts.initialResponseTimeoutMs,
    interactionTokenTtlMs: options.interactionTokenTtlMs ?? defaultTimeouts.interactionTokenTtlMs,
  }
  const clock = createClock()
  const newId = createSnowflakeGenerator(clock)
  const { id } = world.application
  // Shaped like a real one: the bot's id, a time, a signature.
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
    gateway,
    faultInjector: createFaultInjector(gateway, server, clock),
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

/** Loaded only where it is wanted: tests and `npm run ask` have no use for a bundler. */
async function loadPage(context: EmulatorContext, tries: Suggestion[]) {
  const { pageRoutes } = await import('./ui/page.ts')
  return pageRoutes(context, tries)
}
