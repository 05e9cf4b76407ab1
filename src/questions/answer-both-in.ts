// What a country is in, and what two are both in, were both in, or are both partners of.
import { endOf } from '../cards/entity/current-facts.ts'
import { relationshipsOf } from '../cards/entity/country-relationships.ts'
import { capitalize, formatList, nameWithFlag } from '../cards/shared/format.ts'
import type { Line } from '../core/card.ts'
import { lastDay } from '../data/model/dates.ts'
import { isFullRole } from '../data/model/memberships.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { partiesOn } from './memberships-of.ts'
import { isAlliance, promiseOf, sharedBodies, sharedByAll } from './promise-facts.ts'
import type { Answer } from './question.ts'
import { dateOf, the, type Asking } from './wording.ts'

/** What two countries are both in. */
export function bothIn(asking: Asking): Answer | undefined {
  const [first, second] = asking.entities
  if (!first || !second || first.id === second.id) return undefined
  if (asking.entities.length > 2) return allIn(asking)
  const shared = sharedBodies(first, second, asking)
  const promising = shared.filter((body) => promiseOf(body, asking).length > 0)
  const names = (promising.length > 0 ? promising : shared).slice(0, 3).map(the)
  const asked = `What are ${the(first)} and ${the(second)} both in?`
  const former = formerlyShared(first, second, asking)
  const told = toldOfTreaty(first, second, asking)
  const wereIn = formatList(former.slice(0, 3).map(({ entity }) => the(entity)))
  const verdict =
    shared.length === 0 && former.length > 0
      ? `Both were in ${wereIn}; no source here names them together in an alliance or partnership of today.`
      : shared.length === 0
        ? told[0]
          ? `${told[0].statement} No source here names an alliance or partnership of both today.`
          : `Not stated. No source here names ${the(first)} and ${the(second)} together in an alliance or partnership.`
        : promising.length > 0
          ? `Both are in ${formatList(names)}, with a promise of mutual defense.`
          : `Both are in ${formatList(names)}; no promise of mutual defense between them is stated.`
  return {
    asked,
    verdict,
    facts:
      shared.length > 0
        ? promising.flatMap((body) => promiseOf(body, asking))
        : former.length > 0
          ? former.flatMap((one) => one.facts)
          : told,
    lines: [
      ...named(
        'Together in',
        shared.map((entity) => ({ entity, facts: [] })),
      ),
      ...named('Formerly together in', former),
      ...named('Both are partners of', partnersOf(first, second, asking)),
    ],
    more: first.id,
  }
}

/** What three countries or more are all in. */
function allIn(asking: Asking): Answer {
  const shared = sharedByAll(asking.entities, asking)
  const names = formatList(asking.entities.map(the))
  return {
    asked: `What are ${names} all in?`,
    verdict:
      shared.length === 0
        ? `Not stated. No source here names ${names} together in an alliance or partnership.`
        : `All are in ${formatList(shared.slice(0, 3).map(the))}.`,
    facts: shared
      .slice(0, 3)
      .flatMap((body) =>
        partiesOn(body, asking.facts, asking.day).flatMap(({ entity, facts }) =>
          asking.entities.some(({ id }) => id === entity.id) ? facts.slice(0, 1) : [],
        ),
      ),
    lines: named(
      'Also in',
      shared.slice(3).map((entity) => ({ entity, facts: [] })),
    ),
    more: (shared[0] ?? asking.entities[0])?.id,
  }
}

/** What is told of a promise between two that is a treaty no more, and so no body: Taiwan and the United States. */
function toldOfTreaty(first: Entity, second: Entity, { facts }: Asking): Fact[] {
  return [
    [first, second],
    [second, first],
  ].flatMap(([one, other]) =>
    one && other
      ? facts
          .factsAbout(one.id)
          .filter(({ attribute }) => attribute === 'mutual-defense')
          .flatMap((group) => group.facts)
          .filter(({ mentions }) => mentions.includes(other.id))
      : [],
  )
}

function named(label: string, found: readonly { entity: Entity; facts: readonly Fact[] }[]): Line[] {
  if (found.length === 0) return []
  const shown = found.slice(0, 10)
  return [
    {
      label,
      text: shown.map(({ entity }) => nameWithFlag(entity)).join(' · '),
      facts: shown.flatMap(({ facts }) => facts),
    },
  ]
}

/** The bodies in which both were at one time, and at least one is no more. */
function formerlyShared(first: Entity, second: Entity, { facts, day }: Asking) {
  const spellsOf = (country: Entity) =>
    facts
      .factsMentioning(country.id)
      .filter(
        ({ attribute, value, role, validFrom }) =>
          attribute === 'member' &&
          value.type === 'entity' &&
          value.entity === country.id &&
          isFullRole(role) &&
          validFrom !== null,
      )
  const ends = (fact: Fact, body: Entity) =>
    fact.validTo ?? (dateOf(endOf(facts.factsAbout(body.id), day)) || '9999')
  const others = spellsOf(second)
  const found = spellsOf(first).flatMap((one) => {
    const body = facts.getEntity(one.entity)
    const other = others.find((fact) => fact.entity === one.entity)
    if (!body || !other) return []
    const [start] = [one.validFrom ?? '', other.validFrom ?? ''].toSorted().reverse()
    const [end] = [ends(one, body), ends(other, body)].toSorted()
    return (start ?? '') < (end ?? '') && lastDay(end === '9999' ? day : (end ?? '')) < day
      ? [{ entity: body, facts: [one, other] }]
      : []
  })
  return [...new Map(found.map((one) => [one.entity.id, one])).values()]
}

/** The bodies of which both are partners, and neither a member. */
function partnersOf(first: Entity, second: Entity, { facts, day }: Asking) {
  const tiesOf = (country: Entity) =>
    relationshipsOf(country, facts, day).filter(({ label }) => label === 'Other ties')
  const others = tiesOf(second)
  return tiesOf(first).flatMap((one) => {
    const other = others.find(({ entity }) => entity.id === one.entity.id)
    const isPartner = [one, ...(other ? [other] : [])].every(({ own }) =>
      own.some(({ role }) => role === 'partner'),
    )
    return other && isPartner
      ? [{ entity: one.entity, facts: [...one.own.slice(0, 1), ...other.own.slice(0, 1)] }]
      : []
  })
}

export function inWhat(asking: Asking): Answer | undefined {
  const [country] = asking.entities
  if (!country) return undefined
  const relationships = relationshipsOf(country, asking.facts, asking.day)
  const byLabel = [...Map.groupBy(relationships, ({ label }) => label)].filter(
    ([label]) => !/^(Exercises|Operations|Arms sales|Signed)$/.test(label),
  )
  const current = byLabel.filter(([label]) => label !== 'Formerly').flatMap(([, some]) => some)
  const count = current.length
  const named = `in ${count === 1 ? 'one body' : `${count} alliances, partnerships and other bodies`} named here.`
  const isAllied = current.some(({ entity }) => isAlliance(entity, asking))
  return {
    asked: `What is ${the(country)} in?`,
    verdict:
      count === 0
        ? `Not stated. No source here names ${the(country)} in an alliance or partnership.`
        : isAllied
          ? capitalize(named)
          : `No alliance named here that promises mutual defense lists it; it is ${named}`,
    facts: current.slice(0, 6).flatMap(({ facts }) => facts.slice(0, 1)),
    lines: byLabel
      .map(([label, some]) => ({
        label,
        text:
          some
            .slice(0, 8)
            .map(({ entity }) => entity.name)
            .join(' · ') + (some.length > 8 ? ` · ${some.length - 8} more` : ''),
        facts: some.slice(0, 8).flatMap(({ facts }) => facts.slice(0, 1)),
      }))
      .slice(0, 6),
    more: country.id,
  }
}
