// What a card that looks back to a day says of that, what it leaves out, and the buttons to earlier and later states.
import { EmbedBuilder } from '@discordjs/builders'
import { ButtonStyle } from 'discord.js'
import { packCustomId } from '../../core/custom-id.ts'
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { button, buttonRow } from './components.ts'
import type { Card, ViewState } from '../../core/card.ts'
import { coarsestDate, formatDate, formatAsOfDate } from './format.ts'

export interface AsOfNotice {
  /** How the answer in one line begins: "Looking back to the end of 2019: "; '' where all that is known is told. */
  lead: string
  /** What stands above all else on the card: one line, or none. */
  lines: string[]
  /** What is left out, for the footer: "7 later facts left out", or nothing. */
  leftOut: string[]
  /** What to say where nothing shows on that day. */
  nothing: (names: string) => string
  /** The buttons that step to where the answer differs, and back to now. */
  rows: Card['components']
}

/** `toldBy` gives the facts that the card tells of a revision or of a day in it, `viewAt` the same card on another day. */
export function asOfNotice(
  toldBy: (facts: FactSnapshot) => Fact[],
  { facts, now }: { facts: FactSnapshot; now: Date },
  viewAt: (day: string) => ViewState,
): AsOfNotice {
  const { asOfDate } = facts
  if (asOfDate === '') return { lead: '', lines: [], leftOut: [], nothing: () => '', rows: [] }
  const whole = toldBy(facts.asOf(''))
  const shown = toldBy(facts)
  const isAhead = asOfDate > now.toISOString().slice(0, 10)
  const lead = `Looking ${isAhead ? 'ahead' : 'back'} to ${formatAsOfDate(asOfDate)}`
  const days = facts.changeDates(whole)
  return {
    lead: `${lead}: `,
    lines: [`**${lead}:** ${describeScope(shown, asOfDate, isAhead)}`],
    leftOut: leftOutOf(whole, shown, facts),
    nothing: (names) => nothingBy(asOfDate, days[0], names),
    rows: dateButtons(days, asOfDate, viewAt),
  }
}

/** The card of something of which nothing shows on that day. */
export function emptyAsOfCard(
  about: { title: string; names: string; view: ViewState },
  { lead, nothing, rows: components }: AsOfNotice,
): Card {
  const sentence = nothing(about.names)
  const embed = new EmbedBuilder().setTitle(about.title).setDescription(`**${lead.trim()}** ${sentence}`)
  return { content: `${lead}${sentence}`, embeds: [embed.toJSON()], components, viewState: about.view }
}

function nothingBy(day: string, first: string | undefined, names: string): string {
  if (first === undefined) return `the articles say nothing about ${names}.`
  if (first <= day) return `nothing the articles say about ${names} was true then.`
  return `nothing had been said of ${names} by then. The first facts here count from ${formatAsOfDate(first)}.`
}

function describeScope(shown: readonly Fact[], day: string, isAhead: boolean): string {
  if (isAhead) return 'all that the articles say until now.'
  const later = shown.some(({ visibleFrom }) => visibleFrom > day)
  return `what the articles had said by then${later ? ', and what later ones say of that day' : ''}.`
}

function leftOutOf(
  whole: readonly Fact[],
  shown: readonly Fact[],
  { asOfDate, changeDates }: FactSnapshot,
): string[] {
  const left = whole.filter((fact) => !shown.includes(fact))
  // What has ended has begun or ceased to be so by then.
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
  viewAt: (day: string) => ViewState,
): Card['components'] {
  const since = days.findLastIndex((turn) => turn <= day)
  const [earlier, later] = [days[since - 1], days[since + 1]]
  const step = (label: string, to: string) =>
    button(ButtonStyle.Secondary, label, packCustomId(...viewAt(to)))
  return buttonRow(
    ...(earlier === undefined ? [] : [step(`Earlier: ${formatDate(coarsestDate(earlier))}`, earlier)]),
    ...(later === undefined
      ? []
      : [step(`${since < 0 ? 'First facts' : 'Later'}: ${formatDate(coarsestDate(later))}`, later)]),
    step('Now', ''),
  )
}
