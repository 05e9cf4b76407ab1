// Queries without a result, day by day for thirty days: names that may be worth adding as aliases.
import type Database from 'better-sqlite3'
import { createRunningDays, latestDay } from './running-days.ts'

export interface MissedQuery {
  query: string
  count: number
}

export interface MissedQueriesTable {
  /** Adds to the counts of the day in one transaction, and deletes those older than thirty days on which the bot ran. */
  add: (missedQueries: readonly MissedQuery[], now: Date) => void
  /** The queries that missed at least this many times in these days, most frequent first. */
  frequent: (minCount: number, limit: number) => MissedQuery[]
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

export function createMissedQueriesTable(database: Database.Database): MissedQueriesTable {
  const recordDay = createRunningDays(database)
  const upsert = database.prepare(
    `INSERT INTO missed_query (day, query, count) SELECT ${latestDay}, @query, @count
     WHERE (SELECT count(*) FROM missed_query WHERE day = ${latestDay}) < ${maxPerDay}
     ON CONFLICT (day, query) DO UPDATE SET count = count + excluded.count`,
  )
  const deleteOld = database.prepare(`DELETE FROM missed_query WHERE day <= ${latestDay} - ${retentionDays}`)
  const selectFrequent = database.prepare(
    `SELECT query, sum(count) AS count FROM missed_query WHERE day > ${latestDay} - ${retentionDays} GROUP BY query
     HAVING sum(count) >= ? ORDER BY sum(count) DESC, query LIMIT ?`,
  )
  const add = database.transaction((missedQueries: readonly MissedQuery[], now: Date) => {
    recordDay(now)
    for (const missedQuery of missedQueries) upsert.run(missedQuery)
    deleteOld.run()
  })
  return {
    add: (missedQueries, now) => add.immediate(missedQueries, now),
    frequent: (minCount, limit) => selectFrequent.all(minCount, limit) as MissedQuery[],
  }
}
