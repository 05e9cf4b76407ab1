// Dates as precise as an article gives them: a year, a month or a day, never padded; and the as-of date of a fact.
import { normalizeCharacters } from './normalize-text.ts'

/** "2019", "2021-09", "2020-08-05", or "--09" for a month whose year the article does not give. */
export type PartialDate = string

/** When an article said so: between first and last, where last is null if only "in or after first" is known. */
export interface AsOf {
  first: PartialDate
  last: PartialDate | null
  inferred: boolean
}

const shape = /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2}))$/

interface Parts {
  year?: number
  month?: number
  day?: number
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The parts that a partial date states, or undefined if the text is no date or the day does not exist. */
export function dateParts(text: string): Parts | undefined {
  const match = shape.exec(text)
  if (!match) return undefined
  const [year, month, day] = [match[1], match[2] ?? match[4], match[3]].map((part) => part && Number(part))
  if (month && (month < 1 || month > 12)) return undefined
  if (day && year && month && (day < 1 || day > daysIn(year, month))) return undefined
  if (year === 0 || month === 0 || day === 0) return undefined
  return { ...(year && { year }), ...(month && { month }), ...(day && { day }) }
}

export function isPartialDate(text: string): boolean {
  return dateParts(text) !== undefined
}

const monthNames = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
]

/**
 * The date that was typed in a usual way ("2019", "Sept 2021", "5 August 2020", "2020-8-5", "today"), or undefined;
 * `today` is yyyy-mm-dd.
 */
export function parseDate(typed: string, today: string): PartialDate | undefined {
  if (/^\s*(?:today|now)\s*$/i.test(normalizeCharacters(typed))) return today
  const date = writtenDate(typed)
  return date !== undefined && isPartialDate(date) ? date : undefined
}

/** Why the calendar has no such date, as a sentence, where one was typed that is written well; else undefined. */
export function explainMissingDate(typed: string): string | undefined {
  const [year = '', month, day] = writtenDate(typed)?.split('-').map(Number) ?? []
  if (!year || !month) return undefined
  const name = monthNames[month - 1]
  if (name === undefined) return `There is no month ${month}.`
  const days = daysIn(year, month)
  if (!day || day <= days) return undefined
  return `There is no ${capitalize(name)} ${day} in ${year}: that month has ${days} days.`
}

/** A date as it was typed, as yyyy, yyyy-mm or yyyy-mm-dd, whether or not the calendar has it. */
function writtenDate(typed: string): string | undefined {
  const plain = normalizeCharacters(typed)
    .toLowerCase()
    .replace(/^\s*(?:(?:in|by|as of)\s+)?(?:(?:the\s+)?end of\s+)?/, '')
    .replace(/[\s,./\p{Pd}]+/gu, ' ')
    .trim()
  const match =
    /^(?<year>\d{4})(?: (?<month>\d{1,2})(?: (?<day>\d{1,2}))?)?$/.exec(plain) ??
    /^(?<month>[a-z]{3,})(?: (?<day>\d{1,2})(?:st|nd|rd|th)?)? (?<year>\d{4})$/.exec(plain) ??
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]{3,}) (?<year>\d{4})$/.exec(plain)
  if (!match?.groups) return undefined
  const { year = '', month, day } = match.groups
  const inFigures = (part: string) =>
    /\d/.test(part) ? part : String(monthNames.findIndex((name) => name.startsWith(part)) + 1)
  return [year, ...[month, day].flatMap((part) => part && inFigures(part).padStart(2, '0'))]
    .filter(Boolean)
    .join('-')
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The year that has no date sorts after all others. */
export function firstDay(date: PartialDate): string {
  if (date.startsWith('--')) return `9999-${date.slice(2)}-01`
  return `${date}-01-01`.slice(0, 10)
}

/** The last day the date can mean, as yyyy-mm-dd: the end of its year or month where it is no more precise. */
export function lastDay(date: PartialDate): string {
  const { year = 9999, month = 12, day } = dateParts(date) ?? {}
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${year}-${pad(month)}-${pad(day ?? daysIn(year, month))}`
}

/** Two dates agree when the coarser one contains the finer: "2021" and "2021-09" do, "2021" and "2020-12" do not. */
export function datesAgree(one: PartialDate, other: PartialDate): boolean {
  const [a, b] = [dateParts(one) ?? {}, dateParts(other) ?? {}]
  return (['year', 'month', 'day'] as const).every((part) => !a[part] || !b[part] || a[part] === b[part])
}

/** The day from which a fact may be shown to someone who looks back: the end of the latest date that is known. */
export function visibleFrom({ first, last }: AsOf): string {
  return lastDay(last ?? first)
}

/** How many whole years have passed since something was said: at least and at most, as far as its date is known. */
export function yearsSince({ first, last }: AsOf, now: Date): { least: number; most: number } {
  return {
    least: last === null ? 0 : wholeYears(lastDay(last), now),
    most: wholeYears(firstDay(first), now),
  }
}

function wholeYears(day: string, now: Date): number {
  const today = now.toISOString().slice(0, 10)
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4))
  return Math.max(0, today.slice(4) < day.slice(4) ? years - 1 : years)
}
