// Posts a card that its asker has looked at alone, as it is by the live facts.
import type { InteractionHandler } from '../core/command.ts'

export default {
  name: 'share-card',
  onComponent({ args: view, messageId }, { renderView, claimOnce }) {
    const card = renderView(view)
    // The button goes with the first press, but a second one may be under way already.
    return claimOnce(`share ${messageId} ${view.join(' ')}`)
      ? { type: 'share', card }
      : { type: 'acknowledge' }
  },
} satisfies InteractionHandler
