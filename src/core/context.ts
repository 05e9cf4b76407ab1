// What a command or interaction handler is called with; nothing is global.
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { ImageSpec } from '../images/image-spec.ts'
import type { Card, FormatDates } from './card.ts'
import type { ChannelContext } from './channel-context.ts'
import type { MentionedUserId } from './reply.ts'
import type { GuildSettingsStore, LongQueryStore, PersonalDataStores, ReportStore } from './stores.ts'

export interface CommandContext extends PersonalDataStores {
  /** One revision for the whole answer. */
  facts: FactSnapshot
  now: Date
  user: { id: string }
  channel: ChannelContext
  /** For modals and autocomplete choices, which are not rendered as cards are. */
  formatDates: FormatDates
  /** The user whom the card mentions; a card that is chosen from a menu later mentions the same user. */
  mentionUserId?: MentionedUserId
  listCommands: () => Promise<readonly CommandListing[]>
  images: ImageRenderer
  /**
   * The card that a view names, built from this revision.
   * @throws UserError for a view that no longer exists
   */
  renderView: (view: readonly string[]) => Promise<Card>
  /**
   * Claims an idempotency key: false if it was claimed before, within the last `ttlMs` milliseconds if that is set.
   * A failed interaction releases the keys it claimed. Old keys are evicted. Holds over all processes on one PostgreSQL.
   */
  claimOnce: (key: string, ttlMs?: number) => Promise<boolean>
  /** Counts a name that was searched for and not found, so that operators may add it. */
  recordMissedQuery: (query: string) => void
  /** Never rejects for anything that Discord or the network does. */
  sendDirectMessage: (userId: string, card: Card) => Promise<Delivery>
  /** The ids of what was shown since startup, the last at the end, by where or to whom; LRU. */
  recentlyShown: {
    get: (key: string) => readonly string[] | undefined
    set: (key: string, ids: readonly string[]) => unknown
  }
  /** A random number from 0 to below 1. */
  random: () => number
  guildSettings: GuildSettingsStore
  longQueries: LongQueryStore
  /** How long a question of the quiz is open in a channel. */
  quizAnswerMs: number
  reports: ReportStore & PersonalDataStores['reports']
}

/** What `/help` and the registration of commands read of a command. */
export interface CommandListing {
  name: string
  definition: RESTPostAPIApplicationCommandsJSONBody
  operatorsOnly?: boolean
}

export interface ImageRenderer {
  /** Renders an image into the cache of the sender; undefined if it cannot be rendered. */
  render: (image: ImageSpec) => Promise<object | undefined>
}

/** `unconfirmed`: the connection was lost, so the message may or may not have arrived. */
export type Delivery = 'delivered' | 'refused' | 'unconfirmed'
