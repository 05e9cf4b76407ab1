// Which came first, which member it was by number, and who alone joined or left, as claimed.
import { endOf } from '../cards/entity/current-facts.ts'
import { formatList } from '../cards/shared/format.ts'
import { firstDay, lastDay, type PartialDate } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { joinedBody, leftBody } from '../questions/membership-words.ts'
import { partyFacts, standingOf } from '../questions/memberships-of.ts'
import { dateOf, dateWords, onDate, the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { isIn } from './judge-membership.ts'
import { numberFits, allFacts, fullFacts, stretchesOf, verdict } from './verdicts.ts'

interface Start {
  text: string
  dates: PartialDate[]
  facts: Fact[]
}

/** When a country first joined the body, or when a thing began. */
function startOf(entity: Entity, { facts, object: body }: Judging): Start | undefined {
  if (entity.kind === 'country') {
    if (!body) return undefined
    const own = fullFacts(entity, body, facts).filter(({ validFrom }) => validFrom !== null)
    const year = own
      .map(({ validFrom }) => validFrom ?? '')
      .toSorted()[0]
      ?.slice(0, 4)
    const first = own.filter(({ validFrom }) => validFrom?.startsWith(year ?? ' '))
    return first.length > 0
      ? {
          text: `${the(entity)} ${joinedBody(body)}`,
          dates: first.map(({ validFrom }) => validFrom ?? ''),
          facts: first,
        }
      : undefined
  }
  for (const [attribute, verb] of [
    ['signed', 'was signed'],
    ['founded', 'was founded'],
    ['announced', 'was announced'],
    ['began', 'began'],
  ] as const) {
    const own = allFacts(entity, facts, attribute).filter((fact) => dateOf(fact) !== '')
    const what =
      attribute === 'signed' && entity.kind !== 'treaty' ? `the treaty of ${the(entity)}` : the(entity)
    if (own.length > 0) return { text: `${what} ${verb}`, dates: own.map(dateOf), facts: own }
  }
  return undefined
}

const daysInYear = 365.25
const units: Record<string, number> = { years: daysInYear, months: 30.44, weeks: 7, days: 1 }

export function inOrder(judging: Judging): Verdict | undefined {
  const { claim, subjects } = judging
  const [word = '', unit = '', either] = claim.detail.split(' ')
  const [country, other] = subjects
  // "Croatia joined the EU four years after NATO": after it had joined it, if it ever did.
  const joinedOther =
    either !== undefined && country && other ? startOf(country, { ...judging, object: other }) : undefined
  const [first, founded] = subjects.map((entity) => startOf(entity, judging))
  const second = joinedOther ?? founded
  if (subjects.length !== 2 || !first || !second || claim.negation !== '') return undefined
  const [earlier, later] = word === 'before' ? [first, second] : [second, first]
  const isSo = always(earlier, later)
  const isOther = always(later, earlier)
  const said = `${first.text}${onDate(finest(first))}, and ${second.text}${onDate(finest(second))}.`
  const cited = [...first.facts, ...second.facts]
  if (isOther) return verdict('Contradicted', said, cited)
  if (!isSo) return undefined
  if (claim.number === undefined) return verdict('Supported', said, cited)
  const [from, to] = [finest(earlier), finest(later)]
  const size = units[unit] ?? 1
  const gap = (one: string, other: string) => (dayNumber(other) - dayNumber(one)) / size
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  if (unit === 'years' && claim.number === years) return verdict('Supported', said, cited)
  const fits = numberFits(gap(from, to), claim.number, claim.bound, { rounding: 0.6 })
  return fits === undefined ? undefined : verdict(fits ? 'Supported' : 'Contradicted', said, cited)
}

function always(earlier: Start, later: Start): boolean {
  return earlier.dates.every((one) => later.dates.every((other) => lastDay(one) < firstDay(other)))
}

function finest({ dates }: Start): PartialDate {
  return dates.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function listed(starts: readonly Start[]): string {
  return `${formatList(starts.map((start) => `${start.text}${onDate(finest(start))}`))}.`
}

function dayNumber(date: PartialDate): number {
  return Date.parse(firstDay(date)) / 86_400_000
}

/** Days of one summer apart may be one time to some. */
const maxApart = 90

export function joinedTogether(judging: Judging): Verdict | undefined {
  const { claim, subjects } = judging
  const starts = subjects.flatMap((entity) => startOf(entity, judging) ?? [])
  if (subjects.length < 2 || starts.length < subjects.length || claim.negation !== '') return undefined
  const dates = starts.map(finest)
  const said = listed(starts)
  const cited = starts.flatMap(({ facts }) => facts)
  const isOneOf = (length: number) => new Set(dates.map((date) => date.slice(0, length))).size === 1
  const isDay = dates.every((date) => date.length === 10)
  if (claim.detail === 'year') return verdict(isOneOf(4) ? 'Supported' : 'Contradicted', said, cited)
  if (isDay && isOneOf(10)) return verdict('Supported', said, cited)
  const days = dates.map(dayNumber)
  const apart = Math.max(...days) - Math.min(...days)
  const isApart = claim.detail === 'day' ? isDay : !isOneOf(4) && apart > maxApart
  return isApart ? verdict('Contradicted', said, cited) : undefined
}

/** How long a country has been in a body, or a body has existed. */
export function yearsIn(judging: Judging): Verdict | undefined {
  const { claim, subjects, object: body, facts, today } = judging
  const { number, bound } = claim
  if (!body || number === undefined || claim.negation !== '' || endOf(facts.factsAbout(body.id), today))
    return undefined
  const isOut = subjects.some((one) => standingOf(one, body, facts, today).role !== 'full')
  const starts = (subjects.length > 0 ? subjects : [body]).map((entity) => startOf(entity, judging))
  const known = starts.flatMap((start) => start ?? [])
  if (isOut || known.length < starts.length) return undefined
  const said = listed(known)
  const days = (start: Start) => dayNumber(today) - dayNumber(finest(start))
  const fits = known.map((start) => numberFits(days(start) / daysInYear, number, bound, { rounding: 1 }))
  if (fits.includes(undefined)) return undefined
  const cited = known.flatMap((start) => start.facts)
  return verdict(fits.every(Boolean) ? 'Supported' : 'Contradicted', said, cited)
}

export function nthIn(judging: Judging): Verdict | undefined {
  const { claim, object: body, facts } = judging
  const [country] = judging.subjects
  if (!country || !body || claim.number === undefined || claim.negation !== '') return undefined
  const stretches = stretchesOf(body, judging)
  const at = stretches.findIndex(({ members }) => members.includes(country.id))
  const [then, before] = [stretches[at], stretches[at - 1]]
  if (!then) {
    const standing = isIn({ ...judging, claim: { ...claim, date: '' } })
    return standing?.kind === 'Contradicted' ? standing : undefined
  }
  const [least, most] = [(before?.members.length ?? 0) + 1, then.members.length]
  const isSo = claim.number >= least && claim.number <= most
  const which = least === most ? `its member ${most}` : `one of its members ${least} to ${most}`
  return verdict(
    isSo ? 'Supported' : 'Contradicted',
    `${the(country)} joined ${the(body)}${onDate(then.from)} as ${which}, counted from the days on which they joined.`,
    fullFacts(country, body, facts),
  )
}

/** Another one contradicts it; that there is no other is known only of a whole list. */
export function onlyOnes(judging: Judging): Verdict | undefined {
  const { claim, object: body, facts, subjects } = judging
  if (!body || claim.negation !== '') return undefined
  const isLeaving = claim.detail !== 'joined'
  const ends = allFacts(body, facts, 'ended').map(dateOf)
  const moves = partyFacts(body, facts).flatMap((fact) => {
    const day = isLeaving ? fact.validTo : fact.validFrom
    const id = fact.value.type === 'entity' ? fact.value.entity : ''
    const isWithBody = isLeaving && ends.some((end) => day !== null && lastDay(day) >= firstDay(end))
    return day === null || isWithBody || (fact.role !== null && fact.role !== 'full')
      ? []
      : [{ fact, day, id }]
  })
  const then = moves.filter(({ day }) => claim.date === '' || day.startsWith(claim.date))
  const missing = subjects.filter(({ id }) => !then.some((one) => one.id === id))
  const other = then.find(({ id }) => !subjects.some((subject) => subject.id === id))
  const said = (moved: typeof moves) =>
    `${formatList(moved.map(({ id, day }) => `${nameOf(id)} ${isLeaving ? leftBody(body) : joinedBody(body)}${onDate(day)}`))}.`
  const nameOf = (id: string) => {
    const entity = facts.getEntity(id)
    return entity ? the(entity) : id
  }
  if (claim.detail === 'left first') {
    const own = moves.filter(({ id }) => subjects.some((subject) => subject.id === id))
    const earlier = moves.find(({ day }) => own.every((one) => lastDay(day) < firstDay(one.day)))
    if (own.length === 0 || stretchesOf(body, judging).length === 0) return undefined
    if (earlier) return verdict('Contradicted', said([earlier]), [earlier.fact])
    const isFirst = moves.every(({ day, id }) =>
      own.some((one) => one.id === id || firstDay(day) > lastDay(one.day)),
    )
    return isFirst
      ? verdict(
          'Supported',
          said(own),
          own.map(({ fact }) => fact),
        )
      : undefined
  }
  if (other) return verdict('Contradicted', said([other]), [other.fact])
  if (missing.length > 0 || stretchesOf(body, judging).length === 0) return undefined
  return verdict(
    'Supported',
    `${said(then)} No other is named here${claim.date === '' ? '' : ` for ${dateWords(claim.date)}`}.`,
    then.map(({ fact }) => fact),
  )
}
