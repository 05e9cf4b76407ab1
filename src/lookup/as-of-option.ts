// The option as_of: the day that is looked back to, as it may be typed, and the days that are offered.
import { dayFirstChoices } from '../cards/shared/date-order.ts'
import { toldOf } from '../cards/shared/related-entities.ts'
import { titleOf } from '../cards/shared/source-footnotes.ts'
import { dateOf, formatDate, quoteTyped } from '../cards/shared/format.ts'
import { UserError, type Choice } from '../core/command.ts'
import { countsFrom, explainMissingDate, lastDay, readDate, type PartialDate } from '../data/model/dates.ts'
import type { Article, Fact } from '../data/build/schema.ts'
import type { Facts } from '../data/query/fact-store.ts'
import { optionalText, type Complete } from '../core/options.ts'

/** The years that a custom id has room for. */
const [firstYear, lastYear] = ['1900', '2999']

/** A day to look back to; empty where it is left out. */
export function asOf() {
  return optionalText('Look back to a year, a month or a day, such as 2019 or September 2021', {
    maxLength: 40,
    complete,
  })
}

/** The day, as yyyy-mm-dd, that a typed date means: its last one; '' for no text, a UserError for what is no date. */
export function dayOf(typed: string, now: Date): string {
  if (typed.trim() === '') return ''
  const day = dayTyped(typed, now)
  if (day) return day
  throw new UserError(
    explainMissingDate(typed) ?? `I cannot look back to ${quoteTyped(typed)}.`,
    `Write a year, a month or a day from ${firstYear} to ${lastYear}, such as ${examples}.`,
  )
}

function dayTyped(typed: string, now: Date): string | undefined {
  const date = readDate(typed, now.toISOString().slice(0, 10))
  return date && date >= firstYear && date.slice(0, 4) <= lastYear ? lastDay(date) : undefined
}

const examples = '2019, September 2021 or Aug 5, 2020'

/** A date as precise as it was typed; '' for no text, a UserError for what is no date. */
export function dateTyped(typed: string, now: Date): PartialDate {
  const date = typed.trim() === '' ? '' : readDate(typed, now.toISOString().slice(0, 10))
  if (date !== undefined) return date
  throw new UserError(
    explainMissingDate(typed) ?? `I know no date ${quoteTyped(typed)}.`,
    `Write a year, a month or a day, such as ${examples}.`,
  )
}

/** The days on which the answer changes for what the other options name, or else the dates of all articles. */
const complete: Complete = (typed, { facts, now }, given) => {
  const ids = Object.values(given).flatMap((value) =>
    typeof value === 'string' ? [value, ...facts.names.exact(value)] : [],
  )
  const entities = [...new Set(ids)].flatMap((id) => facts.entity(id) ?? [])
  const told = entities.flatMap((entity) => toldOf(entity, facts))
  const offered = told.length > 0 ? turningDays(told, facts) : articleDays(facts)
  const day = dayTyped(typed, now)
  const wanted = typed.trim().toLowerCase()
  return [
    ...(day && !offered.some(({ value }) => value === day)
      ? [{ name: formatDate(dateOf(day)), value: day }]
      : []),
    ...offered.filter(
      (choice) =>
        choice.value === day ||
        [choice, ...dayFirstChoices([choice], [])].some(({ name }) => name.toLowerCase().includes(wanted)),
    ),
  ]
}

function turningDays(told: readonly Fact[], facts: Facts): Choice[] {
  return facts.turningDays(told).map((day) => {
    const articles = told
      .filter((fact) => fact.countsFrom === day)
      .map(({ article }) => facts.article(article))
    return choice(day, articles)
  })
}

function articleDays({ articles }: Facts): Choice[] {
  const byDay = Map.groupBy(articles, ({ published }) => countsFrom(published))
  return [...byDay].toSorted().map(([day, from]) => choice(day, from))
}

/** "2019 · [Alliances and partnerships explained]": with the articles that count from then on. */
function choice(day: string, articles: readonly Article[]): Choice {
  return { name: [formatDate(dateOf(day)), ...new Set(articles.map(titleOf))].join(' · '), value: day }
}
