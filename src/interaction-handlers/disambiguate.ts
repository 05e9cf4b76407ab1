// Answers the menu of nearest names with the card that was meant, as private or public as it was asked for.
import { lineCard } from '../core/card.ts'
import { addressTo, type Action } from '../core/command.ts'
import { asked } from '../core/custom-id.ts'

export default {
  name: 'pick',
  /** The first part is "private", "public", or the id of the person whom the card is for. */
  press({ parts: [audience = '', ...view], values: [chosen = ''], messageId }, context) {
    const card = context.open(view.map((part) => (part === asked ? chosen : part)))
    const addressee = /^\d{17,20}$/.test(audience) ? audience : undefined
    if (audience !== 'public' && addressee === undefined) return { type: 'replace', card }
    // The menu goes with the first choice, but a second one may be under way already.
    if (!context.firstTime(`pick ${messageId}`)) return { type: 'nothing' }
    if (addressee !== undefined) addressTo(addressee, context)
    return { type: 'replace-and-post', instead: lineCard('Posted.'), card, for: addressee }
  },
} satisfies Action
