// createBot: a discord.js client that answers interactions and keeps nothing it does not need; no login here.
import { Client, Events, Options } from 'discord.js'
import type { Logger } from 'pino'
import { createIdempotencyKeys } from './idempotency-keys.ts'
import type { InteractionRouter } from './interaction-router.ts'
import { guardGateway } from './gateway-guard.ts'
import { isInThread } from './interaction-payload.ts'
import type { MetricsRecorder } from '../monitoring/metrics-recorder.ts'
import { useMonotonicRateLimits } from './rest-clock.ts'
import { isTooLongToWait } from './rest-rate-limits.ts'
import { restOptions } from './rest-requests.ts'
import { createUnreadableHandler } from './unreadable-payload.ts'

export interface BotOptions {
  /** Discord's REST API, as https://discord.com/api. */
  apiUrl: string
  dispatch: InteractionRouter['handle']
  counts: Pick<MetricsRecorder, 'recordInteraction'>
  log: Logger
}

/** What a bot of interactions reads comes with each interaction, so nothing is kept beyond it. */
const noCache = { maxSize: 0 }

export function createBot({ apiUrl, dispatch, counts, log }: BotOptions): Client {
  const client = new Client({
    intents: [],
    shards: 'auto',
    allowedMentions: { parse: [], users: [] },
    // Every interaction has a route of its own, so the handlers of those that are over are cleared often.
    rest: {
      api: apiUrl,
      handlerSweepInterval: 10_000,
      rejectOnRateLimit: isTooLongToWait,
      ...restOptions(),
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
  const received = createIdempotencyKeys(() => 0)
  guardGateway(
    client,
    (interaction, payload) => {
      // Discord may deliver an interaction twice; the second time is neither an effect nor a failure.
      if (received.claim(interaction.id)) void dispatch(interaction, isInThread(payload))
      else log.info({ id: interaction.id, outcome: 'duplicate' }, 'interaction')
    },
    createUnreadableHandler({ rest: client.rest, received, counts, log }),
  )
  client.on(Events.Error, (error) => log.error({ err: error }, 'the client reported an error'))
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'the client warned'))
  return client
}
