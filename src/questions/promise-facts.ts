// The facts about promises, and the bodies that two countries share.
import { relationshipsOf } from '../cards/entity/country-relationships.ts'
import { currentGroups } from '../cards/entity/current-facts.ts'
import { formatValue } from '../cards/shared/format.ts'
import { newestOfEach } from '../cards/shared/sources.ts'
import type { Line } from '../core/card.ts'
import { attributeLabel, type AttributeId } from '../data/model/attributes.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { partiesOn } from './memberships-of.ts'
import type { Asking } from './wording.ts'

export const unitedStates = 'united-states'

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

/** The bodies in force in which both countries are full members, those with a promise of defense first. */
export function sharedBodies(first: Entity, second: Entity, asking: Asking): Entity[] {
  const { facts, day } = asking
  const bodies = relationshipsOf(first, facts, day)
    .filter(
      ({ label }) =>
        !/^(Formerly|Suspended|Other ties|Joining|Exercises|Operations|Programs|Arms sales|Signed)$/.test(
          label,
        ),
    )
    .map(({ entity }) => entity)
  const shared = [...new Set(bodies)].filter(
    (body) =>
      body.kind !== 'status' && partiesOn(body, facts, day).some(({ entity }) => entity.id === second.id),
  )
  return shared.toSorted((a, b) => promiseOf(b, asking).length - promiseOf(a, asking).length)
}

/** The facts that promise mutual defense; none if one denies it. */
export function promiseOf(body: Entity, asking: Asking): Fact[] {
  const own = factsOf(body, asking, 'mutual-defense')
  return own.every(({ value }) => value.type === 'commitment' && value.yes) ? own : []
}

export function denialsOf(body: Entity, asking: Asking): Fact[] {
  return factsOf(body, asking, 'mutual-defense').filter(
    ({ value }) => value.type === 'commitment' && !value.yes,
  )
}
