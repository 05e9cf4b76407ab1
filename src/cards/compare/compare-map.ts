// The map of a comparison: which countries are named for one side, and which for several.
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { CountryGroup, FillStyle } from '../../images/image-spec.ts'
import { formatOwners } from './compare-parties.ts'
import type { ComparedEntity } from './compare-rows.ts'
import {
  countEqualsNamed,
  membershipAttributes,
  latestMemberCount,
  toImageCountry,
  asOfLines,
  mapDate,
  factsOf,
  formatCount,
  shouldDrawMap,
  sortByName,
  namedIn,
  sourcesLine,
  notDrawable,
  type CountryWithFacts,
  type ImageWithFacts,
} from '../entity/map-countries.ts'
import { formatList } from '../shared/format.ts'

const fillStyles: FillStyle[] = ['first', 'second', 'third']

/** The map, or undefined if it would not show anything of interest. */
export function compareMap(
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  now: Date,
): ImageWithFacts | undefined {
  const day = mapDate(facts, now)
  const named = sides.map(({ groups }) => namedIn(groups, membershipAttributes, facts, day))
  const all = named.flat()
  if (!shouldDrawMap(all)) return undefined
  const owners = (id: string) =>
    named.flatMap((side, index) => (side.some(({ entity }) => entity.id === id) ? [index] : []))
  const countries = sortByName([
    ...new Map(all.map((country): [string, CountryWithFacts] => [country.entity.id, country])).values(),
  ])
  const byOwners = Map.groupBy(countries, ({ entity }) => owners(entity.id).join())
  const groups = [...byOwners]
    .map(([key, together]) => ({ owners: key.split(',').map(Number), together }))
    .toSorted((a, b) => a.owners.length - b.owners.length || (a.owners[0] ?? 0) - (b.owners[0] ?? 0))
    .map((group): CountryGroup => ({
      label: `Named for ${formatOwners(
        group.owners.flatMap((index) => sides[index] ?? []),
        sides,
      )}`,
      fillStyle: group.owners.length > 1 ? 'shared' : (fillStyles[group.owners[0] ?? 0] ?? 'shared'),
      countries: group.together.map(toImageCountry),
    }))
  const notDrawn = sides.map(({ entity, groups: own }, index) => {
    const count = latestMemberCount(own)
    const others = notDrawable(own, facts)
    const lines = [
      ...(named[index]?.length === 0 ? [`No country is named for ${entity.name}.`] : []),
      ...(count ? [comparedCountLine(entity.name, count, named[index] ?? [], facts)] : []),
    ]
    return {
      lines,
      others: others.map((other) => ({ ...other, side: sides[index] })),
      facts: [...(count ? [count] : []), ...others.flatMap((other) => other.facts)],
    }
  })
  // A line that is the same for several sides is shown once.
  const sameLines = Map.groupBy(
    notDrawn.flatMap(({ others }) => others),
    ({ label, values }) => `${label}: ${values}`,
  )
  const undrawnLines = [...sameLines.values()].flatMap((together) => {
    const [first] = together
    const owners = together.flatMap(({ side }) => side ?? [])
    return first ? [`${first.label} for ${formatOwners(owners, sides)}: ${first.values}.`] : []
  })
  const mapFacts = [...new Set([...factsOf(all), ...notDrawn.flatMap((side) => side.facts)])]
  return {
    facts: mapFacts,
    image: {
      type: 'map',
      title: formatList(sides.map(({ entity }) => entity.name)),
      groups,
      lines: [
        ...asOfLines(facts),
        ...notDrawn.flatMap(({ lines }) => lines),
        ...undrawnLines,
        "Countries that aren't named aren't shown.",
      ],
      sources: [sourcesLine(mapFacts, facts)],
    },
  }
}

/** Next to another side, a country that is not named for this one would seem not to be in it. */
function comparedCountLine(
  name: string,
  count: Fact,
  members: readonly CountryWithFacts[],
  facts: FactSnapshot,
): string {
  const counted = `Counted for ${name}: ${formatCount(count, facts)}`
  return countEqualsNamed(count, members)
    ? `${counted}.`
    : `${counted}; a country may be in it without being named.`
}
