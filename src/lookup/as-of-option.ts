// The option as_of: the day that is looked back to, as it may be typed, and the days that are offered.
import { applyDateOrderToChoices } from '../cards/shared/date-order.ts'
import { allFactsFor } from '../cards/shared/related-entities.ts'
import { articleTitle } from '../cards/shared/source-footnotes.ts'
import { coarsestDate, formatDate, quoteUserInput } from '../cards/shared/format.ts'
import { UserError, type Choice } from '../core/command.ts'
import { visibleFrom, explainMissingDate, lastDay, parseDate, type PartialDate } from '../data/model/dates.ts'
import type { Article, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { optionalStringOption, type AutocompleteHandler } from '../core/options.ts'

/** The years that a custom id has room for. */
const [firstYear, lastYear] = ['1900', '2999']

/** A day to look back to; empty where it is left out. */
export function asOf() {
  return optionalStringOption('Look back to a year, a month or a day, such as 2019 or September 2021', {
    maxLength: 40,
    complete,
  })
}

/** The day, as yyyy-mm-dd, that a typed date means: its last one; '' for no text, a UserError for what is no date. */
export function parseAsOf(typed: string, now: Date): string {
  if (typed.trim() === '') return ''
  const day = tryParseAsOf(typed, now)
  if (day) return day
  throw new UserError(
    explainMissingDate(typed) ?? `I cannot look back to ${quoteUserInput(typed)}.`,
    `Write a year, a month or a day from ${firstYear} to ${lastYear}, such as ${examples}.`,
  )
}

function tryParseAsOf(typed: string, now: Date): string | undefined {
  const date = parseDate(typed, now.toISOString().slice(0, 10))
  return date && date >= firstYear && date.slice(0, 4) <= lastYear ? lastDay(date) : undefined
}

const examples = '2019, September 2021 or Aug 5, 2020'

/** A date as precise as it was typed; '' for no text, a UserError for what is no date. */
export function parsePartialDateOption(typed: string, now: Date): PartialDate {
  const date = typed.trim() === '' ? '' : parseDate(typed, now.toISOString().slice(0, 10))
  if (date !== undefined) return date
  throw new UserError(
    explainMissingDate(typed) ?? `I can't read ${quoteUserInput(typed)} as a date.`,
    `Write a year, a month or a day, such as ${examples}.`,
  )
}

/** The days on which the answer changes for what the other options name, or else the dates of all articles. */
const complete: AutocompleteHandler = (typed, { facts, now }, given) => {
  const ids = Object.values(given).flatMap((value) =>
    typeof value === 'string' ? [value, ...facts.names.exact(value)] : [],
  )
  const entities = [...new Set(ids)].flatMap((id) => facts.getEntity(id) ?? [])
  const told = entities.flatMap((entity) => allFactsFor(entity, facts))
  const offered = told.length > 0 ? changeDateChoices(told, facts) : articleDateChoices(facts)
  const day = tryParseAsOf(typed, now)
  const wanted = typed.trim().toLowerCase()
  return [
    ...(day && !offered.some(({ value }) => value === day)
      ? [{ name: formatDate(coarsestDate(day)), value: day }]
      : []),
    ...offered.filter(
      (choice) =>
        choice.value === day ||
        [choice, ...applyDateOrderToChoices([choice], [])].some(({ name }) =>
          name.toLowerCase().includes(wanted),
        ),
    ),
  ]
}

function changeDateChoices(told: readonly Fact[], facts: FactSnapshot): Choice[] {
  return facts.changeDates(told).map((day) => {
    const articles = told
      .filter((fact) => fact.visibleFrom === day)
      .map(({ article }) => facts.getArticle(article))
    return choice(day, articles)
  })
}

function articleDateChoices({ articles }: FactSnapshot): Choice[] {
  const byDay = Map.groupBy(articles, ({ published }) => visibleFrom(published))
  return [...byDay].toSorted().map(([day, from]) => choice(day, from))
}

/** "2019 · [Alliances and partnerships explained]": with the articles that count from then on. */
function choice(day: string, articles: readonly Article[]): Choice {
  return {
    name: [formatDate(coarsestDate(day)), ...new Set(articles.map(articleTitle))].join(' · '),
    value: day,
  }
}
