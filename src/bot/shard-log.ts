// Logs each shard outage twice, when it begins and when it ends, however long it lasts.
import { Events, type Client } from 'discord.js'
import type { Logger } from 'pino'

export function logShards(client: Client, log: Logger): void {
  /** When each shard was lost, by performance.now(), and the errors logged for it since. */
  const outages = new Map<number, { since: number; errors: Set<string> }>()

  client.on(Events.ShardError, (error, shard) => {
    const { errors } = outages.get(shard) ?? {}
    if (errors?.has(error.message)) return
    errors?.add(error.message)
    log.error({ err: error, shard }, 'shard error')
  })
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ code, shard }, 'shard disconnected'))
  client.on(Events.ShardReconnecting, (shard) => {
    // A client that logs out does not reconnect.
    if (!client.isReady() || outages.has(shard)) return
    outages.set(shard, { since: performance.now(), errors: new Set() })
    log.info({ shard }, 'shard reconnecting')
  })

  function endOutage(shard: number, message: string): void {
    const outage = outages.get(shard)
    outages.delete(shard)
    const seconds = outage && Math.round((performance.now() - outage.since) / 1000)
    log.info({ shard, seconds }, message)
  }
  client.on(Events.ShardResume, (shard) => endOutage(shard, 'shard resumed'))
  client.on(Events.ShardReady, (shard) => endOutage(shard, 'shard ready again'))
}
