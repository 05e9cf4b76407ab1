// /search: the answer to a query that is a question, and every fact that matches it, best match first.
import { kindNames } from '../data/model/kinds.ts'
import { find, nothingFoundCard, searchCard, type Query } from '../cards/facts/search-card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import { UserError } from '../core/user-error.ts'
import type { Entity } from '../data/model/types.ts'
import { disambiguationView } from '../lookup/entity-lookup.ts'
import {
  mentionOption,
  choiceOption,
  ephemeralOption,
  stringOption,
  type AutocompleteHandler,
} from '../core/options.ts'
import { once } from '../data/model/memoize.ts'

const maxQueryLength = 150

/** What a custom id has room for; a longer query is stored, and the custom id holds its key. */
const maxQueryInCustomId = 60

/** How many hits autocomplete takes entities from, and how many it suggests. */
const autocompleteHits = 24
const maxSuggestions = 3

/** The input on one line; Discord counts characters as `length` does. */
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
  const query = normalizeQuery(input, typeof kind === 'string' ? kind : '')
  const hasKind = ({ id }: Entity) => query.kind === '' || facts.kindsOf(id).has(query.kind)
  const hits = find(query, facts, { offset: 0, limit: autocompleteHits }).hits.map(({ fact }) => fact.entity)
  const ids = hits.length > 0 ? hits : facts.names.search(input).map(({ entity }) => entity)
  return [...new Set(ids)]
    .flatMap((id) => facts.getEntity(id) ?? [])
    .filter((entity) => hasKind(entity))
    .slice(0, maxSuggestions)
    .map(({ name }) => ({ name, value: name }))
}

const loadReplies = once(() => import('../questions/replies.ts'))

/** The query with what its buttons carry. */
function keep({ text, kind }: Query, { longQueries }: CommandContext): Query {
  return text.length <= maxQueryInCustomId ? { text, kind } : { text, kind, key: longQueries.keep(text) }
}

async function renderCard(query: Query, page: number, context: CommandContext) {
  const { answerTo } = await loadReplies()
  const answer = query.kind === '' ? answerTo(query.text, context) : undefined
  return searchCard(query, { facts: context.facts, page, answer })
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

  async run({ query: input, kind, private: isPrivate }, context) {
    const query = keep(normalizeQuery(input, kind), context)
    const card = await renderCard(query, 0, context)
    if (card) return { type: 'reply', card, ephemeral: isPrivate }
    const opens = disambiguationView(['entity', '', SELECTED_VALUE], isPrivate, context)
    const nothing = nothingFoundCard(query, context.facts, opens)
    return { type: 'reply', card: nothing, ephemeral: true }
  },

  async render([page, kind = '', ...words], context) {
    // "2.key": the page of a query that is stored.
    const [number, key] = (page ?? '').split('.')
    const text = key === undefined ? words.join(':') : await context.longQueries.read(key)
    if (text === undefined)
      throw new UserError('The words of that search are no longer stored.', 'Type /search to search again.')
    const card = await renderCard(keep(normalizeQuery(text, kind), context), Number(number), context)
    if (card) return card
    throw new UserError('Those facts no longer exist.', 'Type /search to search again.')
  },
})
