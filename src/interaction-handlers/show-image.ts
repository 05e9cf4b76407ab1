// Shows the image of a card that was sent without it because it wasn't ready in time.
import type { InteractionHandler } from '../core/interaction-handler.ts'
import { UserError } from '../core/user-error.ts'

export default {
  name: 'show-image',
  defer: true,
  async onComponent({ args: view }, { renderView, images }) {
    const card = renderView(view)
    // Once rendered it is cached, so the card is sent with it at once.
    if (card.image && (await images.render(card.image))) return { type: 'update', card }
    throw new UserError(
      "I can't render this image right now.",
      'All the facts are on the card; try again later.',
    )
  },
} satisfies InteractionHandler
