// The notice of an as-of view: its date, what it leaves out, and buttons to earlier and later dates.
import { changeDates } from '../../data/model/visibility.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { toIsoDate } from '../../data/model/dates.ts'
import type { Button, Card, ViewState } from '../../core/card.ts'
import { coarsestDate, formatDate, formatAsOfDate, pluralize } from './format.ts'

export interface AsOfNotice {
  /** "Looking back to the end of 2019 · 7 later facts left out"; undefined without an as-of date. */
  notice?: string
  /** The sentence for a card without visible facts. */
  nothing: (names: string) => string
  /** To the previous and next dates on which the facts change, and to now. */
  buttons: Button[]
}

/** `selectFacts` returns the facts that the card shows of a snapshot, `viewStateAt` the same card as of another day. */
export function asOfNotice(
  selectFacts: (facts: FactSnapshot) => Fact[],
  { facts, now }: { facts: FactSnapshot; now: Date },
  viewStateAt: (day: string) => ViewState,
): AsOfNotice {
  const { asOfDate } = facts
  if (asOfDate === '') return { nothing: () => '', buttons: [] }
  const allFacts = selectFacts(facts.asOf(''))
  const visible = new Set(selectFacts(facts))
  const direction = asOfDate > toIsoDate(now) ? 'ahead' : 'back'
  const days = changeDates(allFacts)
  return {
    notice: [
      `Looking ${direction} to ${formatAsOfDate(asOfDate)}`,
      ...describeLeftOut(allFacts, visible, asOfDate),
    ].join(' · '),
    nothing: (names) => describeNothing(asOfDate, days[0], names),
    buttons: dateButtons(days, asOfDate, viewStateAt),
  }
}

/** The card of an entity without visible facts on that day. */
export function emptyAsOfCard(
  subject: { title: string; names: string; viewState: ViewState },
  { notice, nothing, buttons }: AsOfNotice,
): Card {
  return {
    heading: { text: subject.title },
    ...(notice !== undefined && { notice }),
    verdict: { text: nothing(subject.names) },
    controls: buttons.length > 0 ? [{ type: 'buttons', buttons }] : [],
    viewState: subject.viewState,
  }
}

function describeNothing(day: string, first: string | undefined, names: string): string {
  if (first === undefined) return `The articles say nothing about ${names}.`
  if (first <= day) return `Nothing that the articles say about ${names} was true then.`
  return `The articles had said nothing about ${names} by then. The first facts count from ${formatAsOfDate(first)}.`
}

function describeLeftOut(allFacts: readonly Fact[], visible: ReadonlySet<Fact>, asOfDate: string): string[] {
  const left = allFacts.filter((fact) => !visible.has(fact))
  // A fact that had ended changed on or before that day.
  const later = left.filter((fact) => (changeDates([fact])[0] ?? '') > asOfDate).length
  const ended = left.length - later
  return [
    ...(later > 0 ? [`${pluralize(later, 'later fact')} left out`] : []),
    ...(ended > 0 ? [`${ended} left out that had ended by then`] : []),
  ]
}

function dateButtons(
  days: readonly string[],
  day: string,
  viewStateAt: (day: string) => ViewState,
): Button[] {
  const current = days.findLastIndex((change) => change <= day)
  const [earlier, later] = [days[current - 1], days[current + 1]]
  const dateButton = (label: string, to: string): Button => ({
    label: `${label}: ${formatDate(coarsestDate(to))}`,
    opens: viewStateAt(to),
  })
  return [
    ...(earlier === undefined ? [] : [dateButton('Earlier', earlier)]),
    ...(later === undefined
      ? []
      : // The sentence above says on which day the first facts are.
        [current < 0 ? { label: 'First facts', opens: viewStateAt(later) } : dateButton('Later', later)]),
    { label: 'Now', opens: viewStateAt('') },
  ]
}
