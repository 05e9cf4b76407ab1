// U.S. troops in a country, and shares of GDP that are spent on defense, as claimed.
import { formatList, formatValue } from '../cards/shared/format.ts'
import type { Entity } from '../data/model/types.ts'
import { formatNumber } from '../data/model/values.ts'
import { ranking } from '../questions/answer-rankings.ts'
import { partiesOn } from '../questions/memberships-of.ts'
import { sharedBodies, unitedStates } from '../questions/promise-facts.ts'
import { cellsOf as numbersOf, type Cell, type Series } from '../questions/number-series.ts'
import { the } from '../questions/wording.ts'
import type { Claim, Judging, Verdict } from './claim.ts'
import { numberFits, allFacts, askingOf, verdict } from './verdicts.ts'

/** Every number of a country, the newest first. */
function cellsOf(country: Entity, series: Series, judging: Judging): Cell[] {
  return numbersOf(country, series, askingOf(judging))
}

/** Where fewer are stationed, those who come and go may be more than those who are counted. */
const minStationed = 5000

export function troopsIn(judging: Judging): Verdict | undefined {
  const { claim, facts } = judging
  const [country] = judging.subjects
  const { number, bound } = claim
  if (!country || country.id === unitedStates || number === undefined || claim.negation !== '')
    return undefined
  const all = cellsOf(country, 'us-troops', judging)
  const [newest] = all
  if (!newest) return undefined
  const year = claim.date.slice(0, 4)
  const asked = claim.date === '' ? (claim.isPast ? [] : [newest]) : all.filter((cell) => cell.year === year)
  const [cell] = asked
  if (!cell) return undefined
  const isNone = number === 0
  // "No troops" need not count those of an embassy.
  if (isNone && cell.number > 0 && cell.number < 200) return undefined
  const fits = isNone ? cell.number === 0 : numberFits(cell.number, number, bound)
  // Other counts stand with the alliance of the two.
  const us = facts.getEntity(unitedStates)
  const bodies = (us ? sharedBodies(us, country, askingOf(judging)) : []).filter(
    (body) => partiesOn(body, facts, judging.today).length === 2,
  )
  const agreeing = bodies
    .flatMap((body) => allFacts(body, facts, 'personnel'))
    .filter(({ value }) => value.type === 'number' && numberFits(value.number, number, bound) === true)
  const counted = `there were ${formatNumber(cell.number)} U.S. active-duty troops in ${the(country)} in ${cell.year}`
  if (fits) return verdict('Supported', `${counted}.`, [cell.fact])
  const [other] = agreeing
  if (other && !isNone && claim.date === '')
    return verdict(
      'Sources differ',
      `${counted}; another source has ${formatValue(other.value, facts.getEntity)}.`,
      [cell.fact, other],
    )
  const then =
    claim.date === '' &&
    bound !== 'over' &&
    bound !== 'least' &&
    bound !== 'under' &&
    bound !== 'most' &&
    !isNone
      ? all.find((one) => numberFits(one.number, number, bound) === true)
      : undefined
  if (then)
    return verdict('Was true', `there were ${formatNumber(then.number)} in ${then.year}; ${counted}.`, [
      then.fact,
      cell.fact,
    ])
  const isLow = number < cell.number * 0.75 && bound !== 'over' && bound !== 'least'
  const isHigh = number > cell.number * 1.25 && bound !== 'under' && bound !== 'most'
  const isSure = isLow || (isHigh && cell.number >= minStationed)
  return fits === false && isSure ? verdict('Contradicted', `${counted}.`, [cell.fact]) : undefined
}

export function hostsMostTroops(judging: Judging): Verdict | undefined {
  return hasMost(judging, 'us-troops')
}

export function spendsMost(judging: Judging): Verdict | undefined {
  return hasMost(judging, 'military-spending')
}

/** By one list alone, because countries that it leaves out may spend less. */
export function spendsLeast(judging: Judging): Verdict | undefined {
  return hasMost(judging, 'military-spending', true)
}

function hasMost(judging: Judging, series: Series, isLeast = false): Verdict | undefined {
  const { claim, object } = judging
  const [country] = judging.subjects
  if (!country || claim.negation !== '' || claim.isPast) return undefined
  const among = series === 'military-spending' ? object : undefined
  const { year, cells: all } = ranking(askingOf(judging, among), series)
  if (claim.date !== '' && claim.date !== year) return undefined
  const cells = isLeast ? all.toReversed() : all
  const [first] = cells
  const own = cells.find((cell) => cell.country.id === country.id)
  if (!first || !own) return undefined
  const text = (cell: typeof first) =>
    `${the(cell.country)} had ${formatValue(cell.fact.value, judging.facts.getEntity)}`
  const ofWhom = among
    ? ` of the members of ${the(among)} with a number`
    : ` of ${cells.length} countries with a number`
  if (isLeast)
    return first === own
      ? undefined
      : verdict('Contradicted', `${text(first)} in ${year}, less than ${text(own)}.`, [first.fact, own.fact])
  return first === own
    ? verdict('Supported', `${text(first)} in ${year}, the most${ofWhom}.`, [
        first.fact,
        ...cells.slice(1, 2).map(({ fact }) => fact),
      ])
    : verdict('Contradicted', `${text(first)} in ${year}, the most${ofWhom}; ${text(own)}.`, [
        first.fact,
        own.fact,
      ])
}

/** In the newest year that both have a number of one source for. */
export function hasMore(judging: Judging): Verdict | undefined {
  const { claim, object: second } = judging
  const [first] = judging.subjects
  const series = claim.detail === 'us-troops' ? claim.detail : 'military-spending'
  if (!first || !second || first.id === second.id || claim.negation !== '') return undefined
  const [mine = [], theirs = []] = [first, second].map((country) => cellsOf(country, series, judging))
  const pairs = mine.flatMap((cell) => {
    const other = theirs.find(({ year, fact }) => year === cell.year && fact.article === cell.fact.article)
    return other ? [{ cell, other }] : []
  })
  const newest = pairs.filter(({ cell }) => cell.year === pairs[0]?.cell.year)
  const [one] = newest
  if (!one) return undefined
  const fits = newest.map(({ cell, other }) => cell.number > other.number)
  const said = (country: Entity, { fact }: Cell) =>
    `${the(country)} had ${formatValue(fact.value, judging.facts.getEntity)}`
  const kind = fits.every(Boolean) ? 'Supported' : fits.some(Boolean) ? 'Sources differ' : 'Contradicted'
  return verdict(
    kind,
    `${said(first, one.cell)} and ${said(second, one.other)} in ${one.cell.year}.`,
    newest.flatMap(({ cell, other }) => [cell.fact, other.fact]),
  )
}

/** Of a share in percent, and of the goal of 2 percent. */
export function spendingOf(judging: Judging): Verdict | undefined {
  const { claim } = judging
  const [country] = judging.subjects
  const { number } = claim
  if (!country || country.kind !== 'country' || number === undefined || number === 0) return undefined
  if (claim.negation === 'nolonger') return undefined
  const all = cellsOf(country, 'military-spending', judging)
  if (claim.negation === 'never') {
    // Years that no source here has may be different.
    const reached = all.find((cell) => cell.number >= number)
    const said =
      reached &&
      `${the(country)} spent ${formatValue(reached.fact.value, judging.facts.getEntity)} on its military in ${reached.year}.`
    return reached && said ? verdict('Contradicted', said, [reached.fact]) : undefined
  }
  const year = claim.date.slice(0, 4)
  const [newest] = all
  const cells =
    claim.date === ''
      ? all.filter((cell) => cell.year === newest?.year || isRecent(cell, newest))
      : all.filter((cell) => cell.year === year)
  if (cells.length === 0 || (claim.isPast && claim.date === '')) return undefined
  const isNegated = claim.negation !== ''
  const fits = cells
    .map((cell) => shareFits(cell, claim))
    .map((fit) => (fit === undefined ? undefined : fit !== isNegated))
  const shares = cells.map(
    (cell) => `${formatValue(cell.fact.value, judging.facts.getEntity)} (${cell.year})`,
  )
  const text = `${the(country)} spent ${formatList([...new Set(shares)], 'or')} on its military.`
  const facts = cells.map(({ fact }) => fact)
  if (fits.every((fit) => fit === true)) return verdict('Supported', text, facts)
  // What the newest year denies, at a bound or by far, is past.
  const latest = claim.date === '' ? cells.filter((cell) => cell.year === newest?.year) : []
  const isLoose = isNegated || claim.bound !== ''
  const isPassed = latest.every(
    (cell) =>
      shareFits(cell, claim) === isNegated && (isLoose || Math.abs(cell.number - number) > number / 4),
  )
  if (fits.some((fit) => fit === true) && latest.length > 0 && isPassed)
    return verdict('Was true', text, facts)
  if (fits.some((fit) => fit === true)) {
    const years = new Set(cells.map((cell) => cell.year))
    return years.size > 1 ? verdict('Supported', text, facts) : verdict('Sources differ', text, facts)
  }
  if (fits.some((fit) => fit === undefined)) return undefined
  const then =
    claim.date === ''
      ? all.find((cell) => !cells.includes(cell) && shareFits(cell, claim) === !isNegated)
      : undefined
  if (then)
    return verdict(
      'Was true',
      `${formatValue(then.fact.value, judging.facts.getEntity)} in ${then.year}; ${text}`,
      [then.fact, ...facts],
    )
  return verdict('Contradicted', text, facts)
}

/** Who speaks without a year may mean the newest estimate or the last whole year. */
function isRecent({ year }: Cell, newest: Cell | undefined): boolean {
  return newest !== undefined && Number(newest.year) - Number(year) <= 1
}

/** Whether a share is as claimed: one without decimals may be rounded to a whole number. */
function shareFits({ number: actual }: Cell, { number = 0, bound }: Claim): boolean | undefined {
  return numberFits(actual, number, bound, { rounding: Number.isInteger(number) ? 0.5 : 0.05 })
}
