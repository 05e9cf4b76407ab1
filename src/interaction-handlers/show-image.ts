// Shows the picture of a card that was sent without it, since it was not ready in time.
import { UserError, type Action } from '../core/command.ts'

export default {
  name: 'show',
  defers: true,
  async press({ parts: view }, { open, pictures }) {
    const card = open(view)
    // Kept when it is drawn, it is there at once when the card is sent.
    if (card.picture && (await pictures.draw(card.picture))) return { type: 'replace', card }
    throw new UserError('I cannot draw this now.', 'The facts are all on the card; try again later.')
  },
} satisfies Action
