// What was done since the start and is not to be done again, or not so soon, such as sharing a card by a double press.

export interface IdempotencyKeys {
  /** Whether it is done for the first time, or after so many milliseconds; it then counts as done. */
  claim: (deed: string, againAfterMs?: number) => boolean
  /** What was begun and failed counts as not done. */
  release: (deed: string) => void
}

/** How many are remembered; the oldest are forgotten first. */
const maxKeys = 10_000

export function createIdempotencyKeys(monotonicMs: () => number): IdempotencyKeys {
  /** When each was done. */
  const done = new Map<string, number>()
  return {
    claim(deed, againAfterMs = Infinity) {
      const time = monotonicMs()
      if (time - (done.get(deed) ?? -Infinity) < againAfterMs) return false
      done.delete(deed)
      done.set(deed, time)
      if (done.size > maxKeys) done.delete(done.keys().next().value ?? '')
      return true
    },
    release: (deed) => void done.delete(deed),
  }
}
