// Counts of what the bot has handled and of names it has not found: kept in memory, since nothing in the path of an
// answer writes, and flushed now and then.
import type { Logger } from 'pino'
import { bucketOf, minuteOf, type Handled } from '../db/interaction-metrics.ts'
import { countable } from '../db/missed-queries.ts'
import type { State } from '../db/app-database.ts'

export interface Counts {
  /** One interaction: its milliseconds, or undefined for one that deferred, and whether it failed. */
  count: (ms: number | undefined, failed: boolean) => void
  /** A name that was looked for and not found; what may be more than a name is not kept. */
  miss: (typed: string) => void
  /** Writes what was counted since the last time; what cannot be written is kept for the next. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface CountOptions {
  state: State
  log: Logger
  now: () => Date
  everyMs?: number
}

/** So many different names wait for a flush at most. */
const mostMissed = 500

export function createCounts({ state, log, now, everyMs = 10_000 }: CountOptions): Counts {
  let waiting = new Map<string, Handled>()
  let missed = new Map<string, number>()
  let failing = false
  const timer = setInterval(flush, everyMs).unref()

  function flush(): void {
    if (waiting.size === 0 && missed.size === 0) return
    try {
      state.handled.add([...waiting.values()])
      waiting = new Map()
      state.missed.add(
        [...missed].map(([name, times]) => ({ name, times })),
        now(),
      )
      missed = new Map()
      failing = false
    } catch (error) {
      // Said once, not every ten seconds for as long as it lasts.
      if (!failing) log.warn({ err: error }, 'counts could not be written: they are kept and tried again')
      failing = true
    }
  }

  return {
    count(ms, failed) {
      const [minute, bucket] = [minuteOf(now()), bucketOf(ms)]
      const key = `${minute} ${bucket}`
      const known = waiting.get(key) ?? { minute, bucket, interactions: 0, failures: 0 }
      known.interactions += 1
      known.failures += failed ? 1 : 0
      waiting.set(key, known)
    },
    miss(typed) {
      const name = countable(typed)
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
