// Who must defend whom, as claimed.
import { formatValue } from '../cards/shared/format.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { inBody } from '../questions/membership-words.ts'
import { partiesOn } from '../questions/memberships-of.ts'
import { denialsOf, promiseOf, sharedBodies, unitedStates } from '../questions/promise-facts.ts'
import { the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { formerPromise, labelled } from './judge-allies.ts'
import { foundedOn } from './judge-dates.ts'
import { allFacts, askingOf, verdict } from './verdicts.ts'

/** The words of a promise. */
function inWords(facts: readonly Fact[], judging: Judging): string {
  const [first] = facts
  const { value } = first ?? {}
  const text =
    value?.type === 'commitment' ? value.text : value ? formatValue(value, judging.facts.getEntity) : ''
  return text === '' ? '' : `: “${text}”`
}

function between(
  first: Entity,
  second: Entity,
  judging: Judging,
): { body: Entity; facts: readonly Fact[] } | undefined {
  const asked = askingOf(judging)
  const isIn = (body: Entity, country: Entity) =>
    partiesOn(body, judging.facts, judging.today).some(
      ({ entity, role }) => entity.id === country.id && role !== 'suspended',
    )
  const bodies = first.kind === 'country' ? sharedBodies(first, second, asked) : [first]
  for (const body of bodies) {
    if (!isIn(body, second) || (first.kind === 'country' && !isIn(body, first))) continue
    const facts = promiseOf(body, asked)
    if (facts.length > 0) return { body, facts }
  }
  return undefined
}

export function mustDefend(judging: Judging): Verdict | undefined {
  const { claim, object: defended } = judging
  const [defender] = judging.subjects
  if (!defender || !defended || defender.id === defended.id || judging.subjects.length > 1) return undefined
  return promiseBetween(defender, defended, claim.negation !== '', judging)
}

function promiseBetween(
  first: Entity,
  second: Entity,
  isNegated: boolean,
  judging: Judging,
): Verdict | undefined {
  const promise = between(first, second, judging)
  const isLimited = ({ statement }: Fact) =>
    statement.endsWith(`covers the territories under the administration of ${first.name}.`)
  if (promise && judging.claim.detail === 'mainland') {
    const area = allFacts(promise.body, judging.facts, 'area').filter(isLimited)
    const [limit] = area
    return limit && verdict(isNegated ? 'Supported' : 'Contradicted', limit.statement, area)
  }
  // Who must act in its own territories need not elsewhere.
  if (promise && allFacts(promise.body, judging.facts, 'area').some(isLimited)) return undefined
  if (promise) {
    const text = `${the(promise.body)}, which has ${first.kind === 'country' ? 'both' : 'it'}, has a promise of defense${inWords(promise.facts, judging)}.`
    return verdict(isNegated ? 'Contradicted' : 'Supported', text, promise.facts)
  }
  const [defender, defended] = first.id === unitedStates ? [first, second] : [second, first]
  if (defender.id === unitedStates && defended.kind === 'country') {
    const status = labelled(defended, judging, 'Status')[0]
    const denial = status ? denialsOf(status.entity, askingOf(judging)) : []
    if (status && denial.length > 0) {
      const text = `${the(defended)} is a major non-NATO ally, a status that brings no promise of defense; no other is stated here.`
      return verdict(isNegated ? 'Supported' : 'Not stated', text, [...status.own, ...denial])
    }
    if (!isNegated) {
      const former = formerPromise(defended, judging)
      if (former) return former
    }
  }
  if (isNegated) {
    const ended = defender.id === unitedStates ? formerPromise(defended, judging) : undefined
    return ended?.facts.every(({ attribute }) => attribute === 'mutual-defense')
      ? { ...ended, kind: 'Supported' }
      : undefined
  }
  return verdict(
    'Not stated',
    `no source here says that ${the(first)} has promised to defend ${the(second)}.`,
    [],
  )
}

/** Between two countries, one of which may be the object. */
export function defenseTreaty(judging: Judging): Verdict | undefined {
  const { claim, subjects, object, facts } = judging
  const [first, other, ...others] = [...subjects, ...(object ? [object] : [])]
  // "The Philippines treaty" is with the United States.
  const isAmerican = !other && first?.kind === 'country' && claim.detail === 'any'
  const second = isAmerican ? facts.getEntity(unitedStates) : other
  if (
    first?.kind !== 'country' ||
    second?.kind !== 'country' ||
    others.length > 0 ||
    first.id === second.id
  ) {
    // One thing alone has a promise or not.
    if (!first || second || first.kind === 'country') return undefined
    const alone = { ...judging, subjects: [], object: first }
    return claim.date === ''
      ? defenseClause(alone)
      : foundedOn({ ...alone, claim: { ...claim, detail: 'signed' } })
  }
  const found =
    claim.date === ''
      ? promiseBetween(first, second, claim.negation !== '', judging)
      : treatyOf(first, second, judging)
  // There may be another treaty that is not on defense.
  return claim.detail === 'any' && found?.kind !== 'Supported' ? undefined : found
}

/** The date of the one treaty that two countries alone have; of several, one that fits. */
function treatyOf(first: Entity, second: Entity, judging: Judging): Verdict | undefined {
  if (judging.claim.negation !== '') return undefined
  const bodies = sharedBodies(first, second, askingOf(judging)).filter(
    (body) =>
      promiseOf(body, askingOf(judging)).length > 0 &&
      partiesOn(body, judging.facts, judging.today).length === 2,
  )
  const verdicts = bodies.flatMap(
    (object) =>
      foundedOn({ ...judging, subjects: [], object, claim: { ...judging.claim, detail: 'signed' } }) ?? [],
  )
  const supported = verdicts.find(({ kind }) => kind === 'Supported')
  return supported ?? (bodies.length === 1 ? verdicts[0] : undefined)
}

export function defenseClause(judging: Judging): Verdict | undefined {
  const { claim, object: body } = judging
  if (!body || body.kind === 'country' || claim.negation === 'nolonger' || claim.negation === 'never')
    return undefined
  const promise = promiseOf(body, askingOf(judging))
  // Who is to defend its members is one of them, and what does so is the clause.
  const parties = partiesOn(body, judging.facts, judging.today).map(({ entity }) => entity)
  const isNamed = ({ aliases }: Entity) => aliases.some((alias) => inWords(promise, judging).includes(alias))
  if (body.kind !== 'status' && !judging.subjects.every((one) => parties.includes(one) || isNamed(one)))
    return undefined
  const isNegated = claim.negation !== ''
  if (promise.length > 0)
    return verdict(
      isNegated ? 'Contradicted' : 'Supported',
      `${the(body)} has a promise of mutual defense${inWords(promise, judging)}.`,
      promise,
    )
  const denied = denialsOf(body, askingOf(judging))
  const affirmed = allFacts(body, judging.facts, 'mutual-defense').filter(
    ({ value }) => value.type === 'commitment' && value.yes,
  )
  if (denied.length > 0 && affirmed.length > 0)
    return verdict(
      'Sources differ',
      `sources differ on whether ${the(body)} has a promise of mutual defense.`,
      [...affirmed, ...denied],
    )
  if (denied.length > 0)
    return verdict(
      isNegated ? 'Supported' : 'Contradicted',
      `${body.kind === 'status' ? `the status of ${inBody(body)}` : the(body)} has no promise of mutual defense. ${denied[0]?.statement ?? ''}`,
      denied,
    )
  return undefined
}
