// Deletes a card for its requester and for members with Manage Messages.
import { PermissionFlagsBits } from 'discord.js'
import type { InteractionHandler } from '../core/interaction-handler.ts'
import { UserError } from '../core/user-error.ts'

export default {
  name: 'delete-card',
  skipRateLimit: true,
  onComponent({ isRequester }, { channel }) {
    if (isRequester || channel.memberHas(PermissionFlagsBits.ManageMessages)) return { type: 'delete' }
    throw new UserError(
      'Only the person who asked for this card, or someone with Manage Messages, can delete it.',
      'Ask one of them.',
    )
  },
} satisfies InteractionHandler
