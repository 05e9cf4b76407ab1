// Counts of what the bot has handled and of names it has not found: kept in memory, since nothing in the path of an
// answer writes, and flushed now and then.
import type { Logger } from 'pino'
import { bucketOf, minuteOf, type MetricBucket } from '../db/interaction-metrics.ts'
import { normalizeMissedQuery } from '../db/missed-queries.ts'
import type { AppDatabase } from '../db/app-database.ts'

export interface MetricsRecorder {
  /** One interaction: its milliseconds, or undefined for one that deferred, and whether it failed. */
  recordInteraction: (ms: number | undefined, failed: boolean) => void
  /** A name that was looked for and not found; what may be more than a name is not kept. */
  recordMissedQuery: (typed: string) => void
  /** Writes what was counted since the last time; what cannot be written is kept for the next. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface MetricsRecorderOptions {
  state: AppDatabase
  log: Logger
  now: () => Date
  everyMs?: number
}

/** So many different names wait for a flush at most. */
const mostMissed = 500

export function createMetricsRecorder({
  state,
  log,
  now,
  everyMs = 10_000,
}: MetricsRecorderOptions): MetricsRecorder {
  let waiting = new Map<string, MetricBucket>()
  let missed = new Map<string, number>()
  let failing = false
  const timer = setInterval(flush, everyMs).unref()

  function flush(): void {
    if (waiting.size === 0 && missed.size === 0) return
    try {
      state.interactionMetrics.add([...waiting.values()])
      waiting = new Map()
      state.missedQueries.add(
        [...missed].map(([name, count]) => ({ name, count })),
        now(),
      )
      missed = new Map()
      failing = false
    } catch (error) {
      // Said once, not every ten seconds for as long as it lasts.
      if (!failing) log.warn({ err: error }, 'failed to flush metrics; will retry')
      failing = true
    }
  }

  return {
    recordInteraction(ms, failed) {
      const [minute, bucket] = [minuteOf(now()), bucketOf(ms)]
      const key = `${minute} ${bucket}`
      const known = waiting.get(key) ?? { minute, bucket, interactions: 0, failures: 0 }
      known.interactions += 1
      known.failures += failed ? 1 : 0
      waiting.set(key, known)
    },
    recordMissedQuery(typed) {
      const name = normalizeMissedQuery(typed)
      if (name === undefined || (missed.size >= mostMissed && !missed.has(name))) return
      missed.set(name, (missed.get(name) ?? 0) + 1)
    },
    flush,
    close() {
      clearInterval(timer)
      flush()
    },
  }
}
