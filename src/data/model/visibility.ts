// What was so on a day: which facts show to someone who looks back, and from when until when.
import { lastDay } from './dates.ts'
import type { Fact } from './types.ts'

/** Days as yyyy-mm-dd: a fact shows from the first on, and no longer on the second. */
export interface VisibleInterval {
  from: string
  until: string
}

/** Before and after every day that can be asked about. */
const always = '0000-01-01'
const never = '9999-12-31'

const dayMs = 24 * 60 * 60 * 1000

/**
 * A fact that starts or ends shows for as long as it was so, whichever article says it; every other fact from its
 * as-of date on. A date that is no more precise than a year or a month counts from its end, and lasts until its end.
 */
export function visibleIntervalOf({ visibleFrom, validFrom, validTo }: Fact): VisibleInterval {
  if (validFrom === null && validTo === null) return { from: visibleFrom, until: never }
  const end = validTo === null ? never : lastDay(validTo)
  return {
    from: validFrom === null ? always : lastDay(validFrom),
    until: end < '9999' ? dayAfter(end) : never,
  }
}

export function isVisibleOn(fact: Fact, day: string): boolean {
  const { from, until } = visibleIntervalOf(fact)
  return from <= day && day < until
}

/** The days on which what these facts say begins or ceases to be so, oldest first. */
export function turningDays(facts: readonly Fact[]): string[] {
  const days = new Set(facts.map(visibleIntervalOf).flatMap(({ from, until }) => [from, until]))
  days.delete(always)
  days.delete(never)
  return [...days].sort()
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)
}
