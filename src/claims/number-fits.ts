// Whether a number of the sources is the one that is claimed.
import type { Bound } from './claim.ts'

/** How far off a rounded number may be, as a share of the actual one; beyond the second it is wrong. */
const [close, far] = [0.05, 0.25]

/**
 * Undefined if that is in doubt. What is counted one by one is exact unless "about" is said; of anything else a rounded
 * number is meant, which may be off by `rounding` as well.
 */
export function numberFits(
  actual: number,
  claimed: number,
  bound: Bound,
  { isExact = false, rounding = 0 }: { isExact?: boolean; rounding?: number } = {},
): boolean | undefined {
  switch (bound) {
    case 'over':
      return actual > claimed
    case 'least':
      return actual >= claimed
    case 'under':
      return actual < claimed
    case 'most':
      return actual <= claimed
    case 'about':
    case 'exactly':
    case '': {
      if (isExact && bound !== 'about') return actual === claimed
      const off = Math.abs(actual - claimed)
      return off <= Math.max(rounding, actual * close) ? true : off > actual * far ? false : undefined
    }
  }
}
