// The connection over Discord's gateway: this process holds every shard.
import { Events, Status, type Client } from 'discord.js'
import { setTimeout as wait } from 'node:timers/promises'
import { explainClose } from '../config/discord-errors.ts'
import type { Connection, ConnectionOptions } from './connection.ts'
import { guardGateway } from './gateway-guard.ts'
import { createIncomingInteractions } from './incoming-interactions.ts'
import { login } from './login.ts'
import { logShards } from './shard-log.ts'

export function createGatewayConnection(options: ConnectionOptions): Connection {
  const { client, token, apiUrl, metrics, log, onFatalDisconnect, logoutMs } = options
  const { accept, onUnreadable } = createIncomingInteractions(options)
  guardGateway(client, accept, onUnreadable)
  return {
    status: () => ({
      type: 'gateway',
      shards: client.ws.shards.map(({ id, status, ping }) => ({
        id,
        ready: status === Status.Ready,
        // discord.js measures by the system clock: an impossible latency means that the clock was set.
        latencyMs: ping < 0 || ping > 60_000 ? undefined : ping,
      })),
    }),
    async open(deadline) {
      const ready = await login(client, { token, apiUrl, deadline })
      logShards(ready, log)
      ready.on(Events.ShardReconnecting, metrics.recordReconnect)
      ready.on(Events.ShardDisconnect, ({ code }) => onFatalDisconnect?.(explainClose(code)))
      return ready
    },
    stop: () => Promise.resolve(),
    close: () => logOut(client, logoutMs),
  }
}

/** A dead connection never closes: discord.js would wait half a minute for it. */
async function logOut(client: Client, withinMs: number): Promise<void> {
  await Promise.race([client.destroy(), wait(withinMs, undefined, { ref: false })])
}
