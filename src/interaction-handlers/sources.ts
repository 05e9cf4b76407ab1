// The facts behind a card, each with its article, section and date: for whoever presses, alone.
import { factsCard } from '../cards/facts/card-sources-card.ts'
import type { InteractionHandler } from '../core/command.ts'

export default {
  name: 'facts',
  onComponent({ args: [page = '', ...view] }, context) {
    const card = factsCard(context.renderView(view), view, context.facts, Number(page))
    return page === '' ? { type: 'card', card, ephemeral: true } : { type: 'replace', card }
  },
} satisfies InteractionHandler
