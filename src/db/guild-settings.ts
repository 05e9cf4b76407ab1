// What servers have chosen for themselves: a row for each that has chosen anything, and the day it last used the bot.
import type Database from 'better-sqlite3'
import { createRunningDays, latestDay } from './running-days.ts'

export interface GuildSettings {
  /** Whether an answer is for the asker alone unless they say otherwise. */
  ephemeralByDefault: boolean
  /** Whether a card may be addressed to a person, who is pinged. */
  allowMentions: boolean
  /** "Aug 5, 2020", or "5 Aug 2020". */
  dateOrder: 'month first' | 'day first'
  /** Whether cards show pictures. */
  showImages: boolean
}

export const defaultSettings: GuildSettings = {
  ephemeralByDefault: false,
  allowMentions: true,
  dateOrder: 'month first',
  showImages: true,
}

/** Whether a stored value is one that can be chosen. */
const isValid: { [Name in keyof GuildSettings]: (value: unknown) => boolean } = {
  ephemeralByDefault: (value) => typeof value === 'boolean',
  allowMentions: (value) => typeof value === 'boolean',
  dateOrder: (value) => value === 'month first' || value === 'day first',
  showImages: (value) => typeof value === 'boolean',
}

export interface StoredSettings {
  settings: GuildSettings
  /** Whether the row could be read whole; the defaults stand in for what could not. */
  intact: boolean
}

export interface GuildSettingsTable {
  /** The settings of every server that has chosen any, by its id. */
  all: () => Map<string, StoredSettings>
  /** A number that changes with any settings of any server, in whatever process. */
  version: () => number
  /** Changes these settings of a server and none of its others, in one statement; returns all that it now has. */
  change: (id: string, change: Partial<GuildSettings>) => StoredSettings
  /** Records that the bot runs today, and which servers use it; those that have chosen nothing are not recorded. */
  touch: (ids: Iterable<string>, now: Date) => void
  delete: (id: string) => void
  /** Forgets the servers that have not used the bot for so many days on which it ran; returns their ids. */
  forgetUnused: (days: number) => string[]
}

export function createGuildSettingsTable(database: Database.Database): GuildSettingsTable {
  const recordDay = createRunningDays(database)
  const all = database.prepare('SELECT id, settings FROM server')
  const version = database.prepare('SELECT version FROM settings_version').pluck()
  const change = database
    .prepare(
      `INSERT INTO server (id, settings, used_day) VALUES (@id, @change, ${latestDay})
       ON CONFLICT (id) DO UPDATE SET used_day = excluded.used_day, settings = json_patch(
         CASE WHEN json_valid(settings) AND json_type(settings) = 'object' THEN settings ELSE '{}' END, @change)
       RETURNING settings`,
    )
    .pluck()
  const use = database.prepare(
    `UPDATE server SET used_day = ${latestDay} WHERE id = ? AND used_day < ${latestDay}`,
  )
  const deleteRow = database.prepare('DELETE FROM server WHERE id = ?')
  const forgetUnused = database
    .prepare(`DELETE FROM server WHERE used_day < ${latestDay} - ? RETURNING id`)
    .pluck()
  const useAll = database.transaction((ids: Iterable<string>, now: Date) => {
    recordDay(now)
    for (const id of ids) use.run(id)
  })
  return {
    all() {
      const rows = all.all() as { id: string; settings: unknown }[]
      return new Map(rows.map(({ id, settings }) => [id, parseSettings(settings)]))
    },
    version: () => version.get() as number,
    change: (id, settings) => parseSettings(change.get({ id, change: JSON.stringify(settings) })),
    touch: (ids, now) => useAll.immediate(ids, now),
    delete: (id) => void deleteRow.run(id),
    forgetUnused: (days) => forgetUnused.all(days) as string[],
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
    // A name that is not ours was chosen in a newer version.
    if (!Object.hasOwn(isValid, name)) continue
    if (isValid[name as keyof GuildSettings](value)) Object.assign(settings, { [name]: value })
    else intact = false
  }
  return { settings, intact }
}
