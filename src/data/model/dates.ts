// Dates as precise as an article states them (a year, a month or a day, never padded), and the as-of date of a fact.
import { normalizeCharacters } from './normalize-text.ts'

/** "2019", "2021-09", "2020-08-05", or "--09" for a month whose year the article does not state. */
export type PartialDate = string

/** When an article said so: between first and last; last is null if only "in or after first" is known. */
export interface AsOf {
  first: PartialDate
  last: PartialDate | null
  inferred: boolean
}

const pattern = /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2}))$/

interface DateParts {
  year?: number
  month?: number
  day?: number
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The parts that a partial date states, or undefined if the text is not a date or the day does not exist. */
export function dateParts(text: string): DateParts | undefined {
  const match = pattern.exec(text)
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

/** January first. */
export const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/**
 * For sorting from the earliest to the latest; '' and a month without a year come first. The first localeCompare of a
 * process takes 8 ms.
 */
export function compareDates(a: PartialDate, b: PartialDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** For sorting facts: what was said last comes first. */
export function byNewest(a: { visibleFrom: string }, b: { visibleFrom: string }): number {
  return compareDates(b.visibleFrom, a.visibleFrom)
}

type WithStart = { validFrom: PartialDate | null }

/** For sorting facts: what began first comes first, after what has no start. */
export function byStart(a: WithStart, b: WithStart): number {
  return compareDates(a.validFrom ?? '', b.validFrom ?? '')
}

/** The UTC day of a time, as yyyy-mm-dd. */
export function toIsoDate(time: Date): string {
  return time.toISOString().slice(0, 10)
}

/**
 * The date that an input means, in any common format ("2019", "Sept 2021", "5 August 2020", "2020-8-5", "today"), or
 * undefined; `today` is yyyy-mm-dd.
 */
export function parseDate(input: string, today: string): PartialDate | undefined {
  if (/^\s*(?:today|now)\s*$/i.test(normalizeCharacters(input))) return today
  const date = normalizeDate(input)
  return date !== undefined && isPartialDate(date) ? date : undefined
}

/** Why the calendar has no such date, as a sentence, if the input is well-formed; otherwise undefined. */
export function explainMissingDate(input: string): string | undefined {
  const [year = '', month, day] = normalizeDate(input)?.split('-').map(Number) ?? []
  if (!year || !month) return undefined
  const name = monthNames[month - 1]
  if (name === undefined) return `There is no month ${month}.`
  const days = daysIn(year, month)
  if (!day || day <= days) return undefined
  return `There is no ${name} ${day} in ${year}: that month has ${days} days.`
}

/** The input as yyyy, yyyy-mm or yyyy-mm-dd, whether or not the calendar has such a date. */
function normalizeDate(input: string): string | undefined {
  const plain = normalizeCharacters(input)
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
  const toNumber = (part: string) =>
    /\d/.test(part) ? part : String(monthNames.findIndex((name) => name.toLowerCase().startsWith(part)) + 1)
  return [year, ...[month, day].flatMap((part) => part && toNumber(part).padStart(2, '0'))]
    .filter(Boolean)
    .join('-')
}

/** The first day that the date can mean, as yyyy-mm-dd; a date without a year sorts after all others. */
export function firstDay(date: PartialDate): string {
  if (date.startsWith('--')) return `9999-${date.slice(2)}-01`
  return `${date}-01-01`.slice(0, 10)
}

/** The last day that the date can mean, as yyyy-mm-dd: the end of its year or month if it is no more precise. */
export function lastDay(date: PartialDate): string {
  const { year = 9999, month = 12, day } = dateParts(date) ?? {}
  const pad = (number: number) => String(number).padStart(2, '0')
  return `${year}-${pad(month)}-${pad(day ?? daysIn(year, month))}`
}

/** The day after one, both as yyyy-mm-dd. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** Two dates agree when the coarser one contains the finer: "2021" and "2021-09" do, "2021" and "2020-12" do not. */
export function datesAgree(first: PartialDate, second: PartialDate): boolean {
  const [a, b] = [dateParts(first) ?? {}, dateParts(second) ?? {}]
  return (['year', 'month', 'day'] as const).every((part) => !a[part] || !b[part] || a[part] === b[part])
}

/** The first day on which a fact is visible in an as-of view: the end of its latest known date. */
export function visibleFrom({ first, last }: AsOf): string {
  return lastDay(last ?? first)
}

/** The whole years since something was said: a range, because its date may be one. */
export function yearsSince({ first, last }: AsOf, now: Date): { min: number; max: number } {
  return {
    min: last === null ? 0 : wholeYears(lastDay(last), now),
    max: wholeYears(firstDay(first), now),
  }
}

function wholeYears(day: string, now: Date): number {
  const today = toIsoDate(now)
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4))
  return Math.max(0, today.slice(4) < day.slice(4) ? years - 1 : years)
}

/** The dates, each once, the earliest first, without those that a more precise one includes. */
export function withoutCoarser(dates: readonly PartialDate[]): PartialDate[] {
  const isIncluded = (date: string) => dates.some((other) => other !== date && other.startsWith(date))
  return [...new Set(dates)].filter((date) => !isIncluded(date)).toSorted()
}

/** "Aug 5, 2020", "September 2021", "2019", "September (year not stated)". */
export function formatDate(date: PartialDate): string {
  const yearless = date.startsWith('--')
  const [year, month, day] = yearless ? ['', date.slice(2)] : date.split('-')
  const name = monthNames[Number(month) - 1]
  if (yearless) return `${name} (year not stated)`
  if (!name) return date
  return day ? `${name.slice(0, 3)} ${Number(day)}, ${year}` : `${name} ${year}`
}

/** "in 1949", "in September 2021", "on August 5, 2020". */
export function formatDateInSentence(date: PartialDate): string {
  const [year, month, day] = date.split('-')
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return `in ${formatDate(date)}`
  return `on ${monthNames[Number(month) - 1]} ${Number(day)}, ${year}`
}
