// The map of one entity: who the articles name for a tie or an event, or whom they name beside a country.
import type { Entity, Fact } from '../../data/model/types.ts'
import type { AttributeFacts, FactSnapshot } from '../../data/query/fact-store.ts'
import type { CountryGroup, FillStyle } from '../../images/image-spec.ts'
import { eventKinds, tieKinds } from '../../data/model/kinds.ts'
import {
  areAllNamed,
  membershipAttributes,
  isCurrentMember,
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
} from './map-countries.ts'
import { formatAsOf, formatList } from '../shared/format.ts'

type AttributeId = AttributeFacts['attribute']

/** A country that several of these name stands with the first. */
const groupsOfTies: [attribute: AttributeId, label: string][] = [
  ['member', 'Named in the articles as members'],
  ['participant', 'Named in the articles as taking part'],
  ['led-by', 'Named as leading it'],
  ['applicant', 'Named as joining'],
  ['location', 'Named as where it is'],
]

const looks: FillStyle[] = ['first', 'second', 'third', 'shared']

/** More ties than these a map of a country does not name, but counts. */
const tiesNamed = 8

/** The map of an entity, or undefined where no country is known that would say something. */
export function entityMap(entity: Entity, facts: FactSnapshot, now: Date): ImageWithFacts | undefined {
  const day = dayOf(facts, now)
  if (entity.kind === 'country' && entity.code) return countryMap(entity, facts, day)
  return [...tieKinds, ...eventKinds].includes(entity.kind) ? tieMap(entity, facts, day) : undefined
}

function tieMap(entity: Entity, facts: FactSnapshot, day: string): ImageWithFacts | undefined {
  const about = facts.factsAbout(entity.id)
  const placed = new Set<string>()
  const named = groupsOfTies.map(([attribute, label]) => {
    const countries = namedIn(about, [attribute], facts, day).filter(({ entity: { id } }) => !placed.has(id))
    for (const country of countries) placed.add(country.entity.id)
    return { attribute, label, countries }
  })
  const all = named.flatMap(({ countries }) => countries)
  if (!shouldDrawMap(all)) return undefined
  const count = latestMemberCount(about)
  const others = notDrawable(about, facts)
  const told = [
    ...new Set([...factsOf(all), ...(count ? [count] : []), ...others.flatMap((one) => one.facts)]),
  ]
  const filled = named.filter(({ countries }) => countries.length > 0)
  return {
    facts: told,
    picture: {
      type: 'map',
      title: entity.name,
      groups: filled.map(({ attribute, label, countries }, index): CountryGroup => ({
        // Who was joining then may have joined since.
        label: attribute === 'applicant' ? `${label}, ${datesOf(factsOf(countries))}` : label,
        fillStyle: looks[index] ?? 'shared',
        countries: byName(countries).map(countryOf),
      })),
      lines: [
        ...dayLines(facts),
        ...(count ? [countLine(count, named[0]?.countries ?? [], facts)] : []),
        ...others.map(({ label, values }) => `${label}: ${values}.`),
      ],
      sources: [sourcesLine(told, facts)],
    },
  }
}

/** How many are counted, and that the others are not shown where fewer are named. */
function countLine(count: Fact, members: readonly CountryWithFacts[], facts: FactSnapshot): string {
  const counted = `The articles count ${formatCount(count, facts)}`
  return areAllNamed(count, members) ? `${counted}.` : `${counted}; those they do not name are not shown.`
}

function countryMap(entity: Entity, facts: FactSnapshot, day: string): ImageWithFacts {
  const naming = facts
    .factsMentioning(entity.id)
    .filter(
      (fact) =>
        fact.value.type === 'entity' &&
        fact.value.entity === entity.id &&
        membershipAttributes.includes(fact.attribute) &&
        isCurrentMember(fact, day),
    )
  const ties = [...new Set(naming.map((fact) => fact.entity))].flatMap((id) => facts.getEntity(id) ?? [])
  const beside = ties.flatMap((tie) => namedIn(facts.factsAbout(tie.id), membershipAttributes, facts, day))
  const others = [...Map.groupBy(beside, (named) => named.entity.id).values()]
    .map(([first, ...rest]) => ({
      entity: (first as CountryWithFacts).entity,
      facts: factsOf([first as CountryWithFacts, ...rest]),
    }))
    .filter((other) => other.entity.id !== entity.id)
  const told = [...new Set([...naming, ...factsOf(others)])]
  return {
    facts: told,
    picture: {
      type: 'map',
      title: entity.name,
      groups: [
        { label: 'This country', fillStyle: 'first', countries: [countryOf({ entity, facts: [] })] },
        ...(others.length > 0
          ? [
              {
                label: 'Named beside it in ties and exercises',
                fillStyle: 'second' as const,
                countries: byName(others).map(countryOf),
              },
            ]
          : []),
      ],
      lines: [...dayLines(facts), ...(ties.length > 0 ? [tiesLine(ties, told.length)] : [])],
      sources: told.length > 0 ? [sourcesLine(told, facts)] : [],
    },
  }
}

function tiesLine(ties: readonly Entity[], count: number): string {
  const told =
    ties.length > tiesNamed ? `${ties.length} ties and exercises` : formatList(ties.map(({ name }) => name))
  return `Put together from ${count} facts about ${told}.`
}

function datesOf(told: readonly Fact[]): string {
  return formatList([...new Set(told.map(({ asOf }) => formatAsOf(asOf)))])
}
