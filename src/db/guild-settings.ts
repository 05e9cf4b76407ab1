// What guilds have chosen in /settings: a row for each that has chosen anything, and the day it last used the bot.
import type Database from 'better-sqlite3'
import { createRunningDays, latestDay } from './running-days.ts'

const imageSettings = ['on request', 'at once', 'never'] as const

export interface GuildSettings {
  /** Whether replies are ephemeral unless the user chooses otherwise. */
  ephemeralByDefault: boolean
  /** Whether a card may mention a user, which pings them. */
  allowMentions: boolean
  /** "Aug 5, 2020", or "5 Aug 2020". */
  dateOrder: 'month first' | 'day first'
  /** When cards show images: when someone clicks Map or Chart, at once, or never. */
  images: (typeof imageSettings)[number]
  /** Whether answers come from the seed articles alone. */
  onlySeedArticles: boolean
  /** Whether statements can be checked with Check claims and /check. */
  checkClaims: boolean
  /** Whether right answers in the quiz count toward a board by week. */
  quizScores: boolean
}

export const defaultSettings: GuildSettings = {
  ephemeralByDefault: false,
  allowMentions: true,
  dateOrder: 'month first',
  images: 'on request',
  onlySeedArticles: false,
  checkClaims: true,
  quizScores: false,
}

/** Whether a stored value is one that can be chosen. */
const isValid: { [Name in keyof GuildSettings]: (value: unknown) => boolean } = {
  ephemeralByDefault: (value) => typeof value === 'boolean',
  allowMentions: (value) => typeof value === 'boolean',
  dateOrder: (value) => value === 'month first' || value === 'day first',
  images: (value) => imageSettings.some((setting) => setting === value),
  onlySeedArticles: (value) => typeof value === 'boolean',
  checkClaims: (value) => typeof value === 'boolean',
  quizScores: (value) => typeof value === 'boolean',
}

export interface StoredSettings {
  settings: GuildSettings
  /** Whether the whole row could be read; defaults replace what could not. */
  intact: boolean
}

export interface GuildSettingsTable {
  /** The settings of every guild that has chosen any, by its id. */
  all: () => Map<string, StoredSettings>
  /** A number that changes with any settings of any guild, in whatever process. */
  version: () => number
  /** Changes these settings of a guild and none of its others, in one statement; returns all that it now has. */
  change: (guildId: string, change: Partial<GuildSettings>) => StoredSettings
  /** Records that the bot runs today, and which guilds use it; those that have chosen nothing are not recorded. */
  touch: (guildIds: Iterable<string>, now: Date) => void
  delete: (guildId: string) => void
  /** Deletes the guilds that have not used the bot for this many days on which it ran; returns their ids. */
  deleteUnused: (days: number) => string[]
}

export function createGuildSettingsTable(database: Database.Database): GuildSettingsTable {
  const recordDay = createRunningDays(database)
  const selectAll = database.prepare('SELECT guild_id AS guildId, settings FROM guild_settings')
  const selectVersion = database.prepare('SELECT version FROM settings_version').pluck()
  const upsert = database
    .prepare(
      `INSERT INTO guild_settings (guild_id, settings, last_used_day) VALUES (@guildId, @change, ${latestDay})
       ON CONFLICT (guild_id) DO UPDATE SET last_used_day = excluded.last_used_day, settings = json_patch(
         CASE WHEN json_valid(settings) AND json_type(settings) = 'object' THEN settings ELSE '{}' END, @change)
       RETURNING settings`,
    )
    .pluck()
  const updateLastUsed = database.prepare(
    `UPDATE guild_settings SET last_used_day = ${latestDay} WHERE guild_id = ? AND last_used_day < ${latestDay}`,
  )
  const deleteRow = database.prepare('DELETE FROM guild_settings WHERE guild_id = ?')
  const deleteUnused = database
    .prepare(`DELETE FROM guild_settings WHERE last_used_day < ${latestDay} - ? RETURNING guild_id`)
    .pluck()
  const touch = database.transaction((guildIds: Iterable<string>, now: Date) => {
    recordDay(now)
    for (const guildId of guildIds) updateLastUsed.run(guildId)
  })
  return {
    all() {
      const rows = selectAll.all() as { guildId: string; settings: unknown }[]
      return new Map(rows.map(({ guildId, settings }) => [guildId, parseSettings(settings)]))
    },
    version: () => selectVersion.get() as number,
    change: (guildId, change) => parseSettings(upsert.get({ guildId, change: JSON.stringify(change) })),
    touch: (guildIds, now) => touch.immediate(guildIds, now),
    delete: (guildId) => void deleteRow.run(guildId),
    deleteUnused: (days) => deleteUnused.all(days) as string[],
  }
}

function parseSettings(text: unknown): StoredSettings {
  const settings = { ...defaultSettings }
  let stored: unknown
  try {
    stored = JSON.parse(String(text))
  } catch {
    return { settings, intact: false }
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored))
    return { settings, intact: false }
  let intact = true
  for (const [name, value] of Object.entries(stored) as [string, unknown][]) {
    // An unknown name was stored by a newer version.
    if (!Object.hasOwn(isValid, name)) continue
    if (isValid[name as keyof GuildSettings](value)) Object.assign(settings, { [name]: value })
    else intact = false
  }
  return { settings, intact }
}
