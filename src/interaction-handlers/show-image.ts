// Shows the picture of a card that was sent without it, since it was not ready in time.
import { UserError, type InteractionHandler } from '../core/command.ts'

export default {
  name: 'show-image',
  defer: true,
  async onComponent({ args: view }, { renderView, images }) {
    const card = renderView(view)
    // Kept when it is drawn, it is there at once when the card is sent.
    if (card.image && (await images.render(card.image))) return { type: 'update', card }
    throw new UserError('I cannot draw this now.', 'The facts are all on the card; try again later.')
  },
} satisfies InteractionHandler
