// The map of a comparison: who is named for one side, and who for several.
import type { Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { CountryGroup, FillStyle } from '../../images/image-spec.ts'
import type { ComparedEntity } from './compare-rows.ts'
import {
  areAllNamed,
  membershipAttributes,
  latestMemberCount,
  countryOf,
  dayLines,
  dayOf,
  factsOf,
  formatCount,
  shouldDrawMap,
  byName,
  namedIn,
  sourcesLine,
  notDrawable,
  type CountryWithFacts,
  type ImageWithFacts,
} from '../entity/map-countries.ts'
import { formatList } from '../shared/format.ts'

const looks: FillStyle[] = ['first', 'second', 'third']

/** The map, or undefined where no country is named that would say something. */
export function compareMap(
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  now: Date,
): ImageWithFacts | undefined {
  const day = dayOf(facts, now)
  const named = sides.map(({ groups }) => namedIn(groups, membershipAttributes, facts, day))
  const all = named.flat()
  if (!shouldDrawMap(all)) return undefined
  const owners = (id: string) =>
    named.flatMap((own, index) => (own.some(({ entity }) => entity.id === id) ? [index] : []))
  const countries = byName([
    ...new Map(all.map((one): [string, CountryWithFacts] => [one.entity.id, one])).values(),
  ])
  const byOwners = Map.groupBy(countries, ({ entity }) => owners(entity.id).join())
  const groups = [...byOwners]
    .map(([key, together]) => ({ owners: key.split(',').map(Number), together }))
    .toSorted((a, b) => a.owners.length - b.owners.length || (a.owners[0] ?? 0) - (b.owners[0] ?? 0))
    .map((group): CountryGroup => ({
      label: `Named for ${ownersPhrase(group.owners, sides)}`,
      fillStyle: group.owners.length > 1 ? 'shared' : (looks[group.owners[0] ?? 0] ?? 'shared'),
      countries: group.together.map(countryOf),
    }))
  const beyond = sides.map(({ entity, groups: own }, index) => {
    const count = latestMemberCount(own)
    const others = notDrawable(own, facts)
    const lines = [
      ...(named[index]?.length === 0 ? [`No country is named for ${entity.name}.`] : []),
      ...(count ? [countLine(entity.name, count, named[index] ?? [], facts)] : []),
    ]
    return {
      lines,
      others: others.map((one) => ({ ...one, index })),
      facts: [...(count ? [count] : []), ...others.flatMap((one) => one.facts)],
    }
  })
  // What is said alike of several sides is said once.
  const alike = Map.groupBy(
    beyond.flatMap(({ others }) => others),
    ({ label, values }) => `${label}: ${values}`,
  )
  const undrawnLines = [...alike.values()].flatMap((together) => {
    const [first] = together
    const owning = together.map(({ index }) => index)
    return first ? [`${first.label} for ${ownersPhrase(owning, sides)}: ${first.values}.`] : []
  })
  const told = [...new Set([...factsOf(all), ...beyond.flatMap((one) => one.facts)])]
  return {
    facts: told,
    picture: {
      type: 'map',
      title: formatList(sides.map(({ entity }) => entity.name)),
      groups,
      lines: [
        ...dayLines(facts),
        ...beyond.flatMap(({ lines }) => lines),
        ...undrawnLines,
        'Who is not named is not shown.',
      ],
      sources: [sourcesLine(told, facts)],
    },
  }
}

/** Beside another side, whoever is not named for this one would seem not to be in it. */
function countLine(
  name: string,
  count: Fact,
  members: readonly CountryWithFacts[],
  facts: FactSnapshot,
): string {
  const counted = `Counted for ${name}: ${formatCount(count, facts)}`
  return areAllNamed(count, members)
    ? `${counted}.`
    : `${counted}; a country may be in it without being named.`
}

function ownersPhrase(owners: readonly number[], sides: readonly ComparedEntity[]): string {
  if (owners.length === sides.length) return sides.length === 2 ? 'both' : 'all three'
  return formatList(owners.map((index) => sides[index]?.entity.name ?? ''))
}
