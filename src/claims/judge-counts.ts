// How many members a body has or had, as claimed.
import { formatList } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import { datesAgree } from '../data/model/dates.ts'
import type { Fact } from '../data/model/types.ts'
import { joinedBody } from '../questions/membership-words.ts'
import { everParties, partyFacts, standingOf } from '../questions/memberships-of.ts'
import { dateOf, dateWords, onDate, the } from '../questions/wording.ts'
import type { Bound, Judging, Verdict } from './claim.ts'
import { isNotFormal, numberFits, stretchesOf, verdict, allFacts, daysOf, type Stretch } from './verdicts.ts'

export function countOf(judging: Judging): Verdict | undefined {
  const { claim, facts, today, object: body } = judging
  const { number, bound } = claim
  if (!body || number === undefined) return undefined
  const counts = allFacts(body, facts, 'member-count')
  const { whole, end } = standingOf(body, body, facts, today)
  if (/^\d+$/.test(claim.detail)) return eitherCount(judging, counts)
  if (!whole) return end && namedCount(judging, end)
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
    return verdict(
      'Supported',
      then.length > 0 && !(fits && !end) ? `${the(body)} had ${countText(then)}.` : said,
      [whole.count],
    )
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

/** "Ten or eleven members": both are counted of late. */
function eitherCount({ claim, object: body }: Judging, counts: readonly Fact[]): Verdict | undefined {
  const newest = counts
    .map(({ visibleFrom }) => visibleFrom)
    .toSorted()
    .at(-1)
  const late = counts.filter(({ visibleFrom }) => visibleFrom.slice(0, 4) === newest?.slice(0, 4))
  const own = [Number(claim.detail), claim.number].flatMap(
    (number) => late.find((fact) => numberOf(fact) === number) ?? [],
  )
  return body && own.length === 2 && claim.negation === ''
    ? verdict('Supported', `sources count ${claim.detail} or ${claim.number} members of ${the(body)}.`, own)
    : undefined
}

/** Of what has ended, by the names of all who are said to have been in it, if no source counts them. */
function namedCount({ claim, facts, object: body }: Judging, end: Fact): Verdict | undefined {
  const named = body ? everParties(body, facts) : []
  return body && claim.isPast && claim.negation === '' && claim.date === '' && named.length === claim.number
    ? verdict(
        'Supported',
        `${named.length} members of ${the(body)} are named here: ${formatList(named.map(({ entity }) => the(entity)))}.`,
        [...named.flatMap(({ facts: own }) => own), end],
      )
    : undefined
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
    `${formatList(names)} ${joinedBody(body, names.length > 1)}${onDate(claim.date)}: ${arrived.length}, counted from the days on which they joined.`,
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
