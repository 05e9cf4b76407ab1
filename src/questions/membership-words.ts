// How answers speak of membership: in what, since when, from when to when.
import { uncapitalize } from '../cards/shared/format.ts'
import { isFullRole } from '../data/model/memberships.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { factsOfParty, type Standing } from './memberships-of.ts'
import { dateWords, onDate, The, the, type Asking } from './wording.ts'

/** "in NATO", "a major non-NATO ally", "a party to the Rio Treaty". */
export function inBody(body: Entity): string {
  if (body.kind === 'status') return `a ${uncapitalize(body.name)}`
  if (body.kind === 'treaty') return `a party to ${the(body)}`
  return `in ${the(body)}`
}

/** The same of several: "major non-NATO allies", "parties to the Rio Treaty". */
export function allInBody(body: Entity): string {
  if (body.kind === 'status') return uncapitalize(body.name).replace(/y$/, 'ies')
  return inBody(body).replace(/^a party/, 'parties')
}

/** "members of NATO", "major non-NATO allies". */
export function membersOf(body: Entity): string {
  return body.kind === 'status' ? allInBody(body) : `members of ${the(body)}`
}

/** "joined NATO", "became a major non-NATO ally"; of several, "became major non-NATO allies". */
export function joinedBody(body: Entity, isSeveral = false): string {
  if (body.kind !== 'status') return `joined ${the(body)}`
  return `became ${isSeveral ? allInBody(body) : inBody(body)}`
}

/** "left NATO", "lost the status of a major non-NATO ally". */
export function leftBody(body: Entity): string {
  return body.kind === 'status' ? `lost the status of ${inBody(body)}` : `left ${the(body)}`
}

export function askedWhen({ question: { date } }: Asking): string {
  return date === '' ? '' : onDate(date)
}

export function sinceWords(since: string | undefined): string {
  return since === undefined ? '' : `, since ${dateWords(since)}`
}

/** What is stated of a suspension, which says who suspended what: Armenia suspended its own part in the CSTO. */
export function suspensionOf({ facts }: Pick<Standing, 'facts'>): string {
  return facts.find(({ role }) => role === 'suspended')?.statement ?? ''
}

/** " from 1955 to 1991", " until 1979". */
export function spell({ validFrom, validTo }: Fact): string {
  const [from, to] = [validFrom, validTo].map((date) => (date === null ? '' : dateWords(date)))
  if (from && to) return ` from ${from} to ${to}`
  return to ? ` until ${to}` : from ? `, from ${from}` : ''
}

/** "Iran was a member of CENTO from 1955 to 1979."; where sources have it end in another year, so does that. */
export function pastMembership(country: Entity, body: Entity, fact: Fact, facts?: FactSnapshot): string {
  const ends = (facts ? factsOfParty(country, body, facts) : []).flatMap(({ role, validFrom, validTo }) =>
    isFullRole(role) &&
    validTo !== null &&
    validFrom === fact.validFrom &&
    validTo.slice(0, 4) !== fact.validTo?.slice(0, 4)
      ? [` or until ${dateWords(validTo)}, as sources differ`]
      : [],
  )
  return `${The(country)} was ${inBody(body)}${spell(fact)}${ends[0] ?? ''}.`
}
