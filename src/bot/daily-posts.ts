// Posts the fact of the day in a channel, and says why Discord refuses it for good.
import { DiscordAPIError, RESTJSONErrorCodes, Routes, type REST } from 'discord.js'
import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { ChannelContext } from '../core/channel-context.ts'
import type { StopReason } from '../core/stores.ts'
import { wasNeverSent } from '../config/transport-errors.ts'
import type { Store } from '../data/query/fact-store.ts'
import type { AppDatabase } from '../db/app-database.ts'
import type { GuildSettingsCache } from '../db/guild-settings-cache.ts'
import type { ImageService } from '../images/image-service.ts'
import type { MetricsRecorder } from '../monitoring/metrics-recorder.ts'
import { startDailyFacts, type DailyFacts, type DailyFactsOptions } from '../schedule/daily-facts.ts'
import { sendDirectMessage } from './direct-message.ts'
import { toMessagePayload } from './message-payload.ts'
import { postBody } from './message-body.ts'

export interface DailyPostsOptions extends Pick<DailyFactsOptions, 'now' | 'random' | 'checkMs'> {
  rest: REST
  db: Pick<AppDatabase, 'dailyFacts'>
  store: Store
  guildSettings: GuildSettingsCache
  images: Pick<ImageService, 'renderWithin'>
  metrics: Pick<MetricsRecorder, 'recordDailyFact'>
  log: Logger
}

/** Posts facts of the day from now on. */
export function startDailyPosts(options: DailyPostsOptions): DailyFacts {
  const { rest, db, store, guildSettings, images, metrics } = options
  return startDailyFacts({
    ...options,
    dailyFacts: db.dailyFacts,
    record: metrics.recordDailyFact,
    factsFor(guildId) {
      const live = store.current()
      return guildSettings.get(guildId).onlySeedArticles ? live.withoutReferences() : live
    },
    async post({ guildId, channelId, nextDue }, card) {
      const channel = channelContext(guildId, channelId, guildSettings)
      const nonce = createHash('sha256').update(`${guildId} ${nextDue}`).digest('base64url').slice(0, 25)
      try {
        const message = await toMessagePayload(card, 'public', { channel, images })
        await rest.post(Routes.channelMessages(channelId), postBody(message, nonce))
        return { outcome: 'posted' }
      } catch (error) {
        const reason = stopReason(error)
        if (reason) return { outcome: 'stopped', reason }
        return { outcome: wasNeverSent(error) ? 'unsent' : 'failed', error }
      }
    },
    tell: (userId, card) => sendDirectMessage(rest, userId, card),
  })
}

/** What is known of a channel without an interaction in it. */
function channelContext(
  guildId: string,
  channelId: string,
  guildSettings: GuildSettingsCache,
): ChannelContext {
  const settings = guildSettings.get(guildId)
  return {
    ...{ guildId, channelId, settings },
    isGuildInstalled: true,
    isThread: false,
    missingPermission: undefined,
    ephemeralByDefault: settings.ephemeralByDefault,
    memberHas: () => false,
    appHas: () => false,
  }
}

/** Why no later post can succeed either until a member of the guild changes something. */
function stopReason(error: unknown): StopReason | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined
  const codes = RESTJSONErrorCodes
  const reasons = new Map<unknown, StopReason>([
    [codes.UnknownChannel, 'channel gone'],
    [codes.MissingAccess, 'no access'],
    [codes.MissingPermissions, 'no permission'],
    [codes.ThreadLocked, 'locked'],
    [codes.InvalidActionOnArchivedThread, 'locked'],
    [codes.MessageWasBlockedByAutomaticModeration, 'refused'],
  ])
  return reasons.get(error.code) ?? (error.status === 403 || error.status === 404 ? 'refused' : undefined)
}
