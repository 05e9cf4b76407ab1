// "Find facts" in the menu of a message: what it names, privately; the card that is chosen answers the message.
import { mentionsCard } from '../cards/facts/mentions-card.ts'
import { textCard } from '../core/card.ts'
import { defineMessageMenuCommand, UserError } from '../core/command.ts'
import { packCustomId } from '../core/custom-id.ts'
import { requireEntity, renderEntityCard } from '../lookup/entity-lookup.ts'

export default defineMessageMenuCommand({
  name: 'find-facts',
  label: 'Find facts',

  onMessageMenu({ id, content, unread }, context) {
    const found = context.facts.mentionsIn(content).map(({ entity: named, matched }) => {
      const entity = requireEntity(named, context)
      return { entity, matched, summary: () => renderEntityCard(entity, context).content }
    })
    const card = mentionsCard(found, unread, context.facts, packCustomId('find-facts', id))
    return { type: 'reply', card, ephemeral: true }
  },

  onComponent({ args: [to = ''], values: [chosen], messageId }, context) {
    if (!/^\d{17,20}$/.test(to)) {
      throw new UserError("That menu isn't valid.", 'Choose Find facts in the menu of a message.')
    }
    const card = renderEntityCard(requireEntity(chosen, context), context)
    // The menu goes with the first choice, but a second one may be under way already.
    if (!context.claimOnce(`find ${messageId}`)) return { type: 'acknowledge' }
    return { type: 'update-and-reply-to', update: textCard('Posted.'), card, messageId: to }
  },
})
