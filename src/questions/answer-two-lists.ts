// Which members of one body are, or are not, in another.
import { endOf } from '../cards/entity/current-facts.ts'
import { capitalize, formatList, pluralize } from '../cards/shared/format.ts'
import type { Entity } from '../data/model/types.ts'
import { eventAsked, wholeParticipants } from './answer-lists.ts'
import { everParties, isEvent, partiesOn, standingOf } from './memberships-of.ts'
import { allInBody, askedWhen, inBody, membersOf } from './membership-words.ts'
import type { Answer } from './question.ts'
import { inRegion } from './regions.ts'
import { the, wholeNames, type Asking } from './wording.ts'

/** Members of one body that are, or are not, in another; only where the list that a no is read from is whole. */
export function membersAlso(asking: Asking, isShared: boolean): Answer | undefined {
  const [first, second] = asking.entities.flatMap((body) => eventAsked({ ...asking, entities: [body] }) ?? [])
  if (!first || !second) return undefined
  const { facts, day } = asking
  const lists = [first, second].map((body) => {
    const hasEnded = endOf(facts.factsAbout(body.id), day) !== undefined
    return {
      hasEnded,
      whole: isEvent(body) ? wholeNations(body, asking) : standingOf(body, body, facts, day).whole,
      // Those who left a body before it ended were in it too.
      parties: isEvent(body)
        ? partiesOn(body, facts, day).filter(({ role }) => role !== 'observer')
        : hasEnded
          ? everParties(body, facts)
          : partiesOn(body, facts, day),
    }
  })
  const isOfBodies = first.kind !== 'status' && second.kind !== 'status'
  const within = (body: Entity, count = 2) =>
    body.kind !== 'status' ? `in ${the(body)}` : count === 1 ? inBody(body) : allInBody(body)
  const when = askedWhen(asking)
  const are = when === '' ? 'are' : 'were'
  const asked =
    isShared && isOfBodies
      ? `Which countries ${are} in both ${the(first)} and ${the(second)}${when}?`
      : `Which ${membersOf(first)} ${are} ${isShared ? '' : 'not '}${within(second)}${when}?`
  const [one, other] = lists
  if (!one || !other) return undefined
  if (!isShared && !other.whole)
    return {
      asked,
      verdict: `Not stated. The list of the ${membersOf(second)} here is not whole, so nothing says who is not in it.`,
      facts: [],
      more: second.id,
    }
  const inOther = new Set(other.parties.map(({ entity }) => entity.id))
  const found = one.parties.filter(({ entity }) => inOther.has(entity.id) === isShared)
  // A state that has ended is in no body of today.
  const isEnded = ({ code }: Entity) => one.hasEnded && !other.hasEnded && code === undefined
  const ended = one.parties.flatMap(({ entity }) => (isEnded(entity) ? the(entity) : []))
  const names = found
    .flatMap(({ entity }) => (isEnded(entity) ? [] : entity))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const counts = lists.flatMap(({ whole }) => whole?.count ?? [])
  const be = (isPast: boolean) => (names.length === 1 ? (isPast ? 'was' : 'is') : isPast ? 'were' : 'are')
  const also = one.hasEnded === other.hasEnded ? '' : `${be(other.hasEnded || when !== '')} `
  const verb =
    isShared && isOfBodies && also === ''
      ? `${be(one.hasEnded || when !== '')} in both ${the(first)} and ${the(second)}`
      : `${be(one.hasEnded || when !== '')} ${within(first, names.length)} and ${also}${isShared ? '' : 'not '}${within(second, names.length)}`
  const of = `${membersOf(first)} ${isShared ? 'also' : 'not'} ${within(second)}`
  const here = inRegion(asking, first, names, counts, of)
  if (here) return here
  const asksAll = asking.question.detail !== ''
  const hedge =
    (lists.every(({ whole }) => whole) ? '' : ' Not both lists here are whole.') +
    (ended.length > 0
      ? ` ${capitalize(formatList(ended))} ${ended.length === 1 ? 'has' : 'have'} ended; ${ended.length === 1 ? 'its' : 'their'} successor states are not counted.`
      : '')
  return {
    asked,
    verdict:
      asksAll && names.length === 0
        ? ended.length === 0
          ? `Yes, all ${one.parties.length} ${membersOf(first)} that are named here.${hedge}`
          : `All ${one.parties.length - ended.length} ${membersOf(first)} that still exist are.${hedge}`
        : `${asksAll ? 'No. ' : ''}${names.length === 0 ? 'None' : pluralize(names.length, 'country')} ${verb}.${hedge}`,
    facts: counts.length > 0 ? counts : found.flatMap(({ facts: own }) => own).slice(0, 4),
    lines: names.length > 0 ? [{ label: 'They are', text: wholeNames(names), facts: counts }] : [],
    more: first.id,
  }
}

/** The count of those who took part, if all of them are named. */
function wholeNations(event: Entity, asking: Asking) {
  const whole = wholeParticipants(event, asking)
  return whole && { count: whole.fact }
}
