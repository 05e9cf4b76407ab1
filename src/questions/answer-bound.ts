// Whether what the members of a body promised binds a country.
import type { Entity } from '../data/model/types.ts'
import { isIn } from './answer-is-in.ts'
import { obligations } from './answer-promises.ts'
import { factsOf, promiseOf } from './promise-facts.ts'
import { standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { bulletLine, the, type Asking } from './wording.ts'

/** The promise of a body, and how a country stands to it. */
export function bound(asking: Asking): Answer | undefined {
  const [body, country] = asking.entities
  const promised = obligations(asking)
  if (!body || !country || !promised) return promised
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

/** The body itself, or the one whose members the promise binds: the European Union of its Article 42(7). */
function promisingBody(body: Entity, country: Entity, asking: Asking): Entity {
  const { facts, day } = asking
  if (standingOf(country, body, facts, day).facts.length > 0) return body
  const named = promiseOf(body, asking).flatMap(({ mentions }) => mentions)
  return (
    named
      .flatMap((id) => facts.getEntity(id) ?? [])
      .find((one) => standingOf(country, one, facts, day).whole !== undefined) ?? body
  )
}
