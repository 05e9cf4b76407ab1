// Numbers of one country over time, and of two side by side.
import { nameWithFlag } from '../cards/shared/format.ts'
import type { Entity } from '../data/model/types.ts'
import type { ImageSpec } from '../images/image-spec.ts'
import { barOf, cellsOf, nouns, shortNumber, text, type Cell, type Series } from './number-series.ts'
import type { Answer } from './question.ts'
import { The, the, type Asking } from './wording.ts'

export function numbersOf(asking: Asking, series: Series): Answer | undefined {
  const [country, other] = asking.entities
  if (!country) return undefined
  if (other) return numbersSideBySide([country, other], asking, series)
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

/** The numbers of two countries for the newest year that one source gives for both. */
function numbersSideBySide(countries: readonly [Entity, Entity], asking: Asking, series: Series): Answer {
  const asked = `How do ${the(countries[0])} and ${the(countries[1])} compare in ${nouns[series].what}?`
  const [first, second] = countries.map((country) => cellsOf(country, series, asking))
  const year = asking.question.date.slice(0, 4)
  const pair = (first ?? [])
    .filter((cell) => year === '' || cell.year === year)
    .flatMap((cell) => {
      const same = second?.find((one) => one.year === cell.year && one.fact.article === cell.fact.article)
      return same ? [[cell, same]] : []
    })[0]
    ?.toSorted((a, b) => b.number - a.number)
  const [more, less] = pair ?? []
  if (!more || !less)
    return {
      asked,
      verdict: `Not stated. No source here gives the ${nouns[series].what} of both${year === '' ? '' : ` for ${year}`}.`,
      facts: [],
      more: countries[0].id,
    }
  const bars = [more, less].map((cell) => barOf(cell.country.name, cell, asking))
  return {
    asked,
    verdict: `${The(more.country)} has more: ${text(more, asking)} to ${text(less, asking)} in ${the(less.country)} (${more.year}).`,
    facts: [more.fact, less.fact],
    lines: countries.map((country) => ({
      label: nameWithFlag(country),
      text: byYear(cellsOf(country, series, asking), asking),
      facts: cellsOf(country, series, asking).map(({ fact }) => fact),
    })),
    image: { type: 'bars', title: `${nouns[series].chart}, ${more.year}`, unit: nouns[series].unit, bars },
    more: countries[0].id,
  }
}

function byYear(cells: readonly Cell[], asking: Asking): string {
  const years = [...Map.groupBy(cells, ({ year }) => year)].slice(0, 6)
  return years
    .map(([year, same]) => `${year}: ${same.map((cell) => shortNumber(cell, asking)).join(' or ')}`)
    .join(' · ')
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
