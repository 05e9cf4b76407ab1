// What the log says of shards: an outage once when it begins and once when it is over, however long it lasts.
import { Events, type Client } from 'discord.js'
import type { Logger } from 'pino'

export function logShards(client: Client, log: Logger): void {
  /** When each shard was lost, by performance.now(), and what has been logged of it since. */
  const outages = new Map<number, { since: number; errors: Set<string> }>()

  client.on(Events.ShardError, (error, shard) => {
    const { errors } = outages.get(shard) ?? {}
    if (errors?.has(error.message)) return
    errors?.add(error.message)
    log.error({ err: error, shard }, 'a shard reported an error')
  })
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error({ code, shard }, 'a shard was disconnected'),
  )
  client.on(Events.ShardReconnecting, (shard) => {
    // A client that logs out comes back no more.
    if (!client.isReady() || outages.has(shard)) return
    outages.set(shard, { since: performance.now(), errors: new Set() })
    log.info({ shard }, 'a shard reconnects')
  })

  function isBack(shard: number, message: string): void {
    const outage = outages.get(shard)
    outages.delete(shard)
    const seconds = outage && Math.round((performance.now() - outage.since) / 1000)
    log.info({ shard, seconds }, message)
  }
  client.on(Events.ShardResume, (shard) => isBack(shard, 'a shard resumed'))
  client.on(Events.ShardReady, (shard) => isBack(shard, 'a shard is ready again'))
}
