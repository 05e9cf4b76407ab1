// Names that were looked for and not found, day by day for thirty days: tomorrow's aliases.
import type Database from 'better-sqlite3'
import { createRunningDays, latestDay } from './running-days.ts'

export interface MissedQuery {
  name: string
  count: number
}

export interface MissedQueriesTable {
  /** Adds to the counts of the day, in one transaction, and forgets what is older than thirty days on which the bot ran. */
  add: (missed: readonly MissedQuery[], now: Date) => void
  /** The names that were looked for at least so many times in these days, most often first. */
  frequent: (leastTimes: number, most: number) => MissedQuery[]
}

const keptDays = 30

/** So many different names are kept of a day; nobody can fill the disk with invented ones. */
const maxPerDay = 2000

/** The name as it is counted, or undefined for what may be more than a name: that is never kept. */
export function normalizeMissedQuery(typed: string): string | undefined {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
  return name.length <= 40 && /^[\p{L}\p{M}\p{N} -]*\p{L}[\p{L}\p{M}\p{N} -]*$/u.test(name) ? name : undefined
}

export function createMissedQueriesTable(database: Database.Database): MissedQueriesTable {
  const recordDay = createRunningDays(database)
  const add = database.prepare(
    `INSERT INTO missed (day, name, times) SELECT ${latestDay}, @name, @count
     WHERE (SELECT count(*) FROM missed WHERE day = ${latestDay}) < ${maxPerDay}
     ON CONFLICT (day, name) DO UPDATE SET times = times + excluded.times`,
  )
  const deleteRow = database.prepare(`DELETE FROM missed WHERE day <= ${latestDay} - ${keptDays}`)
  const frequent = database.prepare(
    `SELECT name, sum(times) AS count FROM missed WHERE day > ${latestDay} - ${keptDays} GROUP BY name
     HAVING sum(times) >= ? ORDER BY sum(times) DESC, name LIMIT ?`,
  )
  const addAll = database.transaction((missed: readonly MissedQuery[], now: Date) => {
    recordDay(now)
    for (const one of missed) add.run(one)
    deleteRow.run()
  })
  return {
    add: (missed, now) => addAll.immediate(missed, now),
    frequent: (leastTimes, most) => frequent.all(leastTimes, most) as MissedQuery[],
  }
}
