// Timeline events: facts with the dates that they state, whichever article says so.
import { monthNames, type PartialDate } from '../../data/model/dates.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { memberships } from '../shared/related-entities.ts'
import { formatDate } from '../shared/format.ts'

export interface TimelineEvent {
  date: PartialDate
  /** "September 2021", "Fiscal year 2019". */
  label: string
  /** The statement, prefixed with "From then on" or "Until then" for a start or an end. */
  text: string
  fact: Fact
}

/** '' leaves an end open. */
export interface Range {
  from: PartialDate
  to: PartialDate
}

/** The events of an entity and of its memberships, or of all entities; a year sorts before its months. */
export function buildTimeline(entity: Entity | undefined, facts: FactSnapshot): TimelineEvent[] {
  const eventFacts = entity
    ? eventFactsOf(entity, facts)
    : facts.entities.flatMap(({ id }) => ownFacts(id, facts))
  const yearless = (date: PartialDate) => date.startsWith('--')
  return [...new Map(eventFacts.map((fact) => [fact.id, fact])).values()].flatMap(eventsOf).toSorted(
    (a, b) =>
      Number(yearless(a.date)) - Number(yearless(b.date)) ||
      a.date.localeCompare(b.date) ||
      // A year before the fiscal year of the same number, for a stable order.
      a.label.length - b.label.length,
  )
}

/** Its own facts and those that mention it; of its memberships, only dated facts. */
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

/** "In July 2019", "since February 2022", "fiscal year 2019"; not "any year since 2015", which dates no event. */
const statedDate = new RegExp(
  `\\b([Ii]n|[Oo]n|(?<!year )[Ss]ince|[Ff]iscal year) (?:(${monthNames.join('|')}) (?:(\\d{1,2}), )?)?(\\d{4})\\b`,
)

/** The events of a fact: its date value, start and end, or else the date in its statement. */
function eventsOf(fact: Fact): TimelineEvent[] {
  const { value, validFrom, validTo, statement: text } = fact
  const dates = [
    ...(value.type === 'date' ? [{ date: value.date, text }] : []),
    ...(validFrom === null ? [] : [{ date: validFrom, text: `From then on: ${text}` }]),
    ...(validTo === null ? [] : [{ date: validTo, text: `Until then: ${text}` }]),
  ]
  if (dates.length > 0) return dates.map((dated) => ({ ...dated, label: formatDate(dated.date), fact }))
  const [, preposition = '', month, day, year] = statedDate.exec(text) ?? []
  if (!year) return []
  const pad = (number: number) => String(number).padStart(2, '0')
  const date = [
    year,
    ...(month ? [pad(monthNames.indexOf(month) + 1)] : []),
    ...(day ? [pad(Number(day))] : []),
  ].join('-')
  const label = formatDate(date)
  return [{ date, label: /^fiscal/i.test(preposition) ? `Fiscal year ${label}` : label, text, fact }]
}

/** Whether a date is entirely before another: a year is not before a month in it. */
export function isBefore(date: PartialDate, other: PartialDate): boolean {
  const length = Math.min(date.length, other.length)
  return date.slice(0, length) < other.slice(0, length)
}

/** The events that are or may be within the range; a date without a year is in no range. */
export function inRange(events: readonly TimelineEvent[], { from, to }: Range): TimelineEvent[] {
  if (from === '' && to === '') return [...events]
  return events.filter(
    ({ date }) => !date.startsWith('--') && !isBefore(date, from) && !(to !== '' && isBefore(to, date)),
  )
}
