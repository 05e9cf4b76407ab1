// What was done since the start and is not to be done twice, such as sharing a card by a double press.

export interface Deeds {
  /** Whether it is done for the first time; it then counts as done. */
  begin: (deed: string) => boolean
  /** What was begun and failed counts as not done. */
  forget: (deed: string) => void
}

/** How many are remembered; the oldest are forgotten first. */
const mostRemembered = 10_000

export function createDeeds(): Deeds {
  const done = new Set<string>()
  return {
    begin(deed) {
      if (done.has(deed)) return false
      done.add(deed)
      if (done.size > mostRemembered) done.delete(done.values().next().value ?? '')
      return true
    },
    forget: (deed) => void done.delete(deed),
  }
}
