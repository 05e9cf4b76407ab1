// The as_of option: parses the day to look back to and suggests days.
import { changeDates } from '../data/model/visibility.ts'
import { dayFirstDates } from '../cards/rendering/date-order.ts'
import { editionsOf } from '../cards/entity/editions.ts'
import { allFactsFor } from '../cards/shared/related-entities.ts'
import { articleTitle } from '../cards/shared/sources.ts'
import { coarsestDate, formatDate, quoteUserInput } from '../cards/shared/format.ts'
import { UserError } from '../core/user-error.ts'
import { visibleFrom, explainMissingDate, lastDay, parseDate, type PartialDate } from '../data/model/dates.ts'
import type { Article, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { optionalStringOption, type AutocompleteHandler } from '../core/options.ts'

/** A custom id has room for these years only. */
const [firstYear, lastYear] = ['1900', '2999']

/** The option for a day to look back to; '' if it is left out. */
export function asOf() {
  return optionalStringOption('Look back to a year, a month or a day, such as 2019 or September 2021', {
    maxLength: 40,
    autocomplete,
  })
}

/**
 * The last day of the date that was entered, as yyyy-mm-dd; '' for no text.
 * @throws UserError if the text isn't a date
 */
export function parseAsOf(input: string, now: Date): string {
  if (input.trim() === '') return ''
  const day = tryParseAsOf(input, now)
  if (day) return day
  throw new UserError(
    explainMissingDate(input) ?? `I can't look back to ${quoteUserInput(input)}.`,
    `Enter a year, a month or a day from ${firstYear} to ${lastYear}, such as ${examples}.`,
  )
}

function tryParseAsOf(input: string, now: Date): string | undefined {
  const date = parseDate(input, now.toISOString().slice(0, 10))
  return date && date >= firstYear && date.slice(0, 4) <= lastYear ? lastDay(date) : undefined
}

const examples = '2019, September 2021 or Aug 5, 2020'

/**
 * The date as precisely as it was entered; '' for no text.
 * @throws UserError if the text isn't a date
 */
export function parsePartialDateOption(input: string, now: Date): PartialDate {
  const date = input.trim() === '' ? '' : parseDate(input, now.toISOString().slice(0, 10))
  if (date !== undefined) return date
  throw new UserError(
    explainMissingDate(input) ?? `I can't read ${quoteUserInput(input)} as a date.`,
    `Enter a year, a month or a day, such as ${examples}.`,
  )
}

/** Suggests the days on which the answer changes for the entities in the other options, or the dates of all articles. */
const autocomplete: AutocompleteHandler = (input, { facts, now, formatDates }, otherOptions) => {
  const ids = Object.values(otherOptions).flatMap((value) =>
    typeof value === 'string' ? [value, ...facts.names.exact(value)] : [],
  )
  const entities = [...new Set(ids)].flatMap((id) => facts.getEntity(id) ?? [])
  const entityFacts = entities.flatMap((entity) => allFactsFor(entity, facts))
  const editions = entities
    .flatMap((entity) => editionsOf(entity, facts))
    .map((edition): DayChoice => ({
      day: lastDay(edition.began),
      date: formatDate(edition.began),
      titles: [edition.entity.name],
    }))
  const changes = entityFacts.length > 0 ? changeDays(entityFacts, facts) : articleDays(facts)
  const days = [...new Map([...changes, ...editions].map((choice) => [choice.day, choice])).values()]
  const day = tryParseAsOf(input, now)
  const text = input.trim().toLowerCase()
  const matching = days.filter(
    (choice) =>
      choice.day === day ||
      [choice.date, dayFirstDates(choice.date), ...choice.titles].some((name) =>
        name.toLowerCase().includes(text),
      ),
  )
  const isNew = day !== undefined && !days.some((choice) => choice.day === day)
  return [...(isNew ? [dayChoice(day, [])] : []), ...matching].map(({ day: value, date, titles }) => ({
    name: [formatDates(date), ...titles].join(' · '),
    value,
  }))
}

/** A day to look back to, in words, and the titles of the articles whose facts are visible from then on. */
interface DayChoice {
  day: string
  date: string
  titles: string[]
}

function changeDays(entityFacts: readonly Fact[], facts: FactSnapshot): DayChoice[] {
  return changeDates(entityFacts).map((day) => {
    const articles = entityFacts
      .filter((fact) => fact.visibleFrom === day)
      .map(({ article }) => facts.getArticle(article))
    return dayChoice(day, articles)
  })
}

function articleDays(facts: FactSnapshot): DayChoice[] {
  const byDay = Map.groupBy(facts.articles(), ({ published }) => visibleFrom(published))
  return [...byDay].toSorted().map(([day, from]) => dayChoice(day, from))
}

function dayChoice(day: string, articles: readonly Article[]): DayChoice {
  return { day, date: formatDate(coarsestDate(day)), titles: [...new Set(articles.map(articleTitle))] }
}
