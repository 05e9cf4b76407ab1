// The countries that the articles name for an entity, as a map shows them, and whether those are all.
import type { AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { tieKinds } from '../../data/model/kinds.ts'
import { byNewest, toIsoDate } from '../../data/model/dates.ts'
import { isFullRole, isValidOn } from '../../data/model/memberships.ts'
import type { Country, ImageSpec } from '../../images/image-spec.ts'
import { formatAsOfDate } from '../shared/format.ts'

/** An image and the facts that it shows. */
export interface ImageWithFacts {
  image: ImageSpec
  facts: Fact[]
}

/** A country and the facts that name it. */
export interface CountryWithFacts {
  entity: Entity
  facts: Fact[]
}

/** The attributes that make a country a member of a tie or a participant in an event. */
export const membershipAttributes: AttributeId[] = ['member', 'participant', 'led-by']

/** Former members, observers, applicants and partners are not drawn as members. */
export function isCurrentMember(fact: Fact, day: string): boolean {
  return isValidOn(fact, day) && isFullRole(fact.role)
}

/** The day that a map shows, as yyyy-mm-dd: the as-of date, or today. */
export function mapDate({ asOfDate }: FactSnapshot, now: Date): string {
  return asOfDate || toIsoDate(now)
}

/** The title of an image, with the as-of date. */
export function imageTitle(title: string, { asOfDate }: FactSnapshot): string {
  return asOfDate ? `${title}, as of ${formatAsOfDate(asOfDate)}` : title
}

/** The countries that facts of these attributes have as their values or name as a location, each once. */
export function namedIn(
  groups: readonly AttributeFacts[],
  attributes: readonly AttributeId[],
  facts: FactSnapshot,
  day: string,
): CountryWithFacts[] {
  const candidates = attributes.flatMap(
    (attribute) => groups.find((group) => group.attribute === attribute)?.facts ?? [],
  )
  const byEntity = Map.groupBy(
    candidates.filter((fact) => isCurrentMember(fact, day)),
    ({ value }) => entityIdOf(value, facts),
  )
  return [...byEntity].flatMap(([id, own]) => {
    const entity = facts.getEntity(id)
    return entity?.code ? [{ entity, facts: own }] : []
  })
}

function entityIdOf(value: Fact['value'], facts: FactSnapshot): string {
  if (value.type === 'entity') return value.entity
  const [id = '', ...others] = value.type === 'text' ? facts.names.exact(value.text) : []
  return others.length > 0 ? '' : id
}

export function toImageCountry({ entity: { code = '', name } }: CountryWithFacts): Country {
  return { code, name }
}

/** The facts of all of them, each once. */
export function factsOf(named: readonly CountryWithFacts[]): Fact[] {
  return [...new Set(named.flatMap(({ facts }) => facts))]
}

export function sortByName(named: readonly CountryWithFacts[]): CountryWithFacts[] {
  return named.toSorted((a, b) => a.entity.name.localeCompare(b.entity.name, 'en'))
}

/** The newest count of members, named or not. */
export function latestMemberCount(groups: readonly AttributeFacts[]): Fact | undefined {
  return groups
    .filter(({ attribute }) => attribute === 'other-members' || attribute === 'member-count')
    .flatMap((group) => group.facts)
    .toSorted(byNewest)[0]
}

/** How many of the counted members are not named; undefined if their number is not exact. */
export function unnamedCount(
  { attribute, value }: Fact,
  members: readonly { entity: Entity }[],
): number | undefined {
  if (value.type !== 'number' || value.bound !== 'exactly') return undefined
  const named = members.filter(({ entity }) => attribute !== 'other-members' || entity.code !== 'US').length
  return Math.max(0, value.number - named)
}

/**
 * Whether all parties can be drawn. If some are only counted, described as "several countries", or named as members of a
 * league that takes part, then a map of the others would say of them that they take no part.
 */
export function areAllNamed(
  groups: readonly AttributeFacts[],
  members: readonly { entity: Entity }[],
  facts: FactSnapshot,
): boolean {
  const count = latestMemberCount(groups)
  if (count) return unnamedCount(count, members) === 0
  const parties = groups
    .filter(({ attribute }) => membershipAttributes.includes(attribute))
    .flatMap((group) => group.facts.flatMap(({ value }) => entityIdOf(value, facts)))
  const leagues: readonly string[] = [...tieKinds, 'organization']
  return (
    groups.every(({ attribute }) => attribute !== 'participants') &&
    !parties.some((id) => leagues.includes(facts.getEntity(id)?.kind ?? ''))
  )
}

/** Where two countries are is no reason for a map. */
export function isWorthDrawing(named: readonly CountryWithFacts[]): boolean {
  return named.length > 2
}
