// How many interactions were handled, how many of them failed and how long they took, minute by minute for a day.
import type Database from 'better-sqlite3'
import { latestDay } from './running-days.ts'

/** The bucket of interactions that were counted without a time. */
const untimedBucket = -1

/** Each bucket is 8 % wider than the one before, so a quantile read from them is at most 4 % off. */
const bucketGrowth = Math.log(1.08)

/** Counts of one minute and one bucket of handling times. */
export interface MetricBucket {
  minute: number
  bucket: number
  interactions: number
  failures: number
}

export interface HandledSummary {
  interactions: number
  failures: number
  /** Milliseconds; undefined where nothing was timed. */
  p50: number | undefined
  p99: number | undefined
}

export interface InteractionMetricsTable {
  /** Adds counts to those kept, in one transaction, and forgets those of the days before the last two on which the bot ran. */
  add: (counts: readonly MetricBucket[]) => void
  /** What was handled between two times: minutes that are still to come are those of a clock that was wrong. */
  between: (from: Date, to: Date) => HandledSummary
}

/** The bucket of a handling time in milliseconds; none for what deferred, since it took its time on purpose. */
export function bucketOf(ms: number | undefined): number {
  return ms === undefined
    ? untimedBucket
    : Math.max(0, Math.round(Math.log(Math.max(ms, 0.01) * 100) / bucketGrowth))
}

function msOf(bucket: number): number {
  return Math.exp(bucket * bucketGrowth) / 100
}

export function minuteOf(time: Date): number {
  return Math.floor(time.getTime() / 60_000)
}

export function createInteractionMetricsTable(database: Database.Database): InteractionMetricsTable {
  const add = database.prepare(
    `INSERT INTO handled (minute, bucket, interactions, failures, day)
     VALUES (@minute, @bucket, @interactions, @failures, ${latestDay})
     ON CONFLICT (minute, bucket) DO UPDATE SET interactions = interactions + excluded.interactions,
       failures = failures + excluded.failures, day = excluded.day`,
  )
  const deleteRow = database.prepare(`DELETE FROM handled WHERE day < ${latestDay} - 1`)
  const between = database.prepare(
    `SELECT bucket, sum(interactions) AS interactions, sum(failures) AS failures
     FROM handled WHERE minute > ? AND minute <= ? GROUP BY bucket ORDER BY bucket`,
  )
  const addAll = database.transaction((counts: readonly MetricBucket[]) => {
    for (const count of counts) add.run(count)
    deleteRow.run()
  })
  return {
    add: (counts) => counts.length > 0 && addAll.immediate(counts),
    between(from, to) {
      const buckets = between.all(minuteOf(from), minuteOf(to)) as Omit<MetricBucket, 'minute'>[]
      const timed = buckets.filter(({ bucket }) => bucket !== untimedBucket)
      const total = (key: 'interactions' | 'failures') => buckets.reduce((sum, one) => sum + one[key], 0)
      return {
        interactions: total('interactions'),
        failures: total('failures'),
        p50: quantile(timed, 0.5),
        p99: quantile(timed, 0.99),
      }
    },
  }
}

/** `buckets` in ascending order. */
function quantile(buckets: readonly Omit<MetricBucket, 'minute'>[], share: number): number | undefined {
  let left = share * buckets.reduce((sum, { interactions }) => sum + interactions, 0)
  const found = buckets.find(({ interactions }) => (left -= interactions) <= 0)
  return found && msOf(found.bucket)
}
