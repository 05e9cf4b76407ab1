// Opens an entity's card at a page: the buttons that turn pages and the menu "See also".
import type { Action } from '../command.ts'
import { knownEntity, openCard } from '../lookup.ts'

export default {
  name: 'open',
  press({ parts: [entity, page], values: [chosen], byAsker }, context) {
    const card = openCard(knownEntity(chosen ?? entity, context), Number(page ?? 0), context)
    return byAsker ? { type: 'replace', card } : { type: 'card', card, private: true }
  },
} satisfies Action
