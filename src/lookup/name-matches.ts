// Finds entities by similar names, the likeliest first.
import { eventsWith } from '../cards/entity/country-relationships.ts'
import { yearsOfEnded } from '../cards/entity/current-facts.ts'
import type { CommandContext } from '../core/context.ts'
import type { Kind } from '../data/model/attributes.ts'
import { toIsoDate } from '../data/model/dates.ts'
import { eventKinds, tieKinds } from '../data/model/kinds.ts'
import { normalizeText } from '../data/model/normalize-text.ts'
import type { Entity } from '../data/model/types.ts'

/** Accepts kinds of entity, and classifications, that a command covers. */
export type KindFilter = (kind: string) => boolean

/** Accepts these kinds only. */
export function kindFilter(...kinds: string[]): KindFilter {
  const accepted = new Set(kinds)
  return (kind) => accepted.has(kind)
}

/** Accepts every kind; one function for all commands, because autocomplete choices are cached by it. */
export const anyKind: KindFilter = () => true

/** Relationships, by kind and by classification. */
export const isRelationshipKind = kindFilter(...tieKinds, 'pact', 'security-partnership', 'group')

export const isEventKind = kindFilter(...eventKinds)

const allianceKinds = new Set<Kind>(['alliance', 'treaty'])

/** The entities with the most similar names, each with the name that matched; without facts only accepted ones. */
export function fuzzyMatches(
  query: string,
  filter: KindFilter,
  { facts, now }: CommandContext,
): { entity: Entity; matched: string; years: string | undefined }[] {
  const today = toIsoDate(now)
  const exact = new Set(facts.names.exact(query))
  const found = facts.names.search(query).flatMap(({ entity: id, name }) => {
    const entity = facts.getEntity(id)
    return entity ? [{ entity, matched: name, years: yearsOfEnded(id, facts, today) }] : []
  })
  const isAccepted = ({ id }: Entity) => [...facts.kindsOf(id)].some(filter)
  const isEmpty = query.trim() === ''
  // Editions stand behind the name of their series, unless a year is typed.
  const hasYear = /\d{2}/.test(query)
  const typed = normalizeText(query)
  const rank = ({ entity, matched, years }: (typeof found)[number]) => {
    if (exact.has(entity.id)) return 0
    // Whoever has typed most of a name means it, whatever its kind.
    if (typed.length >= 8 && !entity.edition && normalizeText(matched).startsWith(typed)) return 0
    if (!isAccepted(entity)) return 5
    if (entity.edition && !hasYear) return 4
    if (years !== undefined) return 3
    // Of everything, alliances and treaties in force come first.
    return isEmpty && !allianceKinds.has(entity.kind) ? 2 : 1
  }
  const partner = /\bwith (?:the )?(.+)$/i.exec(query)?.[1]
  const partners = partner === undefined ? [] : facts.names.exact(partner)
  const joint = partners
    .flatMap((id) => facts.getEntity(id) ?? [])
    .flatMap((country) => eventsWith(country, facts, today))
  const matches = found.filter(
    ({ entity }) =>
      (isAccepted(entity) && !(isEmpty && entity.edition)) || (!isEmpty && facts.hasFacts(entity.id)),
  )
  // "exercises with India" names what India took part in.
  const named =
    filter === isEventKind ? joint.map((entity) => ({ entity, matched: entity.name, years: undefined })) : []
  return [...named, ...matches.toSorted((a, b) => rank(a) - rank(b))]
}
