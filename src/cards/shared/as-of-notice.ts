// The notice of an as-of view: its date, how many facts it leaves out, and buttons to earlier and later dates.
import { changeDates } from '../../data/model/visibility.ts'
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { toIsoDate } from '../../data/model/dates.ts'
import { button, buttonRow } from './components.ts'
import type { Card, ViewState } from '../../core/card.ts'
import { coarsestDate, formatDate, formatAsOfDate } from './format.ts'

export interface AsOfNotice {
  /** Prefix of the one-line answer: "Looking back to the end of 2019: "; '' without an as-of date. */
  lead: string
  /** The first paragraph of the card: one line, or none. */
  lines: string[]
  /** For the footer: "7 later facts left out", or nothing. */
  leftOut: string[]
  /** The sentence for a card without visible facts. */
  nothing: (names: string) => string
  /** Buttons to the previous and next dates on which the facts change, and to now. */
  components: Card['components']
}

/** `selectFacts` returns the facts that the card shows of a snapshot, `viewStateAt` the same card as of another day. */
export function asOfNotice(
  selectFacts: (facts: FactSnapshot) => Fact[],
  { facts, now }: { facts: FactSnapshot; now: Date },
  viewStateAt: (day: string) => ViewState,
): AsOfNotice {
  const { asOfDate } = facts
  if (asOfDate === '') return { lead: '', lines: [], leftOut: [], nothing: () => '', components: [] }
  const allFacts = selectFacts(facts.asOf(''))
  const visible = selectFacts(facts)
  const isAhead = asOfDate > toIsoDate(now)
  const lead = `Looking ${isAhead ? 'ahead' : 'back'} to ${formatAsOfDate(asOfDate)}`
  const days = changeDates(allFacts)
  return {
    lead: `${lead}: `,
    lines: [`**${lead}:** ${describeScope(visible, asOfDate, isAhead)}`],
    leftOut: describeLeftOut(allFacts, visible, asOfDate),
    nothing: (names) => describeNothing(asOfDate, days[0], names),
    components: dateButtons(days, asOfDate, viewStateAt),
  }
}

/** The card of an entity without visible facts on that day. */
export function emptyAsOfCard(
  subject: { title: string; names: string; viewState: ViewState },
  { lead, nothing, components }: AsOfNotice,
): Card {
  const sentence = nothing(subject.names)
  const embed = new EmbedBuilder().setTitle(subject.title).setDescription(`**${lead.trim()}** ${sentence}`)
  return { content: `${lead}${sentence}`, embeds: [embed.toJSON()], components, viewState: subject.viewState }
}

function describeNothing(day: string, first: string | undefined, names: string): string {
  if (first === undefined) return `the articles say nothing about ${names}.`
  if (first <= day) return `nothing the articles say about ${names} was true then.`
  return `nothing had been said of ${names} by then. The first facts here count from ${formatAsOfDate(first)}.`
}

function describeScope(visible: readonly Fact[], day: string, isAhead: boolean): string {
  if (isAhead) return 'all that the articles say until now.'
  const later = visible.some(({ visibleFrom }) => visibleFrom > day)
  return `what the articles had said by then${later ? ', and what later ones say of that day' : ''}.`
}

function describeLeftOut(allFacts: readonly Fact[], visible: readonly Fact[], asOfDate: string): string[] {
  const left = allFacts.filter((fact) => !visible.includes(fact))
  // A fact that had ended changed on or before that day.
  const later = left.filter((fact) => (changeDates([fact])[0] ?? '') > asOfDate).length
  const ended = left.length - later
  return [
    later > 0 ? `${later} later ${later === 1 ? 'fact' : 'facts'} left out` : 'no fact is later',
    ...(ended > 0 ? [`${ended} left out that had ended by then`] : []),
  ]
}

function dateButtons(
  days: readonly string[],
  day: string,
  viewStateAt: (day: string) => ViewState,
): Card['components'] {
  const current = days.findLastIndex((change) => change <= day)
  const [earlier, later] = [days[current - 1], days[current + 1]]
  const dateButton = (label: string, to: string) =>
    button(ButtonStyle.Secondary, label, packCustomId(...viewStateAt(to)))
  return buttonRow(
    ...(earlier === undefined ? [] : [dateButton(`Earlier: ${formatDate(coarsestDate(earlier))}`, earlier)]),
    ...(later === undefined
      ? []
      : [dateButton(`${current < 0 ? 'First facts' : 'Later'}: ${formatDate(coarsestDate(later))}`, later)]),
    dateButton('Now', ''),
  )
}
