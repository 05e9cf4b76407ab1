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
import { connect } from './bot/login.ts'
import { loadActions, loadCommands } from './bot/module-loader.ts'
import { createCourtesy, usualCourtesy, type CourtesyOptions } from './bot/rate-limiter.ts'
import { createDeadline } from './config/deadline.ts'
import { explainClose } from './config/discord-errors.ts'
import { createDispatch } from './bot/interaction-router.ts'
import { openStore } from './data/query/fact-store.ts'
import { startBackups } from './db/backup-schedule.ts'
import { createCounts } from './monitoring/metrics-recorder.ts'
import { startFactsRepair } from './revisions/revision-repair.ts'
import { openSoundState } from './db/restore-from-backup.ts'
import { createOperate } from './revisions/revision-service.ts'
import { createPostedCards } from './db/posted-card-cache.ts'
import { prepareFacts } from './revisions/ensure-live-revision.ts'
import { createServers } from './db/guild-settings-cache.ts'
import { createLastShown } from './bot/last-shown.ts'
import { createOperators } from './bot/operator-access.ts'
import { createPictures, noPictures, type PicturesOptions } from './images/image-service.ts'
import { register } from './bot/command-sync.ts'
import { logShards } from './bot/shard-log.ts'
import type { LiveRevision } from './db/revisions.ts'
import type { State } from './db/app-database.ts'

export interface StartOptions {
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
  courtesy?: Partial<CourtesyOptions>
  /** How pictures are drawn, or that none are; the usual way where it is left out. */
  pictures?: Partial<Omit<PicturesOptions, 'log'>> | 'off'
  /** How often the live facts file is checked; every minute where it is left out. */
  factsCheckMs?: number
  now?: () => Date
  /** Milliseconds of a clock that is never set; the process's own where it is left out. */
  monotonicMs?: () => number
  random?: () => number
  commandsDirectory?: string
  /** Called with a sentence when Discord has shut the bot out for good, as after its token was reset. */
  onShutOut?: (sentence: string) => void
  timeouts?: Partial<Timeouts>
}

/** In milliseconds. */
export interface Timeouts {
  /** All that a start waits for before it gives up. */
  start: number
  /** How long a start waits for Discord to take the commands before it goes on without. */
  registration: number
  /** The first pause before Discord is asked again to take the commands. */
  registrationRetry: number
  /** How long the end waits for Discord to close the connection. */
  logout: number
}

const defaultTimeouts: Timeouts = {
  start: 60_000,
  registration: 15_000,
  registrationRetry: 60_000,
  logout: 5000,
}

export interface Running {
  client: Client<true>
  /** Finishes the answers under way, at most five seconds, then logs out and closes the files. */
  close: () => Promise<void>
}

/** Says when people cannot install the bot for themselves; where Discord does not answer, it is left unsaid. */
async function checkInstalls(client: Client<true>, log: Logger): Promise<void> {
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
export async function start(options: StartOptions): Promise<Running> {
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
  const deadline = createDeadline(timeouts.start)
  const state = openSoundState(databaseDirectory, log, timeouts.start)
  try {
    await deadline(
      prepareFacts({ dataDirectory, databaseDirectory }, state, log),
      `The facts in ${databaseDirectory} were not ready in time: end the process that builds them, or let it finish, then start again.`,
    )
    const logOnce = onceEach(log)
    const store = openStore(
      databaseDirectory,
      () => liveRevision(state),
      (error) => {
        logOnce(error)
        factsRepair.checkNow()
      },
    )
    const factsRepair = startFactsRepair({
      ...{ dataDirectory, databaseDirectory, state, store, log },
      everyMs: options.factsCheckMs,
    })
    const commands = await loadCommands(commandsDirectory)
    const actions = await loadActions(join(import.meta.dirname, 'interaction-handlers'))
    const counts = createCounts({ state, log, now })
    const servers = createServers({ state, log, now })
    const postedCards = createPostedCards({ state, log })
    const courtesy = createCourtesy({ ...usualCourtesy, ...options.courtesy }, monotonicMs)
    const pictures =
      options.pictures === 'off'
        ? noPictures
        : createPictures({ folder: join(databaseDirectory, 'pictures'), log, ...options.pictures })
    const shards = () =>
      bot.ws.shards.map(({ id, status, ping }) => ({
        id,
        ready: status === DiscordStatus.Ready,
        // discord.js measures it by the clock: what no heartbeat can take comes of a clock that was set.
        latencyMs: ping < 0 || ping > 60_000 ? undefined : ping,
      }))
    const operate = createOperate({
      dataDirectory,
      databaseDirectory,
      state,
      log,
      now,
      monotonicMs,
      counts,
      shards,
    })
    const operators = createOperators({
      askDiscord: () => bot.rest.get(Routes.currentApplication()),
      operatorIds: options.operatorIds ?? [],
      adminGuildId: options.adminGuildId,
      countRefusal: state.countRefusal,
      log,
      now,
      monotonicMs,
    })
    const dispatch = createDispatch({
      ...{ commands, actions, store, operate, operators, counts, servers, postedCards },
      ...{ state, courtesy, pictures, log, now, monotonicMs, lastShown: createLastShown(), random },
    })
    const bot = createBot({ apiUrl, dispatch: dispatch.handle, counts, log })
    const client = await connect(bot, { token, apiUrl, deadline })
    logShards(client, log)
    client.on(Events.ShardDisconnect, ({ code }) => options.onShutOut?.(explainClose(code)))
    const registration = startCommandRegistration({
      register: () =>
        register({
          rest: client.rest,
          applicationId: client.application.id,
          commands: commands.values(),
          adminGuildId: options.adminGuildId,
          setting: state.setting,
          log,
        }),
      ...{ apiUrl, log, retryMs: timeouts.registrationRetry },
    })
    await Promise.race([
      Promise.all([registration.firstTry, checkInstalls(client, log)]),
      wait(timeouts.registration, undefined, { ref: false }),
    ])
    const backups = startBackups({ state, databaseDirectory, log })
    log.info({ commands: commands.size, revision: store.current().revision }, 'ready')
    return {
      client,
      async close() {
        await dispatch.finish(5000)
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

function liveRevision(state: State): LiveRevision {
  const live = state.live()
  if (!live) throw new Error('no revision is live')
  return live
}

/** The same trouble at every interaction is logged once. */
function onceEach(log: Logger): (error: unknown) => void {
  let told = ''
  return (error) => {
    const message = error instanceof Error ? error.message : String(error)
    if (message !== told)
      log.error({ err: error }, 'the live facts cannot be opened: those that are open answer')
    told = message
  }
}
