// Keys of actions that must not be repeated, or not so soon, such as sharing a card with a double click; LRU, in memory.
import { LRUCache } from 'lru-cache'

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
