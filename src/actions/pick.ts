// Answers the menu of nearest names with the card that was picked, as private or public as it was asked for.
import type { Action } from '../command.ts'
import { entityCard } from '../cards/entity-card.ts'
import { knownEntity } from '../lookup.ts'

export default {
  name: 'pick',
  press({ parts: [visibility], values: [chosen] }, context) {
    const card = entityCard(knownEntity(chosen, context), { ...context, page: 0 })
    if (visibility === 'private') return { type: 'replace', card }
    return { type: 'replace-and-post', line: 'Posted.', card }
  },
} satisfies Action
