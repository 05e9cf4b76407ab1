// When something was founded, signed or announced, began or ended, as claimed.
import { formatList } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import { endOf } from '../cards/entity/current-facts.ts'
import { datesAgree, firstDay, lastDay, withoutCoarser, type PartialDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { standingOf } from '../questions/memberships-of.ts'
import { dateOf, dateWords, onDate, the } from '../questions/wording.ts'
import type { Judging, Verdict, VerdictKind } from './claim.ts'
import { allFacts, verdict } from './verdicts.ts'

const starts = ['founded', 'signed', 'announced', 'began', 'entered-force', 'held'] as const

/** The attributes that a verb speaks of; others may mean any start. */
const verbs: Record<string, readonly (typeof starts)[number][]> = {
  signed: ['signed'],
  inked: ['signed'],
  concluded: ['signed'],
  announced: ['announced'],
  unveiled: ['announced'],
  'came into force': ['entered-force'],
  'entered into force': ['entered-force'],
  'took effect': ['entered-force'],
}

const said: Record<(typeof starts)[number], string> = {
  founded: 'was founded',
  signed: 'was signed',
  announced: 'was announced',
  began: 'began',
  'entered-force': 'came into force',
  held: 'was held',
}

export function foundedOn({ claim, facts, object: thing }: Judging): Verdict | undefined {
  if (!thing || claim.date === '' || claim.negation !== '' || thing.kind === 'country') return undefined
  const found = starts.flatMap((id) => {
    const dated = allFacts(thing, facts, id).filter((fact) => dateOf(fact) !== '')
    return dated.length > 0 ? [{ id, dated }] : []
  })
  // A pact whose signing is not told was signed when it was founded.
  const isUntold =
    /^(?:alliance|treaty)$/.test(thing.kind) &&
    verbs[claim.detail]?.[0] === 'signed' &&
    !found.some(({ id }) => id === 'signed')
  const own: readonly (typeof starts)[number][] = isUntold ? ['founded'] : (verbs[claim.detail] ?? starts)
  const ofVerb = found.filter(({ id }) => own.includes(id))
  for (const { id, dated } of ofVerb) {
    const agreeing = dated.filter((fact) => datesAgree(dateOf(fact), claim.date))
    if (agreeing.length === dated.length)
      return verdict('Supported', `${the(thing)} ${said[id]}${dates(agreeing)}.`, agreeing)
    if (agreeing.length > 0)
      return verdict('Sources differ', `${the(thing)} ${said[id]}${dates(dated)}.`, dated)
  }
  const [first] = ofVerb
  if (!first || isUntold) return undefined
  // People use one verb for another: "signed" for a pact that was announced.
  const isOther = found.some(({ dated }) => dated.some((fact) => datesAgree(dateOf(fact), claim.date)))
  if (isOther || (isOfTwo(thing, facts) && isBefore(claim.date, first.dated))) return undefined
  return verdict('Contradicted', `${the(thing)} ${said[first.id]}${dates(first.dated)}.`, first.dated)
}

/** Two countries may have had an earlier treaty of the same name. */
function isOfTwo(thing: Entity, facts: Judging['facts']): boolean {
  const parties = allFacts(thing, facts, 'member').map(({ value }) =>
    value.type === 'entity' ? value.entity : '',
  )
  return thing.kind === 'alliance' && new Set(parties).size === 2
}

function isBefore(date: PartialDate, own: readonly Fact[]): boolean {
  return own.every((fact) => lastDay(date) < firstDay(dateOf(fact)))
}

function dates(own: readonly Fact[]): string {
  const [first = '', ...rest] = withoutCoarser(own.map(dateOf))
  return `${onDate(first)}${rest.length > 0 ? `, or ${formatList(rest.map(dateWords), 'or')}, as sources differ` : ''}`
}

/** A body has not ended by a date if its members are counted after it, or ever if they were counted lately. */
function goesOn({ claim, facts, object: body, today }: Judging, kind: VerdictKind): Verdict | undefined {
  const { whole } = body ? standingOf(body, body, facts, today) : {}
  const counted = whole?.count.visibleFrom ?? ''
  const then = claim.date === '' ? String(Number(today.slice(0, 4)) - maxAge) : lastDay(claim.date)
  return body && whole && counted > then
    ? verdict(kind, `${the(body)} has ${whole.members} members (${formatAsOfShort(whole.count.asOf)}).`, [
        whole.count,
      ])
    : undefined
}

/** In years: an older count of its members does not tell that a body still exists. */
const maxAge = 3

export function endedOn(judging: Judging): Verdict | undefined {
  const { claim, facts, object: thing, today } = judging
  if (!thing || thing.kind === 'country') return undefined
  const own = allFacts(thing, facts, 'ended')
  if (claim.negation !== '') return own.length === 0 ? goesOn(judging, 'Supported') : undefined
  // What came in place of another is not told.
  if (own.length > 0 && claim.detail === 'replaced') return undefined
  if (own.length === 0 && (claim.detail === 'wholly' || claim.detail === 'replaced'))
    return goesOn(judging, 'Contradicted')
  if (own.length === 0 || !endOf(facts.factsAbout(thing.id), today)) return undefined
  const fits = claim.date === '' || own.some((fact) => datesAgree(dateOf(fact), claim.date))
  return verdict(fits ? 'Supported' : 'Contradicted', `${the(thing)} ended${dates(own)}.`, own)
}

/** That something exists is contradicted by its end, and supported by a late count of its members. */
export function exists(judging: Judging): Verdict | undefined {
  const { claim, facts, object: thing, today } = judging
  if (!thing || claim.negation !== '' || claim.isPast) return undefined
  const end = endOf(facts.factsAbout(thing.id), today)
  if (!end) return goesOn(judging, 'Supported')
  return verdict('Was true', `${the(thing)} ended${onDate(dateOf(end))}.`, [end])
}
