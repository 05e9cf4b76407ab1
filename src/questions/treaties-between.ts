// Finds the treaty or alliance that two countries alone have, where a question names it by them: "the US-Korea treaty".
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import type { Named } from './question-names.ts'
import { unitedStates } from './promise-facts.ts'

const kind =
  '(?:(?:mutual|bilateral|defen[sc]e|security|military|cooperation|formal) )*(?:treaty|alliance|pact|accord|deal|agreement|mdt)'
const texts: readonly RegExp[] = [
  new RegExp(`(?<a>@\\d)(?: and| with)? (?<b>@\\d) ${kind}`),
  new RegExp(
    `(?:(?<year>\\d{4}) )?${kind} (?:that )?(?:(?:between|of|with|binds|binding|linking|ties|tying|connecting) )+(?<a>@\\d)(?: (?:and|with|to))? (?<b>@\\d)`,
  ),
  new RegExp(`(?<a>@\\d) ${kind} with (?<b>@\\d)`),
]
/** Of one country, with the United States. */
const ofOne: readonly RegExp[] = [
  new RegExp(`(?:one with )?(?<a>@\\d)(?: (?<year>\\d{4}))? ${kind}`),
  new RegExp(`${kind} with (?<a>@\\d)`),
]

/** The words with the treaty in place of its parties; undefined if none is named so. */
export function withTreatyBetween({ words, candidates }: Named, facts: FactSnapshot): Named | undefined {
  const text = words.filter((word) => word !== 'the').join(' ')
  for (const pattern of [...texts, ...ofOne]) {
    const match = pattern.exec(text)
    const { a, b, year } = match?.groups ?? {}
    if (!match || a === undefined) continue
    const [some, others] = [
      candidatesOf(a, candidates),
      b === undefined ? undefined : candidatesOf(b, candidates),
    ]
    const treaties = some.flatMap(({ id }) =>
      (others?.map((other) => other.id) ?? [unitedStates]).flatMap((other) =>
        treatiesOfTwo(id, other, facts),
      ),
    )
    const [treaty] = treaties
    if (!treaty || treaties.length > 1 || (year !== undefined && !isOfYear(treaty, year, facts))) continue
    const renamed = text.replace(match[0], a)
    const isLeft = b !== undefined && renamed.includes(b)
    return isLeft || (b === undefined && renamed.split(a).length > 2)
      ? undefined
      : dropUnused(
          renamed,
          candidates.map((one, index) => (`@${index}` === a ? [treaty] : one)),
        )
  }
  return undefined
}

/** Whether it was signed or founded in a year. */
export function isOfYear({ id }: Entity, year: string, facts: FactSnapshot): boolean {
  return facts
    .factsAbout(id)
    .filter(({ attribute }) => attribute === 'founded' || attribute === 'signed')
    .some((group) => group.facts.some(({ value }) => value.type === 'date' && value.date.startsWith(year)))
}

/** What a name in the words, "@0", may mean. */
export function candidatesOf(name: string, candidates: readonly Entity[][]): Entity[] {
  return candidates[Number(name.slice(1))] ?? []
}

/** The names that are still in the text, numbered from 0. */
export function dropUnused(text: string, candidates: readonly Entity[][]): Named {
  const used = [...new Set(text.match(/@\d/g) ?? [])]
  return {
    words: text.split(' ').map((word) => (used.includes(word) ? `@${used.indexOf(word)}` : word)),
    candidates: used.map((name) => candidatesOf(name, candidates)),
  }
}

/** The treaties and alliances that two countries alone have, by their ids. */
export function treatiesOfTwo(a: string, b: string, facts: FactSnapshot): Entity[] {
  return bilateral(facts).get([a, b].toSorted().join(' ')) ?? []
}

/** Every treaty and alliance of two parties, by their ids. */
function bilateral(facts: FactSnapshot): Map<string, Entity[]> {
  return facts.memo('questions treaties of two', () =>
    Map.groupBy(
      facts.entities.filter((entity) => isBilateral(entity, facts)),
      (entity) => partiesOf(entity, facts).join(' '),
    ),
  )
}

/** Whether it is a treaty or an alliance of two parties. */
export function isBilateral(entity: Entity, facts: FactSnapshot): boolean {
  return ['treaty', 'alliance'].includes(entity.kind) && partiesOf(entity, facts).length === 2
}

function partiesOf({ id }: Entity, facts: FactSnapshot): string[] {
  const own = facts.factsAbout(id).find(({ attribute }) => attribute === 'member')?.facts ?? []
  return [...new Set(own.flatMap(({ value }) => (value.type === 'entity' ? [value.entity] : [])))].toSorted()
}
