// The map of one entity: the countries named for a tie or an event, or named together with a country.
import type { AttributeId } from '../../data/model/attributes.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { CountryGroup, FillStyle } from '../../images/image-spec.ts'
import { eventKinds, tieKinds } from '../../data/model/kinds.ts'
import {
  countEqualsNamed,
  membershipAttributes,
  isCurrentMember,
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
} from './map-countries.ts'
import { distinctDates, formatList } from '../shared/format.ts'

/** A country that fits several of these is in the first. */
const tieGroups: [attribute: AttributeId, label: string][] = [
  ['member', 'Named in the articles as members'],
  ['participant', 'Named in the articles as taking part'],
  ['led-by', 'Named as leading it'],
  ['applicant', 'Named as joining'],
  ['location', 'Named as where it is'],
]

const fillStyles: FillStyle[] = ['first', 'second', 'third', 'shared']

/** A map of a country counts the ties instead of naming them if there are more. */
const maxNamedTies = 8

/** The map of an entity, or undefined if it would not show anything of interest. */
export function entityMap(entity: Entity, facts: FactSnapshot, now: Date): ImageWithFacts | undefined {
  const day = mapDate(facts, now)
  if (entity.kind === 'country' && entity.code) return countryMap(entity, facts, day)
  return [...tieKinds, ...eventKinds].includes(entity.kind) ? tieMap(entity, facts, day) : undefined
}

function tieMap(entity: Entity, facts: FactSnapshot, day: string): ImageWithFacts | undefined {
  const about = facts.factsAbout(entity.id)
  const grouped = new Set<string>()
  const named = tieGroups.map(([attribute, label]) => {
    const countries = namedIn(about, [attribute], facts, day).filter(({ entity: { id } }) => !grouped.has(id))
    for (const country of countries) grouped.add(country.entity.id)
    return { attribute, label, countries }
  })
  const all = named.flatMap(({ countries }) => countries)
  if (!shouldDrawMap(all)) return undefined
  const count = latestMemberCount(about)
  const others = notDrawable(about, facts)
  const mapFacts = [
    ...new Set([...factsOf(all), ...(count ? [count] : []), ...others.flatMap((other) => other.facts)]),
  ]
  const filled = named.filter(({ countries }) => countries.length > 0)
  return {
    facts: mapFacts,
    image: {
      type: 'map',
      title: entity.name,
      groups: filled.map(({ attribute, label, countries }, index): CountryGroup => ({
        // Those that were joining may have joined since.
        label:
          attribute === 'applicant' ? `${label}, ${formatList(distinctDates(factsOf(countries)))}` : label,
        fillStyle: fillStyles[index] ?? 'shared',
        countries: sortByName(countries).map(toImageCountry),
      })),
      lines: [
        ...asOfLines(facts),
        ...(count ? [memberCountLine(count, named[0]?.countries ?? [], facts)] : []),
        ...others.map(({ label, values }) => `${label}: ${values}.`),
      ],
      sources: [sourcesLine(mapFacts, facts)],
    },
  }
}

/** How many members are counted, and that those that are not named are not shown. */
function memberCountLine(count: Fact, members: readonly CountryWithFacts[], facts: FactSnapshot): string {
  const counted = `The articles count ${formatCount(count, facts)}`
  return countEqualsNamed(count, members)
    ? `${counted}.`
    : `${counted}; those they do not name are not shown.`
}

function countryMap(entity: Entity, facts: FactSnapshot, day: string): ImageWithFacts {
  const memberFacts = facts
    .factsMentioning(entity.id)
    .filter(
      (fact) =>
        fact.value.type === 'entity' &&
        fact.value.entity === entity.id &&
        membershipAttributes.includes(fact.attribute) &&
        isCurrentMember(fact, day),
    )
  const ties = [...new Set(memberFacts.map((fact) => fact.entity))].flatMap((id) => facts.getEntity(id) ?? [])
  const coMembers = ties.flatMap((tie) => namedIn(facts.factsAbout(tie.id), membershipAttributes, facts, day))
  const others = [...Map.groupBy(coMembers, (named) => named.entity.id).values()]
    .map(([first, ...rest]) => ({
      entity: (first as CountryWithFacts).entity,
      facts: factsOf([first as CountryWithFacts, ...rest]),
    }))
    .filter((other) => other.entity.id !== entity.id)
  const mapFacts = [...new Set([...memberFacts, ...factsOf(others)])]
  return {
    facts: mapFacts,
    image: {
      type: 'map',
      title: entity.name,
      groups: [
        { label: 'This country', fillStyle: 'first', countries: [toImageCountry({ entity, facts: [] })] },
        ...(others.length > 0
          ? [
              {
                label: 'Named beside it in ties and exercises',
                fillStyle: 'second' as const,
                countries: sortByName(others).map(toImageCountry),
              },
            ]
          : []),
      ],
      lines: [...asOfLines(facts), ...(ties.length > 0 ? [tiesLine(ties, mapFacts.length)] : [])],
      sources: mapFacts.length > 0 ? [sourcesLine(mapFacts, facts)] : [],
    },
  }
}

function tiesLine(ties: readonly Entity[], count: number): string {
  const names =
    ties.length > maxNamedTies
      ? `${ties.length} ties and exercises`
      : formatList(ties.map(({ name }) => name))
  return `Put together from ${count} facts about ${names}.`
}
