// What a person or the bot may do: https://discord.com/developers/docs/topics/permissions
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

/** What anyone may do in a direct message or a group. */
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
  const left = base & ~denied
  return left & permission.viewChannel ? left : 0n
}

/** The person's permissions at a place; none for someone who is not a member of its server. */
export function userPermissions(
  user: EmulatorUser,
  { guild, denied, recipientIds }: EmulatorChannel,
): bigint {
  if (!guild) return recipientIds?.includes(user.id) ? directMessagePermissions : 0n
  if (guild.ownerId === user.id) return everyPermission
  return effectivePermissions(guild.members[user.id] ?? 0n, denied?.users ?? 0n)
}

/** What an app may put into its answers where it is no member. */
const guestPermissions = permission.attachFiles | permission.embedLinks | permission.mentionEveryone

/**
 * The bot's permissions at a place, as `app_permissions` tells them:
 * https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure
 */
export function botPermissions({ guild, denied, withBot }: EmulatorChannel): bigint {
  if (guild?.installed) return effectivePermissions(guild.botPermissions, denied?.bot ?? 0n)
  return withBot ? guestPermissions | permission.useExternalEmojis : guestPermissions
}

/** The permission which a message at this place needs. */
export function sendPermission({ type }: EmulatorChannel): bigint {
  return type === 10 || type === 11 || type === 12 ? permission.sendInThreads : permission.sendMessages
}
