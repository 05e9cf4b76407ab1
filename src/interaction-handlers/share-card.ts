// Posts a card that only its requester has seen, as it is in the live revision.
import type { InteractionHandler } from '../core/interaction-handler.ts'

export default {
  name: 'share-card',
  onComponent({ args: view, messageId }, { renderView, claimOnce }) {
    const card = renderView(view)
    // The button is disabled by the first press, but a second one may already be in flight.
    return claimOnce(`share ${messageId} ${view.join(' ')}`)
      ? { type: 'share', card }
      : { type: 'acknowledge' }
  },
} satisfies InteractionHandler
