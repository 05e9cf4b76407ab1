// createBot: a discord.js client that answers interactions and keeps nothing it does not need; no login here.
import {
  ChannelType,
  Client,
  Events,
  GatewayDispatchEvents,
  Options,
  type GatewayDispatchPayload,
  type Interaction,
} from 'discord.js'
import type { Logger } from 'pino'
import { createDeeds } from './deeds.ts'
import type { Dispatch } from './dispatch.ts'
import { measureRateLimits } from './rest-clock.ts'
import { isTooLongToWait } from './rate-limits.ts'
import { restOptions } from './rest-requests.ts'

export interface BotOptions {
  /** Discord's REST API, as https://discord.com/api. */
  apiUrl: string
  dispatch: Dispatch['handle']
  log: Logger
}

/** What a bot of interactions reads comes with each interaction, so nothing is kept beyond it. */
const nothing = { maxSize: 0 }

export function createBot({ apiUrl, dispatch, log }: BotOptions): Client {
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
  const inThread = createInThread(client)
  const received = createDeeds(() => 0)
  client.on(Events.InteractionCreate, (interaction) => {
    // Discord may deliver an interaction twice; the second time is neither an effect nor a failure.
    if (received.begin(interaction.id)) void dispatch(interaction, inThread(interaction))
    else log.info({ id: interaction.id, outcome: 'duplicate' }, 'interaction')
  })
  client.on(Events.Error, (error) => log.error({ err: error }, 'the client reported an error'))
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'the client warned'))
  return client
}

const threadTypes = new Set<ChannelType | undefined>([
  ...[ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread],
])

/** How many threads are remembered; those that were not seen for long are forgotten first. */
const mostThreads = 1000

/** Whether an interaction happened in a thread: it carries the type of its channel, which discord.js does not keep. */
function createInThread(client: Client): (interaction: Interaction) => boolean {
  const threads = new Set<string>()
  client.on(Events.Raw, ({ t: type, d: data }: GatewayDispatchPayload) => {
    if (type !== GatewayDispatchEvents.InteractionCreate) return
    const { channel } = data
    if (channel?.id === undefined || !threadTypes.has(channel.type)) return
    threads.delete(channel.id)
    threads.add(channel.id)
    if (threads.size > mostThreads) threads.delete(threads.values().next().value ?? '')
  })
  return ({ channelId }) => threads.has(channelId ?? '')
}
