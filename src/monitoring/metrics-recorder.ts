// Counts handled interactions and missed queries in memory, because nothing on the request path writes, and flushes them
// now and then.
import type { Logger } from 'pino'
import type { AppDatabase } from '../db/app-database.ts'
import { bucketOf, minuteOf, type MetricBucket } from '../db/interaction-metrics.ts'
import { logFailureOnce } from '../db/log-failure-once.ts'
import { normalizeMissedQuery } from '../db/missed-queries.ts'

export type InteractionKind = 'command' | 'autocomplete' | 'component' | 'modal' | 'unreadable'
export type DailyFactOutcome = 'posted' | 'stopped' | 'unsent' | 'failed' | 'skipped'
export type InteractionOutcome = 'ok' | 'user_error' | 'error' | 'expired' | 'duplicate'

export interface InteractionRecord {
  /** The name of a command or handler that is loaded, or "unknown"; never what Discord sent. */
  command: string
  kind: InteractionKind
  outcome: InteractionOutcome
  /** Undefined for one that was deferred, which may take its time, and for one that could not be read. */
  ms: number | undefined
}

/** What is counted as it happens. */
export interface LiveMetrics {
  recordInteraction: (interaction: InteractionRecord) => void
  /** An interaction that came in, by its id. */
  recordReceived: (id: string) => void
  /** One attempt of a request to Discord; without a status it got no response. */
  recordRequest: (url: string, status: number | undefined) => void
  recordReconnect: () => void
  /** A request to the endpoint for interactions, by the status of the answer. */
  recordDelivery: (status: number) => void
  recordMissedQuery: () => void
  /** What became of a fact of the day that was due. */
  recordDailyFact: (outcome: DailyFactOutcome) => void
}

export interface MetricsRecorder extends Omit<LiveMetrics, 'recordMissedQuery'> {
  /** A query without a result; what may be more than a name is not counted. */
  recordMissedQuery: (query: string) => void
  /** Writes what was counted since the last time; what cannot be written waits for the next. */
  flush: () => Promise<void>
  /** Flushes a last time. */
  close: () => Promise<void>
}

export interface MetricsRecorderOptions {
  db: Pick<AppDatabase, 'interactionMetrics' | 'missedQueries'>
  /** Undefined if nobody reads them. */
  live: LiveMetrics | undefined
  log: Logger
  now: () => Date
  flushMs?: number
}

/** How many different queries wait for a flush at most. */
const maxPendingQueries = 500

export function createMetricsRecorder({
  db,
  live,
  log,
  now,
  flushMs = 10_000,
}: MetricsRecorderOptions): MetricsRecorder {
  let pendingBuckets = new Map<string, MetricBucket>()
  let pendingQueries = new Map<string, number>()
  const flush = logFailureOnce(log, 'failed to flush metrics; will retry', async () => {
    await flushBuckets()
    await flushQueries()
  })
  const timer = setInterval(() => void flush(), flushMs).unref()

  async function flushBuckets(): Promise<void> {
    const buckets = [...pendingBuckets.values()]
    if (buckets.length === 0) return
    pendingBuckets = new Map()
    try {
      await db.interactionMetrics.add(buckets)
    } catch (error) {
      buckets.forEach(count)
      throw error
    }
  }

  async function flushQueries(): Promise<void> {
    const queries = pendingQueries
    if (queries.size === 0) return
    pendingQueries = new Map()
    try {
      await db.missedQueries.add(
        [...queries].map(([query, missed]) => ({ query, count: missed })),
        now(),
      )
    } catch (error) {
      for (const [query, missed] of queries) countMissed(query, missed)
      throw error
    }
  }

  function count({ minute, bucket, interactions, failures }: MetricBucket): void {
    const key = `${minute} ${bucket}`
    const counts = pendingBuckets.get(key) ?? { minute, bucket, interactions: 0, failures: 0 }
    counts.interactions += interactions
    counts.failures += failures
    pendingBuckets.set(key, counts)
  }

  function countMissed(query: string, missed: number): void {
    if (pendingQueries.size >= maxPendingQueries && !pendingQueries.has(query)) return
    pendingQueries.set(query, (pendingQueries.get(query) ?? 0) + missed)
  }

  return {
    recordReceived: (id) => live?.recordReceived(id),
    recordRequest: (url, status) => live?.recordRequest(url, status),
    recordReconnect: () => live?.recordReconnect(),
    recordDelivery: (status) => live?.recordDelivery(status),
    recordDailyFact: (outcome) => live?.recordDailyFact(outcome),
    recordInteraction(interaction) {
      live?.recordInteraction(interaction)
      const { ms, outcome } = interaction
      const failures = outcome === 'error' || outcome === 'expired' ? 1 : 0
      count({ minute: minuteOf(now()), bucket: bucketOf(ms), interactions: 1, failures })
    },
    recordMissedQuery(input) {
      const query = normalizeMissedQuery(input)
      if (query === undefined) return
      live?.recordMissedQuery()
      countMissed(query, 1)
    },
    flush,
    async close() {
      clearInterval(timer)
      await flush()
    },
  }
}
