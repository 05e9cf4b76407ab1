// The map of one entity: the countries named for a tie or an event, or named together with a country.
import { byNewest } from '../../data/model/dates.ts'
import type { AttributeId } from '../../data/model/attributes.ts'
import { eventKinds, tieKinds } from '../../data/model/kinds.ts'

import type { Entity } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import type { CountryGroup, FillStyle } from '../../images/image-spec.ts'
import { formatAsOfShort } from '../shared/sources.ts'
import { currentGroups, lastDayFor, yearsOfEnded } from './current-facts.ts'
import {
  areAllNamed,
  factsOf,
  imageTitle,
  isCurrentMember,
  isWorthDrawing,
  mapDate,
  membershipAttributes,
  namedIn,
  sortByName,
  toImageCountry,
  type CountryWithFacts,
  type ImageWithFacts,
} from './map-countries.ts'

/** A country that fits several of these is in the first. */
const tieGroups: [attribute: AttributeId, label: string][] = [
  ['member', 'Members'],
  ['participant', 'Taking part'],
  ['led-by', 'Leading'],
  ['applicant', 'Joining'],
  ['location', 'Where it is'],
]

const fillStyles: FillStyle[] = ['first', 'second', 'third', 'shared']

/** The map of an entity, or undefined if it would not show anything of interest. */
export function entityMap(entity: Entity, facts: FactSnapshot, now: Date): ImageWithFacts | undefined {
  const day = mapDate(facts, now)
  if (entity.kind === 'country' && entity.code) return countryMap(entity, facts, day)
  return [...tieKinds, ...eventKinds].includes(entity.kind) ? tieMap(entity, facts, day) : undefined
}

function tieMap(entity: Entity, facts: FactSnapshot, today: string): ImageWithFacts | undefined {
  const day = lastDayFor(facts.factsAbout(entity.id), today)
  const years = yearsOfEnded(entity.id, facts, today)
  const title = years === undefined ? entity.name : `${entity.name}, ${years}, in today’s borders`
  const about = currentGroups(entity.id, facts, day)
  const parties = namedIn(about, membershipAttributes, facts, day)
  if (!isWorthDrawing(parties) || !areAllNamed(about, parties, facts)) return undefined
  const grouped = new Set<string>()
  const named = tieGroups.map(([attribute, label]) => {
    const countries = namedIn(about, [attribute], facts, day).filter(({ entity: { id } }) => !grouped.has(id))
    for (const country of countries) grouped.add(country.entity.id)
    return { attribute, label, countries }
  })
  const filled = named.filter(({ countries }) => countries.length > 0)
  return {
    facts: factsOf(named.flatMap(({ countries }) => countries)),
    image: {
      type: 'map',
      title: imageTitle(title, facts),
      groups: filled.map(({ attribute, label, countries }, index): CountryGroup => ({
        // Those that were joining may have joined since.
        label: attribute === 'applicant' ? `${label} (${newestDate(countries)})` : label,
        fillStyle: fillStyles[index] ?? 'shared',
        countries: sortByName(countries).map(toImageCountry),
      })),
    },
  }
}

function newestDate(countries: readonly CountryWithFacts[]): string {
  const newest = factsOf(countries).toSorted(byNewest)[0]
  return newest ? formatAsOfShort(newest.asOf) : ''
}

/** The countries that are in the same ties and exercises; undefined if one of these does not name all of its parties. */
function countryMap(entity: Entity, facts: FactSnapshot, day: string): ImageWithFacts | undefined {
  const memberFacts = facts
    .factsMentioning(entity.id)
    .filter(
      (fact) =>
        fact.value.type === 'entity' &&
        fact.value.entity === entity.id &&
        membershipAttributes.includes(fact.attribute) &&
        isCurrentMember(fact, day),
    )
  const ties = [...new Set(memberFacts.map((fact) => fact.entity))].map((id) => {
    const about = currentGroups(id, facts, day)
    const parties = namedIn(about, membershipAttributes, facts, day)
    return { parties, isWhole: areAllNamed(about, parties, facts) }
  })
  const coMembers = ties.flatMap(({ parties }) => parties)
  const others = [...Map.groupBy(coMembers, (named) => named.entity.id).values()]
    .map(([first, ...rest]) => ({
      entity: (first as CountryWithFacts).entity,
      facts: factsOf([first as CountryWithFacts, ...rest]),
    }))
    .filter((other) => other.entity.id !== entity.id)
  const isWhole = ties.every((tie) => tie.isWhole)
  if (!isWhole || !isWorthDrawing([{ entity, facts: [] }, ...others])) return undefined
  return {
    facts: [...new Set([...memberFacts, ...factsOf(others)])],
    image: {
      type: 'map',
      title: imageTitle(entity.name, facts),
      groups: [
        { label: entity.name, fillStyle: 'first', countries: [toImageCountry({ entity, facts: [] })] },
        {
          label: 'With it in ties and exercises',
          fillStyle: 'second',
          countries: sortByName(others).map(toImageCountry),
        },
      ],
    },
  }
}
