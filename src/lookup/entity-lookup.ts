// What every look-up does with a name: the card of what it names, or privately a menu of what it might mean.
import { asOf, parseAsOf } from './as-of-option.ts'
import type { Card, ViewState } from '../core/card.ts'
import { entityCard } from '../cards/entity/entity-card.ts'
import { eventKinds, tieKinds } from '../data/model/kinds.ts'
import { entityMenuCard } from '../cards/shared/entity-menu.ts'
import { formatList, quoteUserInput } from '../cards/shared/format.ts'
import { unmentionedCard } from '../cards/entity/unmentioned-country-card.ts'
import {
  defineCommand,
  UserError,
  type Choice,
  type Command,
  type CommandContext,
  type Reply,
} from '../core/command.ts'
import { SELECTED_VALUE, packCustomId, encodeDate } from '../core/custom-id.ts'
import type { Entity } from '../data/model/types.ts'
import type { FactSnapshot } from '../data/query/fact-store.ts'
import { mentionOption, ephemeralOption, stringOption } from '../core/options.ts'

/** The kinds, and words of classification, that a command is for. */
export type KindFilter = (kind: string) => boolean

/** For commands that are for things of these kinds. */
export function kindFilter(...kinds: string[]): KindFilter {
  const wanted = new Set(kinds)
  return (kind) => wanted.has(kind)
}

/** For commands that are for all things: one for them all, since choices are kept by it. */
export const anyKind: KindFilter = () => true

/** Ties by their kinds, and by the words for them. */
export const isRelationshipKind = kindFilter(...tieKinds, 'pact', 'security-partnership', 'group')

export const isEventKind = kindFilter(...eventKinds)

/** The entities that a text names exactly, by id, name, acronym or alias; or else countries that no article mentions. */
export function findEntitiesByName(typed: string, { facts }: CommandContext): Entity[] {
  const within = ({ getEntity, names }: FactSnapshot) =>
    (getEntity(typed) ? [typed] : names.exact(typed)).flatMap((id) => getEntity(id) ?? [])
  const found = within(facts)
  return found.length > 0 ? found : within(facts.withAllCountries())
}

/** The entities whose names come nearest, each with the name that matched. */
function fuzzyMatches(
  typed: string,
  filter: KindFilter,
  { facts }: CommandContext,
): { entity: Entity; matched: string }[] {
  const exact = new Set(facts.names.exact(typed))
  const found = facts.names.search(typed).flatMap(({ entity: id, name }) => {
    const entity = facts.getEntity(id)
    return entity ? [{ entity, matched: name }] : []
  })
  const isOffered = ({ id }: Entity) => [...facts.kindsOf(id)].some(filter)
  const rank = ({ entity }: { entity: Entity }) => (exact.has(entity.id) ? 0 : isOffered(entity) ? 1 : 2)
  const shown = typed.trim() === '' ? found.filter(({ entity }) => isOffered(entity)) : found
  return shown.toSorted((a, b) => rank(a) - rank(b))
}

/** What autocomplete offers for a name; where an alias matched it says so: "ROK → South Korea". */
export function autocompleteName(typed: string, filter: KindFilter, context: CommandContext): Choice[] {
  const kept = context.facts.memo(`choices ${typed}`, () => new Map<KindFilter, Choice[]>())
  const choices =
    kept.get(filter) ??
    fuzzyMatches(typed, filter, context).map(({ entity, matched }) => {
      const name = matched === entity.name ? matched : `${matched} → ${entity.name}`
      const isMentioned = context.facts.entities.includes(entity)
      return { name: isMentioned ? name : `${name} (in no article)`, value: entity.id }
    })
  kept.set(filter, choices)
  return choices
}

/** The entity that a press names; facts may have changed since its button was made. */
export function requireEntity(id: string | undefined, { facts }: CommandContext): Entity {
  const entity =
    id === undefined ? undefined : (facts.getEntity(id) ?? facts.withAllCountries().getEntity(id))
  if (!entity) throw new UserError('The facts behind this are no longer there.', 'Ask again by its name.')
  return entity
}

/** A page of an entity's card; the same all day for as long as the revision is live. */
export function renderEntityCard(entity: Entity, context: CommandContext, { page = 0, day = '' } = {}): Card {
  const { facts, now } = context
  if (!facts.entities.includes(entity)) {
    const countries = fuzzyMatches('', kindFilter('country'), { ...context, facts: facts.withAllCountries() })
    return unmentionedCard(
      entity,
      countries.map(({ entity: one }) => one),
      facts,
    )
  }
  const then = facts.asOf(day)
  const key = `${entity.id} ${page} ${now.toISOString().slice(0, 10)}`
  return then.memo(key, () => entityCard(entity, { facts: then, now, page }))
}

interface LookupRequest {
  typed: string
  filter: KindFilter
  isPrivate: boolean
  /** Opens what is chosen where the name is not clear. */
  view: ViewState
}

/** What `open` gives for the one thing that is named, or else a private menu whose choice is shown as was asked for. */
export function replyWithEntity(
  asking: LookupRequest,
  context: CommandContext,
  open: (entity: Entity) => Card,
): Reply {
  const { typed, filter, isPrivate } = asking
  const entities = findEntitiesByName(typed, context)
  const [entity] = entities
  if (entity && entities.length === 1) return { type: 'reply', card: open(entity), ephemeral: isPrivate }
  return {
    type: 'reply',
    card: disambiguationCard(typed, entities, filter, context, asking),
    ephemeral: true,
  }
}

/** The same for a name that may be left out. */
export function replyWithEntityOrAll(
  asking: LookupRequest,
  context: CommandContext,
  open: (entity?: Entity) => Card,
): Reply {
  if (asking.typed.trim() !== '') return replyWithEntity(asking, context, open)
  return { type: 'reply', card: open(), ephemeral: asking.isPrivate }
}

/** How many of the best known things are shown for a name that comes near to nothing. */
const maxFallbackEntities = 10

/** The custom id of a private menu whose choice opens a view, for those for whom it was asked. */
export function disambiguationCustomId(
  view: ViewState,
  isPrivate: boolean,
  { mentionUserId }: CommandContext,
): string {
  return packCustomId('disambiguate', isPrivate ? 'ephemeral' : (mentionUserId ?? 'public'), ...view)
}

/** The menu for a name that means several things, or nothing that is known; `view` opens what is chosen. */
export function disambiguationCard(
  typed: string,
  entities: Entity[],
  filter: KindFilter,
  context: CommandContext,
  { isPrivate, view }: { isPrivate: boolean; view: ViewState },
): Card {
  const customId = disambiguationCustomId(view, isPrivate, context)
  if (entities.length > 0) {
    const sentence = `${quoteUserInput(typed)} is the name of several things. Which do you mean?`
    return entityMenuCard(sentence, entities, context.facts, customId)
  }
  context.recordMissedQuery(typed)
  const near = fuzzyMatches(typed, filter, context)
  const names = formatList([...new Set(near.map(({ entity }) => entity.name))].slice(0, 3), 'or')
  const question = near.length > 0 ? `Did you mean ${names}?` : 'The best-known entries:'
  const offers = near.length > 0 ? near : fuzzyMatches('', filter, context).slice(0, maxFallbackEntities)
  const sentence = `I found nothing named ${quoteUserInput(typed)}. ${question}`
  return entityMenuCard(
    sentence,
    offers.map(({ entity }) => entity),
    context.facts,
    customId,
    new Map(offers.map(({ entity, matched }) => [entity.id, matched])),
  )
}

/** A command that looks up one name: what it is called, what it is for, and the kinds it offers. */
export function defineLookupCommand(about: {
  name: string
  description: string
  optionDescription: string
  filter: KindFilter
  /** Whether it knows the countries that no article mentions as well as those that one does. */
  includeAllCountries?: boolean
}): Command {
  const { name, description, optionDescription, filter, includeAllCountries = false } = about
  const withAllCountries = (context: CommandContext) =>
    includeAllCountries ? { ...context, facts: context.facts.withAllCountries() } : context
  return defineCommand({
    name,
    description,
    options: {
      name: stringOption(optionDescription, {
        complete: (typed, context) => autocompleteName(typed, filter, withAllCountries(context)),
      }),
      as_of: asOf(),
      private: ephemeralOption(),
      for: mentionOption(),
    },
    run({ name: typed, as_of, private: isPrivate }, given) {
      const context = withAllCountries(given)
      const day = parseAsOf(as_of, context.now)
      const asking = { typed, filter, isPrivate, view: ['entity', encodeDate(day), SELECTED_VALUE] } as const
      return replyWithEntity(asking, context, (entity) => renderEntityCard(entity, context, { day }))
    },
  })
}
