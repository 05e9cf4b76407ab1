// Collects entries in memory and writes them every few seconds, because nothing is written on the way of an answer.
import type { Logger } from 'pino'

export interface WriteBehind<Value> {
  /** The entries that are not written yet, oldest first. */
  pending: Map<string, Value>
  add: (key: string, value: Value) => void
  /** Writes what was added since the last time; retries what could not be written. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface WriteBehindOptions<Value> {
  write: (entries: ReadonlyMap<string, Value>) => void
  /** What is written, for the log: "posted cards". */
  what: string
  log: Logger
  flushMs?: number | undefined
}

/** Beyond these, the oldest are dropped. */
const maxPending = 10_000

export function createWriteBehind<Value>({
  write,
  what,
  log,
  flushMs = 10_000,
}: WriteBehindOptions<Value>): WriteBehind<Value> {
  const pending = new Map<string, Value>()
  let isFailing = false
  const timer = setInterval(flush, flushMs).unref()

  function flush(): void {
    if (pending.size === 0) return
    try {
      write(pending)
      pending.clear()
      isFailing = false
    } catch (error) {
      // Logged once, not every ten seconds for as long as it lasts.
      if (!isFailing) log.warn({ err: error }, `failed to flush ${what}; will retry`)
      isFailing = true
    }
  }

  return {
    pending,
    add(key, value) {
      pending.set(key, value)
      if (pending.size > maxPending) pending.delete(pending.keys().next().value ?? '')
    },
    flush,
    close() {
      clearInterval(timer)
      flush()
    },
  }
}
