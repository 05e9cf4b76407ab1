// The facts behind a card, each with its article, section and date: for whoever presses, alone.
import { factsCard } from '../cards/facts/card-sources-card.ts'
import type { Action } from '../core/command.ts'

export default {
  name: 'facts',
  press({ parts: [page = '', ...view] }, context) {
    const card = factsCard(context.open(view), view, context.facts, Number(page))
    return page === '' ? { type: 'card', card, private: true } : { type: 'replace', card }
  },
} satisfies Action
