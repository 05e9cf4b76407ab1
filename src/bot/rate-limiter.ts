// The rate limit for users: a burst of requests, then one every few seconds. It is the generic cell rate algorithm (GCRA),
// by hand: it is a dozen lines, needs one number per user, and runs on a monotonic clock.
import { LRUCache } from 'lru-cache'

export interface RateLimiterOptions {
  /** Requests that a user may make at once. */
  burst: number
  /** Milliseconds after which one more is allowed. */
  intervalMs: number
}

export const defaultRateLimit: RateLimiterOptions = { burst: 10, intervalMs: 3000 }

export interface RateLimiter {
  /** Counts one request of a user and returns 0; over the limit, counts nothing and returns the milliseconds to wait. */
  consume: (userId: string) => number
}

/** LRU: beyond this, the user whose last request is the oldest is evicted. */
const maxUsers = 10_000

/** @param monotonicMs milliseconds of a monotonic clock */
export function createRateLimiter(
  { burst, intervalMs }: RateLimiterOptions,
  monotonicMs: () => number,
): RateLimiter {
  /** By user id, when the burst is available in full again: GCRA's TAT. In the order of their last requests. */
  const theoreticalArrival = new LRUCache<string, number>({ max: maxUsers })
  return {
    consume(userId) {
      const time = monotonicMs()
      const arrival = Math.max(theoreticalArrival.peek(userId) ?? 0, time) + intervalMs
      const waitMs = arrival - time - burst * intervalMs
      if (waitMs > 0) return waitMs
      theoreticalArrival.set(userId, arrival)
      for (const oldest of theoreticalArrival.rkeys()) {
        if ((theoreticalArrival.peek(oldest) ?? 0) > time) break
        theoreticalArrival.delete(oldest)
      }
      return 0
    },
  }
}
