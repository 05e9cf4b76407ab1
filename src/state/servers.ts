// What servers have chosen for themselves: a row for each that has chosen anything, and the day it last used the bot.
import type Database from 'better-sqlite3'

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

export interface ServersTable {
  /** The settings of every server that has chosen any, by its id. */
  all: () => Map<string, ServerSettings>
  /** `day` is yyyy-mm-dd, as everywhere here. */
  save: (id: string, settings: ServerSettings, day: string) => void
  /** Notes that servers used the bot on a day; those that have chosen nothing are not noted. */
  used: (ids: Iterable<string>, day: string) => void
  forget: (id: string) => void
  /** Forgets the servers that have not used the bot since a day. */
  forgetUnusedSince: (day: string) => void
}

export function createServers(database: Database.Database): ServersTable {
  const all = database.prepare('SELECT id, settings FROM server')
  const save = database.prepare('INSERT OR REPLACE INTO server (id, settings, used_on) VALUES (?, ?, ?)')
  const use = database.prepare('UPDATE server SET used_on = @day WHERE id = @id AND used_on < @day')
  const forget = database.prepare('DELETE FROM server WHERE id = ?')
  const forgetUnused = database.prepare('DELETE FROM server WHERE used_on < ?')
  const useAll = database.transaction((ids: Iterable<string>, day: string) => {
    for (const id of ids) use.run({ id, day })
  })
  return {
    all() {
      const rows = all.all() as { id: string; settings: string }[]
      return new Map(
        rows.map(({ id, settings }) => [
          id,
          { ...usualSettings, ...(JSON.parse(settings) as Partial<ServerSettings>) },
        ]),
      )
    },
    save: (id, settings, day) => void save.run(id, JSON.stringify(settings), day),
    used: (ids, day) => useAll.immediate(ids, day),
    forget: (id) => void forget.run(id),
    forgetUnusedSince: (day) => void forgetUnused.run(day),
  }
}
