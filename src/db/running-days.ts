// Counts the days on which the bot ran. Retention is measured in these and never compares dates: a clock that is wrong,
// in either direction, adds at most as many days as it is off, and deletes nothing on its own.
import { sql } from './kysely.ts'
import type { Queries } from './schema.ts'

/** The number of the latest day on which the bot ran; 0 before the first. */
export const latestDay = sql<number>`(SELECT coalesce(max(number), 0) FROM running_day)`

/** The number of a day before it. */
export function daysAgo(days: number) {
  return sql<number>`${latestDay} - CAST(${days} AS INTEGER)`
}

/** Records that the bot runs on the date of a time (UTC); a date that was seen before adds no day. */
export async function recordDay(db: Queries, now: Date): Promise<void> {
  const date = now.toISOString().slice(0, 10)
  await db
    .insertInto('runningDay')
    .columns(['number', 'date'])
    .expression((select) =>
      select
        .selectFrom('runningDay')
        .select([sql<number>`coalesce(max(number), 0) + 1`.as('number'), sql<string>`${date}`.as('date')])
        // Without a condition, SQLite would read ON CONFLICT as that of a join.
        .where(sql<boolean>`1 = 1`),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
