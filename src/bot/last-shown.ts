// What was last shown at each place, in memory alone, so that a choice by chance need not repeat itself.
import type { CommandContext } from '../core/command.ts'

/** Of how many places it is remembered; those of the longest ago are forgotten first. */
const mostPlaces = 10_000

export function createLastShown(): CommandContext['recentlyShown'] {
  const shown = new Map<string, string>()
  return {
    get: (place) => shown.get(place),
    set(place, what) {
      shown.delete(place)
      shown.set(place, what)
      if (shown.size > mostPlaces) shown.delete(shown.keys().next().value ?? '')
    },
  }
}
