// Formats dates, values, lists and user input for cards.
import { escapeMarkdown } from 'discord.js'
import { formatDate, type AsOf, type PartialDate } from '../../data/model/dates.ts'
import { takesArticle } from '../../data/model/country-names.ts'
import { flagOf } from '../../data/model/normalize-text.ts'
import { tieKinds } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import { formatNumber, type Value } from '../../data/model/values.ts'
import { truncate } from './discord-limits.ts'

export { formatDate, formatDateInSentence } from '../../data/model/dates.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The year or month that ends on a day, given as yyyy-mm-dd, or else the day itself. */
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

/** Whether both are months of one year, which is then shown once. */
function withinYear(first: PartialDate, last: PartialDate): boolean {
  const month = /^\d{4}-\d{2}$/
  return month.test(first) && month.test(last) && first.slice(0, 4) === last.slice(0, 4)
}

/** 29 → "29th". */
function ordinal(number: number): string {
  const isTeen = Math.floor((number % 100) / 10) === 1
  return `${number}${(isTeen ? undefined : ['', 'st', 'nd', 'rd'][number % 10]) || 'th'}`
}

/** A value as cards show it: "over 100,000 service members", "🇨🇦 Canada", "September 2021", "yes". */
export function formatValue(value: Value, getEntity: (id: string) => Entity | undefined): string {
  switch (value.type) {
    case 'text':
      return value.text
    case 'classification':
      return value.label
    case 'number': {
      if (value.unit === 'edition') return ordinal(value.number)
      const number = formatNumber(value.number)
      const amount = value.bound === 'between' ? `${number} to ${formatNumber(value.to)}` : number
      const bound = value.bound === 'over' || value.bound === 'about' ? `${value.bound} ` : ''
      return `${bound}${amount}${value.unit.startsWith('%') ? '' : ' '}${value.unit}`
    }
    case 'date':
      return formatDate(value.date)
    case 'entity': {
      const entity = getEntity(value.entity)
      return entity ? nameWithFlag(entity) : value.entity
    }
    case 'yes-no':
      return value.yes ? 'yes' : 'no'
    case 'commitment':
      return value.yes ? value.text : `No: ${value.text}`
  }
}

/** The values of facts as cards show them, each once. */
export function distinctValues(
  facts: readonly Fact[],
  getEntity: (id: string) => Entity | undefined,
): string[] {
  return [...new Set(facts.map(({ value }) => formatValue(value, getEntity)))]
}

/** The as-of dates of facts as cards show them, each once. */
export function distinctDates(facts: readonly Fact[]): string[] {
  return [...new Set(facts.map(({ asOf }) => formatAsOf(asOf)))]
}

/** A country's name after its flag; any other entity's name as it is. */
export function nameWithFlag({ name, code }: Entity): string {
  return code ? `${flagOf(code)} ${name}` : name
}

/** In characters, of names with flags: about three lines on a phone. */
const maxNamesLength = 110

/** The names with their flags while they fit, else the flags and how many there are: "(32 countries)". */
export function namesOrFlags(entities: readonly Entity[], unit = 'countries'): string {
  const names = entities.map(nameWithFlag).join(' · ')
  if (names.length <= maxNamesLength) return names
  const codes = entities.flatMap(({ code }) => (code ? [code] : []))
  const others = entities.length - codes.length
  return [
    `${codes.map(flagOf).join(' ')} (${codes.length} ${unit})`,
    ...(others > 0 ? [pluralize(others, 'other')] : []),
  ].join(' · ')
}

/** Longer ones leave no room for the other buttons of a row on a phone. */
const maxButtonName = 12

/** The label of a button to a card of which the name is in sight. */
export function cardButtonLabel({ name }: Entity, ifLong = 'Card'): string {
  return name.length > maxButtonName ? ifLong : name
}

/** The name as used in a sentence, without the square brackets of names that are ours: "the United States". */
export function nameInSentence({ name, kind }: Entity): string {
  const plain = plainName(name)
  if (plain !== name)
    return `the ${plain.replace(/^(Possible|First|New|Coalition)\b/, (word) => word.toLowerCase())}`
  const hasArticle =
    takesArticle(plain) ||
    plain === 'Quad' ||
    kind === 'organization' ||
    (kind === 'document' && /\s(Act|Agreement|Strategy)$/.test(plain)) ||
    (kind === 'program' && /\s/.test(plain)) ||
    (tieKinds.includes(kind) && /\s/.test(plain))
  // "NATO's global partners" has its article in it.
  return hasArticle && !/^\S+['’]s /.test(plain) ? `the ${plain}` : plain
}

/** "the Pacific", "the Gulf of Oman", "Europe". */
export function regionInSentence(region: string): string {
  return /^the |(Africa|America|Antarctica|Asia|Europe|Oceania)$/.test(region) ? region : `the ${region}`
}

/** A name that is ours, because the articles give none, without its square brackets. */
export function plainName(name: string): string {
  return name.replace(/^\[(.*)\]$/, '$1')
}

/** "a", "a and b", "a, b and c". */
export function formatList(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`
}

/** "1 fact", "12 facts", "4 countries". */
export function pluralize(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`.replace(/(?<=[^aeiou])ys$/, 'ies')}`
}

/** "an alliance", "a partnership". */
export function withIndefiniteArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** 12 → "¹²". */
export function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => superscripts.charAt(Number(digit)))
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export function uncapitalize(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** Escapes formatting, links and mentions. */
export function escapeText(text: string): string {
  return escapeMarkdown(text).replace(/[[\]<>]/g, '\\$&')
}

/** User input in quotes, on one line, truncated and escaped. */
export function quoteUserInput(input: string, maxLength = 60): string {
  // A URL with a space in it does not become a link.
  const plain = input
    // Invisible characters may be within a word.
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replaceAll('://', ': //')
    .trim()
  return `“${escapeText(truncate(plain, maxLength))}”`
}
