// How many members a body has or had, and who all of them are, as claimed.
import { formatList } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import { datesAgree } from '../data/model/dates.ts'
import { isFullRole } from '../data/model/memberships.ts'
import type { Fact } from '../data/model/types.ts'
import { inBody } from '../questions/membership-words.ts'
import { partiesOn, partyFacts, standingOf } from '../questions/memberships-of.ts'
import { dateOf, dateWords, onDate, the } from '../questions/wording.ts'
import type { Bound, Judging, Verdict } from './claim.ts'
import {
  isNotFormal,
  numberFits,
  isSovereign,
  stretchesOf,
  verdict,
  allFacts,
  daysOf,
  type Stretch,
} from './verdicts.ts'

export function countOf(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const { number, bound } = claim
  if (!body || number === undefined) return undefined
  const counts = allFacts(body, facts, 'member-count')
  const { whole, end } = standingOf(body, body, facts, today)
  if (!whole) return undefined
  if (claim.date !== '') return countOn(judging)
  const now = whole.members
  const numbers = numbersOf(counts)
  const isStatus = body.kind === 'status'
  const text = end
    ? `${the(body)} had ${now} members when it ended${onDate(dateOf(end))}.`
    : `${the(body)} has ${now} members (${formatAsOfShort(whole.count.asOf)}).`
  const said = isStatus ? `${now} countries have this status, counted from the facts about each.` : text
  const fits = numberFits(now, number, bound, { isExact: true })
  if (claim.negation !== '') {
    if (fits === undefined || claim.negation !== 'not' || claim.isPast) return undefined
    return verdict(fits ? 'Contradicted' : 'Supported', said, [whole.count])
  }
  const then = pastStretches(judging, number, bound)
  if (fits && !end && !claim.isPast) {
    // Two newest counts of one day may differ.
    const other = counts.find(
      (fact) =>
        fact.visibleFrom === whole.count.visibleFrom &&
        !numberFits(numberOf(fact), number, bound, { isExact: true }),
    )
    if (other)
      return verdict(
        'Sources differ',
        `sources count ${formatList([now, numberOf(other)].map(String), 'or')} members of ${the(body)} (${formatAsOfShort(other.asOf)}).`,
        [whole.count, other],
      )
    return verdict('Supported', said, [whole.count])
  }
  if (claim.isPast && (fits || then.length > 0))
    return verdict('Supported', then.length > 0 ? `${the(body)} had ${countText(then)}.` : said, [
      whole.count,
    ])
  if (fits && end) return verdict('Was true', said, [whole.count, end])
  if (then.length > 0)
    return verdict('Was true', `${the(body)} had ${countText(then)}; ${said}`, [
      whole.count,
      ...counts.filter((fact) => numberOf(fact) === number),
    ])
  const agreeing = counts.filter((fact) => numberFits(numberOf(fact), number, bound, { isExact: true }))
  if (agreeing.length > 0) {
    const [one] = agreeing
    const isOld = one && one.visibleFrom < whole.count.visibleFrom
    return verdict(
      isOld ? 'Was true' : 'Sources differ',
      `a source counted ${number} ${isStatus ? 'countries with this status' : `members of ${the(body)}`} (${formatAsOfShort((one as Fact).asOf)}); ${said}`,
      [...agreeing, whole.count],
    )
  }
  // Whom some count and others do not: one more or less is in doubt.
  if (isStatus && Math.abs(number - now) <= 2) return undefined
  if (fits === undefined || claim.isPast || numbers.some((one) => one > 0 && number === one)) return undefined
  if (stretchesOf(body, judging).length === 0 && Math.abs(number - now) <= 1) return undefined
  return verdict('Contradicted', said, [whole.count])
}

/** How many joined on the days of a date, counted from the days on which they did. */
export function addedIn(judging: Judging): Verdict | undefined {
  const { claim, facts, object: body } = judging
  if (!body || claim.number === undefined || claim.date === '' || claim.negation !== '') return undefined
  const stretches = stretchesOf(body, judging)
  const [first] = stretches
  const [from, to] = daysOf(claim.date, judging)
  if (!first || first.from >= from) return undefined
  const arrived = stretches.flatMap(({ from: day, members }, index) =>
    index > 0 && day >= from && day <= to
      ? members.filter((id) => !stretches[index - 1]?.members.includes(id))
      : [],
  )
  if (arrived.length === 0) return undefined
  const names = arrived.flatMap((id) => facts.getEntity(id) ?? []).map(the)
  const cited = partyFacts(body, facts).filter(
    ({ value, validFrom }) =>
      value.type === 'entity' &&
      arrived.includes(value.entity) &&
      validFrom !== null &&
      datesAgree(validFrom, claim.date),
  )
  const fits = numberFits(arrived.length, claim.number, claim.bound, { isExact: true })
  // One that has joined by one report only may be another.
  const isInDoubt = allFacts(body, facts, 'accession').some(isNotFormal)
  if (!fits && isInDoubt) return undefined
  return verdict(
    fits ? 'Supported' : 'Contradicted',
    `${formatList(names)} joined ${the(body)}${onDate(claim.date)}: ${arrived.length}, counted from the days on which they joined.`,
    cited,
  )
}

function numberOf({ value }: Fact): number {
  return value.type === 'number' ? value.number : NaN
}

function numbersOf(counts: readonly Fact[]): number[] {
  return counts.map(numberOf)
}

/** When so many were in it: several stretches in a row are one. */
function pastStretches(judging: Judging, number: number, bound: Bound): Stretch[] {
  const { object: body } = judging
  if (!body || (bound !== '' && bound !== 'exactly' && bound !== 'about')) return []
  return stretchesOf(body, judging).filter(({ members, to }) => members.length === number && to !== '')
}

function countText(stretches: readonly Stretch[]): string {
  const [first] = stretches
  const number = first?.members.length ?? 0
  const spells = stretches.map(({ from, to }) => `from ${dateWords(from)} to ${dateWords(to)}`)
  return `${number} members ${formatList(spells)}`
}

/** On the days of a date: any of them counts. */
function countOn(judging: Judging): Verdict | undefined {
  const { claim, object: body } = judging
  const { number, bound } = claim
  if (!body || number === undefined || claim.negation !== '') return undefined
  const [first, last] = daysOf(claim.date, judging)
  const then = stretchesOf(body, judging).filter(({ from, to }) => from <= last && (to === '' || to > first))
  const [one] = then
  if (!one) return undefined
  const { whole } = standingOf(body, body, judging.facts, judging.today)
  const facts = [
    ...(whole ? [whole.count] : []),
    ...allFacts(body, judging.facts, 'member-count').filter(({ visibleFrom }) =>
      visibleFrom.startsWith(claim.date),
    ),
  ]
  const fits = then.map(({ members }) => numberFits(members.length, number, bound, { isExact: true }))
  const numbers = [...new Set(then.map(({ members }) => String(members.length)))]
  const text = `${the(body)} had ${formatList(numbers, 'or')} members${onDate(claim.date)}, counted from the days on which they joined.`
  if (fits.some((fit) => fit === true)) return verdict('Supported', text, facts)
  return fits.every((fit) => fit === false) ? verdict('Contradicted', text, facts) : undefined
}

export function founderCountOf(judging: Judging): Verdict | undefined {
  const { claim, facts, object: body } = judging
  if (!body || claim.number === undefined || claim.negation !== '') return undefined
  const founders = partyFacts(body, facts).filter(({ founder }) => founder)
  const names = new Set(founders.map(({ value }) => (value.type === 'entity' ? value.entity : ''))).size
  if (names === 0) return undefined
  const start = stretchesOf(body, judging)[0]
  // Founders are known to be all if they are the first members of a whole list.
  if (start?.members.length !== names) return undefined
  const fits = numberFits(names, claim.number, claim.bound, { isExact: true })
  if (fits === undefined) return undefined
  return verdict(fits ? 'Supported' : 'Contradicted', `${the(body)} had ${names} founding members.`, founders)
}

/** The countries are all members that there are. */
export function listOf(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body, subjects } = judging
  if (!body || subjects.length < 2 || claim.negation !== '') return undefined
  const { whole, end } = standingOf(body, body, facts, today)
  const parties = partiesOn(body, facts, today)
  const ids = subjects.map(({ id }) => id)
  const members = parties.map(({ entity }) => entity)
  const missing = members.filter(({ id }) => !ids.includes(id))
  const strangers = subjects.filter(({ id }) => !members.some((one) => one.id === id))
  const cited = parties.flatMap((party) => party.facts)
  if (missing.length === 0 && strangers.length === 0)
    return whole || members.length === subjects.length
      ? verdict(
          'Supported',
          `${formatList(members.map(the))} ${end ? 'were' : 'are'} the members of ${the(body)}.`,
          [...(whole ? [whole.count] : []), ...cited],
        )
      : undefined
  // Of what has ended, they are all that were ever in it.
  const ever = new Set(
    partyFacts(body, facts).flatMap(({ value, role }) =>
      value.type === 'entity' && isFullRole(role) ? [value.entity] : [],
    ),
  )
  if (end && ever.size === ids.length && ids.every((id) => ever.has(id)))
    return verdict(
      'Supported',
      `${formatList(subjects.map(the))} were the members of ${the(body)}.`,
      partyFacts(body, facts),
    )
  if (!whole) return undefined
  const then = stretchesOf(body, judging).find(
    (stretch) =>
      stretch.to !== '' &&
      stretch.members.length === ids.length &&
      stretch.members.every((id) => ids.includes(id)),
  )
  const shown = members.length <= 12 ? formatList(members.map(the)) : `${members.length} countries`
  const now = `the members of ${the(body)} are ${shown}.`
  if (then)
    return verdict(
      'Was true',
      `they were all its members from ${dateWords(then.from)} to ${dateWords(then.to)}; ${now}`,
      [whole.count, ...cited],
    )
  if (strangers.some((country) => !isSovereign(country, facts))) return undefined
  const [stranger] = strangers
  const not = stranger ? ` ${the(stranger)} is not ${inBody(body)}.` : ''
  return verdict('Contradicted', `${now}${not}`.trim(), [whole.count, ...cited])
}
