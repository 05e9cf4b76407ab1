// Words on cards: dates, values and lists as people read them, and typed text made harmless.
import { escapeMarkdown } from 'discord.js'
import type { AsOf, PartialDate } from '../../data/model/dates.ts'
import type { Entity } from '../../data/model/types.ts'
import type { Value } from '../../data/model/values.ts'
import { truncate } from './discord-limits.ts'

/** The names of the months, January first. */
export const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** "Aug 5, 2020", "September 2021", "2019", "September (year not stated)". */
export function formatDate(date: PartialDate): string {
  const yearless = date.startsWith('--')
  const [year, month, day] = yearless ? ['', date.slice(2)] : date.split('-')
  const name = months[Number(month) - 1]
  if (yearless) return `${name} (year not stated)`
  if (!name) return date
  return day ? `${name.slice(0, 3)} ${Number(day)}, ${year}` : `${name} ${year}`
}

const dayMs = 24 * 60 * 60 * 1000

/** The year or month that a day, as yyyy-mm-dd, is the end of, or else the day. */
export function coarsestDate(day: string): PartialDate {
  if (day.endsWith('-12-31')) return day.slice(0, 4)
  const isLastOfMonth = new Date(Date.parse(day) + dayMs).getUTCDate() === 1
  return isLastOfMonth ? day.slice(0, 7) : day
}

/** "the end of 2019", "the end of September 2021", "Aug 5, 2020". */
export function formatAsOfDate(day: string): string {
  const date = coarsestDate(day)
  return date === day ? formatDate(day) : `the end of ${formatDate(date)}`
}

/** "Aug 5, 2020", "in or after 2024 (inferred)", "February – December 2019 (inferred)". */
export function formatAsOf({ first, last, inferred }: AsOf): string {
  const when =
    last === null
      ? `in or after ${formatDate(first)}`
      : first === last
        ? formatDate(first)
        : `${withinYear(first, last) ? formatDate(first).slice(0, -' 2019'.length) : formatDate(first)} – ${formatDate(last)}`
  return inferred ? `${when} (inferred)` : when
}

/** Whether both are months of one year, which is then said once. */
function withinYear(first: PartialDate, last: PartialDate): boolean {
  const month = /^\d{4}-\d{2}$/
  return month.test(first) && month.test(last) && first.slice(0, 4) === last.slice(0, 4)
}

/** When the article is from, so that its date is not taken for that of what it says. */
export function formatArticleDate(asOf: AsOf): string {
  return `by an article dated ${formatAsOf(asOf)}`
}

/** 100000 → "100,000"; Intl would do it as well, and takes 10 ms of every start to load. */
function formatNumber(number: number): string {
  return String(number).replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',')
}

/** A value as a card writes it: "over 100,000 service members", "🇨🇦 Canada", "September 2021", "yes". */
export function formatValue(value: Value, entity: (id: string) => Entity | undefined): string {
  switch (value.type) {
    case 'text':
      return value.text
    case 'classification':
      return value.label
    case 'number': {
      const number = formatNumber(value.number)
      const amount = value.bound === 'between' ? `${number} to ${formatNumber(value.to)}` : number
      const bound = value.bound === 'over' || value.bound === 'about' ? `${value.bound} ` : ''
      return `${bound}${amount} ${value.unit}`
    }
    case 'date':
      return formatDate(value.date)
    case 'entity': {
      const named = entity(value.entity)
      return named ? nameWithFlag(named) : value.entity
    }
    case 'yes-no':
      return value.yes ? 'yes' : 'no'
  }
}

/** A country's name after its flag; any other entity's name as it is. */
export function nameWithFlag({ name, code }: Entity): string {
  if (!code) return name
  const flag = code.replace(/[A-Z]/g, (letter) => String.fromCodePoint(0x1f1a5 + letter.charCodeAt(0)))
  return `${flag} ${name}`
}

/** As a sentence names it: "the United States". */
export function nameInSentence({ name }: Entity): string {
  return name.replace(/^(?=United |Philippines$)/, 'the ')
}

/** "a", "a and b", "a, b and c". */
export function formatList(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`
}

/** "1 fact", "12 facts". */
export function pluralize(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** "an alliance", "a partnership". */
export function withIndefiniteArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
}

/** An empty line, which Discord would swallow after small text if nothing stood on it. */
export const paragraphBreak = '\n\u200b\n'

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Text that is not ours, so that nothing in it formats, links or mentions. */
export function escapeText(text: string): string {
  return escapeMarkdown(text).replace(/[[\]<>]/g, '\\$&')
}

/** Text that someone typed, on one line, short and unable to format anything. */
export function quoteUserInput(typed: string, most = 60): string {
  // Broken up, an address does not become a link.
  const plain = typed
    // What is not seen may stand within a word.
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replaceAll('://', ': //')
    .trim()
  return `“${escapeText(truncate(plain, most))}”`
}
