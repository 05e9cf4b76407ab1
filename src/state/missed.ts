// Names that were looked for and not found, day by day for thirty days: tomorrow's aliases.
import type Database from 'better-sqlite3'

export interface Missed {
  name: string
  times: number
}

export interface MissedTable {
  /** Adds to the counts of a day, in one transaction, and forgets what is older than thirty days. */
  add: (missed: readonly Missed[], now: Date) => void
  /** The names that were looked for at least so many times, most often first. */
  since: (now: Date, leastTimes: number, most: number) => Missed[]
}

const keptMs = 30 * 24 * 60 * 60_000

/** So many different names are kept of a day; nobody can fill the disk with invented ones. */
const mostADay = 2000

/** The name as it is counted, or undefined for what may be more than a name: that is never kept. */
export function countable(typed: string): string | undefined {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
  return name.length <= 40 && /^[\p{L}\p{M}\p{N} -]*\p{L}[\p{L}\p{M}\p{N} -]*$/u.test(name) ? name : undefined
}

export function createMissed(database: Database.Database): MissedTable {
  const add = database.prepare(
    `INSERT INTO missed (day, name, times) SELECT @day, @name, @times
     WHERE (SELECT count(*) FROM missed WHERE day = @day) < ${mostADay}
     ON CONFLICT (day, name) DO UPDATE SET times = times + excluded.times`,
  )
  const forget = database.prepare('DELETE FROM missed WHERE day < ?')
  const since = database.prepare(
    `SELECT name, sum(times) AS times FROM missed WHERE day >= ? GROUP BY name
     HAVING sum(times) >= ? ORDER BY sum(times) DESC, name LIMIT ?`,
  )
  const addAll = database.transaction((missed: readonly Missed[], now: Date) => {
    for (const { name, times } of missed) add.run({ day: dayOf(now), name, times })
    forget.run(firstDay(now))
  })
  return {
    add: (missed, now) => addAll.immediate(missed, now),
    since: (now, leastTimes, most) => since.all(firstDay(now), leastTimes, most) as Missed[],
  }
}

function firstDay(now: Date): string {
  return dayOf(new Date(now.getTime() - keptMs))
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
