// Answers the menu of nearest names with the card that was picked, as private or public as it was asked for.
import type { Action } from '../command.ts'
import { knownEntity, openCard } from '../lookup.ts'

export default {
  name: 'pick',
  press({ parts: [visibility], values: [chosen] }, context) {
    const card = openCard(knownEntity(chosen, context), 0, context)
    if (visibility === 'private') return { type: 'replace', card }
    return { type: 'replace-and-post', line: 'Posted.', card }
  },
} satisfies Action
