// When a country joined or left a body, as claimed.
import {
  datesAgree,
  dayAfter,
  firstDay,
  lastDay,
  withoutCoarser,
  type PartialDate,
} from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import {
  inBody,
  joinedBody,
  sinceWords,
  pastMembership,
  suspensionOf,
} from '../questions/membership-words.ts'
import { standingOf } from '../questions/memberships-of.ts'
import { dateOf, onDate, the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { isIn } from './judge-membership.ts'
import { isSuspended } from './judge-suspension.ts'
import { fullFacts, isBeforeStart, verdict } from './verdicts.ts'

export function joinedOn(judging: Judging): Verdict | undefined {
  const found = joiningOf(judging)
  if (judging.claim.detail !== 'since' || found?.kind !== 'Supported') return found
  // "It has been in it since 1994" says that it still is in it.
  const now = isIn({ ...judging, claim: { ...judging.claim, form: 'is-in', date: '' } })
  return now?.kind === 'Was true' ? { ...now, facts: [...new Set([...now.facts, ...found.facts])] } : found
}

function joiningOf(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const [country] = judging.subjects
  if (!country || !body) return undefined
  if (claim.negation !== '' && claim.date !== '') return didNotJoinOn(judging)
  if (claim.negation === 'never' || claim.negation === 'not')
    return isIn({ ...judging, claim: { ...claim, negation: 'never', date: '' } })
  if (claim.negation !== '') return undefined
  const own = fullFacts(country, body, facts)
  const dated = own.filter(
    ({ validFrom, role }) => validFrom !== null && firstDay(validFrom) <= today && role !== 'suspended',
  )
  const joined = `${the(country)} ${joinedBody(body)}`
  if (claim.date === '') {
    if (own.length === 0) return isIn({ ...judging, claim: { ...claim, isPast: false } })
    const [first] = dated
    return first ? verdict('Supported', `${joined}${onDate(first.validFrom ?? '')}.`, dated) : undefined
  }
  if (dated.length === 0)
    return own.length > 0
      ? verdict(
          'Not stated',
          body.kind === 'status'
            ? `${the(country)} is named as ${inBody(body)}, without the day on which it became one.`
            : `${the(country)} is named as a member of ${the(body)}, without the day on which it joined.`,
          own,
        )
      : isIn({ ...judging, claim: { ...claim, date: '' } })
  const agreeing = dated.filter(({ validFrom }) => datesAgree(validFrom ?? '', claim.date))
  // Who left and came back has joined twice; of one time, sources may have two days.
  const [one] = agreeing
  const others = dated.filter((fact) => fact.validTo === one?.validTo && !agreeing.includes(fact))
  if (others.length > 0)
    return verdict('Sources differ', `${joined}${days([...agreeing, ...others])}, as sources differ.`, [
      ...agreeing,
      ...others,
    ])
  if (agreeing.length > 0) return verdict('Supported', `${joined}${days(agreeing)}.`, agreeing)
  // Some count membership in what came before.
  if (isBeforeStart(claim.date, body, facts)) return undefined
  return verdict('Contradicted', `${joined}${days(dated)}.`, dated)
}

/** "It didn't join in 1949", but another year. */
function didNotJoinOn(judging: Judging): Verdict | undefined {
  const then = joiningOf({ ...judging, claim: { ...judging.claim, negation: '' } })
  if (then?.kind === 'Contradicted') return { ...then, kind: 'Supported' }
  return then?.kind === 'Supported' ? { ...then, kind: 'Contradicted' } : undefined
}

/** " on May 6, 1955 or on May 9, 1955". */
function days(dated: readonly Fact[]): string {
  return withoutCoarser(dated.map(({ validFrom }) => validFrom ?? ''))
    .map(onDate)
    .join(' or')
}

const shutOut = /\b(?:was|were) (?:excluded|expelled|shut out)\b/

export function leftOn(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const [country] = judging.subjects
  if (!country || !body) return undefined
  const standing = standingOf(country, body, facts, today)
  const { role, former, since, end, whole, facts: current } = standing
  const stays = `${the(country)} is ${inBody(body)}${sinceWords(since)}.`
  const hasLeft =
    former !== undefined &&
    former.validTo !== null &&
    (!end ||
      lastDay(former.validTo) < firstDay(dateOf(end)) ||
      /\buntil it (?:left|withdrew)\b/.test(former.statement)) &&
    !isSuspendedAfter(country, body, former, judging)
  const spells = fullFacts(country, body, facts).filter(({ validTo }) => validTo !== null)
  const wasShutOut = role === 'suspended' && current.some(({ statement }) => shutOut.test(statement))
  if (claim.negation !== '') {
    if (claim.negation === 'nolonger') return undefined
    // Who left may not have left then.
    if (claim.date !== '' && spells.length > 0) return undefined
    if ((hasLeft || wasShutOut) && claim.detail === 'expelled') return undefined
    if (hasLeft) return verdict('Contradicted', pastMembership(country, body, former), [former])
    if (role === 'suspended')
      return verdict(
        'Supported',
        `${suspensionOf(standing)} That ${the(country)} left is not stated.`,
        current,
      )
    return role === 'full' && !awayFrom(country, body, judging)
      ? verdict('Supported', stays, current)
      : undefined
  }
  if (claim.detail === 'expelled' && role === 'suspended')
    return wasShutOut ? isSuspended({ ...judging, claim: { ...claim, isPast: true } }) : undefined
  if (hasLeft && claim.number !== undefined) {
    const ends = new Set(spells.map(({ validTo }) => validTo?.slice(0, 4)))
    if (claim.date !== '' && !spells.some(({ validTo }) => datesAgree(validTo ?? '', claim.date)))
      return undefined
    return ends.size >= claim.number
      ? verdict('Supported', spells.map((own) => pastMembership(country, body, own)).join(' '), spells)
      : undefined
  }
  if (hasLeft) {
    // "From 1992 to 1999": who came back was in it twice.
    const from = /^\d/.test(claim.detail) ? claim.detail : ''
    const agreeing = spells.filter(
      ({ validFrom, validTo }) =>
        (from === '' || datesAgree(validFrom ?? from, from)) &&
        (datesAgree(validTo ?? '', claim.date) || isDayBefore(validTo ?? '', claim.date)),
    )
    // Of one leaving, sources may have two days.
    const others = spells.filter(
      (other) => !agreeing.includes(other) && agreeing.some(({ validFrom }) => validFrom === other.validFrom),
    )
    if (claim.date !== '' && others.length > 0)
      return verdict(
        'Sources differ',
        [...agreeing, ...others].map((own) => pastMembership(country, body, own)).join(' '),
        [...agreeing, ...others],
      )
    const [left = former] = agreeing
    // Most who are no longer in it left by themselves.
    if (claim.detail === 'expelled' && !spells.some(({ statement }) => shutOut.test(statement)))
      return undefined
    if (claim.date === '' || agreeing.length > 0)
      return verdict('Supported', pastMembership(country, body, left, facts), [left])
    // The year in which it gave notice may be meant.
    if (isToldThen(country, body, judging)) return undefined
    return spells.length === 1
      ? verdict('Contradicted', pastMembership(country, body, former), [former])
      : undefined
  }
  // Who was in it until its end had not left before.
  const isSpell = claim.detail === 'until' || /^\d/.test(claim.detail)
  if (end && isSpell && former?.validTo && datesAgree(former.validTo, claim.date))
    return verdict('Supported', pastMembership(country, body, former), [former])
  if (end)
    return former?.validTo && claim.date !== '' && spells.every((own) => isAfter(own, claim.date))
      ? verdict('Contradicted', pastMembership(country, body, former), [former])
      : undefined
  const turnedAway = awayFrom(country, body, judging)
  if (turnedAway)
    return claim.date !== '' && datesAgree(turnedAway.validFrom ?? '', claim.date)
      ? verdict('Supported', `${turnedAway.statement} ${stays}`, [turnedAway, ...current])
      : undefined
  if (role === 'full' && !former) return verdict('Contradicted', stays, current)
  // The list that counts it is whole.
  if (role === 'suspended' && whole)
    return verdict(
      'Contradicted',
      `${suspensionOf(standing)} The ${whole.members} members counted here include ${the(country)}.`,
      [...current, whole.count],
    )
  return undefined
}

/** A last day of December belongs to who left with the new year. */
function isDayBefore(last: string, claimed: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(last) && datesAgree(dayAfter(last), claimed)
}

/** Whether something that is told of both was then. */
function isToldThen(country: Entity, body: Entity, { claim, facts }: Judging): boolean {
  return facts
    .factsMentioning(country.id)
    .some(
      ({ entity, validFrom, statement, attribute }) =>
        entity === body.id &&
        attribute !== 'member' &&
        ((validFrom !== null && datesAgree(validFrom, claim.date)) ||
          statement.includes(claim.date.slice(0, 4))),
    )
}

/** What tells of a member that it kept away for a time. */
function awayFrom(country: Entity, body: Entity, { facts }: Judging): Fact | undefined {
  return facts
    .factsMentioning(country.id)
    .find(({ entity, statement }) => entity === body.id && / backed away from /.test(statement))
}

/** Whether a membership ended after all of a date. */
function isAfter({ validTo }: Fact, date: PartialDate): boolean {
  return validTo !== null && firstDay(validTo) > lastDay(date)
}

function isSuspendedAfter(
  country: Entity,
  body: Entity,
  { validTo }: Fact,
  { facts, today }: Judging,
): boolean {
  return validTo !== null && standingOf(country, body, facts, today).role === 'suspended'
}
