// How many interactions were handled, how many failed and how long they took, minute by minute for a day.
import type Database from 'better-sqlite3'
import { latestDay } from './running-days.ts'

/** The bucket of interactions that were counted without a time. */
const untimedBucket = -1

/** Each bucket is 8 % wider than the one before, so a quantile read from them is at most 4 % off. */
const bucketGrowth = Math.log(1.08)

/** The counts of one minute and one bucket of handling times. */
export interface MetricBucket {
  minute: number
  bucket: number
  interactions: number
  failures: number
}

export interface InteractionSummary {
  interactions: number
  failures: number
  /** Milliseconds; undefined if nothing was timed. */
  p50: number | undefined
  p99: number | undefined
}

export interface InteractionMetricsTable {
  /** Adds to the stored counts in one transaction, and deletes those from before the last two days on which the bot ran. */
  add: (buckets: readonly MetricBucket[]) => void
  /** What was handled between two times; minutes in the future come from a clock that was wrong. */
  between: (from: Date, to: Date) => InteractionSummary
}

/** The bucket of a handling time in milliseconds; undefined for a deferred interaction, which may take its time. */
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
  const upsert = database.prepare(
    `INSERT INTO interaction_metric (minute, bucket, interactions, failures, day)
     VALUES (@minute, @bucket, @interactions, @failures, ${latestDay})
     ON CONFLICT (minute, bucket) DO UPDATE SET interactions = interactions + excluded.interactions,
       failures = failures + excluded.failures, day = excluded.day`,
  )
  const deleteOld = database.prepare(`DELETE FROM interaction_metric WHERE day < ${latestDay} - 1`)
  const selectBetween = database.prepare(
    `SELECT bucket, sum(interactions) AS interactions, sum(failures) AS failures
     FROM interaction_metric WHERE minute > ? AND minute <= ? GROUP BY bucket ORDER BY bucket`,
  )
  const add = database.transaction((buckets: readonly MetricBucket[]) => {
    for (const bucket of buckets) upsert.run(bucket)
    deleteOld.run()
  })
  return {
    add: (buckets) => buckets.length > 0 && add.immediate(buckets),
    between(from, to) {
      const buckets = selectBetween.all(minuteOf(from), minuteOf(to)) as Omit<MetricBucket, 'minute'>[]
      const timed = buckets.filter(({ bucket }) => bucket !== untimedBucket)
      const total = (key: 'interactions' | 'failures') =>
        buckets.reduce((sum, bucket) => sum + bucket[key], 0)
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
  let remaining = share * buckets.reduce((sum, { interactions }) => sum + interactions, 0)
  const match = buckets.find(({ interactions }) => (remaining -= interactions) <= 0)
  return match && msOf(match.bucket)
}
