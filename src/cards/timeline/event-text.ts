// What a timeline says beside a date: the statement without the date itself, and whether it holds from then on.
import { firstDay, monthNames, type PartialDate } from '../../data/model/dates.ts'
import { eventKinds } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import { capitalize } from '../shared/format.ts'

/** "NATO held its summit in Ankara." for "NATO held its summit in Ankara in July 2026.", beside "July 2026". */
export function withoutDate(statement: string, date: PartialDate): string {
  const words = wordings(date)
  if (words.length === 0) return statement
  if (!words.some((part) => statement.includes(part))) return capitalize(statement)
  const dates = words.map((part) => part.replaceAll('.', '\\.'))
  const any = `(?:${dates.join('|')})`
  // Within a sentence a date may belong to what follows: "in 2019 dollars".
  const text = statement
    .replace(new RegExp(`\\bsince ${any}(?=[.,;]|$)`), 'since then')
    .replace(new RegExp(`,? (?:in|on) ${any}(?=[.,;]|$| that\\b)`), '')
    .replace(new RegExp(`^(?:In|On) ${any}, `), '')
  return capitalize(text)
}

/** The date in words, and what of it a sentence may give; the longest first. */
function wordings(date: PartialDate): string[] {
  if (date.startsWith('--')) return []
  const [year = '', month, day] = date.split('-')
  const name = monthNames[Number(month) - 1]
  if (!name) return [year]
  const ofMonth = [`${name} ${year}`, name, year]
  return day ? [`${name} ${Number(day)}, ${year}`, `${name} ${Number(day)}`, ...ofMonth] : ofMonth
}

/** Whether a statement tells what happened on its date, rather than what was true from then on. */
export function isEvent({ validFrom, validTo, statement }: Fact, entity: Entity | undefined): boolean {
  if (validFrom !== null && withoutDate(statement, validFrom) !== statement) return true
  if (!entity || !eventKinds.includes(entity.kind)) return false
  const years = [validFrom, validTo].map((date) => date && firstDay(date).slice(0, 4))
  return entity.edition !== undefined || years[0] === years[1]
}
