// Which members of one body are, or are not, in another.
import { pluralize } from '../cards/shared/format.ts'
import { partiesOn, standingOf } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { inRegion } from './regions.ts'
import { the, wholeNames, type Asking } from './wording.ts'

/** Members of one body that are, or are not, in another; only where the list that a no is read from is whole. */
export function membersAlso(asking: Asking, isShared: boolean): Answer | undefined {
  const [first, second] = asking.entities
  if (!first || !second) return undefined
  const { facts, day } = asking
  const lists = [first, second].map((body) => ({
    body,
    whole: standingOf(body, body, facts, day).whole,
    parties: partiesOn(body, facts, day),
  }))
  const asked = isShared
    ? `Which countries are in both ${the(first)} and ${the(second)}?`
    : `Which members of ${the(first)} are not in ${the(second)}?`
  const [one, other] = lists
  if (!one || !other) return undefined
  const missing = (isShared ? [] : [other]).filter(({ whole }) => !whole)
  if (missing.length > 0)
    return {
      asked,
      verdict: `Not stated. The list of the members of ${the(second)} here is not whole, so nothing says who is not in it.`,
      facts: [],
      more: second.id,
    }
  const inOther = new Set(other.parties.map(({ entity }) => entity.id))
  const found = one.parties.filter(({ entity }) => inOther.has(entity.id) === isShared)
  const names = found.map(({ entity }) => entity).toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const counts = lists.flatMap(({ whole }) => whole?.count ?? [])
  const verb = isShared
    ? `in both ${the(first)} and ${the(second)}`
    : `in ${the(first)} and not in ${the(second)}`
  const of = `members of ${the(first)} ${isShared ? 'also' : 'not'} in ${the(second)}`
  const here = inRegion(asking, first, names, counts, of)
  if (here) return here
  const asksAll = asking.question.detail !== ''
  const hedge = lists.every(({ whole }) => whole) ? '' : ' Not both lists here are whole.'
  return {
    asked,
    verdict:
      asksAll && names.length === 0
        ? `Yes, all ${one.parties.length} members of ${the(first)} that are named here.${hedge}`
        : `${asksAll ? 'No. ' : ''}${names.length === 0 ? 'None' : pluralize(names.length, 'country')} ${names.length === 1 ? 'is' : 'are'} ${verb}.${hedge}`,
    facts: counts.length > 0 ? counts : found.flatMap(({ facts: own }) => own).slice(0, 4),
    lines: names.length > 0 ? [{ label: 'They are', text: wholeNames(names), facts: counts }] : [],
    more: first.id,
  }
}
