// /glossary: what a term means and which article says so; alliance and partnership together; without a term, the list.
import { glossaryCard, glossaryTerms, termCard } from '../cards/facts/glossary-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import type { Entity } from '../data/model/types.ts'
import {
  autocompleteName,
  requireEntity,
  findEntitiesByName,
  kindFilter,
  renderEntityCard,
  disambiguationCard,
} from '../lookup/entity-lookup.ts'
import { mentionOption, optionalStringOption, ephemeralOption } from '../core/options.ts'

const filter = kindFilter('concept')

/** Terms that people ask to tell apart: either of them shows both. */
const shownTogether = ['alliance', 'partnership']

/** What a term means, or the entity's own card if it isn't a glossary term. */
function renderTerm(entity: Entity, page: number, context: CommandContext): Card {
  const { facts } = context
  if (!glossaryTerms(facts).includes(entity)) return renderEntityCard(entity, context)
  const both = shownTogether.flatMap((id) => facts.getEntity(id) ?? [])
  return termCard(both.includes(entity) ? both : [entity], { ...context, page })
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
    if (term.trim() === '')
      return { type: 'reply', card: glossaryCard({ ...context, page: 0 }), ephemeral: isPrivate }
    const entities = findEntitiesByName(term, context)
    const [entity] = entities
    // "Alliances and partnerships" names both, and both are shown together.
    if (entity && (entities.length === 1 || entities.every(({ id }) => shownTogether.includes(id))))
      return { type: 'reply', card: renderTerm(entity, 0, context), ephemeral: isPrivate }
    const card = disambiguationCard(term, entities, filter, context, {
      isPrivate,
      view: ['glossary', 0, 'term', SELECTED_VALUE],
    })
    return { type: 'reply', card, ephemeral: true }
  },

  render([page, , term], context) {
    if (term === undefined) return glossaryCard({ ...context, page: Number(page) })
    return renderTerm(requireEntity(term, context), Number(page), context)
  },
})
