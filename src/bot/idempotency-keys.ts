// Keys of actions that must not be repeated, or not so soon, such as sharing a card with a double click: LRU, in memory, and
// in PostgreSQL where several processes may get the clicks.
import { setTimeout as wait } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import type { ClaimedKeys } from '../db/claimed-keys.ts'

export interface IdempotencyKeys {
  /** Claims a key: false if it is claimed already, within the last `ttlMs` milliseconds if that is set. */
  claim: (key: string, ttlMs?: number) => boolean
  /** Releases the key of a failed action. */
  release: (key: string) => void
}

const maxKeys = 10_000

/** @param monotonicMs milliseconds of a monotonic clock */
export function createIdempotencyKeys(monotonicMs: () => number): IdempotencyKeys {
  /** When each key was claimed; each caller sets its own time to live, so the cache itself expires nothing. */
  const claimedAt = new LRUCache<string, number>({ max: maxKeys })
  return {
    claim(key, ttlMs = Infinity) {
      const time = monotonicMs()
      if (time - (claimedAt.get(key) ?? -Infinity) < ttlMs) return false
      claimedAt.set(key, time)
      return true
    },
    release: (key) => void claimedAt.delete(key),
  }
}

/** The same over all processes. */
export interface SharedIdempotencyKeys {
  claim: (key: string, ttlMs?: number) => Promise<boolean>
  /** At once in this process, and soon in the others: whoever must be told of the failure does not wait for it. */
  release: (key: string) => void
}

const dayMs = 24 * 60 * 60_000

/** How long PostgreSQL may take, in milliseconds: the user waits, and a key counts in this process all the same. */
const sharedWaitMs = 800

/** @param shared undefined where this is the only process */
export function shareIdempotencyKeys(
  local: IdempotencyKeys,
  shared: ClaimedKeys | undefined,
  log: Logger,
): SharedIdempotencyKeys {
  return {
    async claim(key, ttlMs = Infinity) {
      if (!local.claim(key, ttlMs)) return false
      if (!shared) return true
      try {
        const claimed = shared.claim(key, Math.min(ttlMs, dayMs))
        const isClaimed = await Promise.race([claimed, wait(sharedWaitMs, true, { ref: false })])
        // Another process has it, and may release it.
        if (!isClaimed) local.release(key)
        return isClaimed
      } catch (error) {
        log.warn({ err: error }, 'failed to claim an idempotency key; it counts in this process alone')
        return true
      }
    },
    release(key) {
      local.release(key)
      // It expires, if it cannot be released.
      shared?.release(key).catch(() => undefined)
    },
  }
}
