// When a country joined or left a body, as claimed.
import { datesAgree, firstDay, lastDay } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { inBody, sinceWords, spell } from '../questions/membership-words.ts'
import { partyFacts, standingOf } from '../questions/memberships-of.ts'
import { dateOf, onDate, the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { isIn } from './judge-membership.ts'
import { fullFacts, isBeforeStart, verdict } from './verdicts.ts'

export function joinedOn(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const [country] = judging.subjects
  if (!country || !body) return undefined
  if (claim.negation === 'never' || claim.negation === 'not')
    return isIn({ ...judging, claim: { ...claim, negation: 'never', date: '' } })
  if (claim.negation !== '') return undefined
  const own = fullFacts(country, body, facts)
  const dated = own.filter(({ validFrom }) => validFrom !== null && firstDay(validFrom) <= today)
  if (claim.date === '') {
    if (own.length === 0) return isIn({ ...judging, claim: { ...claim, isPast: false } })
    const [first] = dated
    return first
      ? verdict('Supported', `${joined(country, body)}${onDate(first.validFrom ?? '')}.`, dated)
      : undefined
  }
  if (dated.length === 0)
    return own.length > 0
      ? verdict(
          'Not stated',
          `${the(country)} is named as a member of ${the(body)}, without the day on which it joined.`,
          own,
        )
      : isIn({ ...judging, claim: { ...claim, date: '' } })
  const agreeing = dated.filter(({ validFrom }) => datesAgree(validFrom ?? '', claim.date))
  if (agreeing.length > 0)
    return verdict('Supported', `${joined(country, body)}${onDate(finest(agreeing))}.`, agreeing)
  // Who was in what came before is said to have joined then.
  if (isBeforeStart(claim.date, body, facts)) return undefined
  return verdict('Contradicted', `${joined(country, body)}${days(dated)}.`, dated)
}

/** A status is not joined. */
function joined(country: Entity, body: Entity): string {
  return body.kind === 'status'
    ? `${the(country)} became ${inBody(body)}`
    : `${the(country)} joined ${the(body)}`
}

/** " on May 6, 1955 or on May 9, 1955, as sources differ", or the days of a first and a second time. */
function days(dated: readonly Fact[]): string {
  const all = [...new Set(dated.map(({ validFrom }) => validFrom ?? ''))].toSorted()
  const precise = all.filter((date) => !all.some((other) => other !== date && other.startsWith(date)))
  return precise.map(onDate).join(' or')
}

function finest(agreeing: readonly Fact[]): string {
  return agreeing.map(({ validFrom }) => validFrom ?? '').toSorted((a, b) => b.length - a.length)[0] ?? ''
}

export function leftOn(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const [country] = judging.subjects
  if (!country || !body) return undefined
  const { role, former, since, end, whole, facts: current } = standingOf(country, body, facts, today)
  const stays = `${the(country)} is ${inBody(body)}${sinceWords(since)}.`
  const hasLeft =
    former !== undefined &&
    former.validTo !== null &&
    (!end || lastDay(former.validTo) < firstDay(dateOf(end))) &&
    !isSuspendedAfter(country, body, former, judging)
  if (claim.negation !== '') {
    if (claim.negation === 'nolonger') return undefined
    if (hasLeft)
      return verdict('Contradicted', `${the(country)} was in ${the(body)}${spell(former)}.`, [former])
    return role === 'full' && claim.date === '' ? verdict('Supported', stays, current) : undefined
  }
  const spells = fullFacts(country, body, facts).filter(({ validTo }) => validTo !== null)
  if (hasLeft) {
    if (
      claim.date === '' ||
      spells.some(
        ({ validTo }) => datesAgree(validTo ?? '', claim.date) || isDayBefore(validTo ?? '', claim.date),
      )
    )
      return verdict('Supported', `${the(country)} was in ${the(body)}${spell(former)}.`, [former])
    return spells.length === 1
      ? verdict('Contradicted', `${the(country)} was in ${the(body)}${spell(former)}.`, [former])
      : undefined
  }
  if (end) return undefined
  if (role === 'full' && !former) return verdict('Contradicted', stays, current)
  // The list that counts it is whole.
  if (role === 'suspended' && whole)
    return verdict(
      'Contradicted',
      `${the(country)} is suspended from ${the(body)}${sinceWords(since)}; the ${whole.members} members counted here include it.`,
      [...current, whole.count],
    )
  return undefined
}

/** A last day of December belongs to who left with the new year. */
function isDayBefore(last: string, claimed: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(last)) return false
  const next = new Date(Date.parse(last) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
  return datesAgree(next, claimed)
}

function isSuspendedAfter(
  country: Entity,
  body: Entity,
  { validTo }: Fact,
  { facts, today }: Judging,
): boolean {
  return validTo !== null && standingOf(country, body, facts, today).role === 'suspended'
}

/** A date of a suspension is contradicted by no other: there may have been several. */
export function isSuspended(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const [country] = judging.subjects
  if (!country || !body || claim.negation !== '') return undefined
  const own = partyFacts(body, facts).filter(
    ({ value, role }) => role === 'suspended' && value.type === 'entity' && value.entity === country.id,
  )
  const fitting = own.filter(({ validFrom }) => claim.date === '' || datesAgree(validFrom ?? '', claim.date))
  const [first] = fitting
  const standing = standingOf(country, body, facts, today)
  if (!first)
    return own.length === 0 && standing.role === 'full' && !claim.isPast
      ? verdict(
          'Contradicted',
          `${the(country)} is ${inBody(body)}${sinceWords(standing.since)}.`,
          standing.facts,
        )
      : undefined
  const hasEnded = first.validTo !== null && firstDay(first.validTo) < today
  return verdict(
    hasEnded && !claim.isPast ? 'Was true' : 'Supported',
    `${the(country)} was suspended from ${the(body)}${spell(first)}.`,
    fitting,
  )
}
