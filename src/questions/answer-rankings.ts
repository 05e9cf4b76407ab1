// Who has most and fewest, and who is over or under a line.
import { compareDates } from '../data/model/dates.ts'
import { nameWithFlag, pluralize } from '../cards/shared/format.ts'
import { formatAsOfShort } from '../cards/shared/sources.ts'
import { membersOf } from './membership-words.ts'
import { partiesOn } from './memberships-of.ts'
import { barOf, cellsOf, nouns, shortNumber, text, type Cell, type Series } from './number-series.ts'
import type { Answer } from './question.ts'
import { The, the, type Asking } from './wording.ts'

/** The newest year in which at least this share of the countries that ever have a number has one. */
const minShare = 0.6

/** The countries with a number for one year: the one asked about, or the newest that most have. */
export function ranking(asking: Asking, series: Series): { year: string; cells: Cell[] } {
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
    .toSorted((a, b) => compareDates(b, a))
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
  const place = /^(?:second|2nd)/.test(asking.question.detail) ? 2 : asking.question.detail === '' ? 1 : 3
  const first = ranked[place - 1]
  const [group] = asking.entities
  const among = group ? ` among the ${membersOf(group)}` : ''
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
    verdict: `${start}: ${text(first, asking)} (${year}), the ${['', 'second ', 'third '][place - 1] ?? ''}${superlative} of ${cells.length} countries with a number${among}.`,
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

/** Who is at or over a number, or under it. */
export function overOrUnder(asking: Asking, series: Series, side: 'over' | 'under'): Answer | undefined {
  const limit = Number(asking.question.detail)
  if (!(limit > 0)) return undefined
  const { year, cells } = ranking(asking, series)
  const [group] = asking.entities
  const among = group
    ? ` of the ${pluralize(cells.length, 'member')} of ${the(group)}`
    : ` of ${cells.length} countries`
  const found = cells.filter(({ number }) => (side === 'over' ? number >= limit : number < limit))
  const shown = (side === 'over' ? found : found.toReversed()).slice(0, 20)
  const number = series === 'us-troops' ? limit.toLocaleString('en-US') : `${limit}%`
  const bound = `${side === 'over' ? 'at least' : 'less than'} ${number}`
  const source = cells[0]
    ? ` (${asking.facts.getArticle(cells[0].fact.article).shortTitle}, ${formatAsOfShort(cells[0].fact.asOf)})`
    : ''
  return {
    asked:
      series === 'us-troops'
        ? `Which countries hosted ${bound} U.S. troops in ${year}?`
        : `Who spent ${bound} of GDP on its military in ${year}?`,
    verdict:
      cells.length === 0
        ? `Not stated. No source here has numbers for ${year || 'that year'}.`
        : `${found.length}${among} with a number for ${year}${source}.`,
    facts: shown.map(({ fact }) => fact),
    lines:
      found.length > 0
        ? [
            {
              label: side === 'over' ? `At least ${number}` : `Under ${number}`,
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
