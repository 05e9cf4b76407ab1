// The numbers that are stated by country and year: U.S. troops, and military spending as a share of GDP.
import { formatValue } from '../cards/shared/format.ts'
import { compareDates } from '../data/model/dates.ts'
import type { Entity, Fact } from '../data/model/types.ts'
import type { Bar } from '../images/image-spec.ts'
import type { Asking } from './wording.ts'

export type Series = 'us-troops' | 'military-spending'

export interface Cell {
  country: Entity
  fact: Fact
  number: number
  year: string
}

export const nouns: Record<Series, { rank: string; what: string; chart: string; unit: string }> = {
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
export function cellsOf(country: Entity, series: Series, { facts }: Asking): Cell[] {
  const own = facts.factsAbout(country.id).find(({ attribute }) => attribute === series)?.facts ?? []
  return own
    .flatMap((fact) =>
      fact.value.type === 'number'
        ? [{ country, fact, number: fact.value.number, year: fact.asOf.first.slice(0, 4) }]
        : [],
    )
    .toSorted((a, b) => compareDates(b.year, a.year))
}

export function text({ fact }: Cell, { facts }: Asking): string {
  return formatValue(fact.value, facts.getEntity)
}

export function shortNumber(cell: Cell, asking: Asking): string {
  return text(cell, asking)
    .replace(/ U\.S\. troops$| of GDP$/, '')
    .replace(/%(?= of GDP)/, '%')
}

export function barOf(label: string, cell: Cell, asking: Asking): Bar {
  const { value } = cell.fact
  const isEstimate = value.type === 'number' && value.bound === 'about'
  return { label, number: cell.number, text: shortNumber(cell, asking), isEstimate }
}
