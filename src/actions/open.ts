// Opens an entity's card at a page: the buttons that turn pages and the menu "See also".
import type { Action } from '../command.ts'
import { entityCard } from '../cards/entity-card.ts'
import { knownEntity } from '../lookup.ts'

export default {
  name: 'open',
  press({ parts: [entity, page], values: [chosen], byAsker }, context) {
    const card = entityCard(knownEntity(chosen ?? entity, context), { ...context, page: Number(page ?? 0) })
    return byAsker ? { type: 'replace', card } : { type: 'card', card, private: true }
  },
} satisfies Action
