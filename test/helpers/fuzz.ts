// How much of a fuzz or load test to run: a tenth, or all of it with `npm run test:fuzz`.
import { inject } from 'vitest'

const share = inject('fuzzShare')

/** The share of a full number of runs, at least one. */
export function runs(full: number): number {
  return Math.max(1, Math.round(full * share))
}

/** The same share of cases, spread evenly over them. */
export function sample<Case>(cases: readonly Case[]): Case[] {
  const step = Math.round(1 / share)
  return cases.filter((_, index) => index % step === 0)
}
