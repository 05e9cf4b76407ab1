// The permissions of users and of the bot: https://discord.com/developers/docs/topics/permissions
import type { EmulatorUser, EmulatorChannel } from './world.ts'

export const permission = {
  administrator: 1n << 3n,
  manageServer: 1n << 5n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  useApplicationCommands: 1n << 31n,
  sendInThreads: 1n << 38n,
  useExternalApps: 1n << 50n,
} as const

/** Every permission that Discord documents: bits 0 to 52, less the unused 47 and 48. */
export const everyPermission = ((1n << 53n) - 1n) & ~(3n << 47n)

/** Everyone's permissions in a direct message or a group. */
const directMessagePermissions =
  permission.viewChannel |
  permission.sendMessages |
  permission.embedLinks |
  permission.attachFiles |
  permission.readHistory |
  permission.useApplicationCommands |
  permission.useExternalApps

function effectivePermissions(base: bigint, denied: bigint): bigint {
  if (base & permission.administrator) return everyPermission
  const allowed = base & ~denied
  return allowed & permission.viewChannel ? allowed : 0n
}

/** A user's permissions in a channel; none if the user is not a member of its guild. */
export function userPermissions(
  user: EmulatorUser,
  { guild, denied, recipientIds }: EmulatorChannel,
): bigint {
  if (!guild) return recipientIds?.includes(user.id) ? directMessagePermissions : 0n
  if (guild.ownerId === user.id) return everyPermission
  return effectivePermissions(guild.members[user.id] ?? 0n, denied?.users ?? 0n)
}

/** The bot's permissions in channels of which it is not a member. */
const guestPermissions = permission.attachFiles | permission.embedLinks | permission.mentionEveryone

/**
 * The bot's permissions in a channel, as `app_permissions` reports them:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure
 */
export function botPermissions({ guild, denied, withBot }: EmulatorChannel): bigint {
  if (guild?.installed) return effectivePermissions(guild.botPermissions, denied?.bot ?? 0n)
  return withBot ? guestPermissions | permission.useExternalEmojis : guestPermissions
}

/** The permission required to send a message in this channel. */
export function sendPermission({ type }: EmulatorChannel): bigint {
  return type === 10 || type === 11 || type === 12 ? permission.sendInThreads : permission.sendMessages
}
