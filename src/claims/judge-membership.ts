// Is a country in a body, as claimed: now, then, no longer, never; is it a founder.
import { firstDay } from '../data/model/dates.ts'
import type { Entity } from '../data/model/types.ts'
import {
  inBody,
  joinedBody,
  sinceWords,
  spell,
  pastMembership,
  suspensionOf,
} from '../questions/membership-words.ts'
import {
  accessionFacts,
  isSovereign,
  isWholeAtEnd,
  partyFacts,
  standingOf,
  type Standing,
} from '../questions/memberships-of.ts'
import { dateOf, dateWords, onDate, The, the, wholeAsOf } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { daysOf, isBeforeStart, isInByAnother, isNotFormal, stretchesOf, verdict } from './verdicts.ts'

export function isIn(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const [country] = judging.subjects
  if (!country || !body || country.kind !== 'country') return undefined
  if (claim.date !== '') return wasInOn(country, body, judging)
  const standing = standingOf(country, body, facts, today)
  switch (claim.negation) {
    case '':
      return claim.isPast
        ? wasIn(country, body, standing, judging)
        : isInNow(country, body, standing, judging)
    case 'not':
      // "Turkey wasn't in SEATO" says of what has ended that it never was.
      if (claim.isPast) return standing.end ? wasNeverIn(country, body, standing, judging) : undefined
      return isNotIn(country, body, standing, judging)
    case 'nolonger':
      return isNoLongerIn(country, body, standing)
    case 'never':
      return wasNeverIn(country, body, standing, judging)
  }
}

function member(country: Entity, body: Entity, { isFounder, since }: Standing, verb = 'is'): string {
  const what = isFounder && body.kind !== 'status' ? `a founding member of ${the(body)}` : inBody(body)
  return `${the(country)} ${verb} ${what}${sinceWords(since)}.`
}

const otherRoles = { observer: 'an observer in', applicant: 'an applicant to', partner: 'a partner of' }

function notOnList(
  country: Entity,
  body: Entity,
  standing: Standing,
  judging: Judging,
  isListed = isSovereign(country, judging.facts),
): Verdict | undefined {
  const { role, since, facts, whole, end } = standing
  if (role && role !== 'full' && role !== 'suspended') {
    // One that is treated as such, without being designated.
    if (body.kind === 'status' && judging.claim.detail === 'designated') {
      const told = facts.filter(({ statement }) => /\bwithout being designated\b/.test(statement))
      return told[0] && verdict('Contradicted', told[0].statement, told)
    }
    if ((!whole && role !== 'observer') || body.kind === 'status') return undefined
    return verdict(
      'Contradicted',
      `${the(country)} is ${otherRoles[role]} ${the(body)}${sinceWords(since)}, not a member.`,
      [...facts, ...(whole ? [whole.count] : [])],
    )
  }
  const told = accessionFacts(country, body, judging.facts)
  const refusal = told.find(({ statement }) => /\bturned down (?:its|an) invitation\b/.test(statement))
  if (refusal && judging.claim.date === '') return verdict('Contradicted', refusal.statement, [refusal])
  // Of one report it has joined, of another it has not.
  const joined = told.find(({ statement }) => /\bmembership of .* took effect\b/.test(statement))
  const notYet = told.find(isNotFormal)
  if (joined && notYet)
    return verdict('Sources differ', `${joined.statement} ${notYet.statement}`, [joined, notYet])
  const isTold = told.length > 0 || isInByAnother(country, body, judging.facts)
  if (!whole || (end && !isWholeAtEnd(standing)) || isTold || !isListed) return undefined
  const list = end
    ? `members that ${the(body)} had`
    : body.kind === 'status'
      ? `countries that are each ${inBody(body)}, ${wholeAsOf(whole)},`
      : `members of ${the(body)}, ${wholeAsOf(whole)},`
  return verdict('Contradicted', `the list of the ${list} does not have ${the(country)}.`, [whole.count])
}

/** That it is not on a list supports that it is not in it. */
function denialOf(absent: Verdict | undefined): Verdict | undefined {
  return absent?.kind === 'Contradicted' ? { ...absent, kind: 'Supported' } : absent
}

function isInNow(country: Entity, body: Entity, standing: Standing, judging: Judging): Verdict | undefined {
  const { role, former, end, facts } = standing
  if (end) {
    const ended = `${the(body)} ended${onDate(dateOf(end))}`
    return former
      ? verdict('Was true', `${the(country)} was in it${spell(former)}; ${ended}.`, [end, former])
      : notOnList(country, body, standing, judging)
  }
  if (role === 'full') return verdict('Supported', member(country, body, standing), facts)
  // Whether a suspended member is one of so many is in doubt.
  if (role === 'suspended' && judging.claim.number !== undefined) return undefined
  if (role === 'suspended')
    return verdict(
      judging.claim.form === 'includes' ? 'Supported' : 'Was true',
      `${suspensionOf(standing)}${former?.validFrom ? ` ${The(country)} was a full member${spell(former)}.` : ''}`,
      former ? [...facts, former] : facts,
    )
  if (former) return verdict('Was true', pastMembership(country, body, former, judging.facts), [former])
  return notOnList(country, body, standing, judging)
}

function wasIn(country: Entity, body: Entity, standing: Standing, judging: Judging): Verdict | undefined {
  const { role, former } = standing
  if (former) return verdict('Supported', pastMembership(country, body, former, judging.facts), [former])
  if (role === 'full' || role === 'suspended') return isInNow(country, body, standing, judging)
  return standing.end ? notOnList(country, body, standing, judging) : undefined
}

function isNotIn(country: Entity, body: Entity, standing: Standing, judging: Judging): Verdict | undefined {
  const { role, since, isFounder, former, end, facts } = standing
  if (role === 'suspended') return undefined
  if (role === 'full') {
    const start = stretchesOf(body, judging)[0]?.from
    const isLater = !isFounder && since !== undefined && start !== undefined && firstDay(since) > start
    return isLater
      ? verdict(
          'Was true',
          `${the(country)} was not ${inBody(body)} until ${dateWords(since)}; it is now.`,
          facts,
        )
      : verdict('Contradicted', member(country, body, standing), facts)
  }
  if (end)
    return former
      ? verdict(
          'Supported',
          `${the(body)} ended${onDate(dateOf(end))}; ${the(country)} was in it${spell(former)}.`,
          [end, former],
        )
      : undefined
  if (former) return verdict('Supported', pastMembership(country, body, former, judging.facts), [former])
  const absent = notOnList(country, body, standing, judging, true)
  return denialOf(absent)
}

function isNoLongerIn(country: Entity, body: Entity, standing: Standing): Verdict | undefined {
  const { role, former, facts, end } = standing
  if (former) {
    const ended = end ? `; ${the(body)} ended${onDate(dateOf(end))}` : ''
    if (role !== 'full' && role !== 'suspended')
      return verdict('Supported', `${the(country)} was ${inBody(body)}${spell(former)}${ended}.`, [former])
  }
  return role === 'full' ? verdict('Contradicted', member(country, body, standing), facts) : undefined
}

/** A list of today does not say who was in it once; a role short of membership does, and so does a list that ended. */
function wasNeverIn(country: Entity, body: Entity, own: Standing, judging: Judging): Verdict | undefined {
  const { role, former, facts, whole, end } = own
  if (former) return verdict('Contradicted', pastMembership(country, body, former), [former])
  if (role === 'full' || role === 'suspended')
    return verdict('Contradicted', member(country, body, own), facts)
  const other = partyFacts(body, judging.facts).find(
    (fact) => fact.value.type === 'entity' && fact.value.entity === country.id && fact.role === 'partner',
  )
  if (end && whole && other)
    return verdict(
      'Supported',
      `${the(country)} was a partner of ${the(body)}${spell(other)}, not a member.`,
      [other],
    )
  if (!whole || !isSovereign(country, judging.facts)) return undefined
  if (end && (stretchesOf(body, judging).length === 0 || isInByAnother(country, body, judging.facts)))
    return undefined
  if (role) {
    return denialOf(notOnList(country, body, own, judging))
  }
  return verdict(
    'Supported',
    `the list of the members of ${the(body)}, ${wholeAsOf(whole)}, does not have ${the(country)}, and no source here names it as a former one.`,
    [whole.count],
  )
}

/** On the days of a date; a change within them leaves it in doubt. */
function wasInOn(country: Entity, body: Entity, judging: Judging): Verdict | undefined {
  const { claim, facts } = judging
  const [first, last] = daysOf(claim.date, judging).map((day) => standingOf(country, body, facts, day))
  if (!first || !last || claim.negation === 'nolonger') return undefined
  if (isBeforeStart(claim.date, body, facts)) return undefined
  const isNegated = claim.negation !== ''
  const [then, later] = [first, last].map(({ role, end }) => role === 'full' && !end)
  const dated = stretchesOf(body, judging).length > 0
  if (then !== later)
    return isNegated ? undefined : verdict('Supported', member(country, body, last, 'was'), last.facts)
  if (then) {
    const text = `${the(country)} was ${inBody(body)}${onDate(claim.date)}${first.since ? `; it had ${body.kind === 'status' ? 'become one' : 'joined'}${onDate(first.since)}` : ''}.`
    return first.since ? verdict(isNegated ? 'Contradicted' : 'Supported', text, first.facts) : undefined
  }
  const joined = last.later
  if (last.role === 'suspended' || first.role === 'suspended') return undefined
  if (joined?.validFrom)
    return verdict(
      isNegated ? 'Supported' : 'Contradicted',
      `${the(country)} ${joinedBody(body)}${onDate(joined.validFrom)}.`,
      [joined],
    )
  if (last.former)
    return verdict(isNegated ? 'Supported' : 'Contradicted', pastMembership(country, body, last.former), [
      last.former,
    ])
  const absent = dated ? notOnList(country, body, last, judging) : undefined
  return isNegated ? denialOf(absent) : absent
}

export function founderOf(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const [country] = judging.subjects
  if (!country || !body || claim.negation === 'nolonger') return undefined
  const founders = partyFacts(body, facts).filter(({ founder }) => founder)
  const own = founders.filter(({ value }) => value.type === 'entity' && value.entity === country.id)
  const isNegated = claim.negation !== ''
  const since = own.flatMap(({ validFrom }) => validFrom ?? [])[0]
  if (own.length > 0)
    return verdict(
      isNegated ? 'Contradicted' : 'Supported',
      `${the(country)} is a founding member of ${the(body)}${sinceWords(since)}.`,
      own,
    )
  const joined = standingOf(country, body, facts, today)
  if (founders.length === 0) return undefined
  const names = new Set(founders.map(({ value }) => (value.type === 'entity' ? value.entity : ''))).size
  const list = `the ${names} founding members named here do not include ${the(country)}`
  const from = (joined.role === 'full' ? joined.since : joined.former?.validFrom) ?? undefined
  const start = founders
    .flatMap(({ validFrom }) => (validFrom === null ? [] : [firstDay(validFrom)]))
    .toSorted()[0]
  if (from !== undefined && start !== undefined && firstDay(from) > start)
    return verdict(isNegated ? 'Supported' : 'Contradicted', `${list}; it joined${onDate(from)}.`, [
      ...joined.facts,
      ...founders.slice(0, 3),
    ])
  const absent = notOnList(country, body, joined, judging)
  return isNegated ? denialOf(absent) : absent
}
