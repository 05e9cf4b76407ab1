// Starts a local Discord on loopback: gateway, REST, a world of people and places, and the verbs they have.
import type { Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createChanges } from './events.ts'
import { createClock } from './clock.ts'
import { type Faults, createFaults } from './fault-injection.ts'
import { createGateway } from './gateway.ts'
import { createHistory } from './message-store.ts'
import { createInteractions, defaultWindows } from './interactions.ts'
import type { WireLog } from './request-log.ts'
import type { Try } from './ui/ui-protocol.ts'
import type { Parts } from './context.ts'
import { createRegistry } from './command-registry.ts'
import { createRest } from './rest-api.ts'
import { createIds } from './snowflakes.ts'
import { type Verbs, createVerbs } from './user-client.ts'
import { type World, createWorld } from './world.ts'

export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number
  host?: '127.0.0.1'
  /** Milliseconds for the first answer to an interaction; 3000 as on Discord. */
  answerWithinMs?: number
  /** Milliseconds for which an interaction's token lives; 15 minutes as on Discord. */
  tokenLivesMs?: number
  /** Milliseconds between heartbeats; 41250 as on Discord. */
  heartbeatMs?: number
  /** Another world than the usual one. */
  world?: World
  /** Also serves the page to talk to the bot in, which suggests these things to type. */
  page?: { tries: Try[] }
}

export interface Sandbox extends Verbs {
  /** Where the page is, when it is served. */
  pageUrl: string
  /** What discord.js takes as `rest.api`. */
  apiUrl: string
  /** The only bot token which this Discord knows. */
  token: string
  world: World
  faults: Faults
  log: WireLog
  /** Ends sockets, waiting verbs and the server. */
  close(): Promise<void>
}

/** Starts a local Discord. Its own verbs are those of `member` in `general`. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, host = '127.0.0.1', heartbeatMs = 41_250, world = createWorld() } = options
  const windows = {
    answerWithinMs: options.answerWithinMs ?? defaultWindows.answerWithinMs,
    tokenLivesMs: options.tokenLivesMs ?? defaultWindows.tokenLivesMs,
  }
  const clock = createClock()
  const newId = createIds(clock)
  const { id } = world.application
  // Shaped like a real one: the bot's id, a time, a signature.
  const token = `${Buffer.from(id).toString('base64url')}.sandbx.${'local'.repeat(8)}`
  let address = ''

  const server = createAdaptorServer({
    fetch: (request, env) => rest.fetch(request, env),
    hostname: host,
  }) as HttpServer
  const changes = createChanges()
  const gatewayUrl = () => `ws://${address}/gateway`
  const gateway = createGateway({ server, world, token, heartbeatMs, newId, url: gatewayUrl })
  const parts: Parts = {
    world,
    token,
    windows,
    clock,
    newId,
    registry: createRegistry(world.application, newId, () => changes.tell({ type: 'commands' })),
    interactions: createInteractions(windows),
    history: createHistory(),
    gateway,
    plan: createFaults(gateway, server, clock),
    log: { calls: [], interactions: [], messages: [] },
    changes,
    gatewayUrl,
    filesUrl: () => `http://${address}/attachments`,
  }
  const rest = createRest(parts, options.page ? await loadPage(parts, options.page.tries) : undefined)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  address = `${host}:${(server.address() as AddressInfo).port}`

  return {
    ...createVerbs(parts, world.people.member, world.places.general),
    pageUrl: `http://${address}/`,
    apiUrl: `http://${address}/api`,
    token,
    world,
    faults: parts.plan.faults,
    log: parts.log,
    async close() {
      parts.interactions.close()
      await gateway.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** Loaded only where it is wanted: tests and `npm run ask` have no use for a bundler. */
async function loadPage(parts: Parts, tries: Try[]) {
  const { pageRoutes } = await import('./ui/page.ts')
  return pageRoutes(parts, tries)
}
