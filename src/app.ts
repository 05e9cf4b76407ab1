// The composition root: database → facts → router → client → login → commands; close() tears it down in reverse.
import { Routes, type Client } from 'discord.js'
import { LRUCache } from 'lru-cache'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createAttachmentDownload } from './bot/attachment-download.ts'
import { createBot } from './bot/client.ts'
import { startDailyPosts } from './bot/daily-posts.ts'
import { startCommandRegistration } from './bot/command-registration.ts'
import { createConnection, type InteractionsEndpoint } from './bot/connection.ts'
import { openCommandFolder, openHandlerFolder } from './bot/module-loader.ts'
import { createRateLimiter, defaultRateLimit, type RateLimiterOptions } from './bot/rate-limiter.ts'
import { createDeadline } from './config/deadline.ts'
import { logOncePerMessage } from './config/log-once.ts'
import { createInteractionRouter } from './bot/interaction-router.ts'
import { openStore } from './data/query/fact-store.ts'
import { startBackups } from './db/backup-schedule.ts'
import { createHealthMonitor } from './monitoring/health-monitor.ts'
import { startMonitoringServer } from './monitoring/monitoring-server.ts'
import { createMetricsRecorder } from './monitoring/metrics-recorder.ts'
import { startRevisionRepair } from './revisions/revision-repair.ts'
import { listenToState, openStateAtStart } from './db/open-state.ts'
import { createRevisionService } from './revisions/revision-service.ts'
import { createLongQueryCache } from './db/long-queries.ts'
import { createPostedCardCache } from './db/posted-card-cache.ts'
import { watchLiveRevision } from './revisions/live-revision.ts'
import { ensureLiveRevision } from './revisions/ensure-live-revision.ts'
import { createGuildSettingsCache } from './db/guild-settings-cache.ts'
import { createOperatorAccess } from './bot/operator-access.ts'
import { createImageService, disabledImageService, type ImageServiceOptions } from './images/image-service.ts'
import { syncCommands } from './bot/command-sync.ts'
import { checkApplicationSettings } from './bot/application-check.ts'
import type { AppDatabase } from './db/app-database.ts'

export interface AppOptions {
  token: string
  apiUrl: string
  dataDirectory: string
  databaseDirectory: string
  /** The PostgreSQL database that holds the state for several machines; app.db in the directory by default. */
  databaseUrl?: string | undefined
  log: Logger
  /** User ids of operators, besides those whom Discord names. */
  operatorIds?: readonly string[]
  /** The only guild with commands for operators. */
  adminGuildId?: string | undefined
  /** Overrides of the default rate limit. */
  rateLimit?: Partial<RateLimiterOptions>
  /** Overrides of how images are rendered; false to render none. */
  images?: Partial<Omit<ImageServiceOptions, 'log'>> | false
  /** How often the live revision is checked, in milliseconds; every minute by default. */
  factsCheckMs?: number
  /** Where health and metrics are served; nowhere by default. */
  metrics?: { host: string; port: number } | undefined
  /** Where Discord delivers interactions by HTTP; they come over the gateway by default. */
  interactions?: InteractionsEndpoint | undefined
  /** How often the health checks run, in milliseconds; every quarter of a minute by default. */
  healthCheckMs?: number
  now?: () => Date
  /** Milliseconds of a monotonic clock; that of the process by default. */
  monotonicMs?: () => number
  random?: () => number
  /** How often it is checked whether a fact of the day is due, in milliseconds; every quarter of a minute by default. */
  dailyFactsCheckMs?: number
  /** How long a question of the quiz is open in a channel, in milliseconds. */
  quizAnswerMs?: number
  commandsDirectory?: string
  /** Called with a sentence when Discord has permanently closed the connection, such as after a token reset. */
  onFatalDisconnect?: (sentence: string) => void
  timeouts?: Partial<Timeouts>
}

/** In milliseconds. */
export interface Timeouts {
  /** How long startup may take in all. */
  startup: number
  /** How long startup waits for the command registration before that continues in the background. */
  registration: number
  /** The first pause before the command registration is retried. */
  registrationRetry: number
  /** How long a handler that may be slow has until its interaction is deferred. */
  deferral: number
  /** How long `close` waits for Discord to close the connection. */
  logout: number
  /** How long deliveries by HTTP are still taken after `close`, while `/readyz` says that Entente is not ready. */
  drain: number
}

const defaultTimeouts: Timeouts = {
  startup: 55_000,
  registration: 15_000,
  registrationRetry: 60_000,
  deferral: 1000,
  logout: 5000,
  drain: 5000,
}

/** In channels, and in players and servers of the quiz. */
const maxRecentlyShown = 10_000

export interface App {
  client: Client<true>
  /** Where health and metrics are served. */
  metricsUrl: string | undefined
  /** Waits up to five seconds for interactions in flight, then logs out and closes the files. */
  close: () => Promise<void>
}

/**
 * Starts the bot; resolves when it is logged in and its commands are registered, or when that takes too long and continues
 * in the background.
 * @throws errors that `describeStartupError` has a sentence for
 */
export async function startApp(options: AppOptions): Promise<App> {
  const {
    token,
    apiUrl,
    dataDirectory,
    databaseDirectory,
    databaseUrl,
    log,
    now = () => new Date(),
    monotonicMs = () => performance.now(),
    random = Math.random,
    quizAnswerMs = 30_000,
  } = options
  const { commandsDirectory = join(import.meta.dirname, 'commands') } = options
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const paths = { dataDirectory, databaseDirectory, databaseUrl }
  // Other machines announce what they change, and a poll finds what was announced while nothing listened.
  const refreshMs = databaseUrl === undefined ? 1000 : 30_000
  const startedAtMs = monotonicMs()
  const deadline = createDeadline(timeouts.startup)
  const monitoring = options.metrics && (await startMonitoringServer({ ...options.metrics, log }))
  let opened: AppDatabase | undefined
  try {
    const db = (opened = await openStateAtStart(paths, log, timeouts.startup / 2))
    const liveFile = await deadline(
      ensureLiveRevision(paths, db, log),
      `The facts in ${databaseDirectory} were not ready in time: end the process that builds them, or let it finish, then start again.`,
    )
    const live = await watchLiveRevision({ db, databaseDirectory, log, refreshMs })
    const logOnce = logOncePerMessage(log, 'cannot open live revision; serving the previous one')
    const store = openStore(databaseDirectory, live.current, liveFile, (error) => {
      logOnce(error)
      revisionRepair.checkNow()
    })
    const revisionRepair = startRevisionRepair({
      ...{ ...paths, db, store, refreshLive: live.refresh, log },
      intervalMs: options.factsCheckMs,
    })
    const commands = openCommandFolder(commandsDirectory)
    const handlers = openHandlerFolder(join(import.meta.dirname, 'interaction-handlers'))
    const metrics = createMetricsRecorder({ db, live: monitoring?.metrics, log, now })
    const guildSettings = await createGuildSettingsCache({ db, log, now, refreshMs })
    const notifications = await listenToState(databaseUrl, log, async () => {
      await Promise.all([live.refresh(), guildSettings.refresh()])
    })
    const postedCards = createPostedCardCache({ db, log })
    const longQueries = createLongQueryCache({ db, log, now })
    const rateLimiter = createRateLimiter({ ...defaultRateLimit, ...options.rateLimit }, monotonicMs)
    const images =
      options.images === false
        ? disabledImageService
        : createImageService({ directory: join(databaseDirectory, 'images'), log, ...options.images })
    const bot = createBot({ apiUrl, metrics, log })
    const revisions = createRevisionService({ ...paths, db, refreshLive: live.refresh, log })
    const operators = createOperatorAccess({
      fetchApplication: () => bot.rest.get(Routes.currentApplication()),
      operatorIds: options.operatorIds ?? [],
      adminGuildId: options.adminGuildId,
      countDenial: db.countDenial,
      ...{ log, now, monotonicMs },
    })
    const readHealth = async () => {
      await metrics.flush()
      return health.check()
    }
    const router = createInteractionRouter({
      downloadAttachment: createAttachmentDownload(apiUrl),
      ...{ commands, handlers, store, revisions, readHealth, operators, metrics, guildSettings, postedCards },
      ...{ longQueries, db, rateLimiter, images, log, now, monotonicMs, random, quizAnswerMs },
      slowAfterMs: timeouts.deferral,
      recentlyShown: new LRUCache<string, readonly string[]>({ max: maxRecentlyShown }),
    })
    const connection = createConnection({
      ...{ client: bot, token, apiUrl, handleInteraction: router.handle, metrics, log, now },
      ...{ endpoint: options.interactions, onFatalDisconnect: options.onFatalDisconnect },
      ...{ logoutMs: timeouts.logout, drainMs: timeouts.drain },
    })
    const health = await createHealthMonitor({
      ...{ ...paths, db, now, monotonicMs, startedAtMs },
      readProcess: () => ({ connection: connection.status(), imageError: images.status().error }),
      intervalMs: options.healthCheckMs,
    })
    monitoring?.watch({ health, connection: connection.status, images: images.status })
    const client = await connection.open(deadline)
    const settingsChecked = checkApplicationSettings(client, connection.status().type, log)
    // An interaction that comes before they are loaded loads the one that it needs.
    const [loadedCommands] = await Promise.all([commands.all(), handlers.all()])
    const registration = startCommandRegistration({
      register: () =>
        syncCommands({
          rest: client.rest,
          applicationId: client.application.id,
          commands: loadedCommands.values(),
          adminGuildId: options.adminGuildId,
          keyValue: db.keyValue,
          log,
        }),
      ...{ apiUrl, log, retryMs: timeouts.registrationRetry },
    })
    await Promise.race([
      Promise.all([registration.firstTry, settingsChecked]),
      wait(timeouts.registration, undefined, { ref: false }),
    ])
    const dailyPosts = startDailyPosts({
      ...{ rest: client.rest, db, store, guildSettings, images, metrics, log, now, random },
      checkMs: options.dailyFactsCheckMs,
    })
    const backups = databaseUrl === undefined ? startBackups({ db, databaseDirectory, log }) : undefined
    log.info({ commands: loadedCommands.size, revision: store.current().revision }, 'ready')
    return {
      client,
      metricsUrl: monitoring?.url,
      async close() {
        monitoring?.watch(undefined)
        await connection.stop()
        await Promise.all([router.drain(5000), dailyPosts.close()])
        registration.stop()
        await connection.close()
        await images.close()
        for (const cache of [metrics, guildSettings, postedCards, longQueries]) await cache.close()
        await notifications?.close()
        await backups?.close()
        await revisionRepair.close()
        health.close()
        live.close()
        store.close()
        await db.close()
        await monitoring?.close()
      },
    }
  } catch (error) {
    await opened?.close()
    await monitoring?.close()
    throw error
  }
}
