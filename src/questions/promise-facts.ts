// The facts about promises, and the bodies that two countries share.
import { compareCountries } from '../cards/compare/shared-bodies.ts'
import { defensePromise } from '../cards/entity/country-relationships.ts'
import { currentGroups } from '../cards/entity/current-facts.ts'
import { formatValue } from '../cards/shared/format.ts'
import { newestOfEach } from '../cards/shared/sources.ts'
import type { Line } from '../core/card.ts'
import { attributeLabel, type AttributeId } from '../data/model/attributes.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { isSovereign, partiesOn, standingOf } from './memberships-of.ts'
import { membersOf } from './membership-words.ts'
import { the, wholeAsOf, type Asking } from './wording.ts'

export const unitedStates = 'united-states'

/** The id of the body that a treaty founded, for a document with facts of its own. */
export function bodyOfTreaty(id: string): string {
  return id === 'atlantic-treaty' ? 'nato' : id
}

/** The facts of a body's attributes that are so on the day. */
export function factsOf(body: Entity, { facts, day }: Asking, ...ids: AttributeId[]): Fact[] {
  const groups = currentGroups(body.id, facts, day)
  return ids.flatMap((id) => groups.find(({ attribute }) => attribute === id)?.facts ?? [])
}

/** One line for each attribute, with every value. */
export function valueLines(body: Entity, asking: Asking, ...ids: AttributeId[]): Line[] {
  return ids.flatMap((id) => {
    const own = newestOfEach(factsOf(body, asking, id))
    if (own.length === 0) return []
    const values = [...new Set(own.map(({ value }) => formatValue(value, asking.facts.getEntity)))]
    return [{ label: attributeLabel(id), text: values.slice(0, 3).join(' · '), facts: own.slice(0, 3) }]
  })
}

/** The bodies in which both countries are full members, what promises mutual defense first. */
export function sharedBodies(first: Entity, second: Entity, asking: Asking): Entity[] {
  return sharedByAll([first, second], asking)
}

export function sharedByAll(countries: readonly Entity[], { facts, day }: Asking): Entity[] {
  return compareCountries(countries, facts, day).all.map(({ entity }) => entity)
}

/** The facts that promise mutual defense; none if one denies it. */
export function promiseOf(body: Entity, { facts, day }: Asking): readonly Fact[] {
  return defensePromise(currentGroups(body.id, facts, day))
}

/** What is an alliance by its kind or by what it promises. */
export function isAlliance(body: Entity, asking: Asking): boolean {
  return body.kind === 'alliance' || promiseOf(body, asking).length > 0
}

export function denialsOf(body: Entity, asking: Asking): Fact[] {
  return factsOf(body, asking, 'mutual-defense').filter(
    ({ value }) => value.type === 'commitment' && !value.yes,
  )
}

/** The body itself, or the one whose members the promise binds: the European Union of its Article 42(7). */
export function promisingBody(body: Entity, country: Entity, asking: Asking): Entity {
  const { facts, day } = asking
  if (standingOf(country, body, facts, day).facts.length > 0) return body
  const named = promiseOf(body, asking).flatMap(({ mentions }) => mentions)
  return (
    named
      .flatMap((id) => facts.getEntity(id) ?? [])
      .find((one) => standingOf(country, one, facts, day).whole !== undefined) ?? body
  )
}

/** Whether a country is bound by a promise, as a party or as a member of the body whose members are. */
export function isBoundBy(body: Entity, country: Entity, asking: Asking): boolean {
  return isPartyOf(country, promisingBody(body, country, asking), asking)
}

export function isPartyOf({ id }: Entity, body: Entity, { facts, day }: Asking): boolean {
  return partiesOn(body, facts, day).some(({ entity }) => entity.id === id)
}

/** What is said of a place that is no party: whether the promise of a body holds there. */
export function coverageOf(body: Entity, place: Entity, asking: Asking): Fact[] {
  if (isBoundBy(body, place, asking)) return []
  const about = (one: Entity, other: Entity, attributes: readonly AttributeId[]) =>
    currentGroups(one.id, asking.facts, asking.day)
      .filter(({ attribute }) => attributes.includes(attribute))
      .flatMap((group) => group.facts)
      .filter(({ mentions, statement }) => mentions.includes(other.id) || statement.includes(other.name))
  return [...about(place, body, ['is-not', 'limit']), ...about(body, place, ['area', 'limit'])]
}

/** That a country is not among those who promised to defend each other, by their whole list. */
export function outsideOf(
  body: Entity,
  country: Entity,
  asking: Asking,
): { text: string; facts: readonly Fact[] } | undefined {
  if (body.kind === 'country' || country.kind !== 'country' || promiseOf(body, asking).length === 0)
    return undefined
  // A list of states does not have what is a part of one.
  if (!isSovereign(country, asking.facts)) return undefined
  const members = promisingBody(body, country, asking)
  const { whole, role, end } = standingOf(country, members, asking.facts, asking.day)
  if (!whole || role === 'full' || role === 'suspended' || end) return undefined
  return {
    text: `No promise to defend it is stated here. The list of the ${membersOf(members)}, ${wholeAsOf(whole)}, does not have ${the(country)}.`,
    facts: [whole.count],
  }
}
