// Whether what the members of a body promised binds a country.
import { isIn } from './answer-is-in.ts'
import { obligations } from './answer-promises.ts'
import type { Entity } from '../data/model/types.ts'
import { allInBody, inBody } from './membership-words.ts'
import { capitalize, formatList } from '../cards/shared/format.ts'
import { partiesOn, standingOf } from './memberships-of.ts'
import { denialsOf, factsOf, promiseOf, promisingBody } from './promise-facts.ts'
import type { Answer } from './question.ts'
import { bulletLine, the, type Asking } from './wording.ts'

/** The promise of a body, and how a country stands to it. */
export function bound(asking: Asking): Answer | undefined {
  const [body, country] = asking.entities
  const promised = obligations(asking)
  if (!body || !country || !promised) return promised
  const who = asking.question.detail === 'who' ? byWhom(body, promised, asking) : undefined
  if (who) return who
  const members = promisingBody(body, country, asking)
  const standing = isIn({ ...asking, entities: [country, members] })
  if (!standing) return promised
  const neutral = factsOf(country, asking, 'neutrality')
  return {
    ...promised,
    asked: `Does ${the(body)} bind ${the(country)}?`,
    verdict: promiseOf(body, asking).length > 0 ? promisedBy(standing.verdict) : promised.verdict,
    facts: [...standing.facts, ...promised.facts],
    lines: [...(promised.lines ?? []), ...neutral.slice(0, 1).map(bulletLine)],
  }
}

/** "Yes. Ireland is in the European Union, since 1993. Each member has promised to help another that is attacked." */
function promisedBy(standing: string): string {
  return standing.startsWith('Yes')
    ? `${standing} Each member has promised to help another that is attacked.`
    : standing
}

/** "Who backs Malaysia and Singapore under the FPDA": its other members, with what they promised. */
function byWhom(body: Entity, promised: Answer, asking: Asking): Answer | undefined {
  const [, ...countries] = asking.entities
  const members = countries[0] ? promisingBody(body, countries[0], asking) : body
  if (standingOf(members, members, asking.facts, asking.day).end) return undefined
  const parties = partiesOn(members, asking.facts, asking.day)
  if (!countries.every(({ id }) => parties.some(({ entity, role }) => entity.id === id && role === 'full')))
    return undefined
  const others = parties.filter(({ entity }) => !countries.includes(entity))
  const who =
    others.length > 6
      ? `${others.length} other countries`
      : capitalize(formatList(others.map(({ entity }) => the(entity))))
  const are = others.length === 1 ? `is ${inBody(members)}` : `are ${allInBody(members)}`
  const [denied] = denialsOf(body, asking)
  return {
    ...promised,
    asked: `Who must defend ${formatList(countries.map(the))} by ${the(body)}?`,
    verdict: `${who} ${are} with ${formatList(countries.map(the))}. ${denied?.statement ?? promised.verdict}`,
    facts: [...promised.facts, ...others.flatMap(({ facts }) => facts.slice(0, 1))],
  }
}
