// Removes a card for whoever asked for it, and for members who may manage messages there.
import { PermissionFlagsBits } from 'discord.js'
import { UserError, type InteractionHandler } from '../core/command.ts'

export default {
  name: 'delete',
  skipRateLimit: true,
  onComponent({ isRequester }, { channel }) {
    if (isRequester || channel.memberHas(PermissionFlagsBits.ManageMessages)) return { type: 'remove' }
    throw new UserError(
      'Only who asked for this card may delete it, or a member who may manage messages here.',
      'Ask one of them.',
    )
  },
} satisfies InteractionHandler
