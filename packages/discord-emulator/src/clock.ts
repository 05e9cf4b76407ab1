// The emulator's clock, for timestamps, ids and Date headers; stepping it does not affect timers.

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Moves it forward, or back by a negative number of milliseconds. */
  step(byMs: number): void
  /** Returns to the system's time. */
  reset(): void
  /** How many times it was stepped or reset. */
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
