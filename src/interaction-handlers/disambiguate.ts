// Answers the menu of nearest names with the card that was meant, as private or public as it was asked for.
import { textCard } from '../core/card.ts'
import { assertMayMention, type InteractionHandler } from '../core/command.ts'
import { SELECTED_VALUE } from '../core/custom-id.ts'

export default {
  name: 'disambiguate',
  /** The first part is "private", "public", or the id of the person whom the card is for. */
  onComponent({ args: [audience = '', ...view], values: [chosen = ''], messageId }, context) {
    const card = context.renderView(view.map((part) => (part === SELECTED_VALUE ? chosen : part)))
    const addressee = /^\d{17,20}$/.test(audience) ? audience : undefined
    if (audience !== 'public' && addressee === undefined) return { type: 'update', card }
    // The menu goes with the first choice, but a second one may be under way already.
    if (!context.claimOnce(`choose ${messageId}`)) return { type: 'acknowledge' }
    if (addressee !== undefined) assertMayMention(addressee, context)
    return { type: 'update-and-follow-up', update: textCard('Posted.'), card, mentionUserId: addressee }
  },
} satisfies InteractionHandler
