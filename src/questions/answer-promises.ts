// Who must defend whom, and whose ally a country is.
import { relationshipsOf, type Relationship } from '../cards/entity/country-relationships.ts'
import { currentGroups } from '../cards/entity/current-facts.ts'
import { lineOf } from '../cards/entity/relationship-text.ts'
import { formatList, formatValue, uncapitalize } from '../cards/shared/format.ts'
import type { Line } from '../core/card.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import {
  denialsOf,
  factsOf,
  promiseOf,
  outsideOf,
  coverageOf,
  isBoundBy,
  isPartyOf,
  promisingBody,
  sharedBodies,
  unitedStates,
  valueLines,
} from './promise-facts.ts'
import { standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { bulletLine, dateOf, onDate, The, the, type Asking } from './wording.ts'

/** Must one country, or the members of a body, defend another? */
export function defend(asking: Asking): Answer | undefined {
  const [defender, defended, under] = asking.entities
  if (!defender || !defended) return undefined
  const asked = `Must ${the(defender)} defend ${the(defended)}${under ? ` by ${the(under)}` : ''}?`
  const told = defender.kind === 'country' ? [] : coverageOf(defender, defended, asking)
  if (told.length > 0 || (defended.kind === 'region' && defender.kind !== 'country'))
    return covers(defender, defended, told, asking)
  const all = defender.kind === 'country' ? sharedBodies(defender, defended, asking) : [defender]
  const bodies = all.filter(
    (body) => !under || body === under || body === promisingBody(under, defended, asking),
  )
  if (under && bodies.length === 0) return notUnder(under, defender, defended, asked, asking)
  const isMember = (body: Entity) => isBoundBy(body, defended, asking)
  const promising = bodies.filter((body) => isMember(body) && promiseOf(body, asking).length > 0)
  const suspended = suspendedPromise(defender, asking) ?? suspendedPromise(defended, asking)
  const [best] = promising.filter((body) => body !== suspended?.entity)
  if (best) {
    const facts = promiseOf(best, asking)
    const [words, ...moreWords] = facts.map(({ value }) => formatValue(value, asking.facts.getEntity))
    return {
      asked,
      verdict: `${isOfDefender(words, defender, defended) ? 'Only in part' : 'Yes'}, by ${the(best)}: ${words ?? ''}.`,
      facts,
      lines: [
        // The words alone are in the verdict.
        ...valueLines(best, asking, 'mutual-defense', 'area', 'limit').slice(moreWords.length > 0 ? 0 : 1),
        ...others(promising.filter((body) => body !== best)),
      ],
      more: best.id,
    }
  }
  if (
    suspended &&
    [defender, defended].every((one) => one === suspended.entity || isPartyOf(one, suspended.entity, asking))
  )
    return { asked, verdict: suspendedVerdict(suspended), facts: suspended.facts, more: suspended.entity.id }
  const denied = bodies.filter(isMember).flatMap((body) => denialsOf(body, asking))
  const status = relationshipsOf(defended, asking.facts, asking.day).find(
    ({ entity }) => entity.kind === 'status',
  )
  const statusFacts = defender.id === unitedStates && status ? denialsOf(status.entity, asking) : []
  const shared = bodies.filter(isMember)
  const outside = outsideOf(defender, defended, asking)
  // What is said of a promise to the country itself, by no body that both are in: the Taiwan Relations Act.
  const about = [
    ...asking.facts.factsMentioning(defended.id),
    ...currentGroups(defended.id, asking.facts, asking.day).flatMap((group) => group.facts),
  ].filter(({ attribute, mentions }) => attribute === 'mutual-defense' && mentions.includes(defender.id))
  const [said, ...rest] = [...new Set(about)]
  if (said && denied.length + statusFacts.length === 0)
    return {
      asked,
      verdict: `No promise to defend it is stated here. ${said.statement}`,
      facts: [said],
      lines: [...rest, ...factsOf(defended, asking, 'limit')].slice(0, 3).map(bulletLine),
      more: defended.id,
    }
  return {
    asked,
    verdict:
      denied.length > 0
        ? 'No. A source says that there is no such promise.'
        : status && statusFacts.length > 0
          ? `No promise to defend it is stated here. Its status as a ${uncapitalize(status.entity.name)} brings none.`
          : (outside?.text ??
            `Not stated. No source here says that ${the(defender)} has promised to defend ${the(defended)}.`),
    facts: [...denied, ...statusFacts, ...(outside?.facts ?? [])],
    lines: [
      ...(status && statusFacts.length > 0 ? valueLines(status.entity, asking, 'mutual-defense') : []),
      ...shared
        .slice(0, 2)
        .flatMap((body) =>
          valueLines(body, asking, 'mutual-defense').map((line) => ({ ...line, label: body.name })),
        ),
      ...others(shared),
    ].slice(0, 4),
    more: defended.id,
  }
}

/** By a body that both must be in. */
function notUnder(body: Entity, defender: Entity, defended: Entity, asked: string, asking: Asking): Answer {
  const { end } = standingOf(body, body, asking.facts, asking.day)
  const why = end
    ? `It ended${onDate(dateOf(end))}.`
    : `No source here has both ${the(defender)} and ${the(defended)} in it.`
  return { asked, verdict: `Not by ${the(body)}. ${why}`, facts: end ? [end] : [], more: body.id }
}

function covers(body: Entity, place: Entity, [told, ...more]: readonly Fact[], asking: Asking): Answer {
  return {
    asked: `Does ${the(body)} cover ${the(place)}?`,
    verdict: told?.statement ?? `Not stated. No source here says whether ${the(body)} covers ${the(place)}.`,
    facts: told ? [told] : promiseOf(body, asking),
    lines: told
      ? more.slice(0, 3).map(bulletLine)
      : valueLines(body, asking, 'mutual-defense', 'area', 'limit'),
    more: body.id,
  }
}

/** "On an attack on either in areas Japan administers": Japan's promise is of those areas alone. */
function isOfDefender(words = '', defender: Entity, defended: Entity): boolean {
  return words.includes(defender.name) && !words.includes(defended.name)
}

export function others(bodies: readonly Entity[]): Line[] {
  const names = bodies.slice(0, 5).map(({ name }) => name)
  return names.length === 0 ? [] : [{ label: 'Both are in', text: names.join(' · '), facts: [] }]
}

/** The body with a promise of mutual defense in which a country is suspended. */
function suspendedPromise(country: Entity, asking: Asking): Relationship | undefined {
  return relationshipsOf(country, asking.facts, asking.day).find(
    ({ label, entity }) => label === 'Suspended' && promiseOf(entity, asking).length > 0,
  )
}

/** "Suspended. The United States suspended its obligations toward New Zealand under ANZUS on September 17, 1986." */
function suspendedVerdict({ facts }: Relationship): string {
  return `Suspended. ${facts.find(({ role }) => role === 'suspended')?.statement ?? ''}`.trim()
}

/** Who has promised to defend a country. */
export function whoDefends(asking: Asking): Answer | undefined {
  const [country] = asking.entities
  if (!country) return undefined
  const { facts, day } = asking
  const bodies = relationshipsOf(country, facts, day)
    .filter(({ label }) => ['Treaty ally', 'Ally', 'Member', 'Ally or partner'].includes(label))
    .map(({ entity }) => entity)
    .filter((body) => promiseOf(body, asking).length > 0)
  const promises = [...new Set(bodies)].map((body) => ({ body, facts: promiseOf(body, asking) }))
  const names = promises.map(({ body }) => the(body))
  const suspended = promises.length === 0 ? suspendedPromise(country, asking) : undefined
  return {
    asked: `Who must defend ${the(country)}?`,
    verdict:
      promises.length > 0
        ? `Its partners in ${formatList(names.slice(0, 3))}${names.length > 3 ? ` and ${names.length - 3} more` : ''}, in the words below.`
        : suspended
          ? suspendedVerdict(suspended)
          : `Not stated. No source here says that anyone has promised to defend ${the(country)}.`,
    facts: suspended?.facts ?? promises.flatMap((promise) => promise.facts),
    lines: promises.slice(0, 4).map(({ body, facts: own }) => ({
      label: body.name,
      text: formatValue((own[0] as Fact).value, facts.getEntity),
      facts: own.slice(0, 1),
    })),
    more: country.id,
  }
}

export function obligations(asking: Asking): Answer | undefined {
  const [body] = asking.entities
  if (!body) return undefined
  const promise = promiseOf(body, asking)
  const denied = denialsOf(body, asking)
  const lines = valueLines(body, asking, 'mutual-defense', 'consultation', 'obligation', 'area', 'limit')
  return {
    asked: `Who must defend whom in ${the(body)}?`,
    verdict:
      promise.length > 0
        ? `Each member has promised to help another that is attacked, in the words below.`
        : denied.length > 0
          ? `No one: ${the(body)} has no promise of mutual defense.`
          : `Not stated. No source here says whether ${the(body)} has a promise of mutual defense.`,
    facts: [...promise, ...denied],
    lines: lines.slice(0, 5),
    more: body.id,
  }
}

/** Is a country an ally of the United States: by treaty, by status or as a partner? */
export function allyOfUs(asking: Asking, isByTreaty: boolean): Answer | undefined {
  const [country] = asking.entities
  const us = asking.facts.getEntity(unitedStates)
  if (!country || !us) return undefined
  const asked = `Is ${the(country)} a${isByTreaty ? ' treaty ally' : 'n ally'} of the United States?`
  const relationships = relationshipsOf(country, asking.facts, asking.day)
  const named = (label: string) => relationships.filter((relationship) => relationship.label === label)
  const [treaty, status, ally, partner] = ['Treaty ally', 'Status', 'Ally', 'Partner'].map(named)
  const either = named('Ally or partner')
  const through = (some: typeof relationships = []) =>
    formatList(some.slice(0, 3).map(({ entity }) => the(entity)))
  const factsIn = (some: typeof relationships = []) =>
    some.flatMap(({ facts, labelFacts }) => [...facts, ...labelFacts])
  const [denial] = denialsOf(country, asking).filter(({ mentions }) => mentions.includes(unitedStates))
  const statusText =
    status && status.length > 0 ? ` It is a major non-NATO ally, a status without a promise of defense.` : ''
  const verdict = treaty?.length
    ? `Yes. ${The(country)} is a treaty ally of the United States through ${through(treaty)}.`
    : ally?.length
      ? `${isByTreaty ? 'Not by a defense treaty that is stated here' : 'Yes'}. Sources call it an ally through ${through(ally)}.${statusText}`
      : statusText !== ''
        ? `Not by a treaty that is stated here.${statusText}`
        : either.length > 0
          ? `Sources differ: ally or partner, through ${through(either)}.`
          : denial
            ? `No. ${denial.statement}`
            : partner?.length
              ? `Not stated as an ally. ${The(country)} is a partner through ${through(partner)}.`
              : `Not stated. No source here calls ${the(country)} an ally of the United States.`
  const lines = [...Map.groupBy(relationships, ({ label }) => label)]
    .filter(([label]) => !/^(Formerly|Exercises|Programs)$/.test(label))
    .map(lineOf)
  return {
    asked,
    verdict,
    facts: [
      ...factsIn(treaty),
      ...factsIn(status),
      ...factsIn(ally),
      ...factsIn(either),
      ...(denial && verdict.includes(denial.statement) ? [denial] : []),
    ],
    lines: lines.slice(0, 4),
    more: country.id,
  }
}
