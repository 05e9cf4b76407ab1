// What compared countries are in: together, two of three, each alone; and other roles in what another is in.
import { compareDates } from '../../data/model/dates.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import { countedMembersOn } from '../../data/model/memberships.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { defensePromise, relationshipsOf, type Relationship } from '../entity/country-relationships.ts'
import { currentGroups } from '../entity/current-facts.ts'

/** The labels of full members, the strongest first. */
export const memberLabels = ['Treaty ally', 'Ally', 'Ally or partner', 'Partner', 'Member', 'Cooperation']

/** Labels of what is less than full membership. */
const otherLabels = ['Joining', 'Suspended', 'Other ties', 'Formerly']

export interface CountryInBody {
  country: Entity
  relationship: Relationship
}

/** An alliance or another body, and how compared countries are in it, in their order. */
export interface SharedBody {
  entity: Entity
  parties: CountryInBody[]
  /** The facts that promise mutual defense; none if they deny it. */
  promise: readonly Fact[]
  /** The facts that deny it. */
  denial: readonly Fact[]
  /** Whether the parties are all of its members. */
  isWhole: boolean
}

export interface ComparedCountries {
  countries: readonly Entity[]
  /** What all are in, what promises mutual defense first. */
  all: SharedBody[]
  /** What two of three are in. */
  some: SharedBody[]
  /** By country, in their order: what no other is in. */
  alone: Relationship[][]
  /** What at least two have to do with, one of them less than as a full member. */
  others: SharedBody[]
  statuses: SharedBody[]
  /** The exercises that all took part in, newest first. */
  exercises: SharedBody[]
}

/** `day`, as yyyy-mm-dd, is that of the view. */
export function compareCountries(
  countries: readonly Entity[],
  facts: FactSnapshot,
  day: string,
): ComparedCountries {
  const relationships = countries.flatMap((country) =>
    relationshipsOf(country, facts, day).map((relationship) => ({ country, relationship })),
  )
  /** The bodies that so many of the countries at least have such a relationship with. */
  const find = (
    labels: readonly string[],
    atLeast: number,
    accepts: (found: Relationship) => boolean = () => true,
  ) => {
    const found = relationships.filter(
      ({ relationship }) => labels.includes(relationship.label) && accepts(relationship),
    )
    return [...Map.groupBy(found, ({ relationship }) => relationship.entity)]
      .filter(([, own]) => new Set(own.map(({ country }) => country)).size >= atLeast)
      .map(([entity, own]) => bodyOf(entity, own, facts, day))
  }
  const bodies = find(memberLabels, 1).toSorted((a, b) => strengthOf(a) - strengthOf(b))
  const all = bodies.filter(({ parties }) => parties.length === countries.length)
  const isBoth = new Set(all.map(({ entity }) => entity))
  const others = find([...memberLabels, ...otherLabels], 2).filter(
    ({ entity, parties }) =>
      !isBoth.has(entity) &&
      parties.some(({ relationship }) => otherLabels.includes(relationship.label)) &&
      // What all are partners of does not bring them together.
      parties.some(({ relationship }) => relationship.label !== 'Other ties'),
  )
  const otherIds = new Set(others.map(({ entity }) => entity))
  return {
    countries,
    all,
    some: bodies.filter(({ parties }) => parties.length > 1 && parties.length < countries.length),
    alone: countries.map((country) =>
      bodies.flatMap(({ entity, parties: [first, second] }) =>
        first?.country === country && !second && !otherIds.has(entity) ? first.relationship : [],
      ),
    ),
    others,
    statuses: find(['Status'], 1),
    exercises: find(['Exercises'], countries.length, ({ own }) =>
      own.some(({ role }) => role !== 'observer'),
    ).toSorted((a, b) => compareDates(dateOf(b), dateOf(a))),
  }
}

function bodyOf(
  entity: Entity,
  found: readonly CountryInBody[],
  facts: FactSnapshot,
  day: string,
): SharedBody {
  const groups = currentGroups(entity.id, facts, day)
  const defense = groups.find(({ attribute }) => attribute === 'mutual-defense')?.facts ?? []
  const members = groups.find(({ attribute }) => attribute === 'member')?.facts ?? []
  // Of several labels the strongest says enough.
  const parties = [...Map.groupBy(found, ({ country }) => country).values()].flatMap(([first]) => first ?? [])
  return {
    entity,
    parties,
    promise: defensePromise(groups),
    denial: defense.filter(({ value }) => value.type === 'commitment' && !value.yes),
    isWhole: countedMembersOn(members, day).length === parties.length,
  }
}

/** Lower is stronger: a promise to all, an alliance of these alone, then by label. */
function strengthOf({ entity, promise, parties, isWhole }: SharedBody): number {
  const isAlliance = isAllianceOrTreaty(entity)
  const group = isAlliance && promise.length > 0 ? 0 : isAlliance && isWhole ? 10 : 20
  return group + memberLabels.indexOf(parties[0]?.relationship.label ?? '')
}

export function isAllianceOrTreaty({ kind }: Entity): boolean {
  return kind === 'alliance' || kind === 'treaty'
}

/** The day on which an edition began, or its year. */
function dateOf({ entity, parties }: SharedBody): string {
  const days = parties.flatMap(({ relationship }) =>
    relationship.own.flatMap(({ validFrom }) => validFrom ?? []),
  )
  return days[0] ?? entity.edition?.year ?? ''
}

/** All facts that say what compared countries are in. */
export function factsOfCountries(countries: readonly Entity[], facts: FactSnapshot): Fact[] {
  const ids = new Set(countries.map(({ id }) => id))
  return countries.flatMap(({ id }) => [
    ...facts.factsAbout(id).flatMap((group) => group.facts),
    ...facts
      .factsMentioning(id)
      .filter(({ entity, value }) => value.type === 'entity' && value.entity === id && !ids.has(entity)),
  ])
}
