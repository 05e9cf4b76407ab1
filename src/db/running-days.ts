// Counts the days on which the bot ran. Retention is measured in these and never compares dates: a clock that is wrong,
// in either direction, adds at most as many days as it is off, and deletes nothing on its own.
import type Database from 'better-sqlite3'

/** In SQL, the number of the latest day on which the bot ran; 0 before the first. */
export const latestDay = '(SELECT coalesce(max(number), 0) FROM running_day)'

/** Returns how to record that the bot runs on the date of a time (UTC); a date that was seen before adds no day. */
export function createRunningDays(database: Database.Database): (now: Date) => void {
  const insert = database.prepare('INSERT OR IGNORE INTO running_day (date) VALUES (?)')
  return (now) => void insert.run(now.toISOString().slice(0, 10))
}
