// Whether a country is or was suspended from a body, as claimed.
import { datesAgree, firstDay } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { inBody, sinceWords, spell } from '../questions/membership-words.ts'
import { partyFacts, standingOf, type Standing } from '../questions/memberships-of.ts'
import { the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { verdict } from './verdicts.ts'

const isRevoked = ({ statement }: Fact) => statement.includes(' revoked ')

/** "New Zealand is suspended from ANZUS, since August 11, 1986", without a full stop; of one that was revoked, all that is told. */
export function suspension(
  country: Entity,
  body: Entity,
  { since, facts }: Pick<Standing, 'since' | 'facts'>,
): string {
  const revoked = facts.find(isRevoked)
  return revoked
    ? revoked.statement.replace(/\.$/, '')
    : `${the(country)} is suspended from ${the(body)}${sinceWords(since)}`
}

const stillListed = /\bstill lists\b/

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
  const about = facts.factsAbout(body.id).flatMap((group) => group.facts)
  const still = about.find((one) => one.mentions.includes(country.id) && stillListed.test(one.statement))
  if (isRevoked(first) && still && !claim.isPast)
    return verdict('Sources differ', `${first.statement} ${still.statement}`, [first, still])
  return verdict(
    hasEnded && !claim.isPast ? 'Was true' : 'Supported',
    isRevoked(first) ? first.statement : `${the(country)} was suspended from ${the(body)}${spell(first)}.`,
    fitting,
  )
}
