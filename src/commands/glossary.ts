// /glossary: what a term means and which article says so; without a term, the list.
import { glossaryCard, glossaryTerms, termCard } from '../cards/facts/glossary-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import type { Entity } from '../data/model/types.ts'
import {
  autocompleteName,
  renderEntityCard,
  replyWithEntityOrAll,
  requireEntity,
} from '../lookup/entity-lookup.ts'
import { kindFilter } from '../lookup/name-matches.ts'
import { mentionOption, optionalStringOption, ephemeralOption } from '../core/options.ts'

const filter = kindFilter('concept')

/** What a term means, or the entity's own card if it isn't a glossary term. */
function renderTerm(entity: Entity, context: CommandContext): Card {
  const isTerm = glossaryTerms(context.facts).includes(entity)
  return isTerm ? termCard(entity, context.facts) : renderEntityCard(entity, context)
}

export default defineCommand({
  name: 'glossary',
  description: 'What a term means and which article says so; without a term, the whole list',
  options: {
    term: optionalStringOption('A term, such as alliance or interoperability', {
      maxLength: 80,
      autocomplete: (query, context) => autocompleteName(query, filter, context),
    }),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ term, private: isPrivate }, context) {
    const request = { query: term, filter, isPrivate, view: ['glossary', 0, 'term', SELECTED_VALUE] } as const
    return replyWithEntityOrAll(request, context, (entity) =>
      entity ? renderTerm(entity, context) : glossaryCard({ ...context, page: 0 }),
    )
  },

  render([page, , term], context) {
    if (term === undefined) return glossaryCard({ ...context, page: Number(page) })
    return renderTerm(requireEntity(term, context), context)
  },
})
