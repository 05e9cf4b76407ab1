// The words of searches that are too long for a custom id, by a short key: in memory at once, in app.db within seconds.
import type Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { LongQueryStore } from '../core/stores.ts'
import { createRunningDays, latestDay } from './running-days.ts'
import { createWriteBehind, type WriteBehind } from './write-behind.ts'

export interface LongQueriesTable {
  /** Adds queries by key in one transaction, then deletes those that are too old or too many. */
  add: (queries: ReadonlyMap<string, string>, now: Date) => void
  read: (key: string) => string | undefined
}

const retentionDays = 30

/** About 4 MB. */
const maxQueries = 20_000

export function createLongQueriesTable(database: Database.Database): LongQueriesTable {
  const recordDay = createRunningDays(database)
  const upsert = database.prepare(
    `INSERT INTO long_query (key, query, day) VALUES (?, ?, ${latestDay}) ON CONFLICT (key) DO UPDATE SET day = excluded.day`,
  )
  const deleteOld = database.prepare(`DELETE FROM long_query WHERE day <= ${latestDay} - ${retentionDays}`)
  const deleteSurplus = database.prepare(
    `DELETE FROM long_query WHERE key IN (SELECT key FROM long_query ORDER BY day DESC LIMIT -1 OFFSET ${maxQueries})`,
  )
  const select = database.prepare('SELECT query FROM long_query WHERE key = ?').pluck()
  const add = database.transaction((queries: ReadonlyMap<string, string>, now: Date) => {
    recordDay(now)
    for (const [key, query] of queries) upsert.run(key, query)
    deleteOld.run()
    deleteSurplus.run()
  })
  return {
    add: (queries, now) => add.immediate(queries, now),
    read: (key) => select.get(key) as string | undefined,
  }
}

export interface LongQueryCache extends LongQueryStore, Pick<WriteBehind<string>, 'flush' | 'close'> {}

export interface LongQueryCacheOptions {
  db: { longQueries: LongQueriesTable }
  log: Logger
  now: () => Date
  flushMs?: number
}

export function createLongQueryCache({ db, log, now, flushMs }: LongQueryCacheOptions): LongQueryCache {
  const { pending, add, flush, close } = createWriteBehind<string>({
    write: (entries) => db.longQueries.add(entries, now()),
    what: 'long queries',
    log,
    flushMs,
  })
  return {
    keep(query) {
      const key = createHash('sha256').update(query).digest('base64url').slice(0, 12)
      add(key, query)
      return key
    },
    read(key) {
      const query = pending.get(key)
      if (query !== undefined) return query
      try {
        return db.longQueries.read(key)
      } catch (error) {
        log.warn({ err: error }, 'failed to read a long query')
        return undefined
      }
    },
    flush,
    close,
  }
}
