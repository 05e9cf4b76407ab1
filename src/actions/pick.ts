// Answers the menu of nearest names with the card that was meant, as private or public as it was asked for.
import { lineCard } from '../cards/card.ts'
import type { Action } from '../command.ts'
import { asked } from '../custom-id.ts'

export default {
  name: 'pick',
  press({ parts: [visibility, ...view], values: [chosen = ''] }, context) {
    const card = context.open(view.map((part) => (part === asked ? chosen : part)))
    if (visibility !== 'public') return { type: 'replace', card }
    return { type: 'replace-and-post', instead: lineCard('Posted.'), card }
  },
} satisfies Action
