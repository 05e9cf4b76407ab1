// The settings of guilds, read from memory on the request path; which guilds used the bot is written now and then.
import type { Logger } from 'pino'
import type { AppDatabase } from './app-database.ts'
import { defaultSettings, type GuildSettings, type StoredSettings } from './guild-settings.ts'
import { logFailureOnce } from './log-failure-once.ts'

/** How many days the bot must run without a guild using it before the guild's settings are deleted. */
const retentionDays = 180

export interface GuildSettingsCache {
  /** The settings of a guild, or the defaults if it has chosen none and outside of guilds. */
  get: (guildId: string | undefined) => GuildSettings
  hasCustomSettings: (guildId: string) => boolean
  /** Records in memory that a guild uses the bot. */
  touch: (guildId: string) => void
  /** Saves these settings at once; others that the guild has chosen, here or in another process, stay. */
  change: (guildId: string, change: Partial<GuildSettings>) => void
  /** Deletes at once all that a guild has chosen. */
  delete: (guildId: string) => void
  /** Writes which guilds used the bot, and deletes the settings of those that have not used it for long. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface GuildSettingsCacheOptions {
  db: Pick<AppDatabase, 'guildSettings'>
  log: Logger
  now: () => Date
  flushMs?: number
  /** How often to check whether another process has changed settings. */
  refreshMs?: number
}

export function createGuildSettingsCache(options: GuildSettingsCacheOptions): GuildSettingsCache {
  const { db, log, now, flushMs = 10_000, refreshMs = 1000 } = options
  const table = db.guildSettings
  const reported = new Set<string>()
  let cached = new Map<string, GuildSettings>()
  let loadedVersion: number | undefined
  let usedBy = new Set<string>()
  let flushedOn = ''
  const flush = logFailureOnce(log, 'failed to flush guild activity; will retry', writeActivity)
  const refresh = logFailureOnce(log, 'failed to reload guild settings; will retry', loadChanged)
  loadChanged()
  flush()
  const timers = [setInterval(flush, flushMs).unref(), setInterval(refresh, refreshMs).unref()]

  /** Another process on the same directory may have changed or deleted settings. */
  function loadChanged(): void {
    const version = table.version()
    if (version === loadedVersion) return
    cached = new Map([...table.all()].map(([guildId, stored]) => [guildId, check(guildId, stored)]))
    loadedVersion = version
  }

  function check(guildId: string, { settings, intact }: StoredSettings): GuildSettings {
    if (!intact && !reported.has(guildId)) {
      reported.add(guildId)
      log.error(
        { guild: guildId },
        'guild settings are corrupt: defaults apply until someone chooses in /settings again',
      )
    }
    return settings
  }

  function writeActivity(): void {
    const time = now()
    const day = time.toISOString().slice(0, 10)
    if (usedBy.size === 0 && flushedOn === day) return
    table.touch(usedBy, time)
    usedBy = new Set()
    if (flushedOn === day) return
    for (const guildId of table.deleteUnused(retentionDays)) cached.delete(guildId)
    flushedOn = day
  }

  return {
    get: (guildId = '') => cached.get(guildId) ?? defaultSettings,
    hasCustomSettings: (guildId) => cached.has(guildId),
    touch: (guildId) => cached.has(guildId) && usedBy.add(guildId),
    change: (guildId, change) => void cached.set(guildId, table.change(guildId, change).settings),
    delete(guildId) {
      table.delete(guildId)
      cached.delete(guildId)
    },
    flush,
    close() {
      timers.forEach(clearInterval)
      flush()
    },
  }
}
