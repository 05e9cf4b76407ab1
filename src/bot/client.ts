// Creates the discord.js client, which caches nothing.
import { Client, Events, Options } from 'discord.js'
import type { Logger } from 'pino'
import type { MetricsRecorder } from '../monitoring/metrics-recorder.ts'
import { useMonotonicRateLimits } from './rest-clock.ts'
import { isTooLongToWait } from './rest-rate-limits.ts'
import { restOptions } from './rest-requests.ts'

export interface BotOptions {
  /** Discord's REST API, such as https://discord.com/api. */
  apiUrl: string
  metrics: Pick<MetricsRecorder, 'recordRequest'>
  log: Logger
}

/** Everything that Entente reads comes with each interaction, so nothing else is cached. */
const noCache = { maxSize: 0 }

export function createBot({ apiUrl, metrics, log }: BotOptions): Client {
  const client = new Client({
    intents: [],
    shards: 'auto',
    allowedMentions: { parse: [], users: [] },
    // Every interaction has a route of its own, so handlers of finished ones are swept often.
    rest: {
      api: apiUrl,
      handlerSweepInterval: 10_000,
      rejectOnRateLimit: isTooLongToWait,
      ...restOptions(metrics.recordRequest),
    },
    makeCache: Options.cacheWithLimits({
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      MessageManager: noCache,
      DMMessageManager: noCache,
      GuildMessageManager: noCache,
      ThreadManager: noCache,
      ThreadMemberManager: noCache,
      ReactionManager: noCache,
      PresenceManager: noCache,
      VoiceStateManager: noCache,
    }),
  })
  useMonotonicRateLimits(client.rest)
  client.on(Events.Error, (error) => log.error({ err: error }, 'client error'))
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'client warning'))
  return client
}
