// Looks up a name: the card of the entity it names, or an ephemeral menu of what it might mean.
import { asOf, parseAsOf, parsePartialDateOption } from './as-of-option.ts'
import type { Card, ViewState } from '../core/card.ts'
import { entityCard } from '../cards/entity/entity-card.ts'
import { editionOn } from '../cards/entity/editions.ts'
import { entityMenuCard } from '../cards/shared/entity-menu.ts'
import { formatList, quoteUserInput } from '../cards/shared/format.ts'
import { unmentionedCountryCard } from '../cards/entity/unmentioned-country-card.ts'
import type { APIApplicationCommandOptionChoice } from 'discord.js'
import { defineCommand, type Command } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import type { Reply } from '../core/reply.ts'
import { UserError } from '../core/user-error.ts'
import { SELECTED_VALUE, encodeDate } from '../core/custom-id.ts'
import type { Entity } from '../data/model/types.ts'
import { fuzzyMatches, kindFilter, type KindFilter } from './name-matches.ts'
import { mentionOption, ephemeralOption, stringOption } from '../core/options.ts'

/** How many times as many facts as the others of its name the best known thing has. */
const farBetterKnown = 8

/**
 * The entities whose id, name, acronym or alias matches exactly: those without facts only if there is no other, and one
 * alone if it is far better known than the others.
 */
export function findEntitiesByName(query: string, { facts }: CommandContext): Entity[] {
  const { getEntity, names, hasFacts } = facts
  const found = (getEntity(query) ? [query] : names.exact(query)).flatMap((id) => getEntity(id) ?? [])
  const withFacts = found.filter(({ id }) => hasFacts(id))
  const countOf = ({ id }: Entity) => facts.factsAbout(id).flatMap((group) => group.facts).length
  const [best, second] = withFacts.toSorted((a, b) => countOf(b) - countOf(a))
  if (best && second && countOf(best) >= farBetterKnown * Math.max(1, countOf(second))) return [best]
  return withFacts.length > 0 ? withFacts : found
}

/** Autocomplete choices for a name; a matched alias is shown: "ROK → South Korea". */
export function autocompleteName(
  query: string,
  filter: KindFilter,
  context: CommandContext,
): APIApplicationCommandOptionChoice<string>[] {
  const cached = context.facts.memo(
    `choices ${query}`,
    () => new Map<KindFilter, APIApplicationCommandOptionChoice<string>[]>(),
  )
  const choices =
    cached.get(filter) ??
    fuzzyMatches(query, filter, context).map(({ entity, matched, years }) => {
      const alias = matched === entity.name ? matched : `${matched} → ${entity.name}`
      const name = years === undefined ? alias : `${alias} (${years})`
      return { name: context.facts.hasFacts(entity.id) ? name : `${name} (no facts)`, value: entity.id }
    })
  cached.set(filter, choices)
  return choices
}

/**
 * The entity that a custom id names.
 * @throws UserError if the revision that is live by now has none
 */
export function requireEntity(id: string | undefined, { facts }: CommandContext): Entity {
  const entity = id === undefined ? undefined : facts.getEntity(id)
  if (!entity) throw new UserError('Those facts no longer exist.', 'Ask again by name.')
  return entity
}

/** The first answer about an entity, memoized per revision and day. */
export function renderEntityCard(entity: Entity, context: CommandContext, { day = '' } = {}): Card {
  const { facts, now } = context
  if (!facts.hasFacts(entity.id)) {
    const countries = fuzzyMatches('', kindFilter('country'), context)
    return unmentionedCountryCard(
      entity,
      countries.flatMap(({ entity: country }) => (facts.hasFacts(country.id) ? country : [])),
      context,
    )
  }
  const snapshot = facts.asOf(day)
  const key = `${entity.id} ${now.toISOString().slice(0, 10)}`
  return snapshot.memo(key, () => entityCard(entity, { facts: snapshot, now }))
}

interface LookupRequest {
  query: string
  filter: KindFilter
  isPrivate: boolean
  /** Renders the entity chosen from the menu, if the name is ambiguous. */
  view: ViewState
}

/** The card `renderCard` makes of the named entity, or an ephemeral menu whose choice is shown as requested. */
function replyWithEntity(
  request: LookupRequest,
  context: CommandContext,
  renderCard: (entity: Entity) => Card,
): Reply {
  const { query, filter, isPrivate } = request
  const entities = findEntitiesByName(query, context)
  const [entity] = entities
  if (entity && entities.length === 1)
    return { type: 'reply', card: renderCard(entity), ephemeral: isPrivate }
  return {
    type: 'reply',
    card: disambiguationCard(query, entities, filter, context, request),
    ephemeral: true,
  }
}

/** The same, for an optional name. */
export function replyWithEntityOrAll(
  request: LookupRequest,
  context: CommandContext,
  renderCard: (entity?: Entity) => Card,
): Reply {
  if (request.query.trim() !== '') return replyWithEntity(request, context, renderCard)
  return { type: 'reply', card: renderCard(), ephemeral: request.isPrivate }
}

/** How many of the best-known entities to suggest when nothing is similar to the name. */
const maxFallbackEntities = 10

/** What an ephemeral menu opens whose choice renders a view, for the audience that was requested. */
export function disambiguationView(
  view: ViewState,
  isPrivate: boolean,
  { mentionUserId }: CommandContext,
): ViewState {
  return ['disambiguate', isPrivate ? 'ephemeral' : (mentionUserId ?? 'public'), ...view]
}

/** The menu for an ambiguous or unknown name; `view` renders the choice. */
export function disambiguationCard(
  query: string,
  entities: Entity[],
  filter: KindFilter,
  context: CommandContext,
  { isPrivate, view }: { isPrivate: boolean; view: ViewState },
): Card {
  const opens = disambiguationView(view, isPrivate, context)
  if (entities.length > 0) {
    const sentence = `${quoteUserInput(query)} matches several entries. Which one do you mean?`
    return entityMenuCard(sentence, entities, opens)
  }
  context.recordMissedQuery(query)
  const matches = fuzzyMatches(query, filter, context)
  const names = formatList([...new Set(matches.map(({ entity }) => entity.name))].slice(0, 3), 'or')
  const question = matches.length > 0 ? `Did you mean ${names}?` : 'The best-known entries:'
  const suggestions =
    matches.length > 0 ? matches : fuzzyMatches('', filter, context).slice(0, maxFallbackEntities)
  const sentence = `I found nothing named ${quoteUserInput(query)}. ${question}`
  return entityMenuCard(
    sentence,
    suggestions.map(({ entity }) => entity),
    opens,
    new Map(suggestions.map(({ entity, matched }) => [entity.id, matched])),
  )
}

/** Defines a command that looks up one name, among the kinds that `filter` accepts. */
export function defineLookupCommand(about: {
  name: string
  description: string
  optionDescription: string
  filter: KindFilter
}): Command {
  const { name, description, optionDescription, filter } = about
  return defineCommand({
    name,
    description,
    options: {
      name: stringOption(optionDescription, {
        autocomplete: (query, context) => autocompleteName(query, filter, context),
      }),
      as_of: asOf(),
      private: ephemeralOption(),
      for: mentionOption(),
    },
    run({ name: query, as_of, private: isPrivate }, context) {
      const day = parseAsOf(as_of, context.now)
      const request = { query, filter, isPrivate, view: ['entity', encodeDate(day), SELECTED_VALUE] } as const
      return replyWithEntity(request, context, (entity) => {
        const date = day === '' ? '' : parsePartialDateOption(as_of, context.now)
        const edition = day === '' ? undefined : editionOn(entity, date, context.facts)
        return edition ? renderEntityCard(edition, context) : renderEntityCard(entity, context, { day })
      })
    },
  })
}
