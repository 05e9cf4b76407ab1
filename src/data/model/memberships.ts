// Who is in a body on a day, from facts about members with the dates and roles that they state.
import { firstDay, lastDay, type PartialDate } from './dates.ts'
import type { Fact, Role } from './types.ts'

/** One member of a body on a day, with every fact that says so. */
export interface Membership {
  /** The id of the member. */
  entity: string
  role: Role
  /** The first of the days that the facts give; null if none gives one. */
  since: PartialDate | null
  /** Whether it is a founder. */
  isFounder: boolean
  facts: Fact[]
}

/** Whether a fact that starts or ends is so on a day, as yyyy-mm-dd; others always are. A year lasts from its first day to its last. */
export function isValidOn({ validFrom, validTo }: Fact, day: string): boolean {
  return (validFrom === null || firstDay(validFrom) <= day) && (validTo === null || day <= lastDay(validTo))
}

/** Whether a fact was so before a day, as yyyy-mm-dd, and no longer on it. */
export function hasEndedBy({ validTo }: Fact, day: string): boolean {
  return validTo !== null && lastDay(validTo) < day
}

/** Full and suspended members count; observers, applicants and partners do not. */
export function isFullRole(role: Role | null): boolean {
  return role === null || role === 'full' || role === 'suspended'
}

/** The members of a body on a day, as yyyy-mm-dd, each once, in the order of the facts; a dated role wins over others. */
export function membershipsOn(facts: readonly Fact[], day: string): Membership[] {
  const valid = facts.filter(
    (fact) => fact.attribute === 'member' && fact.value.type === 'entity' && isValidOn(fact, day),
  )
  const byMember = Map.groupBy(valid, ({ value }) => (value.type === 'entity' ? value.entity : ''))
  return [...byMember].map(([entity, all]) => {
    const role = (all.find(({ validFrom }) => validFrom !== null) ?? all[0])?.role ?? 'full'
    const own = all.filter((fact) => (fact.role ?? 'full') === role || fact.validFrom === null)
    const since = own
      .flatMap(({ validFrom }) => validFrom ?? [])
      .toSorted((a, b) => firstDay(a).localeCompare(firstDay(b)))
    return {
      entity,
      role,
      since: since[0] ?? null,
      isFounder: own.some(({ founder }) => founder),
      facts: own,
    }
  })
}

/** The members that count on a day, as yyyy-mm-dd. */
export function countedMembersOn(facts: readonly Fact[], day: string): Membership[] {
  return membershipsOn(facts, day).filter(({ role }) => isFullRole(role))
}

/**
 * The newest of the counts that the members of its day equal, so that the list is whole as of that day; undefined if
 * no exact count equals them. The first is preferred of two counts that are both whole.
 */
export function wholeListCount(
  members: readonly Fact[],
  counts: readonly Fact[],
  unitedStates: string,
): Fact | undefined {
  const newestFirst = counts.toSorted(
    (a, b) =>
      Number(a.attribute === 'other-members') - Number(b.attribute === 'other-members') ||
      b.visibleFrom.localeCompare(a.visibleFrom),
  )
  return newestFirst.find(({ attribute, value, visibleFrom }) => {
    if (value.type !== 'number' || value.bound !== 'exactly') return false
    const counted = countedMembersOn(members, visibleFrom).filter(
      ({ entity }) => attribute !== 'other-members' || entity !== unitedStates,
    )
    return counted.length > 0 && counted.length === value.number
  })
}
