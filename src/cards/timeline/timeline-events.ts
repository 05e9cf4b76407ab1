// Timeline events: facts with the dates that they state, whichever article says so.
import type { AttributeId } from '../../data/model/attributes.ts'
import { compareDates, firstDay, lastDay, monthNames, type PartialDate } from '../../data/model/dates.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { memberships } from '../shared/related-entities.ts'
import { formatDate } from '../shared/format.ts'
import { isEvent, withoutDate } from './event-text.ts'

export interface TimelineEvent {
  date: PartialDate
  /** "September 2021", "Fiscal year 2019". */
  label: string
  /** What happened to what: "NATO was founded", or else the statement. */
  text: string
  fact: Fact
  /** Whether it is about what the entity takes part in, and does not name the entity itself. */
  isOfMembership: boolean
}

/** '' leaves an end open. */
export interface Range {
  from: PartialDate
  to: PartialDate
}

/** The events of an entity and of its memberships, or of all entities; a year sorts before its months. */
export function buildTimeline(entity: Entity | undefined, facts: FactSnapshot): readonly TimelineEvent[] {
  // Each page of a timeline needs all of it.
  return facts.memo(`events ${entity?.id ?? ''}`, () => findEvents(entity, facts))
}

function findEvents(entity: Entity | undefined, facts: FactSnapshot): TimelineEvent[] {
  const own = entity
    ? [...ownFacts(entity.id, facts), ...facts.factsMentioning(entity.id)]
    : facts.entities.flatMap(({ id }) => ownFacts(id, facts))
  const ofMemberships = entity ? membershipFacts(entity, facts) : []
  const yearless = (date: PartialDate) => date.startsWith('--')
  return [...new Set([...own, ...ofMemberships])]
    .filter((fact) => isTold(fact, entity, facts))
    .flatMap((fact) => eventsOf(fact, facts, !own.includes(fact)))
    .toSorted(
      (a, b) =>
        Number(yearless(a.date)) - Number(yearless(b.date)) ||
        compareDates(a.date, b.date) ||
        // A year before the fiscal year of the same number, for a stable order.
        a.label.length - b.label.length,
    )
}

/** Of an edition of an exercise, only its start, and that the entity itself took part; on its own timeline, its end too. */
function isTold(
  { entity: id, attribute, value }: Fact,
  of: Entity | undefined,
  facts: FactSnapshot,
): boolean {
  if (!facts.getEntity(id)?.edition || attribute === 'began') return true
  if (id === of?.id) return attribute === 'ended'
  return value.type === 'entity' && value.entity === of?.id
}

/** The dated facts about what an entity takes part in, but for others' membership and for what was before its own. */
function membershipFacts(entity: Entity, facts: FactSnapshot): Fact[] {
  return memberships(entity, facts).flatMap((id) => {
    const own = ownFacts(id, facts)
    const joined = own.flatMap(({ value, validFrom }) =>
      value.type === 'entity' && value.entity === entity.id && validFrom !== null
        ? [firstDay(validFrom)]
        : [],
    )
    const start = joined.toSorted()[0] ?? ''
    const isAfterStart = (date: PartialDate) => date.startsWith('--') || lastDay(date) >= start
    return own.filter(({ value, validFrom, validTo }) => {
      if (value.type === 'entity') return false
      const dates = [value.type === 'date' ? value.date : null, validFrom, validTo]
      return dates.some((date) => date !== null && isAfterStart(date))
    })
  })
}

function ownFacts(id: string, facts: FactSnapshot): Fact[] {
  return facts.factsAbout(id).flatMap((group) => group.facts)
}

/** "In July 2019", "since February 2022", "fiscal year 2019"; not "any year since 2015", which dates no event. */
const statedDate = new RegExp(
  `\\b([Ii]n|[Oo]n|(?<!year )[Ss]ince|[Ff]iscal year) (?:(${monthNames.join('|')}) (?:(\\d{1,2}), )?)?(\\d{4})\\b`,
)

/** What happened on the date of an attribute; its label stands for others: "Renewed". */
const verbs: Partial<Record<AttributeId, string>> = {
  founded: 'was founded',
  announced: 'was announced',
  signed: 'was signed',
  renewed: 'was renewed',
  began: 'began',
  held: 'was held',
  'took-office': 'took office',
}

/** The events of a fact: its date value, start and end, or else the date in its statement. */
function eventsOf(fact: Fact, facts: FactSnapshot, isOfMembership: boolean): TimelineEvent[] {
  const { value, validFrom, validTo, statement: text } = fact
  const isOfDay = isEvent(fact, facts.getEntity(fact.entity))
  const prefixed = (prefix: string, date: PartialDate) =>
    isOfDay ? withoutDate(text, date) : `${prefix}: ${text}`
  const dates =
    value.type === 'date'
      ? // From when to when the date is that of the entity is no event.
        [{ date: value.date, text: dateText(fact, facts, value.date) }]
      : [
          ...(validFrom === null ? [] : [{ date: validFrom, text: prefixed('From then on', validFrom) }]),
          ...(validTo === null || (isOfDay && validFrom !== null)
            ? []
            : [{ date: validTo, text: `Until then: ${text}` }]),
        ]
  if (dates.length > 0)
    return dates.map((dated) => ({ ...dated, label: formatDate(dated.date), fact, isOfMembership }))
  const [, preposition = '', month, day, year] = statedDate.exec(text) ?? []
  if (!year) return []
  const pad = (number: number) => String(number).padStart(2, '0')
  const date = [
    year,
    ...(month ? [pad(monthNames.indexOf(month) + 1)] : []),
    ...(day ? [pad(Number(day))] : []),
  ].join('-')
  const label = formatDate(date)
  return [
    {
      date,
      label: /^fiscal/i.test(preposition) ? `Fiscal year ${label}` : label,
      text: withoutDate(text, date),
      fact,
      isOfMembership,
    },
  ]
}

/** "NATO was founded"; the date is beside it. */
function dateText({ entity, attribute, statement }: Fact, facts: FactSnapshot, date: PartialDate): string {
  const name = facts.getEntity(entity)?.name
  const verb = verbs[attribute]
  return name === undefined || verb === undefined ? withoutDate(statement, date) : `${name} ${verb}`
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
