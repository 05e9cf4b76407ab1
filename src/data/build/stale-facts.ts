// Facts about what the world changes, oldest first, for whoever looks for a newer article.
import { join } from 'node:path'
import { attributes, type Attribute } from '../model/attributes.ts'
import { yearsSince } from '../model/dates.ts'
import type { ParsedDataset, Located } from './parse.ts'
import type { Fact } from '../model/types.ts'

/** From this age on cards mark a fact as old. */
const oldYears = 5

/** Lines for a terminal: how many there are, then each with its age, its file and line, and its sentence. */
export function formatStaleFacts({ facts }: ParsedDataset, now: Date, folder = ''): string {
  const changing = facts.filter(({ item }) => attributes[item.attribute].timeVarying)
  const sorted = changing.toSorted((a, b) => a.item.visibleFrom.localeCompare(b.item.visibleFrom))
  const old = sorted.filter(
    ({ item: { asOf } }) => asOf.last !== null && yearsSince(asOf, now).least >= oldYears,
  )
  const rows = sorted.map(({ item, problem }) => {
    const { file, line } = problem('', '')
    const anew = isSuperseded(item, changing) ? ' (told anew by a newer article)' : ''
    return [ageOf(item, now), `${join(folder, file)}:${line}`, item.statement + anew] as const
  })
  const [ages, places] = [0, 1].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return [
    `${changing.length} of ${facts.length} facts tell what changes in the world; ${old.length} of them are over ${oldYears} years old.`,
    'Years since, file and line, fact:',
    ...rows.map(([age, place, text]) => `${age.padEnd(ages ?? 0)}  ${place.padEnd(places ?? 0)}  ${text}`),
  ].join('\n')
}

/** "6", "6–7", or "under 3" where only the earliest date is known. */
function ageOf({ asOf }: Fact, now: Date): string {
  const { least, most } = yearsSince(asOf, now)
  if (asOf.last === null) return `under ${most + 1}`
  return least === most ? String(most) : `${least}–${most}`
}

/** Whether a newer fact gives the same value, or another value of an attribute that has only one. */
function isSuperseded(
  { entity, attribute, value, visibleFrom }: Fact,
  changing: readonly Located<Fact>[],
): boolean {
  const { multiValued }: Attribute = attributes[attribute]
  return changing.some(
    ({ item }) =>
      item.entity === entity &&
      item.attribute === attribute &&
      item.visibleFrom > visibleFrom &&
      (!multiValued || JSON.stringify(item.value) === JSON.stringify(value)),
  )
}
