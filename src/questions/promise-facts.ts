// The facts about promises, and the bodies that two countries share.
import { compareCountries } from '../cards/compare/shared-bodies.ts'
import { defensePromise } from '../cards/entity/country-relationships.ts'
import { currentGroups } from '../cards/entity/current-facts.ts'
import { formatValue } from '../cards/shared/format.ts'
import { newestOfEach } from '../cards/shared/sources.ts'
import type { Line } from '../core/card.ts'
import { attributeLabel, type AttributeId } from '../data/model/attributes.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { Asking } from './wording.ts'

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
