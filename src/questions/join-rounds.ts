// All who ever joined a body, by the days on which they did.
import { compareDates, firstDay } from '../data/model/dates.ts'
import { isFullRole } from '../data/model/memberships.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { membersOf } from './membership-words.ts'
import { everParties } from './memberships-of.ts'
import type { Answer } from './question.ts'
import type { Asking } from './wording.ts'

/** More names than these stand in a line of their own. */
export const maxTogether = 4

export interface Round {
  date: string
  members: Entity[]
  facts: Fact[]
}

/** All who ever joined a body, by date, first to last; undefined if none has a date, or if `isWhole` and one has none. */
export function roundsOf(
  body: Entity,
  { facts }: Asking,
  isWhole = body.kind !== 'status',
): Round[] | undefined {
  const all = everParties(body, facts).map(({ entity, facts: own }) => {
    const dated = own
      .filter(({ role, validFrom }) => isFullRole(role) && role !== 'suspended' && validFrom !== null)
      .toSorted((a, b) => compareDates(firstDay(a.validFrom ?? ''), firstDay(b.validFrom ?? '')))
    return { entity, date: dated[0]?.validFrom ?? '', facts: dated.slice(0, 1) }
  })
  const joined = isWhole ? all : all.filter(({ date }) => date !== '')
  if (joined.length === 0 || joined.some(({ date }) => date === '')) return undefined
  return [...Map.groupBy(joined, ({ date }) => date)]
    .map(([date, some]) => ({
      date,
      members: some.map(({ entity }) => entity).toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
      facts: some.flatMap(({ facts: own }) => own),
    }))
    .toSorted((a, b) => compareDates(firstDay(a.date), firstDay(b.date)))
}

/** Of a status not every holder has a day. */
export function ofDated({ kind }: Entity): string {
  return kind === 'status' ? 'Of those with a day here, ' : ''
}

/** The answer where some member has no day. */
export function noOrder(body: Entity, asked: string): Answer {
  return {
    asked,
    verdict: `Not stated. Not all ${membersOf(body)} have a day here on which they joined.`,
    facts: [],
    more: body.id,
  }
}
