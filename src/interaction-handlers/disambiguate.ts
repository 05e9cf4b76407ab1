// Answers a disambiguation menu with the chosen card, as private or public as it was requested.
import { textCard } from '../core/card.ts'
import type { InteractionHandler } from '../core/interaction-handler.ts'
import { assertMayMention } from '../core/mention.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'

export default {
  name: 'disambiguate',
  /** The first argument is "ephemeral", "public", or the id of the user the card mentions. */
  async onComponent({ args: [audience = '', ...view], values: [selected = ''], messageId }, context) {
    const card = await context.renderView(view.map((part) => (part === SELECTED_VALUE ? selected : part)))
    const mentionUserId = /^\d{17,20}$/.test(audience) ? audience : undefined
    if (audience !== 'public' && mentionUserId === undefined) return { type: 'update', card }
    // The menu goes away with the first choice, but a second one may already be in flight.
    if (!(await context.claimOnce(`choose ${messageId}`))) return { type: 'acknowledge' }
    if (mentionUserId !== undefined) await assertMayMention(mentionUserId, context)
    return { type: 'update-and-follow-up', update: textCard('Posted.'), card, mentionUserId }
  },
} satisfies InteractionHandler
