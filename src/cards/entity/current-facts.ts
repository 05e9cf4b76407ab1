// What of an entity's facts is so on the day of a view; of something that has ended, what was so on its last day.
import type { AttributeId } from '../../data/model/attributes.ts'
import { firstDay, lastDay } from '../../data/model/dates.ts'
import {
  countedMembersOn,
  isValidOn,
  validMemberFacts,
  wholeListCount,
} from '../../data/model/memberships.ts'
import type { Fact } from '../../data/model/types.ts'
import type { AttributeFacts } from '../../data/query/attribute-facts.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'

export const unitedStates = 'united-states'

/** The date on which something ended, if it had by a day, as yyyy-mm-dd. */
export function endOf(groups: readonly AttributeFacts[], day: string): Fact | undefined {
  const facts = groups.find(({ attribute }) => attribute === 'ended')?.facts ?? []
  return facts.find(({ value }) => value.type === 'date' && lastDay(value.date) <= day)
}

/** "1955–1991" of something that has ended by a day, as yyyy-mm-dd; undefined if it has not, or nothing says so. */
export function yearsOfEnded(entity: string, facts: FactSnapshot, day: string): string | undefined {
  if (facts.getEntity(entity)?.edition) return undefined
  const groups = facts.factsAbout(entity)
  const yearOf = (fact: Fact | undefined) => (fact?.value.type === 'date' ? fact.value.date.slice(0, 4) : '')
  const end = endOf(groups, day)
  if (!end) return undefined
  const began = groups.find(({ attribute }) => startAttributes.includes(attribute))?.facts[0]
  return `${yearOf(began)}–${yearOf(end)}`
}

const startAttributes: readonly AttributeId[] = ['founded', 'signed', 'announced', 'began']

/** The day itself, or that on which something ended before it. */
export function lastDayFor(groups: readonly AttributeFacts[], day: string): string {
  const end = endOf(groups, day)?.value
  return end?.type === 'date' ? firstDay(end.date) : day
}

/** The facts about an entity by attribute, without those that were no longer or not yet so on a day, as yyyy-mm-dd. */
export function currentGroups(entity: string, facts: FactSnapshot, day: string): AttributeFacts[] {
  const groups = facts.factsAbout(entity)
  const lastDayOfEntity = lastDayFor(groups, day)
  const current = groups.flatMap((group) => {
    const own =
      group.attribute === 'member'
        ? validMemberFacts(group.facts, lastDayOfEntity)
        : group.facts.filter((fact) => isValidOn(fact, lastDayOfEntity))
    return own.length > 0 ? [{ ...group, facts: own }] : []
  })
  // Of some things only what was once so is known.
  return current.length > 0 ? current : groups
}

export interface WholeList {
  /** The count that the list equals, and so the day as of which it is whole. */
  count: Fact
  /** How many members there are on the day of the view. */
  members: number
}

/** Whether every member is named, as of a day that the count says; undefined if some may not be. */
export function wholeListOf(entity: string, facts: FactSnapshot, day: string): WholeList | undefined {
  // What is known today says who was in it on any earlier day.
  const all = facts.asOf('').factsAbout(entity)
  const factsOf = (...ids: string[]) =>
    all.filter(({ attribute }) => ids.includes(attribute)).flatMap((group) => group.facts)
  const members = factsOf('member')
  const count = wholeListCount(members, factsOf('member-count', 'other-members'), unitedStates)
  if (!count) return undefined
  return { count, members: countedMembersOn(members, lastDayFor(all, day)).length }
}
