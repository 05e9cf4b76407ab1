// Creates the contexts in which a command or handler is called and its reply is rendered.
import type { AutocompleteInteraction, RepliableInteraction } from 'discord.js'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'
import type { Store } from '../data/query/fact-store.ts'
import type { AppDatabase } from '../db/app-database.ts'
import type { GuildSettingsCache } from '../db/guild-settings-cache.ts'
import type { LongQueryCache } from '../db/long-queries.ts'
import type { PostedCardCache } from '../db/posted-card-cache.ts'
import type { ImageService } from '../images/image-service.ts'
import type { MetricsRecorder } from '../monitoring/metrics-recorder.ts'
import { channelContextOf } from './channel-context.ts'
import { sendDirectMessage } from './direct-message.ts'
import type { SharedIdempotencyKeys } from './idempotency-keys.ts'
import { findHandler, type HandlerModules } from './interaction-route.ts'
import { dateFormatter, type RenderContext } from './message-payload.ts'
import type { OperatorContext, OperatorServices } from './operator-context.ts'

export interface ContextServices
  extends
    HandlerModules,
    Pick<OperatorServices, 'revisions' | 'readHealth' | 'downloadAttachment'>,
    Pick<CommandContext, 'recentlyShown'> {
  store: Store
  db: AppDatabase
  guildSettings: GuildSettingsCache
  postedCards: PostedCardCache
  longQueries: LongQueryCache
  images: ImageService
  metrics: MetricsRecorder
  now: () => Date
  random: () => number
  quizAnswerMs: number
}

export interface InteractionContexts {
  context: CommandContext
  operatorContext: OperatorContext
  renderContext: RenderContext
}

/** @param claimOnce claims an idempotency key for this interaction */
export function createContexts(
  interaction: RepliableInteraction | AutocompleteInteraction,
  isThread: boolean,
  claimOnce: SharedIdempotencyKeys['claim'],
  services: ContextServices,
): InteractionContexts {
  const { commands, handlers, store, db, guildSettings, postedCards, longQueries, images } = services
  const settings = guildSettings.get(interaction.guildId ?? undefined)
  const live = store.current()
  const facts = settings.onlySeedArticles ? live.withoutReferences() : live
  const channel = channelContextOf(interaction, settings, isThread)
  const context: CommandContext = {
    facts,
    now: services.now(),
    user: { id: interaction.user.id },
    channel,
    formatDates: dateFormatter(channel),
    listCommands: async () => [...(await commands.all()).values()],
    images,
    async renderView([name, ...args]) {
      const render = (await findHandler({ commands, handlers }, name))?.render
      if (!render) throw new UserError('That card no longer exists.', 'Ask again by name.')
      return render(args, context)
    },
    claimOnce,
    recordMissedQuery: services.metrics.recordMissedQuery,
    sendDirectMessage: (userId, card) => sendDirectMessage(interaction.client.rest, userId, card),
    recentlyShown: services.recentlyShown,
    random: services.random,
    guildSettings,
    postedCards,
    longQueries,
    quiz: db.quiz,
    dailyFacts: db.dailyFacts,
    quizAnswerMs: services.quizAnswerMs,
    reports: db.reports,
    auditLog: { countByUser: (userId) => db.countAuditBy(userId) },
  }
  return {
    context,
    operatorContext: {
      ...context,
      // Operators look after everything, whatever this guild has chosen to see.
      facts: live,
      revisions: services.revisions,
      readHealth: services.readHealth,
      downloadAttachment: services.downloadAttachment,
      db,
      liveFacts: () => store.current(),
    },
    renderContext: { channel, images, postedCards },
  }
}
