// Whether a country is or was suspended from a body, as claimed.
import { datesAgree, firstDay } from '../data/model/dates.ts'
import { inBody, sinceWords, spell } from '../questions/membership-words.ts'
import { partyFacts, standingOf } from '../questions/memberships-of.ts'
import { the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { verdict } from './verdicts.ts'

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
  if (first.statement.includes(' revoked ') && still && !claim.isPast)
    return verdict('Sources differ', `${first.statement} ${still.statement}`, [first, still])
  return verdict(
    hasEnded && !claim.isPast ? 'Was true' : 'Supported',
    first.validTo === null
      ? first.statement
      : `${the(country)} was suspended from ${the(body)}${spell(first)}.`,
    fitting,
  )
}
