// The members or participants of compared entities: who is named for all sides, and who only for some.
import type { Line } from '../../core/card.ts'
import type { AttributeId, Kind } from '../../data/model/attributes.ts'
import { firstDay } from '../../data/model/dates.ts'
import { tieKinds } from '../../data/model/kinds.ts'
import type { Entity, Fact } from '../../data/model/types.ts'
import type { FactSnapshot } from '../../data/query/fact-store.ts'
import { lastDayFor } from '../entity/current-facts.ts'
import { isCurrentMember, latestMemberCount, mapDate, unnamedCount } from '../entity/map-countries.ts'
import { capitalize, formatList, namesOrFlags } from '../shared/format.ts'
import { factsOfAttribute, newestFact, shortName, type ComparedEntity } from './compare-rows.ts'

/** More parties of a side than this are not cited one by one. */
const maxCited = 6

/** A party and the facts that name it. */
export interface Party {
  entity: Entity
  facts: Fact[]
}

export interface ComparedParties {
  /** Named for every side. */
  shared: Party[]
  /** Named for some sides, by those sides. */
  others: { owners: ComparedEntity[]; parties: Party[] }[]
  /** Who each side names, in the order of the sides. */
  named: Party[][]
}

export function compareParties(
  sides: readonly ComparedEntity[],
  facts: FactSnapshot,
  now: Date,
): ComparedParties {
  const day = mapDate(facts, now)
  const named = sides.map((side) => partiesOf(side, facts, lastDayFor(side.groups, day)))
  const [firstEnd = day] = sides
    // Editions of exercises are compared though no two are held at once.
    .map(({ entity, groups }) => (entity.edition ? day : lastDayFor(groups, day)))
    .toSorted()
  /** Whoever joined one side only after another had ended was never in both at once. */
  const isLate = ({ validFrom }: Fact) => validFrom !== null && firstDay(validFrom) > firstEnd
  const all = new Map(named.flat().map(({ entity }) => [entity.id, entity]))
  const together = [...all.values()].flatMap((entity) => {
    const own = sides.flatMap((side, index) => {
      const party = named[index]?.find((other) => other.entity.id === entity.id)
      return party ? [{ side, party }] : []
    })
    const isShared = !own.some(({ party }) => party.facts.some(isLate))
    return (isShared ? [own] : own.map((one) => [one])).map((some) => ({
      party: { entity, facts: [...new Set(some.flatMap(({ party }) => party.facts))] },
      owners: some.map(({ side }) => side),
    }))
  })
  const byOwners = Map.groupBy(together, ({ owners }) => owners.map(({ entity }) => entity.id).join())
  const groups = [...byOwners.values()].map((group) => ({
    owners: group[0]?.owners ?? [],
    parties: group.map(({ party }) => party),
  }))
  return {
    shared: groups.find(({ owners }) => owners.length === sides.length)?.parties ?? [],
    others: groups
      .filter(({ owners }) => owners.length < sides.length)
      .sort((a, b) => b.owners.length - a.owners.length || indexOfOwner(a, sides) - indexOfOwner(b, sides)),
    named,
  }
}

function indexOfOwner({ owners }: { owners: ComparedEntity[] }, sides: readonly ComparedEntity[]): number {
  return sides.findIndex((side) => side === owners[0])
}

/** The members of a tie; only what has none has participants and leaders. */
const partyAttributes: AttributeId[][] = [['member'], ['participant', 'led-by']]

/** A ministry or a navy that takes part is not a party: its country is. */
const partyKinds = new Set<Kind>(['country', ...tieKinds])

function partiesOf(compared: ComparedEntity, facts: FactSnapshot, day: string): Party[] {
  const { edition } = compared
  const side = edition ? { ...compared, groups: facts.factsAbout(edition.id) } : compared
  const attributes = partyAttributes.find((some) =>
    some.some((attribute) => factsOfAttribute(side, attribute).length > 0),
  )
  const current = (attributes ?? [])
    .flatMap((attribute) => factsOfAttribute(side, attribute))
    .filter((fact) => isCurrentMember(fact, day))
  const byEntity = Map.groupBy(current, ({ value }) => (value.type === 'entity' ? value.entity : ''))
  return [...byEntity].flatMap(([id, own]) => {
    const entity = facts.getEntity(id)
    return entity && partyKinds.has(entity.kind) ? [{ entity, facts: newestFact(own) }] : []
  })
}

/** "both", "all three", or the names of some sides. */
export function formatOwners(owners: readonly ComparedEntity[], sides: readonly ComparedEntity[]): string {
  if (owners.length === sides.length) return sides.length === 2 ? 'both' : 'all three'
  return formatList(owners.map(({ entity, edition }) => edition?.name ?? shortName(entity)))
}

/** The parties that not all sides share, each side's with how many of it are not named. */
export function partyLines(
  { shared, others, named }: ComparedParties,
  sides: readonly ComparedEntity[],
  isSharedInVerdict: boolean,
): Line[] {
  const incomplete = sides.map((side, index) => unnamedOf(side, named[index] ?? []))
  return [
    ...(isSharedInVerdict || shared.length === 0 ? [] : [lineOf(sides, shared)]),
    ...others.filter(({ owners }) => owners.length > 1).map(({ owners, parties }) => lineOf(owners, parties)),
    ...sides.flatMap((side, index) => {
      const own = others.find(({ owners }) => owners.length === 1 && owners[0] === side)
      return own || incomplete[index]?.text ? [lineOf([side], own?.parties ?? [])] : []
    }),
  ]

  function lineOf(owners: readonly ComparedEntity[], parties: readonly Party[]): Line {
    const [owner] = owners
    const own = owners.length === 1 ? incomplete[sides.findIndex((side) => side === owner)] : undefined
    // Without this, who is only named for one side would seem not to be in the other.
    const missing = sides.filter((side, index) => !owners.includes(side) && incomplete[index]?.text)
    const notNamed = missing.length > 0 ? [`not named for ${formatOwners(missing, [])}`] : []
    const unnamed = own?.text ? [own.text] : notNamed
    return {
      label: labelOf(owners),
      text:
        parties.length > 0
          ? [namesOrFlags(parties.map(({ entity }) => entity)), ...unnamed].join('; ')
          : capitalize(unnamed.join()),
      facts: [...partyFacts(owners, parties), ...(own?.facts ?? [])],
    }
  }

  /** Of a long list that is whole, the count that it equals. */
  function partyFacts(owners: readonly ComparedEntity[], parties: readonly Party[]): readonly Fact[] {
    const counts = owners.flatMap(({ whole }) => whole?.count ?? [])
    const isLong = parties.length > maxCited && counts.length === owners.length
    return isLong ? counts : parties.flatMap(({ facts }) => facts)
  }

  function labelOf(owners: readonly ComparedEntity[]): string {
    const hasShared = shared.length > 0 && owners.length < sides.length
    return `${hasShared ? 'Also in' : 'In'} ${formatOwners(owners, sides)}`
  }
}

/** "29 are not named", or what an article says of participants that it does not name. */
function unnamedOf(side: ComparedEntity, named: readonly Party[]): { text: string; facts: Fact[] } {
  const count = side.whole ? undefined : latestMemberCount(side.groups)
  if (side.whole || side.edition) return { text: '', facts: [] }
  if (count) {
    const unnamed = unnamedCount(count, named)
    if (unnamed === 0) return { text: '', facts: [] }
    const text = unnamed === undefined ? 'more are' : `${unnamed} ${unnamed === 1 ? 'is' : 'are'}`
    return { text: `${text} not named`, facts: [count] }
  }
  const described = factsOfAttribute(side, 'participants').find(
    ({ value }) =>
      value.type === 'text' && /\b(countries|nations|allies|partners|militaries)\b/i.test(value.text),
  )
  if (described?.value.type !== 'text') return { text: '', facts: [] }
  return { text: decapitalize(described.value.text), facts: [described] }
}

function decapitalize(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
}
