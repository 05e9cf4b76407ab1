// Is a country a partner of a body or an observer in it, as claimed, without being a member.
import { datesAgree } from '../data/model/dates.ts'
import type { Fact } from '../data/model/types.ts'
import { factsOfParty } from '../questions/memberships-of.ts'
import type { Judging, Verdict } from './claim.ts'
import { verdict } from './verdicts.ts'

/** Bodies whose members are partners of another. */
const partnerships: Record<string, readonly string[]> = {
  nato: ['partnership-for-peace', 'nato-global-partners', 'istanbul-initiative', 'mediterranean-dialogue'],
}

/** Facts that say so support it; no list tells who is none. */
export function hasRoleIn({ claim, subjects, object: body, facts, today }: Judging): Verdict | undefined {
  const [country] = subjects
  if (!country || !body || claim.negation !== '') return undefined
  const through =
    claim.detail === 'partner' ? (partnerships[body.id] ?? []).flatMap((id) => facts.getEntity(id) ?? []) : []
  const told = [
    ...factsOfParty(country, body, facts).filter(({ role }) => role === claim.detail),
    ...through.flatMap((one) => factsOfParty(country, one, facts).filter(({ role }) => role === 'full')),
  ]
  const isThen = ({ validFrom, validTo }: Fact) =>
    (claim.isPast || validTo === null || validTo >= today) &&
    (claim.date === '' || (validFrom !== null && datesAgree(validFrom, claim.date)))
  const fitting = told.filter(isThen)
  return fitting.length > 0
    ? verdict(
        'Supported',
        fitting
          .map(({ statement }) => statement)
          .slice(0, 2)
          .join(' '),
        fitting,
      )
    : undefined
}
