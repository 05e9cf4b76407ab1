// U.S. troops in a country, and shares of GDP that are spent on defense, as claimed.
import { formatList, formatValue } from '../cards/shared/format.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import { formatNumber } from '../data/model/values.ts'
import { ranking } from '../questions/answer-rankings.ts'
import { unitedStates } from '../questions/promise-facts.ts'
import { asking, the } from '../questions/wording.ts'
import type { Judging, Verdict } from './claim.ts'
import { numberFits } from './judge-counts.ts'
import { allFacts, verdict } from './verdicts.ts'

interface Cell {
  fact: Fact
  number: number
  year: string
}

/** The numbers of a country, the newest first. */
function cellsOf(country: Entity, attribute: string, { facts }: Judging): Cell[] {
  return allFacts(country, facts, attribute)
    .flatMap((fact) =>
      fact.value.type === 'number'
        ? [{ fact, number: fact.value.number, year: fact.asOf.first.slice(0, 4) }]
        : [],
    )
    .toSorted((a, b) => b.year.localeCompare(a.year))
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
  const fits = isNone ? cell.number === 0 : numberFits(cell.number, number, bound, false)
  const others = facts
    .factsMentioning(country.id)
    .filter(
      ({ attribute, value, mentions, entity }) =>
        attribute === 'personnel' &&
        value.type === 'number' &&
        value.unit.startsWith('service') &&
        facts.getEntity(entity)?.kind === 'alliance' &&
        (mentions.includes(country.id) || entity.startsWith('us-')),
    )
  const tie = [
    ...others,
    ...facts.entities
      .filter(({ id }) => id === `us-${country.id}`)
      .flatMap((one) => allFacts(one, facts, 'personnel')),
  ]
  const agreeing = [...new Set(tie)].filter(
    ({ value }) => value.type === 'number' && numberFits(value.number, number, bound, false) === true,
  )
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
      ? all.find((one) => numberFits(one.number, number, bound, false) === true)
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

function askingOf({ facts, now, object }: Judging) {
  const entities = object ? [object.id] : []
  return asking({ form: 'most-troops', entities, date: '', detail: '' }, facts, now)
}

export function mostTroops(judging: Judging): Verdict | undefined {
  return most(judging, 'us-troops', (own) => askingOf({ ...own, object: undefined }))
}

export function mostSpending(judging: Judging): Verdict | undefined {
  return most(judging, 'military-spending', askingOf)
}

function most(
  judging: Judging,
  series: 'us-troops' | 'military-spending',
  ask: (judging: Judging) => ReturnType<typeof askingOf>,
): Verdict | undefined {
  const { claim } = judging
  const [country] = judging.subjects
  if (!country || claim.negation !== '' || claim.isPast || claim.date !== '') return undefined
  const { year, cells } = ranking(ask(judging), series)
  const [first] = cells
  const own = cells.find((cell) => cell.country.id === country.id)
  if (!first || !own) return undefined
  const text = (cell: typeof first) =>
    `${the(cell.country)} had ${formatValue(cell.fact.value, judging.facts.getEntity)}`
  const among =
    judging.object && series === 'military-spending'
      ? ` of the members of ${the(judging.object)} with a number`
      : ` of ${cells.length} countries with a number`
  return first === own
    ? verdict('Supported', `${text(first)} in ${year}, the most${among}.`, [
        first.fact,
        ...cells.slice(1, 2).map(({ fact }) => fact),
      ])
    : verdict('Contradicted', `${text(first)} in ${year}, the most${among}; ${text(own)}.`, [
        first.fact,
        own.fact,
      ])
}

/** In the newest year that both have a number of one source for. */
export function hasMore(judging: Judging): Verdict | undefined {
  const { claim, object: second } = judging
  const [first] = judging.subjects
  if (!first || !second || first.id === second.id || claim.negation !== '') return undefined
  const [mine = [], theirs = []] = [first, second].map((country) => cellsOf(country, claim.detail, judging))
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
    .map((cell) => shareFits(cell.number, number, claim.bound))
    .map((fit) => (fit === undefined ? undefined : fit !== isNegated))
  const shares = cells.map(
    (cell) => `${formatValue(cell.fact.value, judging.facts.getEntity)} (${cell.year})`,
  )
  const text = `${the(country)} spent ${formatList([...new Set(shares)], 'or')} on its military.`
  const facts = cells.map(({ fact }) => fact)
  if (fits.every((fit) => fit === true)) return verdict('Supported', text, facts)
  if (fits.some((fit) => fit === true)) {
    const years = new Set(cells.map((cell) => cell.year))
    return years.size > 1 ? verdict('Supported', text, facts) : verdict('Sources differ', text, facts)
  }
  if (fits.some((fit) => fit === undefined)) return undefined
  const then =
    claim.date === ''
      ? all.find(
          (cell) => !cells.includes(cell) && shareFits(cell.number, number, claim.bound) === !isNegated,
        )
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

function shareFits(actual: number, claimed: number, bound: Judging['claim']['bound']): boolean | undefined {
  const precision = Number.isInteger(claimed) ? 0.5 : 0.05
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
      const off = Math.abs(actual - claimed)
      return off <= Math.max(precision, actual * 0.05) ? true : off > actual * 0.25 ? false : undefined
    }
  }
}
