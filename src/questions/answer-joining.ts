// When did a country join a body, and has it left.
import { validMemberFacts } from '../data/model/memberships.ts'
import { isIn } from './answer-is-in.ts'
import { inBody, spell } from './membership-words.ts'
import { partyFacts, standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { The, dateWords, onDate, the, type Asking } from './wording.ts'

export function whenJoined(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const verb = body.kind === 'treaty' || body.kind === 'document' ? 'become a party to' : 'join'
  const asked =
    body.kind === 'status'
      ? `When did ${the(country)} become ${inBody(body)}?`
      : `When did ${the(country)} ${verb} ${the(body)}?`
  const all = partyFacts(body, asking.facts).filter(
    ({ value }) => value.type === 'entity' && value.entity === country.id,
  )
  const current = validMemberFacts(all, asking.day)
  const { role, since, former, whole, end, isFounder } = standingOf(country, body, asking.facts, asking.day)
  if (role === 'full' && since !== undefined) {
    const how = isFounder
      ? `${The(country)} is a founding member of ${the(body)}, since`
      : body.kind === 'status'
        ? `${The(country)} became ${inBody(body)}${onDate(since).startsWith(' on') ? ' on' : ' in'}`
        : `${The(country)} joined ${the(body)}${onDate(since).startsWith(' on') ? ' on' : ' in'}`
    return { asked, verdict: `${how} ${dateWords(since)}.`, facts: current, more: body.id }
  }
  if (former)
    return {
      asked,
      verdict: `${The(country)} was in ${the(body)}${spell(former)}.`,
      facts: [former, ...(end ? [end] : [])],
      more: body.id,
    }
  if (role === 'full' || role === 'suspended')
    return {
      asked,
      verdict: `Not stated. ${The(country)} is ${inBody(body)}; no source here gives the day.`,
      facts: current,
      more: body.id,
    }
  const answer = isIn(asking)
  return answer
    ? {
        ...answer,
        asked,
        verdict: whole ? answer.verdict.replace(/^No\. /, 'Never, by this list. ') : answer.verdict,
      }
    : undefined
}

export function whenLeft(asking: Asking): Answer | undefined {
  const [country, body] = asking.entities
  if (!country || !body) return undefined
  const { former, role } = standingOf(country, body, asking.facts, asking.day)
  const asked = `Has ${the(country)} left ${the(body)}?`
  if (role === 'full' || role === 'suspended') {
    const answer = isIn(asking)
    return answer ? { ...answer, asked, verdict: answer.verdict.replace(/^Yes\. /, 'No. ') } : undefined
  }
  if (former?.validTo)
    return {
      asked,
      verdict: `Yes. ${The(country)} was in ${the(body)}${spell(former)}.`,
      facts: [former],
      more: body.id,
    }
  const answer = isIn(asking)
  return answer
    ? { ...answer, asked, verdict: answer.verdict.replace(/^No\. /, 'It is not named as a member. ') }
    : undefined
}
