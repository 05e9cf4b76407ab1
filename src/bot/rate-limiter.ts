// The courtesy limit: so many answers at once for each user, one back every few seconds; kept in memory alone.

export interface CourtesyOptions {
  /** Answers that a user may have at once. */
  atOnce: number
  /** Milliseconds after which one more is allowed. */
  everyMs: number
}

export const usualCourtesy: CourtesyOptions = { atOnce: 10, everyMs: 3000 }

export interface Courtesy {
  /** Counts one answer to a user; over the limit it counts nothing and returns the milliseconds until the next. */
  take: (userId: string) => number
}

/** So many users are kept at most; whose answers are all theirs again, or who asked longest ago, is forgotten. */
const mostUsers = 10_000

export function createCourtesy({ atOnce, everyMs }: CourtesyOptions, monotonicMs: () => number): Courtesy {
  /** By user, when all answers are theirs again; in the order of their last answers. */
  const fullAt = new Map<string, number>()
  return {
    take(userId) {
      const time = monotonicMs()
      const full = Math.max(fullAt.get(userId) ?? 0, time) + everyMs
      const wait = full - time - atOnce * everyMs
      if (wait > 0) return wait
      fullAt.delete(userId)
      for (const [oldest, at] of fullAt) {
        if (at > time && fullAt.size < mostUsers) break
        fullAt.delete(oldest)
      }
      fullAt.set(userId, full)
      return 0
    },
  }
}
