// Counts of what the bot has handled: kept in memory, since nothing in the path of an answer writes, and flushed now and then.
import type { Logger } from 'pino'
import { bucketOf, minuteOf, type Handled } from '../state/handled.ts'
import type { State } from '../state/state.ts'

export interface Counts {
  /** One interaction: its milliseconds, or undefined for one that deferred, and whether it failed. */
  count: (ms: number | undefined, failed: boolean) => void
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

export function createCounts({ state, log, now, everyMs = 10_000 }: CountOptions): Counts {
  let waiting = new Map<string, Handled>()
  let failing = false
  const timer = setInterval(flush, everyMs).unref()

  function flush(): void {
    if (waiting.size === 0) return
    try {
      state.handled.add([...waiting.values()])
      waiting = new Map()
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
    flush,
    close() {
      clearInterval(timer)
      flush()
    },
  }
}
