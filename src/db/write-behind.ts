// Collects entries in memory and writes them every few seconds, because nothing is written on the way of an answer.
import type { Logger } from 'pino'
import { logFailureOnce } from './log-failure-once.ts'

export interface WriteBehind {
  /** The entries that are not written yet, oldest first. */
  pending: Map<string, string>
  add: (key: string, value: string) => void
  /** What is pending or else stored; undefined for nothing, and if that cannot be read. */
  read: (key: string) => Promise<string | undefined>
  /** Writes what was added since the last time; retries what could not be written. */
  flush: () => Promise<void>
  /** Flushes a last time. */
  close: () => Promise<void>
}

export interface WriteBehindOptions {
  write: (entries: ReadonlyMap<string, string>) => Promise<void>
  read: (key: string) => Promise<string | undefined>
  /** What is written, for the log: "posted cards". */
  what: string
  log: Logger
  flushMs?: number | undefined
}

/** Beyond these, the oldest are dropped. */
const maxPending = 10_000

export function createWriteBehind({
  write,
  read,
  what,
  log,
  flushMs = 10_000,
}: WriteBehindOptions): WriteBehind {
  const pending = new Map<string, string>()
  const flush = logFailureOnce(log, `failed to flush ${what}; will retry`, async () => {
    if (pending.size === 0) return
    const entries = new Map(pending)
    await write(entries)
    // One that was added again meanwhile is still to be written.
    for (const [key, value] of entries) if (pending.get(key) === value) pending.delete(key)
  })
  const timer = setInterval(() => void flush(), flushMs).unref()

  return {
    pending,
    add(key, value) {
      pending.set(key, value)
      if (pending.size > maxPending) pending.delete(pending.keys().next().value ?? '')
    },
    async read(key) {
      const value = pending.get(key)
      if (value !== undefined) return value
      try {
        return await read(key)
      } catch (error) {
        log.warn({ err: error }, `failed to read ${what}`)
        return undefined
      }
    },
    flush,
    async close() {
      clearInterval(timer)
      await flush()
    },
  }
}
