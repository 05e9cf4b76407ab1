// Shows the facts behind a card, each with its article, section and date, only to the user who asks.
import { cardSourcesCard } from '../cards/facts/card-sources-card.ts'
import type { InteractionHandler } from '../core/interaction-handler.ts'

export default {
  name: 'sources',
  async onComponent({ args: [page = '', ...view] }, context) {
    const card = cardSourcesCard(await context.renderView(view), { ...context, page: Number(page) })
    return page === '' ? { type: 'reply', card, ephemeral: true } : { type: 'update', card }
  },
} satisfies InteractionHandler
