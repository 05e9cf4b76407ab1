// Which facts are visible in an as-of view, and from when until when.
import { lastDay, toIsoDate } from './dates.ts'
import type { Fact } from './types.ts'

/** Days as yyyy-mm-dd: a fact is visible from the first on, and no longer on the second. */
export interface VisibleInterval {
  from: string
  until: string
}

/** Before and after every possible as-of date. */
const always = '0000-01-01'
const never = '9999-12-31'

const dayMs = 24 * 60 * 60 * 1000

/**
 * A fact that starts or ends is visible for as long as it was true, whichever article says so; every other fact from
 * its as-of date on. A date that is only a year or a month counts from its end and lasts until its end.
 */
function visibleIntervalOf({ visibleFrom, validFrom, validTo }: Fact): VisibleInterval {
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

/** The days on which one of the facts becomes visible or stops being visible, oldest first. */
export function changeDates(facts: readonly Fact[]): string[] {
  const days = new Set(facts.map(visibleIntervalOf).flatMap(({ from, until }) => [from, until]))
  days.delete(always)
  days.delete(never)
  return [...days].sort()
}

function dayAfter(day: string): string {
  return toIsoDate(new Date(Date.parse(day) + dayMs))
}
