// The countries that the articles name for a thing, as a map shows them; and what a map cannot show of it.
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts, FactSnapshot } from '../../data/query/fact-store.ts'
import type { Country, Picture } from '../../images/image-spec.ts'
import { articleTitle } from '../shared/source-footnotes.ts'
import { formatAsOf, formatAsOfDate, formatValue, formatList } from '../shared/format.ts'

type AttributeId = AttributeFacts['attribute']

/** A picture and the facts that it was made from. */
export interface ImageWithFacts {
  picture: Picture
  facts: Fact[]
}

/** A country and the facts that name it. */
export interface CountryWithFacts {
  entity: Entity
  facts: Fact[]
}

/** How a country may belong to a tie or take part in an event. */
export const membershipAttributes: AttributeId[] = ['member', 'participant', 'led-by']

/** What belonged once, or only looks on, is not drawn as belonging. */
export function isCurrentMember({ role, validTo }: Fact, day: string): boolean {
  // A year or a month lasts until its end.
  const lasts = validTo === null || validTo >= day.slice(0, validTo.length)
  return lasts && (role === null || role === 'full' || role === 'suspended')
}

/** The day that a map shows, as yyyy-mm-dd: the one that is looked back to, or the present. */
export function dayOf({ asOfDate }: FactSnapshot, now: Date): string {
  return asOfDate || now.toISOString().slice(0, 10)
}

/** Said first on a map that looks back. */
export function dayLines({ asOfDate }: FactSnapshot): string[] {
  return asOfDate ? [`As of ${formatAsOfDate(asOfDate)}.`] : []
}

/** The countries that facts of these attributes have as their values or name as a place, each once. */
export function namedIn(
  groups: readonly AttributeFacts[],
  attributes: readonly AttributeId[],
  facts: FactSnapshot,
  day: string,
): CountryWithFacts[] {
  const told = attributes.flatMap(
    (attribute) => groups.find((group) => group.attribute === attribute)?.facts ?? [],
  )
  const byEntity = Map.groupBy(
    told.filter((fact) => isCurrentMember(fact, day)),
    ({ value }) => entityIn(value, facts),
  )
  return [...byEntity].flatMap(([id, own]) => {
    const entity = facts.getEntity(id)
    return entity?.code ? [{ entity, facts: own }] : []
  })
}

function entityIn(value: Fact['value'], facts: FactSnapshot): string {
  if (value.type === 'entity') return value.entity
  const [id = '', ...others] = value.type === 'text' ? facts.names.exact(value.text) : []
  return others.length > 0 ? '' : id
}

export function countryOf({ entity: { code = '', name } }: CountryWithFacts): Country {
  return { code, name }
}

/** The facts of all of them, each once. */
export function factsOf(named: readonly CountryWithFacts[]): Fact[] {
  return [...new Set(named.flatMap(({ facts }) => facts))]
}

/** In the order of their names. */
export function byName(named: readonly CountryWithFacts[]): CountryWithFacts[] {
  return named.toSorted((a, b) => a.entity.name.localeCompare(b.entity.name, 'en'))
}

/** A map of the United States alone would say nothing of what it was asked for. */
export function shouldDrawMap(named: readonly CountryWithFacts[]): boolean {
  return named.some(({ entity }) => entity.code !== 'US')
}

/** The newest count of members: how many there are, named or not. */
export function latestMemberCount(groups: readonly AttributeFacts[]): Fact | undefined {
  return groups
    .filter(({ attribute }) => attribute === 'other-members' || attribute === 'member-count')
    .flatMap((group) => group.facts)
    .toSorted((a, b) => b.visibleFrom.localeCompare(a.visibleFrom))[0]
}

/** Whether as many are named as are counted. */
export function areAllNamed({ attribute, value }: Fact, members: readonly CountryWithFacts[]): boolean {
  const named = members.filter(({ entity }) => attribute !== 'other-members' || entity.code !== 'US').length
  return value.type === 'number' && value.bound === 'exactly' && value.number <= named
}

/** "31 countries besides the United States, in or after 2024 (inferred)". */
export function formatCount(count: Fact, facts: FactSnapshot): string {
  return `${formatValue(count.value, facts.getEntity)}, ${formatAsOf(count.asOf)}`
}

/** Those who take part in an event and cannot be drawn. */
interface Undrawn {
  label: string
  values: string
  facts: Fact[]
}

/** Who takes part in an event and cannot be drawn: those who are described and not named, and those that are no countries. */
export function notDrawable(groups: readonly AttributeFacts[], facts: FactSnapshot): Undrawn[] {
  const told = (attribute: AttributeId) => groups.find((group) => group.attribute === attribute)?.facts ?? []
  // The members of a tie are told by name and number.
  if (told('member').length > 0) return []
  const described = told('participants')
  const others = membershipAttributes
    .flatMap(told)
    .filter(({ value }) => value.type === 'entity' && !facts.getEntity(value.entity)?.code)
  return [
    { label: 'Described', told: described },
    { label: 'Named and not drawn, being no country', told: others },
  ].flatMap(({ label, told: own }) =>
    own.length > 0 ? [{ label, values: valuesOf(own, facts), facts: own }] : [],
  )
}

function valuesOf(told: readonly Fact[], facts: FactSnapshot): string {
  return [...new Set(told.map(({ value }) => formatValue(value, facts.getEntity)))].join(' · ')
}

/** Each article with the dates of what it says, in one line. */
export function sourcesLine(told: readonly Fact[], facts: FactSnapshot): string {
  const byArticle = Map.groupBy(told, ({ article }) => article)
  const sources = [...byArticle].map(([article, own]) => {
    const dated = own.toSorted((a, b) => a.visibleFrom.localeCompare(b.visibleFrom))
    const dates = [...new Set(dated.map(({ asOf }) => formatAsOf(asOf)))]
    return `${articleTitle(facts.getArticle(article))}, ${formatList(dates)}`
  })
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${sources.join(' · ')}`
}
