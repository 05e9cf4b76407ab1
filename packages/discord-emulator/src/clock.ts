// The wall clock of the local Discord, for timestamps, ids and Date headers; it can be set, which no interval notices.

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Sets it forward, or back by a negative number of milliseconds. */
  step(byMs: number): void
  /** Shows its own time again. */
  reset(): void
  /** How often it was set. */
  steps(): number
}

export function createClock(): Clock {
  let [shiftMs, steps] = [0, 0]
  const shift = (ms: number) => {
    if (ms !== shiftMs) steps += 1
    shiftMs = ms
  }
  return {
    now: () => Date.now() + shiftMs,
    step: (byMs) => shift(shiftMs + byMs),
    reset: () => shift(0),
    steps: () => steps,
  }
}
