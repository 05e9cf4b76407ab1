// The courtesy limit: so many answers at once for each user, one back every few seconds; kept in memory alone.

export interface RateLimiterOptions {
  /** Answers that a user may have at once. */
  burst: number
  /** Milliseconds after which one more is allowed. */
  intervalMs: number
}

export const defaultRateLimit: RateLimiterOptions = { burst: 10, intervalMs: 3000 }

export interface RateLimiter {
  /** Counts one answer to a user; over the limit it counts nothing and returns the milliseconds until the next. */
  consume: (userId: string) => number
}

/** So many users are kept at most; whose answers are all theirs again, or who asked longest ago, is forgotten. */
const maxUsers = 10_000

export function createRateLimiter(
  { burst, intervalMs }: RateLimiterOptions,
  monotonicMs: () => number,
): RateLimiter {
  /** By user, when all answers are theirs again; in the order of their last answers. */
  const theoreticalArrival = new Map<string, number>()
  return {
    consume(userId) {
      const time = monotonicMs()
      const full = Math.max(theoreticalArrival.get(userId) ?? 0, time) + intervalMs
      const wait = full - time - burst * intervalMs
      if (wait > 0) return wait
      theoreticalArrival.delete(userId)
      for (const [oldest, at] of theoreticalArrival) {
        if (at > time && theoreticalArrival.size < maxUsers) break
        theoreticalArrival.delete(oldest)
      }
      theoreticalArrival.set(userId, full)
      return 0
    },
  }
}
