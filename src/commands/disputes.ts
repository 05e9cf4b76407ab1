// /disputes: where the articles disagree, with both sides, their dates and what kind of difference it is.
import { textCard } from '../core/card.ts'
import { disputedEntities, disputesCard } from '../cards/facts/disputes-card.ts'
import { entityMenuCard } from '../cards/shared/entity-menu.ts'
import { defineCommand } from '../core/command.ts'
import type { CommandContext } from '../core/context.ts'
import { UserError } from '../core/user-error.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'
import {
  autocompleteName,
  requireEntity,
  findEntitiesByName,
  disambiguationView,
  disambiguationCard,
} from '../lookup/entity-lookup.ts'
import { anyKind } from '../lookup/name-matches.ts'
import {
  mentionOption,
  optionalStringOption,
  ephemeralOption,
  type AutocompleteHandler,
} from '../core/options.ts'

const view = ['disputes', 0, SELECTED_VALUE] as const

/** Suggests only what the articles disagree on. */
const autocomplete: AutocompleteHandler = (query, context) => {
  const disputed = new Set(disputedEntities(context.facts).map(({ id }) => id))
  return autocompleteName(query, anyKind, context).filter(({ value }) => disputed.has(value))
}

function renderCard(about: string, page: number, context: CommandContext) {
  return disputesCard(about === '' ? undefined : requireEntity(about, context), { ...context, page })
}

export default defineCommand({
  name: 'disputes',
  description: 'Where the articles disagree: both sides, their dates and the kind of difference',
  options: {
    about: optionalStringOption('A name, such as AUKUS or NATO', { maxLength: 80, autocomplete }),
    private: ephemeralOption(),
    for: mentionOption(),
  },

  run({ about, private: isPrivate }, context) {
    const { facts } = context
    const entities = about.trim() === '' ? [] : findEntitiesByName(about, context)
    const [entity] = entities
    if (about.trim() !== '' && entities.length !== 1) {
      const card = disambiguationCard(about, entities, anyKind, context, { isPrivate, view })
      return { type: 'reply', card, ephemeral: true }
    }
    const disputes = renderCard(entity?.id ?? '', 0, context)
    if (disputes) return { type: 'reply', card: disputes, ephemeral: isPrivate }
    if (!entity)
      return {
        type: 'reply',
        card: textCard("The articles don't disagree on anything."),
        ephemeral: isPrivate,
      }
    const sentence = `The articles don't disagree on **${entity.name}**. They do on these:`
    const card = entityMenuCard(
      sentence,
      disputedEntities(facts),
      disambiguationView(view, isPrivate, context),
    )
    return { type: 'reply', card, ephemeral: true }
  },

  render([page, about = ''], context) {
    const card = renderCard(about, Number(page), context)
    if (card) return card
    throw new UserError('The articles no longer disagree there.', 'Type /disputes to see where they do.')
  },
})
