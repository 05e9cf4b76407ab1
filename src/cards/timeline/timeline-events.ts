// What happened when: facts with the dates that they state in the world, whichever article says it.
import type { PartialDate } from '../../data/model/dates.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { memberships } from '../shared/related-entities.ts'
import { formatDate, months } from '../shared/format.ts'

export interface TimelineEvent {
  date: PartialDate
  /** "September 2021", "Fiscal year 2019". */
  label: string
  /** The statement, after "until then" for what ended. */
  text: string
  fact: Fact
}

/** A date that is '' leaves that end open. */
export interface Range {
  from: PartialDate
  to: PartialDate
}

/** What is dated of an entity and of what its facts tie it to, or of all; a year before the months in it. */
export function buildTimeline(entity: Entity | undefined, facts: FactSnapshot): TimelineEvent[] {
  const told = entity ? eventFactsOf(entity, facts) : facts.entities.flatMap(({ id }) => ownFacts(id, facts))
  const yearless = (date: PartialDate) => date.startsWith('--')
  return [...new Map(told.map((fact) => [fact.id, fact])).values()].flatMap(datesOf).toSorted(
    (a, b) =>
      Number(yearless(a.date)) - Number(yearless(b.date)) ||
      a.date.localeCompare(b.date) ||
      // A year before the fiscal year of the same number, so that each stands in one place.
      a.label.length - b.label.length,
  )
}

/** Its own facts and those that name it; of what it takes part in or has, when that was. */
function eventFactsOf(entity: Entity, facts: FactSnapshot): Fact[] {
  const parts = memberships(entity, facts).flatMap((id) => ownFacts(id, facts))
  return [
    ...ownFacts(entity.id, facts),
    ...facts.factsMentioning(entity.id),
    ...parts.filter(({ value, validFrom, validTo }) => value.type === 'date' || validFrom || validTo),
  ]
}

function ownFacts(id: string, facts: FactSnapshot): Fact[] {
  return facts.factsAbout(id).flatMap((group) => group.facts)
}

/** "In July 2019", "since February 2022", "fiscal year 2019"; not "any year since 2015", when nothing happened. */
const stated = new RegExp(
  `\\b([Ii]n|[Oo]n|(?<!year )[Ss]ince|[Ff]iscal year) (?:(${months.join('|')}) (?:(\\d{1,2}), )?)?(\\d{4})\\b`,
)

/** The dates of a fact: its value, its start and its end; or else the one that its statement tells. */
function datesOf(fact: Fact): TimelineEvent[] {
  const { value, validFrom, validTo, statement: text } = fact
  const dates = [
    ...(value.type === 'date' ? [{ date: value.date, text }] : []),
    ...(validFrom === null ? [] : [{ date: validFrom, text: `From then on: ${text}` }]),
    ...(validTo === null ? [] : [{ date: validTo, text: `Until then: ${text}` }]),
  ]
  if (dates.length > 0) return dates.map((dated) => ({ ...dated, label: formatDate(dated.date), fact }))
  const [, since = '', month, day, year] = stated.exec(text) ?? []
  if (!year) return []
  const pad = (number: number) => String(number).padStart(2, '0')
  const date = [
    year,
    ...(month ? [pad(months.indexOf(month) + 1)] : []),
    ...(day ? [pad(Number(day))] : []),
  ].join('-')
  const label = formatDate(date)
  return [{ date, label: /^fiscal/i.test(since) ? `Fiscal year ${label}` : label, text, fact }]
}

/** Whether a date is all before another: a year is not before a month in it. */
export function isBefore(one: PartialDate, other: PartialDate): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}

/** What is or may be within the range; a date without a year is in none. */
export function inRange(dated: readonly TimelineEvent[], { from, to }: Range): TimelineEvent[] {
  if (from === '' && to === '') return [...dated]
  return dated.filter(
    ({ date }) => !date.startsWith('--') && !isBefore(date, from) && !(to !== '' && isBefore(to, date)),
  )
}
