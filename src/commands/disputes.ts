// /disputes: where the articles differ, with both sides, their dates and what kind of difference it is.
import { lineCard } from '../core/card.ts'
import { disputedEntities, disputesCard } from '../cards/facts/disputes-card.ts'
import { nameMenu } from '../cards/shared/entity-menu.ts'
import { defineCommand, UserError, type Context } from '../core/command.ts'
import { asked } from '../core/custom-id.ts'
import { anything, completeName, knownEntity, named, pickId, whichOne } from '../lookup/entity-lookup.ts'
import { addressee, optionalText, privately, type Complete } from '../core/options.ts'

const view = ['disputes', 0, asked] as const

/** Only what the articles differ on is offered. */
const complete: Complete = (typed, context) => {
  const disputed = new Set(disputedEntities(context.facts).map(({ id }) => id))
  return completeName(typed, anything, context).filter(({ value }) => disputed.has(value))
}

function open(about: string, page: number, context: Context) {
  return disputesCard(about === '' ? undefined : knownEntity(about, context), { ...context, page })
}

export default defineCommand({
  name: 'disputes',
  description: 'Where the articles differ, both sides with their dates, and what kind of difference it is',
  options: {
    about: optionalText('A name, such as AUKUS or NATO', { maxLength: 80, complete }),
    private: privately(),
    for: addressee(),
  },

  run({ about, private: isPrivate }, context) {
    const { facts } = context
    const entities = about.trim() === '' ? [] : named(about, context)
    const [entity] = entities
    if (about.trim() !== '' && entities.length !== 1) {
      const card = whichOne(about, entities, anything, context, { isPrivate, view })
      return { type: 'card', card, private: true }
    }
    const shown = open(entity?.id ?? '', 0, context)
    if (shown) return { type: 'card', card: shown, private: isPrivate }
    if (!entity) return { type: 'card', card: lineCard('The articles differ nowhere.'), private: isPrivate }
    const sentence = `The articles do not differ on **${entity.name}**. They do on these:`
    const card = nameMenu(sentence, disputedEntities(facts), facts, pickId(view, isPrivate, context))
    return { type: 'card', card, private: true }
  },

  open([page, about = ''], context) {
    const card = open(about, Number(page), context)
    if (card) return card
    throw new UserError('The articles no longer differ there.', 'Type /disputes to see where they do.')
  },
})
