// Deletes a card for its requester and for members with Manage Messages; a card that nobody asked for also for those with
// Manage Server, who can switch it on.
import { PermissionFlagsBits } from 'discord.js'
import type { InteractionHandler } from '../core/interaction-handler.ts'
import { UserError } from '../core/user-error.ts'

export default {
  name: 'delete-card',
  skipRateLimit: true,
  onComponent({ isRequester, isUnrequested }, { channel }) {
    const { ManageMessages, ManageGuild } = PermissionFlagsBits
    const isManaged = channel.memberHas(ManageMessages) || (isUnrequested && channel.memberHas(ManageGuild))
    if (isRequester || isManaged) return { type: 'delete' }
    throw new UserError(
      'Only the person who asked for this card, or someone with Manage Messages, can delete it.',
      'Ask one of them.',
    )
  },
} satisfies InteractionHandler
