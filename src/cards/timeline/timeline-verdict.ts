// The verdict of a timeline: how many events, from when to when; if there are none, why not.
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { allFactsFor } from '../shared/related-entities.ts'
import { capitalize, formatDate, nameInSentence } from '../shared/format.ts'
import type { Range, TimelineEvent } from './timeline-events.ts'

interface TimelineSummary extends Range {
  facts: FactSnapshot
  all: readonly TimelineEvent[]
  events: readonly TimelineEvent[]
}

const maxLength = 140

export function timelineVerdict(entity: Entity | undefined, summary: TimelineSummary): string {
  const { events, from, to } = summary
  if (events.length > 0)
    return `${subjectPhrase(entity, events)}${rangePhrase({ from, to }) || endsPhrase(events)}.`
  const named = emptyVerdict(entity, entity ? ` about ${nameInSentence(entity)}` : '', summary)
  // The heading has the name as well.
  return named.length > maxLength ? emptyVerdict(entity, '', summary) : named
}

function emptyVerdict(
  entity: Entity | undefined,
  about: string,
  { all, from, to, facts }: TimelineSummary,
): string {
  if (all.length > 0) {
    const count = `there ${all.length === 1 ? 'is' : 'are'} ${countOf(all)} in all`
    return `No article dates anything${about}${rangePhrase({ from, to })}; ${count}.`
  }
  const years = yearsOf(entity ? allFactsFor(entity, facts) : [])
  const articles = years ? ` What they say of it dates from ${years}.` : ''
  return `No article ${facts.asOfDate ? 'had said' : 'says'} when anything${about} happened.${articles}`
}

/**
 * "12 events"; those of what an entity takes part in are told apart: that NATO was founded in 1949 does not say when
 * Sweden joined.
 */
function subjectPhrase(entity: Entity | undefined, events: readonly TimelineEvent[]): string {
  const ofMemberships = events.filter(({ isOfMembership }) => isOfMembership).length
  if (!entity || ofMemberships === 0) return capitalize(countOf(events))
  if (ofMemberships === events.length)
    return `No date of ${nameInSentence(entity)} itself is stated; ${countOf(events)} of what it takes part in`
  return `${capitalize(countOf(events))}, ${ofMemberships} of them of what it takes part in`
}

/** "2020", "2019 to 2024". */
function yearsOf(about: readonly Fact[]): string {
  const years = about
    .flatMap(({ asOf }) => [asOf.first, asOf.last ?? asOf.first])
    .map((date) => date.slice(0, 4))
  const [first, last] = [years.toSorted()[0] ?? '', years.toSorted().at(-1) ?? '']
  return first === last ? first : `${first} to ${last}`
}

function countOf({ length }: { length: number }): string {
  return length === 1 ? 'one event' : `${length} events`
}

/** ", from 1949 to February 2022"; nothing if none has a year. */
function endsPhrase(events: readonly TimelineEvent[]): string {
  const labels = events.flatMap(({ label, date }) => (date.startsWith('--') ? [] : [label]))
  const [first, last] = [labels[0], labels.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? `, in ${first}` : `, from ${first} to ${last}`
}

function rangePhrase({ from, to }: Range): string {
  if (from !== '' && from === to) return ` in ${formatDate(from)}`
  if (to === '') return from && ` from ${formatDate(from)} on`
  return from ? ` from ${formatDate(from)} to ${formatDate(to)}` : ` up to ${formatDate(to)}`
}
