// The map of a comparison: which countries are named for one side, and which for several.
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { CountryGroup, FillStyle } from '../../images/image-spec.ts'
import { endOf, lastDayFor } from '../entity/current-facts.ts'
import {
  areAllNamed,
  factsOf,
  imageTitle,
  isWorthDrawing,
  mapDate,
  membershipAttributes,
  namedIn,
  sortByName,
  toImageCountry,
  type CountryWithFacts,
  type ImageWithFacts,
} from '../entity/map-countries.ts'
import { capitalize, formatList } from '../shared/format.ts'
import { formatOwners } from './compare-parties.ts'
import type { ComparedEntity } from './compare-rows.ts'

const fillStyles: FillStyle[] = ['first', 'second', 'third']

/** The map, or undefined if it would lack some country of a side: that country would seem not to be in it. */
export function compareMap(
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  now: Date,
): ImageWithFacts | undefined {
  const day = mapDate(facts, now)
  const named = sides.map(({ groups }) =>
    namedIn(groups, membershipAttributes, facts, lastDayFor(groups, day)),
  )
  const hasEnded = sides.some(({ groups }) => endOf(groups, day))
  const isWhole = sides.every(({ groups }, index) => {
    const own = named[index] ?? []
    return own.length > 0 && areAllNamed(groups, own, facts)
  })
  const countries = sortByName([
    ...new Map(
      named.flat().map((country): [string, CountryWithFacts] => [country.entity.id, country]),
    ).values(),
  ])
  if (!isWhole || !isWorthDrawing(countries)) return undefined
  const owners = (id: string) =>
    named.flatMap((side, index) => (side.some(({ entity }) => entity.id === id) ? [index] : []))
  const byOwners = Map.groupBy(countries, ({ entity }) => owners(entity.id).join())
  const groups = [...byOwners]
    .map(([key, together]) => ({ owners: key.split(',').map(Number), together }))
    .toSorted((a, b) => a.owners.length - b.owners.length || (a.owners[0] ?? 0) - (b.owners[0] ?? 0))
    .map((group): CountryGroup => {
      const owners = group.owners.flatMap((index) => sides[index] ?? [])
      return {
        label: capitalize(formatOwners(owners, sides)),
        fillStyle: owners.length > 1 ? 'shared' : (fillStyles[group.owners[0] ?? 0] ?? 'shared'),
        countries: group.together.map(toImageCountry),
      }
    })
  const names = formatList(sides.map(({ entity }) => entity.name))
  return {
    facts: factsOf(named.flat()),
    image: {
      type: 'map',
      title: imageTitle(names + (hasEnded ? ', in today’s borders' : ''), facts),
      groups,
    },
  }
}
