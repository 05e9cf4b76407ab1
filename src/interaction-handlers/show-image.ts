// "Map" or "Chart": puts the image into the card for its requester, and gives it privately to anyone else.
import { PermissionFlagsBits } from 'discord.js'
import { formatImageDates } from '../cards/rendering/date-order.ts'
import type { InteractionHandler } from '../core/interaction-handler.ts'
import { UserError } from '../core/user-error.ts'

export default {
  name: 'show-image',
  defer: 'when slow',
  async onComponent({ args: view }, { renderView, images, channel, formatDates }) {
    // The button may be older than the setting or the permission.
    if (channel.settings.images === 'never' || !channel.appHas(PermissionFlagsBits.AttachFiles))
      throw new UserError('Images are off here.', 'All the facts are on the card.')
    const card = await renderView(view)
    // Once rendered it is cached, so the card is sent with it at once.
    if (card.image && (await images.render(formatImageDates(card.image, formatDates))))
      return { type: 'update', card: { ...card, showImage: true } }
    throw new UserError(
      "I can't render this image right now.",
      'All the facts are on the card; try again later.',
    )
  },
} satisfies InteractionHandler
