// /search: every fact that matches a query, best match first, each with its source.
import { kindNames } from '../data/model/kinds.ts'
import { find, nothingFoundCard, searchCard, type Query } from '../cards/facts/search-card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import type { Entity } from '../data/model/types.ts'
import { disambiguationView } from '../lookup/entity-lookup.ts'
import {
  mentionOption,
  choiceOption,
  ephemeralOption,
  stringOption,
  type AutocompleteHandler,
} from '../core/options.ts'

/** A custom id holds the query, so it can't be longer. */
const maxQueryLength = 60

/** How many hits autocomplete takes entities from, and how many it suggests. */
const autocompleteHits = 24
const maxSuggestions = 3

/** The input on one line, cut to what a custom id has room for. */
function normalizeQuery(input: string, kind: string): Query {
  let line = ''
  for (const character of input.replace(/[[\p{C}--\p{Cf}]\s]+/gv, ' ').trim()) {
    if (line.length + character.length > maxQueryLength) break
    line += character
  }
  return { text: line.trim(), kind: isKind(kind) ? kind : '' }
}

function isKind(kind: string): kind is Entity['kind'] {
  return Object.hasOwn(kindNames, kind)
}

/** Suggests the names of the entities that the best hits are about. */
const autocomplete: AutocompleteHandler = (input, { facts }, { kind }) => {
  const query = normalizeQuery(input, String(kind ?? ''))
  const hasKind = ({ id }: Entity) => query.kind === '' || facts.kindsOf(id).has(query.kind)
  const hits = find(query, facts, { offset: 0, limit: autocompleteHits }).hits.map(({ fact }) => fact.entity)
  const ids = hits.length > 0 ? hits : facts.names.search(input).map(({ entity }) => entity)
  return [...new Set(ids)]
    .flatMap((id) => facts.getEntity(id) ?? [])
    .filter((entity) => hasKind(entity) && entity.name.length <= maxQueryLength)
    .slice(0, maxSuggestions)
    .map(({ name }) => ({ name, value: name }))
}

function renderCard(query: Query, page: number, { facts }: CommandContext) {
  return searchCard(query, { facts, page })
}

export default defineCommand({
  name: 'search',
  description: 'Every fact that matches your words, best match first, with source and date',
  options: {
    query: stringOption('Words, such as nuclear submarines or founded 1949', {
      maxLength: maxQueryLength,
      autocomplete,
    }),
    kind: choiceOption(
      'Only facts about this kind of entity',
      Object.entries(kindNames).map(([value, name]) => ({ name, value })),
    ),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ query: input, kind, private: isPrivate }, context) {
    const query = normalizeQuery(input, kind)
    const card = renderCard(query, 0, context)
    if (card) return { type: 'reply', card, ephemeral: isPrivate }
    const opens = disambiguationView(['entity', '', SELECTED_VALUE], isPrivate, context)
    const nothing = nothingFoundCard(query, context.facts, opens)
    return { type: 'reply', card: nothing, ephemeral: true }
  },

  render([page, kind = '', ...words], context) {
    const card = renderCard(normalizeQuery(words.join(':'), kind), Number(page), context)
    if (card) return card
    throw new UserError('Those facts no longer exist.', 'Type /search to search again.')
  },
})
