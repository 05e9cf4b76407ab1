// Shares a card whose image is shown; the name says so because a custom id has no room for it.
import type { InteractionHandler } from '../core/interaction-handler.ts'
import { shareCard } from './share-card.ts'

export default {
  name: 'share-image',
  onComponent: (press, context) => shareCard(press, context, true),
} satisfies InteractionHandler
