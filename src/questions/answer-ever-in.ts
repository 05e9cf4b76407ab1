// Was a country ever in a body.
import type { Line } from '../core/card.ts'
import type { Entity } from '../data/model/types.ts'
import { inBody, pastMembership, sinceWords, suspensionOf } from './membership-words.ts'
import { accessionFacts, everParties, isWholeAtEnd, partnershipFact, standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { bulletLine, The, the, wholeAsOf, wholeNames, type Asking } from './wording.ts'

export function everIn(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const standing = standingOf(country, body, asking.facts, asking.day)
  const asked = `Was ${the(country)} ever ${inBody(body)}?`
  const { former, role, since, whole, end } = standing
  // A yes to "was it never" may mean either.
  const yes = asking.question.detail === 'not' ? '' : 'Yes. '
  if (role === 'full' || role === 'suspended')
    return {
      asked,
      verdict:
        role === 'suspended'
          ? `${yes === '' ? `${The(country)} was ${inBody(body)}. ` : yes}${suspensionOf(standing)}`
          : `${yes}${The(country)} is ${inBody(body)} now${sinceWords(since)}.`,
      facts: standing.facts,
      more: body.id,
    }
  if (former)
    return {
      asked,
      verdict: `${yes}${pastMembership(country, body, former, asking.facts)}`,
      facts: [former],
      more: body.id,
    }
  // Who left may not be in a list that is whole today.
  const list = whole
    ? end
      ? `The list of its members, ${wholeAsOf(whole)}, does not have it`
      : `The list of today’s members, ${wholeAsOf(whole)}, does not have it`
    : `No source here names it as a member`
  const accession = accessionFacts(country, body, asking.facts)
  const told = partnershipFact(country, body, asking.facts) ?? accession[0]
  return {
    asked,
    verdict: told
      ? `${told.statement} ${list}.`
      : isWholeAtEnd(standing)
        ? `${yes && 'No. '}The list of the members that ${the(body)} had does not have ${the(country)}.`
        : `${whole && end ? '' : 'Not stated. '}${list}, and nothing here says that ${the(country)} was ever ${inBody(body)}.`,
    facts: [...(told ? [told] : []), ...(whole ? [whole.count] : [])],
    lines: [
      ...accession
        .filter((fact) => fact !== told)
        .slice(0, 3)
        .map(bulletLine),
      ...(end && !told ? [namedLine(body, asking)] : []),
    ],
    more: body.id,
  }
}

/** All who are named as members of what has ended. */
function namedLine(body: Entity, { facts }: Asking): Line {
  const named = everParties(body, facts)
  const text = wholeNames(named.map(({ entity }) => entity))
  return { label: 'Named as members', text, facts: named.flatMap((party) => party.facts.slice(0, 1)) }
}
