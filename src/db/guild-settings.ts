// What servers have chosen for themselves: a row for each that has chosen anything, and the day it last used the bot.
import type Database from 'better-sqlite3'
import { createRunningDays, latestDay } from './running-days.ts'

export interface ServerSettings {
  /** Whether an answer is for the asker alone unless they say otherwise. */
  private: boolean
  /** Whether a card may be addressed to a person, who is pinged. */
  for: boolean
  /** "Aug 5, 2020", or "5 Aug 2020". */
  dates: 'month first' | 'day first'
  /** Whether cards show pictures. */
  pictures: boolean
}

export const usualSettings: ServerSettings = {
  private: false,
  for: true,
  dates: 'month first',
  pictures: true,
}

/** Whether a stored value is one that can be chosen. */
const isValid: { [Name in keyof ServerSettings]: (value: unknown) => boolean } = {
  private: (value) => typeof value === 'boolean',
  for: (value) => typeof value === 'boolean',
  dates: (value) => value === 'month first' || value === 'day first',
  pictures: (value) => typeof value === 'boolean',
}

export interface StoredSettings {
  settings: ServerSettings
  /** Whether the row could be read whole; the defaults stand in for what could not. */
  intact: boolean
}

export interface ServersTable {
  /** The settings of every server that has chosen any, by its id. */
  all: () => Map<string, StoredSettings>
  /** A number that changes with any settings of any server, in whatever process. */
  version: () => number
  /** Changes these settings of a server and none of its others, in one statement; returns all that it now has. */
  change: (id: string, change: Partial<ServerSettings>) => StoredSettings
  /** Records that the bot runs today, and which servers use it; those that have chosen nothing are not recorded. */
  used: (ids: Iterable<string>, now: Date) => void
  forget: (id: string) => void
  /** Forgets the servers that have not used the bot for so many days on which it ran; returns their ids. */
  forgetUnused: (days: number) => string[]
}

export function createServers(database: Database.Database): ServersTable {
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
  const forget = database.prepare('DELETE FROM server WHERE id = ?')
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
    used: (ids, now) => useAll.immediate(ids, now),
    forget: (id) => void forget.run(id),
    forgetUnused: (days) => forgetUnused.all(days) as string[],
  }
}

function parseSettings(text: unknown): StoredSettings {
  const settings = { ...usualSettings }
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
    if (isValid[name as keyof ServerSettings](value)) Object.assign(settings, { [name]: value })
    else intact = false
  }
  return { settings, intact }
}
