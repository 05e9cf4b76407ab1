// Posts a card that only its requester has seen, as it is in the live revision.
import type { CommandContext } from '../core/context.ts'
import type { ComponentPress, InteractionHandler } from '../core/interaction-handler.ts'
import type { Reply } from '../core/reply.ts'

/** Shares the view that a custom id holds, with its image if that is shown. */
export async function shareCard(
  { args: view, messageId }: ComponentPress,
  { renderView, claimOnce }: CommandContext,
  showImage: boolean,
): Promise<Reply> {
  const card = { ...(await renderView(view)), showImage }
  // The button is disabled by the first press, but a second one may already be in flight.
  const isFirst = await claimOnce(`share ${messageId} ${view.join(' ')}`)
  return isFirst ? { type: 'share', card } : { type: 'acknowledge' }
}

export default {
  name: 'share-card',
  onComponent: (press, context) => shareCard(press, context, false),
} satisfies InteractionHandler
