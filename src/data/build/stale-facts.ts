// Lists time-varying facts, oldest first, so that maintainers know where a newer article is needed.
import { join } from 'node:path'
import { attributes, type Attribute } from '../model/attributes.ts'
import { compareDates, yearsSince } from '../model/dates.ts'
import type { Located } from './parse-fact.ts'
import type { ParsedDataset } from './dataset.ts'
import type { Fact } from '../model/types.ts'

/** Cards mark facts of this age as old. */
const oldYears = 5

/** Text for a terminal: a count, then one line per fact with its age, file and line, and statement. */
export function formatStaleFacts({ facts }: ParsedDataset, now: Date, directory = ''): string {
  const timeVarying = facts.filter(({ item }) => attributes[item.attribute].timeVarying)
  const sorted = timeVarying.toSorted((a, b) => compareDates(a.item.visibleFrom, b.item.visibleFrom))
  const old = sorted.filter(
    ({ item: { asOf } }) => asOf.last !== null && yearsSince(asOf, now).min >= oldYears,
  )
  const rows = sorted.map(({ item, problem }) => {
    const { file, line } = problem('', '')
    const note = isSuperseded(item, timeVarying) ? ' (superseded by a newer article)' : ''
    return [ageInYears(item, now), `${join(directory, file)}:${line}`, item.statement + note] as const
  })
  const [ageWidth, locationWidth] = [0, 1].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [
    `${timeVarying.length} of ${facts.length} facts are about things that change; ${old.length} of them are over ${oldYears} years old.`,
    'Years since, file and line, fact:',
    ...rows.map(
      ([age, location, text]) =>
        `${age.padEnd(ageWidth ?? 0)}  ${location.padEnd(locationWidth ?? 0)}  ${text}`,
    ),
  ].join('\n')
}

/** "6", "6–7", or "under 3" if only the earliest date is known. */
function ageInYears({ asOf }: Fact, now: Date): string {
  const { min, max } = yearsSince(asOf, now)
  if (asOf.last === null) return `under ${max + 1}`
  return min === max ? String(max) : `${min}–${max}`
}

/** Whether a newer fact gives the same value, or any value of a single-valued attribute. */
function isSuperseded(
  { entity, attribute, value, visibleFrom }: Fact,
  candidates: readonly Located<Fact>[],
): boolean {
  const { multiValued }: Attribute = attributes[attribute]
  return candidates.some(
    ({ item }) =>
      item.entity === entity &&
      item.attribute === attribute &&
      item.visibleFrom > visibleFrom &&
      (!multiValued || JSON.stringify(item.value) === JSON.stringify(value)),
  )
}
