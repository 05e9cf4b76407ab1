// "Find facts" in the menu of a message: what it names, privately; the card that is chosen answers the message.
import { foundCard } from '../cards/facts/mentions-card.ts'
import { lineCard } from '../core/card.ts'
import { defineMessageCommand, UserError } from '../core/command.ts'
import { packCustomId } from '../core/custom-id.ts'
import { knownEntity, openCard } from '../lookup/entity-lookup.ts'

export default defineMessageCommand({
  name: 'find',
  label: 'Find facts',

  onMessage({ id, content, unread }, context) {
    const found = context.facts.mentionsIn(content).map(({ entity: named, matched }) => {
      const entity = knownEntity(named, context)
      return { entity, matched, answer: () => openCard(entity, context).content }
    })
    const card = foundCard(found, unread, context.facts, packCustomId('find', id))
    return { type: 'card', card, private: true }
  },

  press({ parts: [to = ''], values: [chosen], messageId }, context) {
    if (!/^\d{17,20}$/.test(to)) {
      throw new UserError(
        'This menu is none that I have made.',
        'Choose Find facts in the menu of a message.',
      )
    }
    const card = openCard(knownEntity(chosen, context), context)
    // The menu goes with the first choice, but a second one may be under way already.
    if (!context.firstTime(`find ${messageId}`)) return { type: 'nothing' }
    return { type: 'replace-and-answer', instead: lineCard('Posted.'), card, to }
  },
})
