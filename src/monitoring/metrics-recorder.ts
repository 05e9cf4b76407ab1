// Counts handled interactions and missed queries in memory, because nothing on the request path writes, and flushes them
// now and then.
import type { Logger } from 'pino'
import type { AppDatabase } from '../db/app-database.ts'
import { bucketOf, minuteOf, type MetricBucket } from '../db/interaction-metrics.ts'
import { normalizeMissedQuery } from '../db/missed-queries.ts'

export interface MetricsRecorder {
  /** One interaction: its milliseconds, or undefined for one that was deferred, and whether it failed. */
  recordInteraction: (ms: number | undefined, failed: boolean) => void
  /** A query without a result; what may be more than a name is not counted. */
  recordMissedQuery: (query: string) => void
  /** Writes what was counted since the last time; what cannot be written waits for the next. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface MetricsRecorderOptions {
  db: Pick<AppDatabase, 'interactionMetrics' | 'missedQueries'>
  log: Logger
  now: () => Date
  flushMs?: number
}

/** How many different queries wait for a flush at most. */
const maxPendingQueries = 500

export function createMetricsRecorder({
  db,
  log,
  now,
  flushMs = 10_000,
}: MetricsRecorderOptions): MetricsRecorder {
  let pendingBuckets = new Map<string, MetricBucket>()
  let pendingQueries = new Map<string, number>()
  let isFailing = false
  const timer = setInterval(flush, flushMs).unref()

  function flush(): void {
    if (pendingBuckets.size === 0 && pendingQueries.size === 0) return
    try {
      db.interactionMetrics.add([...pendingBuckets.values()])
      pendingBuckets = new Map()
      db.missedQueries.add(
        [...pendingQueries].map(([query, count]) => ({ query, count })),
        now(),
      )
      pendingQueries = new Map()
      isFailing = false
    } catch (error) {
      // Logged once, not every ten seconds for as long as it lasts.
      if (!isFailing) log.warn({ err: error }, 'failed to flush metrics; will retry')
      isFailing = true
    }
  }

  return {
    recordInteraction(ms, failed) {
      const [minute, bucket] = [minuteOf(now()), bucketOf(ms)]
      const key = `${minute} ${bucket}`
      const counts = pendingBuckets.get(key) ?? { minute, bucket, interactions: 0, failures: 0 }
      counts.interactions += 1
      counts.failures += failed ? 1 : 0
      pendingBuckets.set(key, counts)
    },
    recordMissedQuery(input) {
      const query = normalizeMissedQuery(input)
      if (query === undefined) return
      if (pendingQueries.size >= maxPendingQueries && !pendingQueries.has(query)) return
      pendingQueries.set(query, (pendingQueries.get(query) ?? 0) + 1)
    },
    flush,
    close() {
      clearInterval(timer)
      flush()
    },
  }
}
