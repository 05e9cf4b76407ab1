// Puts the bot together: state → facts → store → commands → bot → login; close() takes it apart in reverse.
import {
  ApplicationIntegrationType,
  Events,
  Routes,
  Status as DiscordStatus,
  type APIApplication,
  type Client,
} from 'discord.js'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createBot } from './bot/client.ts'
import { startCommandRegistration } from './bot/command-registration.ts'
import { login } from './bot/login.ts'
import { loadInteractionHandlers, loadCommands } from './bot/module-loader.ts'
import { createRateLimiter, defaultRateLimit, type RateLimiterOptions } from './bot/rate-limiter.ts'
import { createDeadline } from './config/deadline.ts'
import { explainClose } from './config/discord-errors.ts'
import { createInteractionRouter } from './bot/interaction-router.ts'
import { openStore } from './data/query/fact-store.ts'
import { startBackups } from './db/backup-schedule.ts'
import { readHealth as readHealthReport } from './monitoring/health.ts'
import { createMetricsRecorder } from './monitoring/metrics-recorder.ts'
import { startRevisionRepair } from './revisions/revision-repair.ts'
import { openOrRestoreDatabase } from './db/restore-from-backup.ts'
import { createRevisionService } from './revisions/revision-service.ts'
import { createPostedCardCache } from './db/posted-card-cache.ts'
import { ensureLiveRevision } from './revisions/ensure-live-revision.ts'
import { createGuildSettingsCache } from './db/guild-settings-cache.ts'
import { createLastShown } from './bot/last-shown.ts'
import { createOperatorAccess } from './bot/operator-access.ts'
import { createImageService, disabledImageService, type ImageServiceOptions } from './images/image-service.ts'
import { syncCommands } from './bot/command-sync.ts'
import { logShards } from './bot/shard-log.ts'
import type { LiveRevision } from './db/revisions.ts'
import type { AppDatabase } from './db/app-database.ts'

export interface AppOptions {
  token: string
  apiUrl: string
  dataDirectory: string
  databaseDirectory: string
  log: Logger
  /** Operators beside those whom Discord names. */
  operatorIds?: readonly string[]
  /** The only server with commands for operators. */
  adminGuildId?: string | undefined
  /** How many answers a user may have; the usual limit where it is left out. */
  rateLimit?: Partial<RateLimiterOptions>
  /** How pictures are drawn, or that none are; the usual way where it is left out. */
  images?: Partial<Omit<ImageServiceOptions, 'log'>> | false
  /** How often the live facts file is checked; every minute where it is left out. */
  factsCheckMs?: number
  now?: () => Date
  /** Milliseconds of a clock that is never set; the process's own where it is left out. */
  monotonicMs?: () => number
  random?: () => number
  commandsDirectory?: string
  /** Called with a sentence when Discord has shut the bot out for good, as after its token was reset. */
  onFatalDisconnect?: (sentence: string) => void
  timeouts?: Partial<Timeouts>
}

/** In milliseconds. */
export interface Timeouts {
  /** All that a start waits for before it gives up. */
  startup: number
  /** How long a start waits for Discord to take the commands before it goes on without. */
  registration: number
  /** The first pause before Discord is asked again to take the commands. */
  registrationRetry: number
  /** How long the end waits for Discord to close the connection. */
  logout: number
}

const defaultTimeouts: Timeouts = {
  startup: 60_000,
  registration: 15_000,
  registrationRetry: 60_000,
  logout: 5000,
}

export interface App {
  client: Client<true>
  /** Finishes the answers under way, at most five seconds, then logs out and closes the files. */
  close: () => Promise<void>
}

/** Says when people cannot install the bot for themselves; where Discord does not answer, it is left unsaid. */
async function warnIfUserInstallDisabled(client: Client<true>, log: Logger): Promise<void> {
  const application = (await client.rest.get(Routes.currentApplication()).catch(() => undefined)) as
    APIApplication | undefined
  if (!application) return
  if (!(ApplicationIntegrationType.UserInstall in (application.integration_types_config ?? {}))) {
    log.warn(
      'people cannot install Entente for themselves: switch on User Install on the Installation page of the application',
    )
  }
}

/**
 * Starts the bot; resolves when it is logged in and its commands are registered, or Discord has not taken them in time:
 * then that goes on in the background. Throws what `explainStartError` has a sentence for.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const {
    token,
    apiUrl,
    dataDirectory,
    databaseDirectory,
    log,
    now = () => new Date(),
    monotonicMs = () => performance.now(),
    random = Math.random,
  } = options
  const { commandsDirectory = join(import.meta.dirname, 'commands') } = options
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const startedAtMs = monotonicMs()
  const deadline = createDeadline(timeouts.startup)
  const state = openOrRestoreDatabase(databaseDirectory, log, timeouts.startup)
  try {
    await deadline(
      ensureLiveRevision({ dataDirectory, databaseDirectory }, state, log),
      `The facts in ${databaseDirectory} were not ready in time: end the process that builds them, or let it finish, then start again.`,
    )
    const logOnce = logOncePerMessage(log)
    const store = openStore(
      databaseDirectory,
      () => liveRevision(state),
      (error) => {
        logOnce(error)
        factsRepair.checkNow()
      },
    )
    const factsRepair = startRevisionRepair({
      ...{ dataDirectory, databaseDirectory, db: state, store, log },
      intervalMs: options.factsCheckMs,
    })
    const commands = await loadCommands(commandsDirectory)
    const actions = await loadInteractionHandlers(join(import.meta.dirname, 'interaction-handlers'))
    const counts = createMetricsRecorder({ db: state, log, now })
    const servers = createGuildSettingsCache({ db: state, log, now })
    const postedCards = createPostedCardCache({ db: state, log })
    const courtesy = createRateLimiter({ ...defaultRateLimit, ...options.rateLimit }, monotonicMs)
    const pictures =
      options.images === false
        ? disabledImageService
        : createImageService({ directory: join(databaseDirectory, 'images'), log, ...options.images })
    const shards = () =>
      bot.ws.shards.map(({ id, status, ping }) => ({
        id,
        ready: status === DiscordStatus.Ready,
        // discord.js measures it by the clock: what no heartbeat can take comes of a clock that was set.
        latencyMs: ping < 0 || ping > 60_000 ? undefined : ping,
      }))
    const operate = createRevisionService({ dataDirectory, databaseDirectory, db: state, log })
    const readHealth = () => {
      counts.flush()
      const time = now()
      // Counted back from now, since the clock may have been wrong at the start.
      const startedAt = new Date(time.getTime() - (monotonicMs() - startedAtMs))
      return readHealthReport({
        ...{ dataDirectory, databaseDirectory, db: state, shards: shards() },
        ...{ now: time, startedAt },
      })
    }
    const operators = createOperatorAccess({
      fetchApplication: () => bot.rest.get(Routes.currentApplication()),
      operatorIds: options.operatorIds ?? [],
      adminGuildId: options.adminGuildId,
      countDenial: state.countDenial,
      log,
      now,
      monotonicMs,
    })
    const dispatch = createInteractionRouter({
      ...{ commands, actions, store, operate, readHealth, operators, counts, servers, postedCards },
      ...{ state, courtesy, pictures, log, now, monotonicMs, lastShown: createLastShown(), random },
    })
    const bot = createBot({ apiUrl, dispatch: dispatch.handle, counts, log })
    const client = await login(bot, { token, apiUrl, deadline })
    logShards(client, log)
    client.on(Events.ShardDisconnect, ({ code }) => options.onFatalDisconnect?.(explainClose(code)))
    const registration = startCommandRegistration({
      register: () =>
        syncCommands({
          rest: client.rest,
          applicationId: client.application.id,
          commands: commands.values(),
          adminGuildId: options.adminGuildId,
          setting: state.keyValue,
          log,
        }),
      ...{ apiUrl, log, retryMs: timeouts.registrationRetry },
    })
    await Promise.race([
      Promise.all([registration.firstTry, warnIfUserInstallDisabled(client, log)]),
      wait(timeouts.registration, undefined, { ref: false }),
    ])
    const backups = startBackups({ db: state, databaseDirectory, log })
    log.info({ commands: commands.size, revision: store.current().revision }, 'ready')
    return {
      client,
      async close() {
        await dispatch.drain(5000)
        registration.stop()
        await logOut(client, timeouts.logout)
        await pictures.close()
        counts.close()
        servers.close()
        postedCards.close()
        await backups.close()
        await factsRepair.close()
        store.close()
        state.close()
      },
    }
  } catch (error) {
    state.close()
    throw error
  }
}

/** A connection that is dead or silent says no goodbye: discord.js would wait half a minute for it. */
async function logOut(client: Client, withinMs: number): Promise<void> {
  await Promise.race([client.destroy(), wait(withinMs, undefined, { ref: false })])
}

function liveRevision(state: AppDatabase): LiveRevision {
  const live = state.live()
  if (!live) throw new Error('no revision is live')
  return live
}

/** The same trouble at every interaction is logged once. */
function logOncePerMessage(log: Logger): (error: unknown) => void {
  let told = ''
  return (error) => {
    const message = error instanceof Error ? error.message : String(error)
    if (message !== told) log.error({ err: error }, 'cannot open live revision; serving the previous one')
    told = message
  }
}
