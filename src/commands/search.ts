// /search: every fact that has the words one types, best first, each with its source.
import { kindNames } from '../data/model/kinds.ts'
import { find, nothingFoundCard, searchCard, type Query } from '../cards/facts/search-card.ts'
import { defineCommand, UserError, type CommandContext } from '../core/command.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import type { Entity } from '../data/model/types.ts'
import { disambiguationCustomId } from '../lookup/entity-lookup.ts'
import {
  mentionOption,
  choiceOption,
  ephemeralOption,
  stringOption,
  type AutocompleteHandler,
} from '../core/options.ts'

/** A view holds what was typed, so it may not be longer. */
const maxQueryLength = 60

/** How many hits are looked through for the things that autocomplete offers, and how many it offers. */
const autocompleteHits = 24
const maxSuggestions = 3

/** What was typed, on one line and no longer than a view has room for. */
function normalizeQuery(typed: string, kind: string): Query {
  let line = ''
  for (const character of typed.replace(/[[\p{C}--\p{Cf}]\s]+/gv, ' ').trim()) {
    if (line.length + character.length > maxQueryLength) break
    line += character
  }
  return { text: line.trim(), kind: isKind(kind) ? kind : '' }
}

function isKind(kind: string): kind is Entity['kind'] {
  return Object.hasOwn(kindNames, kind)
}

/** The things that the best hits are about; a name is what can be searched for. */
const complete: AutocompleteHandler = (typed, { facts }, { kind }) => {
  const query = normalizeQuery(typed, String(kind ?? ''))
  const offered = ({ id }: Entity) => query.kind === '' || facts.kindsOf(id).has(query.kind)
  const hits = find(query, facts, { from: 0, most: autocompleteHits }).hits.map(({ fact }) => fact.entity)
  const near = hits.length > 0 ? hits : facts.names.search(typed).map(({ entity }) => entity)
  return [...new Set(near)]
    .flatMap((id) => facts.getEntity(id) ?? [])
    .filter((entity) => offered(entity) && entity.name.length <= maxQueryLength)
    .slice(0, maxSuggestions)
    .map(({ name }) => ({ name, value: name }))
}

function open(query: Query, page: number, { facts, now }: CommandContext) {
  return searchCard(query, { facts, now, page })
}

export default defineCommand({
  name: 'search',
  description: 'Every fact that has your words, best first, each with its source and date',
  options: {
    query: stringOption('Words, such as nuclear submarines or founded 1949', {
      maxLength: maxQueryLength,
      complete,
    }),
    kind: choiceOption(
      'Only facts about things of this kind',
      Object.entries(kindNames).map(([value, name]) => ({ name, value })),
    ),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ query: typed, kind, private: isPrivate }, context) {
    const query = normalizeQuery(typed, kind)
    const card = open(query, 0, context)
    if (card) return { type: 'reply', card, ephemeral: isPrivate }
    const customId = disambiguationCustomId(['entity', '', SELECTED_VALUE], isPrivate, context)
    const nothing = nothingFoundCard(query, context.facts, customId)
    return { type: 'reply', card: nothing, ephemeral: true }
  },

  render([page, kind = '', ...typed], context) {
    const card = open(normalizeQuery(typed.join(':'), kind), Number(page), context)
    if (card) return card
    throw new UserError('The facts behind this are no longer there.', 'Type /search to search anew.')
  },
})
