// Who is in a body on a day, from facts about members with the dates and roles that they state.
import { byNewest, byStart, compareDates, firstDay, lastDay, type PartialDate } from './dates.ts'
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

/**
 * The facts about members that are so on a day, as yyyy-mm-dd. A fact without dates is so while one with dates about the
 * same member is; it does not make a member of one that has left or not yet joined.
 */
export function validMemberFacts(facts: readonly Fact[], day: string): Fact[] {
  const isDated = ({ validFrom, validTo }: Fact) => validFrom !== null || validTo !== null
  const byMember = Map.groupBy(facts, ({ value }) => (value.type === 'entity' ? value.entity : ''))
  const isMember = new Map(
    [...byMember].map(([id, own]) => {
      const dated = own.filter(isDated)
      return [id, dated.length === 0 || dated.some((fact) => isValidOn(fact, day))]
    }),
  )
  return facts.filter(
    (fact) => isValidOn(fact, day) && isMember.get(fact.value.type === 'entity' ? fact.value.entity : ''),
  )
}

/** The members of a body on a day, as yyyy-mm-dd, each once, in the order of the facts; a dated role wins over others. */
export function membershipsOn(facts: readonly Fact[], day: string): Membership[] {
  const members = facts.filter(({ attribute, value }) => attribute === 'member' && value.type === 'entity')
  const byMember = Map.groupBy(validMemberFacts(members, day), ({ value }) =>
    value.type === 'entity' ? value.entity : '',
  )
  return [...byMember].map(([entity, all]) => {
    const role = (all.find(({ validFrom }) => validFrom !== null) ?? all[0])?.role ?? 'full'
    const own = all.filter((fact) => (fact.role ?? 'full') === role || fact.validFrom === null)
    const since = own
      .flatMap(({ validFrom }) => validFrom ?? [])
      .toSorted((a, b) => compareDates(firstDay(a), firstDay(b)))
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
      Number(a.attribute === 'other-members') - Number(b.attribute === 'other-members') || byNewest(a, b),
  )
  return newestFirst.find(({ attribute, value, visibleFrom }) => {
    if (value.type !== 'number' || value.bound !== 'exactly') return false
    const counted = countedMembersOn(members, visibleFrom).filter(
      ({ entity }) => attribute !== 'other-members' || entity !== unitedStates,
    )
    return counted.length > 0 && counted.length === value.number
  })
}

/** The years in which facts begin and end, first to last; those that overlap are one, because sources differ on a day. */
export function periodsOf(facts: readonly Fact[]): { from: string; to: string }[] {
  const periods: { from: string; to: string }[] = []
  const inOrder = facts.toSorted(byStart)
  for (const { validFrom, validTo } of inOrder) {
    const [from, to] = [validFrom?.slice(0, 4) ?? '', validTo?.slice(0, 4) ?? '']
    const last = periods.at(-1)
    if (last && (last.to === '' || from <= last.to)) last.to = to > last.to ? to : last.to
    else periods.push({ from, to })
  }
  return periods
}
