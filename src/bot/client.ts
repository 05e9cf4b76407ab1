// createBot: a discord.js client that answers interactions and keeps nothing it does not need; no login here.
import { Client, Events, Options } from 'discord.js'
import type { Logger } from 'pino'
import { createDeeds } from './idempotency-keys.ts'
import type { Dispatch } from './interaction-router.ts'
import { guardGateway } from './gateway-guard.ts'
import { isInThread } from './interaction-payload.ts'
import type { Counts } from '../monitoring/metrics-recorder.ts'
import { measureRateLimits } from './rest-clock.ts'
import { isTooLongToWait } from './rest-rate-limits.ts'
import { restOptions } from './rest-requests.ts'
import { createUnreadable } from './unreadable-payload.ts'

export interface BotOptions {
  /** Discord's REST API, as https://discord.com/api. */
  apiUrl: string
  dispatch: Dispatch['handle']
  counts: Pick<Counts, 'count'>
  log: Logger
}

/** What a bot of interactions reads comes with each interaction, so nothing is kept beyond it. */
const nothing = { maxSize: 0 }

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
      MessageManager: nothing,
      DMMessageManager: nothing,
      GuildMessageManager: nothing,
      ThreadManager: nothing,
      ThreadMemberManager: nothing,
      ReactionManager: nothing,
      PresenceManager: nothing,
      VoiceStateManager: nothing,
    }),
  })
  measureRateLimits(client.rest)
  const received = createDeeds(() => 0)
  guardGateway(
    client,
    (interaction, payload) => {
      // Discord may deliver an interaction twice; the second time is neither an effect nor a failure.
      if (received.begin(interaction.id)) void dispatch(interaction, isInThread(payload))
      else log.info({ id: interaction.id, outcome: 'duplicate' }, 'interaction')
    },
    createUnreadable({ rest: client.rest, received, counts, log }),
  )
  client.on(Events.Error, (error) => log.error({ err: error }, 'the client reported an error'))
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'the client warned'))
  return client
}
