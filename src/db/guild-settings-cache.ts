// The settings of guilds, read from memory on the request path; which guilds used the bot is written now and then.
import type { Logger } from 'pino'
import type { GuildSettings, GuildSettingsStore } from '../core/stores.ts'
import type { AppDatabase } from './app-database.ts'
import { defaultSettings, type StoredSettings } from './guild-settings.ts'
import { logFailureOnce } from './log-failure-once.ts'

/** How many days the bot must run without a guild using it before the guild's settings are deleted. */
const retentionDays = 180

export interface GuildSettingsCache extends GuildSettingsStore {
  /** Records in memory that a guild uses the bot. */
  touch: (guildId: string) => void
  /** Writes which guilds used the bot, and deletes the settings of those that have not used it for long. */
  flush: () => Promise<void>
  /** Loads what another process has changed. */
  refresh: () => Promise<void>
  /** Flushes a last time. */
  close: () => Promise<void>
}

export interface GuildSettingsCacheOptions {
  db: Pick<AppDatabase, 'guildSettings'>
  log: Logger
  now: () => Date
  flushMs?: number
  /** How often to check whether another process has changed settings. */
  refreshMs?: number
}

export async function createGuildSettingsCache(
  options: GuildSettingsCacheOptions,
): Promise<GuildSettingsCache> {
  const { db, log, now, flushMs = 10_000, refreshMs = 1000 } = options
  const table = db.guildSettings
  const reported = new Set<string>()
  let cached = new Map<string, GuildSettings>()
  let loadedVersion: number | undefined
  const usedBy = new Set<string>()
  let flushedOn = ''
  let changes = 0
  const flush = logFailureOnce(log, 'failed to flush guild activity; will retry', writeActivity)
  const refresh = logFailureOnce(log, 'failed to reload guild settings; will retry', loadChanged)
  await loadChanged()
  await flush()
  const timers = [
    setInterval(() => void flush(), flushMs).unref(),
    setInterval(() => void refresh(), refreshMs).unref(),
  ]

  /** Another process on the same directory may have changed or deleted settings. */
  async function loadChanged(): Promise<void> {
    const version = await table.version()
    if (version === loadedVersion) return
    const changesBefore = changes
    const stored = await table.all()
    // What was read may be older than what was changed here meanwhile, so the next time loads it.
    if (changes !== changesBefore) return
    cached = new Map([...stored].map(([guildId, settings]) => [guildId, check(guildId, settings)]))
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

  async function writeActivity(): Promise<void> {
    const time = now()
    const day = time.toISOString().slice(0, 10)
    if (usedBy.size === 0 && flushedOn === day) return
    const guildIds = [...usedBy]
    await table.touch(guildIds, time)
    for (const guildId of guildIds) usedBy.delete(guildId)
    if (flushedOn === day) return
    for (const guildId of await table.deleteUnused(retentionDays)) cached.delete(guildId)
    flushedOn = day
  }

  return {
    get: (guildId = '') => cached.get(guildId) ?? defaultSettings,
    hasCustomSettings: (guildId) => cached.has(guildId),
    touch: (guildId) => cached.has(guildId) && usedBy.add(guildId),
    async change(guildId, change) {
      const { settings } = await table.change(guildId, change)
      cached.set(guildId, settings)
      changes += 1
    },
    async delete(guildId) {
      await table.delete(guildId)
      cached.delete(guildId)
      changes += 1
    },
    flush,
    refresh,
    async close() {
      timers.forEach(clearInterval)
      await flush()
    },
  }
}
