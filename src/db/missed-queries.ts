// Queries without a result, day by day for thirty days: names that may be worth adding as aliases.
import { daysAgo, latestDay, recordDay } from './running-days.ts'
import { inChunks, rowCount, type Queries } from './schema.ts'
import { inTransaction } from './transaction.ts'

export interface MissedQuery {
  query: string
  count: number
}

export interface MissedQueriesTable {
  /** Adds to the counts of the day in one transaction, and deletes those older than thirty days on which the bot ran. */
  add: (missedQueries: readonly MissedQuery[], now: Date) => Promise<void>
  /** The queries that missed at least this many times in these days, most frequent first. */
  frequent: (minCount: number, limit: number) => Promise<MissedQuery[]>
}

const retentionDays = 30

/** How many different queries are stored per day, so that nobody can fill the disk with invented ones. */
const maxPerDay = 2000

/** The query as it is counted, or undefined for what may be more than a name: that is never stored. */
export function normalizeMissedQuery(input: string): string | undefined {
  const query = input.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
  return query.length <= 40 && /^[\p{L}\p{M}\p{N} -]*\p{L}[\p{L}\p{M}\p{N} -]*$/u.test(query)
    ? query
    : undefined
}

export function createMissedQueriesTable(db: Queries): MissedQueriesTable {
  return {
    add: (missedQueries, now) =>
      inTransaction(db, async (transaction) => {
        await recordDay(transaction, now)
        const { count } = await transaction
          .selectFrom('missedQuery')
          .select(rowCount)
          .where('day', '=', latestDay)
          .executeTakeFirstOrThrow()
        for (const chunk of inChunks(missedQueries.slice(0, Math.max(0, maxPerDay - count)))) {
          await transaction
            .insertInto('missedQuery')
            .values(chunk.map((missed) => ({ ...missed, day: latestDay })))
            .onConflict((conflict) =>
              conflict.columns(['day', 'query']).doUpdateSet((row) => ({
                count: row('missedQuery.count', '+', row.ref('excluded.count')),
              })),
            )
            .execute()
        }
        await transaction.deleteFrom('missedQuery').where('day', '<=', daysAgo(retentionDays)).execute()
      }),
    frequent: (minCount, limit) =>
      db
        .selectFrom('missedQuery')
        .select(({ fn }) => ['query', fn.sum<number>('count').as('count')])
        .where('day', '>', daysAgo(retentionDays))
        .groupBy('query')
        .having(({ fn }) => fn.sum('count'), '>=', minCount)
        .orderBy(({ fn }) => fn.sum('count'), 'desc')
        .orderBy('query')
        .limit(limit)
        .execute(),
  }
}
