// Numbers by country and year: one country over time, and rankings.
import { formatValue, nameWithFlag, pluralize } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { Bar, ImageSpec } from '../images/image-spec.ts'
import { partiesOn } from './memberships-of.ts'
import type { Answer } from './question.ts'
import { The, the, type Asking } from './wording.ts'

type Series = 'us-troops' | 'military-spending'

interface Cell {
  country: Entity
  fact: Fact
  number: number
  year: string
}

const nouns: Record<Series, { rank: string; what: string; chart: string; unit: string }> = {
  'us-troops': {
    rank: 'U.S. active-duty troops',
    what: 'U.S. troops',
    chart: 'U.S. troops',
    unit: 'active-duty troops',
  },
  'military-spending': {
    rank: 'military spending as a share of GDP',
    what: 'military spending',
    chart: 'Military spending',
    unit: '% of GDP',
  },
}

/** Every number of a country, newest first. */
function cellsOf(country: Entity, series: Series, { facts }: Asking): Cell[] {
  const own = facts.factsAbout(country.id).find(({ attribute }) => attribute === series)?.facts ?? []
  return own
    .flatMap((fact) =>
      fact.value.type === 'number'
        ? [{ country, fact, number: fact.value.number, year: fact.asOf.first.slice(0, 4) }]
        : [],
    )
    .toSorted((a, b) => b.year.localeCompare(a.year))
}

function text({ fact }: Cell, { facts }: Asking): string {
  return formatValue(fact.value, facts.getEntity)
}

export function numbersOf(asking: Asking, series: Series): Answer | undefined {
  const [country] = asking.entities
  if (!country) return undefined
  const year = asking.question.date.slice(0, 4)
  const all = cellsOf(country, series, asking)
  const asked =
    series === 'us-troops'
      ? `How many U.S. troops are in ${the(country)}?`
      : `How much does ${the(country)} spend on its military?`
  const cells = year === '' ? all.slice(0, 1) : all.filter((cell) => cell.year === year)
  const [first] = cells
  if (!first) {
    const other = all[0] ? ` The newest number here is ${text(all[0], asking)} (${all[0].year}).` : ''
    return {
      asked,
      verdict: `Not stated. No source here gives the ${nouns[series].what} of ${the(country)}${year === '' ? '' : ` for ${year}`}.${other}`,
      facts: all.slice(0, 1).map(({ fact }) => fact),
      more: country.id,
    }
  }
  const target = Number(asking.question.detail)
  const met = target > 0 ? `${first.number >= target ? 'Yes' : 'No'}. ` : ''
  const others = all.filter((cell) => cell.year === first.year && cell !== first)
  const differing = others.length > 0 ? ` Another source has ${text(others[0] as Cell, asking)}.` : ''
  const mark =
    met !== '' && others.some((cell) => cell.number >= target !== first.number >= target)
      ? 'Sources differ. '
      : met
  return {
    asked,
    verdict: `${mark}${first.fact.statement}${differing}`,
    facts: [first, ...others].map(({ fact }) => fact),
    lines:
      all.length > 1
        ? [{ label: 'By year', text: byYear(all, asking), facts: all.slice(0, 6).map(({ fact }) => fact) }]
        : [],
    image: all.length > 2 ? seriesImage(country, series, all, asking) : undefined,
    more: country.id,
  }
}

function byYear(cells: readonly Cell[], asking: Asking): string {
  const years = [...Map.groupBy(cells, ({ year }) => year)].slice(0, 6)
  return years
    .map(([year, same]) => `${year}: ${same.map((cell) => shortNumber(cell, asking)).join(' or ')}`)
    .join(' · ')
}

function shortNumber(cell: Cell, asking: Asking): string {
  return text(cell, asking)
    .replace(/ U\.S\. troops$| of GDP$/, '')
    .replace(/%(?= of GDP)/, '%')
}

/** One bar for each year, oldest first, by the source with most years. */
function seriesImage(country: Entity, series: Series, cells: readonly Cell[], asking: Asking): ImageSpec {
  const sources = [...Map.groupBy(cells, ({ fact }) => fact.article).values()]
  const [longest = []] = sources.toSorted((a, b) => b.length - a.length)
  const { chart, unit } = nouns[series]
  return {
    type: 'bars',
    title: `${chart} ${series === 'us-troops' ? 'in' : 'of'} ${the(country)}`,
    unit,
    bars: longest.toReversed().map((cell) => barOf(cell.year, cell, asking)),
  }
}

function barOf(label: string, cell: Cell, asking: Asking): Bar {
  const { value } = cell.fact
  const isEstimate = value.type === 'number' && value.bound === 'about'
  return { label, number: cell.number, text: shortNumber(cell, asking), isEstimate }
}

/** The newest year in which at least this share of the countries that ever have a number has one. */
const minShare = 0.6

/** The countries with a number for one year: the one asked about, or the newest that most have. */
function ranking(asking: Asking, series: Series): { year: string; cells: Cell[] } {
  const { facts, question } = asking
  const [group] = asking.entities
  const among = group
    ? new Set(partiesOn(group, facts, asking.day).map(({ entity }) => entity.id))
    : undefined
  const all = facts.entities
    .filter(({ id, kind }) => kind === 'country' && (among?.has(id) ?? true))
    .flatMap((country) => cellsOf(country, series, asking))
  const asked = question.date.slice(0, 4)
  const byYear = Map.groupBy(all, ({ year }) => year)
  const countries = new Set(all.map(({ country }) => country)).size
  const newest = [...byYear.keys()]
    .toSorted((a, b) => b.localeCompare(a))
    .find((year) => new Set(byYear.get(year)?.map(({ country }) => country)).size >= countries * minShare)
  const year = asked || newest || ''
  // One number for each country: that of the source with most of them, so that like is compared with like.
  const same = byYear.get(year) ?? []
  const sources = Map.groupBy(same, ({ fact }) => fact.article)
  const largest = [...sources.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
  return { year, cells: largest.toSorted((a, b) => b.number - a.number) }
}

const maxRanked = 10

export function rank(asking: Asking, series: Series, order: 'most' | 'fewest'): Answer | undefined {
  const { year, cells } = ranking(asking, series)
  const ranked = order === 'most' ? cells : cells.toReversed()
  const [first] = ranked
  const [group] = asking.entities
  const among = group ? ` among the members of ${the(group)}` : ''
  const superlative = order === 'most' ? 'most' : series === 'us-troops' ? 'fewest' : 'least'
  const asked =
    series === 'us-troops'
      ? `Which country hosts the ${order} U.S. troops?`
      : `Who spends the ${order === 'most' ? 'most' : 'least'} on its military${among}?`
  if (!first)
    return {
      asked,
      verdict: `Not stated. No source here has numbers${asking.question.date === '' ? '' : ` for ${asking.question.date}`}.`,
      facts: [],
    }
  // Amounts in dollars are not stated.
  const start =
    series === 'military-spending' ? `As a share of GDP, ${the(first.country)}` : The(first.country)
  return {
    asked,
    verdict: `${start}: ${text(first, asking)} (${year}), the ${superlative}${among} of ${cells.length} countries with a number.`,
    facts: ranked.slice(0, maxRanked).map(({ fact }) => fact),
    lines: [
      {
        label: `${order === 'most' ? 'Most' : series === 'us-troops' ? 'Fewest' : 'Least'} (${nouns[series].rank})`,
        text: listed(ranked.slice(0, maxRanked), asking),
        facts: ranked.slice(0, maxRanked).map(({ fact }) => fact),
      },
    ],
    image: {
      type: 'bars',
      title: `${nouns[series].chart}, ${year}: the ${order} of ${cells.length} countries`,
      unit: nouns[series].unit,
      bars: ranked.slice(0, maxRanked).map((cell) => barOf(cell.country.name, cell, asking)),
    },
    more: first.country.id,
  }
}

function listed(cells: readonly Cell[], asking: Asking): string {
  return cells.map((cell) => `${nameWithFlag(cell.country)} ${shortNumber(cell, asking)}`).join(' · ')
}

/** Who is at or over a share, or under it. */
export function overOrUnder(asking: Asking, side: 'over' | 'under'): Answer | undefined {
  const limit = Number(asking.question.detail)
  if (!(limit > 0)) return undefined
  const { year, cells } = ranking(asking, 'military-spending')
  const [group] = asking.entities
  const among = group
    ? ` of the ${pluralize(cells.length, 'member')} of ${the(group)}`
    : ` of ${cells.length} countries`
  const found = cells.filter(({ number }) => (side === 'over' ? number >= limit : number < limit))
  const shown = (side === 'over' ? found : found.toReversed()).slice(0, 20)
  const source = cells[0]
    ? ` (${asking.facts.getArticle(cells[0].fact.article).shortTitle}, ${formatAsOfShort(cells[0].fact.asOf)})`
    : ''
  return {
    asked: `Who spent ${side === 'over' ? `at least ${limit}%` : `less than ${limit}%`} of GDP on its military in ${year}?`,
    verdict:
      cells.length === 0
        ? `Not stated. No source here has numbers for ${year || 'that year'}.`
        : `${found.length}${among} with a number for ${year}${source}.`,
    facts: shown.map(({ fact }) => fact),
    lines:
      found.length > 0
        ? [
            {
              label: side === 'over' ? `At least ${limit}%` : `Under ${limit}%`,
              text:
                listed(shown, asking) +
                (found.length > shown.length ? ` · ${found.length - shown.length} more` : ''),
              facts: shown.map(({ fact }) => fact),
            },
          ]
        : [],
    ...(group && { more: group.id }),
  }
}
