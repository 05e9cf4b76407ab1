// The words of searches, questions and claims that are too long for a custom id, by a short key: in memory at once, in app.db within seconds.
import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { LongQueryStore } from '../core/stores.ts'
import { daysAgo, latestDay, recordDay } from './running-days.ts'
import { inChunks, type Queries } from './schema.ts'
import { inTransaction } from './transaction.ts'
import { createWriteBehind, type WriteBehind } from './write-behind.ts'

export interface LongQueriesTable {
  /** Adds queries by key in one transaction, then deletes those that are too old or too many. */
  add: (queries: ReadonlyMap<string, string>, now: Date) => Promise<void>
  read: (key: string) => Promise<string | undefined>
}

const retentionDays = 30

/** About 4 MB. */
const maxQueries = 20_000

export function createLongQueriesTable(db: Queries): LongQueriesTable {
  return {
    add: (queries, now) =>
      inTransaction(db, async (transaction) => {
        await recordDay(transaction, now)
        for (const chunk of inChunks([...queries])) {
          await transaction
            .insertInto('longQuery')
            .values(chunk.map(([key, query]) => ({ key, query, day: latestDay })))
            .onConflict((conflict) => conflict.column('key').doUpdateSet({ day: latestDay }))
            .execute()
        }
        await transaction.deleteFrom('longQuery').where('day', '<=', daysAgo(retentionDays)).execute()
        await transaction
          .deleteFrom('longQuery')
          .where('key', 'in', (surplus) =>
            surplus
              .selectFrom('longQuery')
              .select('key')
              .orderBy('day', 'desc')
              .orderBy('key')
              // SQLite has no offset without a limit.
              .limit(maxQueries)
              .offset(maxQueries),
          )
          .execute()
      }),
    async read(key) {
      const row = await db.selectFrom('longQuery').select('query').where('key', '=', key).executeTakeFirst()
      return row?.query
    },
  }
}

export interface LongQueryCache extends LongQueryStore, Pick<WriteBehind, 'flush' | 'close'> {}

export interface LongQueryCacheOptions {
  db: { longQueries: LongQueriesTable }
  log: Logger
  now: () => Date
  flushMs?: number
}

export function createLongQueryCache({ db, log, now, flushMs }: LongQueryCacheOptions): LongQueryCache {
  const { add, read, flush, close } = createWriteBehind({
    write: (entries) => db.longQueries.add(entries, now()),
    read: db.longQueries.read,
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
    read,
    flush,
    close,
  }
}
