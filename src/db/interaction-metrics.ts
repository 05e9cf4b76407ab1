// How many interactions were handled, how many failed and how long they took, minute by minute for a day.
import { daysAgo, latestDay } from './running-days.ts'
import { inChunks, type Queries, type Schema } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** The bucket of interactions that were counted without a time. */
const untimedBucket = -1

/** Each bucket is 8 % wider than the one before, so a quantile read from them is at most 4 % off. */
const bucketGrowth = Math.log(1.08)

/** The counts of one minute and one bucket of handling times. */
export type MetricBucket = Omit<Schema['interactionMetric'], 'day'>

export interface InteractionSummary {
  interactions: number
  failures: number
  /** Milliseconds; undefined if nothing was timed. */
  p50: number | undefined
  p99: number | undefined
}

export interface InteractionMetricsTable {
  /** Adds to the stored counts in one transaction, and deletes those from before the last two days on which the bot ran. */
  add: (buckets: readonly MetricBucket[]) => Promise<void>
  /** What was handled between two times; minutes in the future come from a clock that was wrong. */
  between: (from: Date, to: Date) => Promise<InteractionSummary>
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

export function createInteractionMetricsTable(db: Queries): InteractionMetricsTable {
  return {
    add: (buckets) =>
      inTransaction(db, async (transaction) => {
        for (const chunk of inChunks(buckets)) {
          await transaction
            .insertInto('interactionMetric')
            .values(chunk.map((bucket) => ({ ...bucket, day: latestDay })))
            .onConflict((conflict) =>
              conflict.columns(['minute', 'bucket']).doUpdateSet((row) => ({
                interactions: row('interactionMetric.interactions', '+', row.ref('excluded.interactions')),
                failures: row('interactionMetric.failures', '+', row.ref('excluded.failures')),
                day: row.ref('excluded.day'),
              })),
            )
            .execute()
        }
        await transaction.deleteFrom('interactionMetric').where('day', '<', daysAgo(1)).execute()
      }),
    async between(from, to) {
      const buckets = await db
        .selectFrom('interactionMetric')
        .select(({ fn }) => [
          'bucket',
          fn.sum<number>('interactions').as('interactions'),
          fn.sum<number>('failures').as('failures'),
        ])
        .where('minute', '>', minuteOf(from))
        .where('minute', '<=', minuteOf(to))
        .groupBy('bucket')
        .orderBy('bucket')
        .execute()
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
