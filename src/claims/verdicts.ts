// What judges share: verdicts in one line, dates of memberships, and counts over time.
import { capitalize } from '../cards/shared/format.ts'
import { lastDayFor, wholeListOf } from '../cards/entity/current-facts.ts'
import { dayAfter, firstDay, lastDay, monthNames, type PartialDate } from '../data/model/dates.ts'
import { countedMembersOn, isFullRole } from '../data/model/memberships.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { factsOfParty, partyFacts, successorsOf } from '../questions/memberships-of.ts'
import { asking, type Asking } from '../questions/wording.ts'
import type { Bound, Claim, Judging, Verdict, VerdictKind } from './claim.ts'

export function verdict(kind: VerdictKind, text: string, facts: readonly Fact[]): Verdict {
  return { kind, text: capitalize(text), facts }
}

/** As the answers to questions take it: about today, and a body if there is one. */
export function askingOf({ facts, now }: Judging, body?: Entity): Asking {
  return asking({ form: 'who-in', entities: body ? [body.id] : [], date: '', detail: '' }, facts, now)
}

/** The facts about an entity of some attributes, whenever they were so. */
export function allFacts(entity: Entity, facts: FactSnapshot, ...attributes: string[]): Fact[] {
  return attributes.flatMap(
    (id) => facts.factsAbout(entity.id).find(({ attribute }) => attribute === id)?.facts ?? [],
  )
}

/** Whether a fact says that a country has not formalized its membership, which others may count. */
export function isNotFormal({ statement }: Fact): boolean {
  return /\bhad not formalized its membership\b/.test(statement)
}

/** The facts that a country is or was a full member of a body. */
export function fullFacts(country: Entity, body: Entity, facts: FactSnapshot): Fact[] {
  return factsOfParty(country, body, facts).filter(({ role }) => isFullRole(role))
}

/** Whether a state before or after it is or was in a body, in whose name it may be meant. */
export function isInByAnother(country: Entity, body: Entity, facts: FactSnapshot): boolean {
  const parties = new Set(
    partyFacts(body, facts).flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : [])),
  )
  const before = facts
    .factsMentioning(country.id)
    .filter(
      ({ attribute, value }) =>
        attribute === 'successor' && value.type === 'entity' && value.entity === country.id,
    )
    .map(({ entity }) => entity)
  return [...before, ...successorsOf(country, facts)].some((id) => parties.has(id))
}

/** Whether a date is before the first day of any member, so that what came before is meant. */
export function isBeforeStart(date: PartialDate, body: Entity, facts: FactSnapshot): boolean {
  const days = partyFacts(body, facts).flatMap(({ validFrom }) =>
    validFrom === null ? [] : [firstDay(validFrom)],
  )
  const [start] = days.toSorted()
  return start !== undefined && lastDay(date) < start
}

/** The spell of a date, as days: no later than today. */
export function daysOf(date: PartialDate, { today }: Judging): [first: string, last: string] {
  const last = lastDay(date)
  return [firstDay(date), last > today ? today : last]
}

export interface Stretch {
  /** As yyyy-mm-dd. */
  from: string
  /** The first day on which it is different; '' if it still is so. */
  to: string
  members: string[]
}

/** Who was in a body from when to when, if its list is whole and every member has a first day. */
export function stretchesOf(body: Entity, { facts, today }: Judging): Stretch[] {
  return facts.memo(`stretches ${body.id} ${today}`, () => findStretches(body, facts, today))
}

function findStretches(body: Entity, facts: FactSnapshot, today: string): Stretch[] {
  const all = partyFacts(body, facts)
  const about = facts.factsAbout(body.id)
  if (!wholeListOf(body.id, facts, today)) return []
  const dated = Map.groupBy(all, ({ value }) => (value.type === 'entity' ? value.entity : ''))
  const isUndated = [...dated.values()].some(
    (own) => own.some(({ role }) => isFullRole(role)) && own.every(({ validFrom }) => validFrom === null),
  )
  if (isUndated) return []
  const end = lastDayFor(about, today)
  const changes = all.flatMap(({ validFrom, validTo }) => [
    ...(validFrom === null ? [] : [firstDay(validFrom)]),
    ...(validTo === null ? [] : [dayAfter(lastDay(validTo))]),
  ])
  const days = [...new Set(changes)].filter((day) => day <= end).toSorted()
  const stretches = days.map((from, index) => ({
    from,
    to: days[index + 1] ?? '',
    members: countedMembersOn(all, from).map(({ entity }) => entity),
  }))
  // Days on which nothing but a role changed are none.
  return stretches.reduce<Stretch[]>((merged, stretch) => {
    const last = merged.at(-1)
    const isSame =
      last && JSON.stringify(last.members.toSorted()) === JSON.stringify(stretch.members.toSorted())
    return isSame ? [...merged.slice(0, -1), { ...last, to: stretch.to }] : [...merged, stretch]
  }, [])
}

/** How far off a rounded number may be, as a share of the actual one; beyond the second it is wrong. */
const [close, far] = [0.05, 0.25]

/**
 * Undefined if that is in doubt. What is counted one by one is exact unless "about" is said; of anything else a rounded
 * number is meant, which may be off by `rounding` as well.
 */
export function numberFits(
  actual: number,
  claimed: number,
  bound: Bound,
  { isExact = false, rounding = 0 }: { isExact?: boolean; rounding?: number } = {},
): boolean | undefined {
  switch (bound) {
    case 'over':
      return actual > claimed
    case 'least':
      return actual >= claimed
    case 'under':
      return actual < claimed
    case 'most':
      return actual <= claimed
    case 'about':
    case 'exactly':
    case '': {
      if (isExact && bound !== 'about') return actual === claimed
      const off = Math.abs(actual - claimed)
      return off <= Math.max(rounding, actual * close) ? true : off > actual * far ? false : undefined
    }
  }
}

/** The months of a year, and the days of a month, that each may mean. */
const spans: Record<string, { months: [number, number]; days: [number, number] }> = {
  early: { months: [1, 4], days: [1, 12] },
  mid: { months: [5, 8], days: [9, 22] },
  late: { months: [9, 12], days: [19, 31] },
}
const partOfYear = new RegExp(
  `\\b(early|mid|late)(?:-| (?:in )?)(?:(${monthNames.join('|')}),? )?(\\d{4})\\b`,
  'gi',
)

const formally = /\b(?:technically|formally|officially|legally|nominally|on paper)\b/i

/** Whether what a claim leaves out of a text agrees: who is suspended may formally be a member all the same. */
export function fitsWording(text: string, verdict: Verdict): boolean {
  const isSuspended = verdict.kind === 'Was true' && verdict.facts.some(({ role }) => role === 'suspended')
  return fitsPartOfYear(text, verdict) && !(isSuspended && formally.test(text))
}

/**
 * Whether a pronoun stands for the subjects that are taken for it: where several countries were named, that of the first
 * clause is rather meant than another, and "they" may be all of them.
 */
export function fitsPronoun(
  { claims, kind, isPlural }: { claims: readonly Claim[]; kind: VerdictKind; isPlural: boolean },
  subjects: readonly Entity[],
  first: readonly Entity[],
  named: readonly Entity[],
): boolean {
  const isOfSubjects = claims.some((claim) =>
    claim.subjects.some((id) => subjects.some((one) => one.id === id)),
  )
  const isAmong = subjects.length < named.length && subjects.every((one) => named.includes(one))
  if (!isOfSubjects || !isAmong) return true
  return subjects.every((one) => first.includes(one)) && !(isPlural && kind === 'Contradicted')
}

/** Whether a fact is of each "late 2023" or "early March 2024" of a text; what contradicts is of another time. */
function fitsPartOfYear(text: string, { kind, facts }: Verdict): boolean {
  const dates = facts.flatMap(({ validFrom, validTo, value }) =>
    [validFrom, validTo, value.type === 'date' ? value.date : null].filter((date) => date !== null),
  )
  return (
    kind === 'Contradicted' ||
    [...text.matchAll(partOfYear)].every(([, part = '', month, year = '']) =>
      dates.some((date) => {
        const [ofYear, ofMonth, ofDay] = date.split('-')
        const { months, days } = spans[part.toLowerCase()] ?? { months: [1, 12], days: [1, 31] }
        const [said, [first, last]] = month === undefined ? [ofMonth, months] : [ofDay, days]
        const isOfMonth =
          month === undefined || monthNames[Number(ofMonth) - 1]?.toLowerCase() === month.toLowerCase()
        return ofYear === year && isOfMonth && Number(said) >= first && Number(said) <= last
      }),
    )
  )
}
