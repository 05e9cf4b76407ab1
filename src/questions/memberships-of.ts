// What the store says of one country in one body or event on one day, for every question about membership.
import { endOf, lastDayFor, wholeListOf, type WholeList } from '../cards/entity/current-facts.ts'
import { byStart, byNewest, firstDay } from '../data/model/dates.ts'
import { hasEndedBy, isFullRole, membershipsOn } from '../data/model/memberships.ts'
import { eventKinds } from '../data/model/kinds.ts'
import type { Entity, Fact, Role } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { bodyKinds } from './roles.ts'

export interface Standing {
  /** On the day; undefined if it is in no role then. */
  role: Role | undefined
  /** The first of the days that it has been in this role. */
  since: string | undefined
  isFounder: boolean
  /** The facts that say so, or those about earlier and later times. */
  facts: Fact[]
  /** The last full membership that had ended by the day. */
  former: Fact | undefined
  /** The first full membership that begins after the day. */
  later: Fact | undefined
  /** The day on which the body itself had ended. */
  end: Fact | undefined
  whole: WholeList | undefined
}

export function isEvent({ kind }: Entity): boolean {
  return eventKinds.includes(kind)
}

/** The facts that name the members of a body, or those that take part in an event. */
export function partyFacts(body: Entity, facts: FactSnapshot): Fact[] {
  const attributes = isEvent(body) ? ['participant', 'led-by', 'host'] : ['member']
  return facts
    .factsAbout(body.id)
    .filter(({ attribute }) => attributes.includes(attribute))
    .flatMap((group) => group.facts)
}

/** What says that a country was a partner of a body and no member: an associate of CENTO. */
export function partnershipFact(country: Entity, body: Entity, facts: FactSnapshot): Fact | undefined {
  return partyFacts(body, facts).find(
    ({ value, role }) => value.type === 'entity' && value.entity === country.id && role === 'partner',
  )
}

/** The parties of a body on a day, as yyyy-mm-dd; of one that has ended, on its last day. */
export function partiesOn(
  body: Entity,
  facts: FactSnapshot,
  day: string,
): { entity: Entity; facts: Fact[]; role: Role }[] {
  const all = partyFacts(body, facts)
  if (isEvent(body)) {
    const byCountry = Map.groupBy(all, ({ value }) => (value.type === 'entity' ? value.entity : ''))
    return [...byCountry].flatMap(([id, own]) => {
      const entity = facts.getEntity(id)
      return entity?.kind === 'country' ? [{ entity, facts: own, role: own[0]?.role ?? 'full' }] : []
    })
  }
  const lastDay = lastDayFor(facts.factsAbout(body.id), day)
  return membershipsOn(all, lastDay).flatMap(({ entity: id, facts: own, role }) => {
    const entity = facts.getEntity(id)
    return entity && isFullRole(role) ? [{ entity, facts: own, role }] : []
  })
}

/** What says that a membership ended on the day on which it did, beside the fact of its period. */
export function endingFacts(country: Entity, body: Entity, end: string, facts: FactSnapshot): Fact[] {
  const about = (one: Entity, other: Entity) =>
    facts
      .factsMentioning(other.id)
      .filter(
        ({ entity, attribute, validFrom }) =>
          entity === one.id && attribute !== 'member' && validFrom === end,
      )
  return [...about(country, body), ...about(body, country)]
}

/** All who were ever members of a body, with the facts. */
export function everParties(body: Entity, facts: FactSnapshot): { entity: Entity; facts: Fact[] }[] {
  const byCountry = Map.groupBy(
    partyFacts(body, facts).filter(({ role }) => isFullRole(role)),
    ({ value }) => (value.type === 'entity' ? value.entity : ''),
  )
  return [...byCountry].flatMap(([id, own]) => {
    const entity = facts.getEntity(id)
    return entity ? [{ entity, facts: own }] : []
  })
}

/**
 * The facts that a country is or was in a body. Those about a state that has ended may be facts about its successor that
 * name it: "Germany became a member of NATO on May 6, 1955, then as West Germany."
 */
export function factsOfParty(country: Entity, body: Entity, facts: FactSnapshot): Fact[] {
  const all = partyFacts(body, facts)
  const own = all.filter(({ value }) => value.type === 'entity' && value.entity === country.id)
  if (own.length > 0) return own
  const successors = successorsOf(country, facts)
  return all.filter(
    ({ value, mentions }) =>
      value.type === 'entity' && successors.includes(value.entity) && mentions.includes(country.id),
  )
}

/** What sources tell of the accession of a country that no list of members has, newest first. */
export function accessionFacts(country: Entity, body: Entity, facts: FactSnapshot): Fact[] {
  return facts
    .factsAbout(body.id)
    .filter(({ attribute }) => attribute === 'accession')
    .flatMap((group) => group.facts)
    .filter(({ value }) => value.type === 'text' && value.text.includes(country.name))
    .toSorted(byNewest)
}

/** The ids of the states that followed one that has ended. */
export function successorsOf(country: Entity, facts: FactSnapshot): string[] {
  return facts
    .factsAbout(country.id)
    .filter(({ attribute }) => attribute === 'successor')
    .flatMap((group) => group.facts)
    .flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : []))
}

export function standingOf(country: Entity, body: Entity, facts: FactSnapshot, day: string): Standing {
  const about = facts.factsAbout(body.id)
  const own = factsOfParty(country, body, facts)
  const isGone = country.kind === 'country' && endOf(facts.factsAbout(country.id), day) !== undefined
  const end = isEvent(body) ? undefined : endOf(about, day)
  const [current] = end || isGone || isEvent(body) ? [] : membershipsOn(own, day)
  const full = own.filter(({ role }) => isFullRole(role)).toSorted(byStart)
  const isOver = (fact: Fact) =>
    hasEndedBy(fact, day) || ((end !== undefined || isGone) && fact.validFrom !== null)
  const lastOver = full.findLast(isOver)
  return {
    role: isEvent(body) && own.length > 0 ? (own[0]?.role ?? 'full') : current?.role,
    since: current?.since ?? undefined,
    isFounder: current?.isFounder ?? false,
    facts: current?.facts ?? own,
    // Of several days on which it began, the first, as of a membership that goes on.
    former: full.find((fact) => isOver(fact) && fact.validTo === lastOver?.validTo),
    later: full.find(({ validFrom }) => validFrom !== null && firstDay(validFrom) > day),
    end,
    whole: isEvent(body) ? undefined : wholeListOf(body.id, facts, day),
  }
}

/** Whether the list of an ended body is whole as of its last year, so that it has all who stayed. */
export function isWholeAtEnd({ whole, end }: Standing): boolean {
  const ended = end?.value.type === 'date' ? end.value.date : ''
  return (
    whole !== undefined &&
    ended !== '' &&
    (whole.count.asOf.last ?? whole.count.asOf.first).slice(0, 4) === ended.slice(0, 4)
  )
}

/** The programs and groups in which a body has its partners. */
export function partnershipsOf(body: Entity, facts: FactSnapshot): Entity[] {
  const valuesOf = (id: string, attribute: string) =>
    facts
      .factsAbout(id)
      .filter((group) => group.attribute === attribute)
      .flatMap((group) => group.facts)
      .flatMap(({ value }) => (value.type === 'entity' ? value.entity : []))
  return facts.memo(`questions partnerships of ${body.id}`, () => {
    const programs = valuesOf(body.id, 'program')
    return facts.entities.filter(
      ({ id, name, kind }) =>
        bodyKinds.has(kind) &&
        kind !== 'alliance' &&
        (programs.includes(id) ||
          valuesOf(id, 'relation').includes(body.id) ||
          name.startsWith(`${body.name}'s `)),
    )
  })
}

/** Whether a country is in any body here as a member, or was a state once: what is part of another country is in none. */
export function isSovereign(country: Entity, facts: FactSnapshot): boolean {
  if (successorsOf(country, facts).length > 0) return true
  return facts
    .factsMentioning(country.id)
    .some(
      ({ attribute, value }) =>
        attribute === 'member' && value.type === 'entity' && value.entity === country.id,
    )
}
