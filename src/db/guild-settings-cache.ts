// The settings of servers, read from memory in the path of an answer; which servers used the bot is written now and then.
import type { Logger } from 'pino'
import { defaultSettings, type GuildSettings, type StoredSettings } from './guild-settings.ts'
import type { AppDatabase } from './app-database.ts'

/** On so many days the bot runs without a server using it before the server's settings are forgotten. */
const retentionDays = 180

export interface GuildSettingsCache {
  /** Those of the server, or the usual ones where it has chosen none and outside of servers. */
  get: (serverId: string | undefined) => GuildSettings
  hasCustomSettings: (serverId: string) => boolean
  /** Notes in memory that a server uses the bot. */
  touch: (serverId: string) => void
  /** Saves these settings at once; others that the server has chosen, here or in another process, stay. */
  change: (serverId: string, change: Partial<GuildSettings>) => void
  /** Forgets all that a server has chosen, at once. */
  delete: (serverId: string) => void
  /** Writes which servers used the bot, and forgets those that have not for long. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface GuildSettingsCacheOptions {
  state: Pick<AppDatabase, 'guildSettings'>
  log: Logger
  now: () => Date
  everyMs?: number
  /** How often it is looked whether another process has changed settings. */
  refreshMs?: number
}

export function createGuildSettingsCache(options: GuildSettingsCacheOptions): GuildSettingsCache {
  const { state, log, now, everyMs = 10_000, refreshMs = 1000 } = options
  const table = state.guildSettings
  const reported = new Set<string>()
  let chosen = new Map<string, GuildSettings>()
  let loadedVersion: number | undefined
  let waiting = new Set<string>()
  let writtenOn = ''
  const flush = tryAgain('failed to flush guild activity; will retry', writeUse)
  const refresh = tryAgain('the settings of servers could not be read again: it is tried again', loadChanged)
  loadChanged()
  flush()
  const timers = [setInterval(flush, everyMs).unref(), setInterval(refresh, refreshMs).unref()]

  /** Another process on the same folder may have changed or deleted settings. */
  function loadChanged(): void {
    const version = table.version()
    if (version === loadedVersion) return
    chosen = new Map([...table.all()].map(([id, stored]) => [id, check(id, stored)]))
    loadedVersion = version
  }

  function check(id: string, { settings, intact }: StoredSettings): GuildSettings {
    if (!intact && !reported.has(id)) {
      reported.add(id)
      log.error(
        { guild: id },
        'settings of a server cannot be read: the defaults hold there until someone chooses in /settings again',
      )
    }
    return settings
  }

  function writeUse(): void {
    const time = now()
    const day = time.toISOString().slice(0, 10)
    if (waiting.size === 0 && writtenOn === day) return
    table.touch(waiting, time)
    waiting = new Set()
    if (writtenOn === day) return
    for (const id of table.forgetUnused(retentionDays)) chosen.delete(id)
    writtenOn = day
  }

  /** What fails is said once, not every time for as long as it lasts. */
  function tryAgain(warning: string, action: () => void): () => void {
    let failing = false
    return () => {
      try {
        action()
        failing = false
      } catch (error) {
        if (!failing) log.warn({ err: error }, warning)
        failing = true
      }
    }
  }

  return {
    get: (serverId = '') => chosen.get(serverId) ?? defaultSettings,
    hasCustomSettings: (serverId) => chosen.has(serverId),
    touch: (serverId) => chosen.has(serverId) && waiting.add(serverId),
    change: (serverId, change) => void chosen.set(serverId, table.change(serverId, change).settings),
    delete(serverId) {
      table.delete(serverId)
      chosen.delete(serverId)
    },
    flush,
    close() {
      timers.forEach(clearInterval)
      flush()
    },
  }
}
