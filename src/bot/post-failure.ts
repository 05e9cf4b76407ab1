// Explains why Discord rejected a card, and what the requester can do.
import { DiscordAPIError, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord.js'
import { UserError } from '../core/user-error.ts'
import type { ChannelContext } from '../core/channel-context.ts'
import { isTransportError } from '../config/transport-errors.ts'

/** The permissions that posting a card needs, by Discord's names. */
const requiredPermissions = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
}

/** A UserError that says why a card was not posted; other errors than those of Discord and the network are returned as is. */
export function explainPostFailure(cause: unknown, { isGuildInstalled, appHas }: ChannelContext): unknown {
  if (isTransportError(cause)) {
    return new UserError(
      "Discord didn't confirm the card, so I can't tell whether it was posted.",
      "If it isn't here, press Share.",
      { cause },
    )
  }
  if (!(cause instanceof DiscordAPIError)) return cause
  if (cause.code === RESTJSONErrorCodes.ThreadLocked)
    return new UserError('This thread is locked.', 'Ask a moderator to unlock it, then press Share.')
  if (cause.code === RESTJSONErrorCodes.InvalidActionOnArchivedThread)
    return new UserError('This thread is archived.', 'Write a message in it to reopen it, then press Share.')
  if (cause.status !== 403) {
    return new UserError('Discord rejected the card.', 'Press Share to try again.', { cause })
  }
  const missing = Object.entries(requiredPermissions).flatMap(([name, bit]) =>
    isGuildInstalled && !appHas(bit) ? [`“${name}”`] : [],
  )
  const reason = missing.length > 0 ? `: I need the ${missing.join(' and ')} permission` : ''
  return new UserError(
    `I'm not allowed to post in this channel${reason}.`,
    'Ask a moderator to grant it, then press Share.',
  )
}
