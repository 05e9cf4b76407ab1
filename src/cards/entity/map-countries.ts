// The countries that the articles name for an entity, as a map shows them, and what the map cannot show.
import type { AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { toIsoDate } from '../../data/model/dates.ts'
import type { Country, ImageSpec } from '../../images/image-spec.ts'
import { articleTitle } from '../shared/sources.ts'
import {
  distinctDates,
  distinctValues,
  formatAsOf,
  formatAsOfDate,
  formatValue,
  formatList,
} from '../shared/format.ts'

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
export function isCurrentMember({ role, validTo }: Fact, day: string): boolean {
  // A year or a month lasts until its end.
  const isValid = validTo === null || validTo >= day.slice(0, validTo.length)
  return isValid && (role === null || role === 'full' || role === 'suspended')
}

/** The day that a map shows, as yyyy-mm-dd: the as-of date, or today. */
export function mapDate({ asOfDate }: FactSnapshot, now: Date): string {
  return asOfDate || toIsoDate(now)
}

/** The first line of a map as of a date. */
export function asOfLines({ asOfDate }: FactSnapshot): string[] {
  return asOfDate ? [`As of ${formatAsOfDate(asOfDate)}.`] : []
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

/** A map of the United States alone would show nothing of interest. */
export function shouldDrawMap(named: readonly CountryWithFacts[]): boolean {
  return named.some(({ entity }) => entity.code !== 'US')
}

/** The newest count of members, named or not. */
export function latestMemberCount(groups: readonly AttributeFacts[]): Fact | undefined {
  return groups
    .filter(({ attribute }) => attribute === 'other-members' || attribute === 'member-count')
    .flatMap((group) => group.facts)
    .toSorted((a, b) => b.visibleFrom.localeCompare(a.visibleFrom))[0]
}

/** Whether as many members are named as are counted; country-relationships.ts compares all counts. */
export function countEqualsNamed({ attribute, value }: Fact, members: readonly CountryWithFacts[]): boolean {
  const named = members.filter(({ entity }) => attribute !== 'other-members' || entity.code !== 'US').length
  return value.type === 'number' && value.bound === 'exactly' && value.number <= named
}

/** "31 countries besides the United States, in or after 2024 (inferred)". */
export function formatCount(count: Fact, facts: FactSnapshot): string {
  return `${formatValue(count.value, facts.getEntity)}, ${formatAsOf(count.asOf)}`
}

/** Participants that a map cannot show. */
interface NotDrawable {
  label: string
  values: string
  facts: Fact[]
}

/** The participants of an event that are described and not named, or that are not countries. */
export function notDrawable(groups: readonly AttributeFacts[], facts: FactSnapshot): NotDrawable[] {
  const factsOfAttribute = (attribute: AttributeId) =>
    groups.find((group) => group.attribute === attribute)?.facts ?? []
  // The members of a tie are named or counted.
  if (factsOfAttribute('member').length > 0) return []
  const described = factsOfAttribute('participants')
  const others = membershipAttributes
    .flatMap(factsOfAttribute)
    .filter(({ value }) => value.type === 'entity' && !facts.getEntity(value.entity)?.code)
  return [
    { label: 'Described', facts: described },
    { label: 'Named and not drawn, being no country', facts: others },
  ].flatMap(({ label, facts: own }) =>
    own.length > 0 ? [{ label, values: distinctValues(own, facts.getEntity).join(' · '), facts: own }] : [],
  )
}

/** Each article with the as-of dates of its facts, in one line. */
export function sourcesLine(sourced: readonly Fact[], facts: FactSnapshot): string {
  const byArticle = Map.groupBy(sourced, ({ article }) => article)
  const sources = [...byArticle].map(([article, own]) => {
    const sorted = own.toSorted((a, b) => a.visibleFrom.localeCompare(b.visibleFrom))
    return `${articleTitle(facts.getArticle(article))}, ${formatList(distinctDates(sorted))}`
  })
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${sources.join(' · ')}`
}
