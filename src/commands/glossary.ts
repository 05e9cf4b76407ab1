// /glossary: what a word means and by which article; alliance and partnership side by side; without a word, the list.
import { glossaryCard, glossaryTerms, meaningCard } from '../cards/facts/glossary-card.ts'
import type { Card } from '../core/card.ts'
import { defineCommand, type Context } from '../core/command.ts'
import { asked } from '../core/custom-id.ts'
import type { Entity } from '../data/build/schema.ts'
import { completeName, knownEntity, named, ofKinds, openCard, whichOne } from '../lookup/entity-lookup.ts'
import { addressee, optionalText, privately } from '../core/options.ts'

const offered = ofKinds('concept')

/** Words that people ask to tell apart: either of them shows both. */
const contrasted = ['alliance', 'partnership']

/** What the words mean, or the card of something that is no word of the glossary. */
function openTerm(entity: Entity, page: number, context: Context): Card {
  const { facts } = context
  if (!glossaryTerms(facts).includes(entity)) return openCard(entity, context)
  const both = contrasted.flatMap((id) => facts.entity(id) ?? [])
  return meaningCard(both.includes(entity) ? both : [entity], { ...context, page })
}

export default defineCommand({
  name: 'glossary',
  description: 'What a word means and which article says so; without a word, the list of all',
  options: {
    term: optionalText('A word, such as alliance or interoperability', {
      maxLength: 80,
      complete: (typed, context) => completeName(typed, offered, context),
    }),
    private: privately(),
    for: addressee(),
  },

  run({ term, private: isPrivate }, context) {
    if (term.trim() === '')
      return { type: 'card', card: glossaryCard({ ...context, page: 0 }), private: isPrivate }
    const entities = named(term, context)
    const [entity] = entities
    // "Alliances and partnerships" names both, and both are shown together.
    if (entity && (entities.length === 1 || entities.every(({ id }) => contrasted.includes(id))))
      return { type: 'card', card: openTerm(entity, 0, context), private: isPrivate }
    const card = whichOne(term, entities, offered, context, { isPrivate, view: ['glossary', 0, '', asked] })
    return { type: 'card', card, private: true }
  },

  open([page, , term], context) {
    if (term === undefined) return glossaryCard({ ...context, page: Number(page) })
    return openTerm(knownEntity(term, context), Number(page), context)
  },
})
