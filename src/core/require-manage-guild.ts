// What only members with Manage Server may do.
import { PermissionFlagsBits } from 'discord.js'
import type { CommandContext } from './context.ts'
import { UserError } from './user-error.ts'

/**
 * The id of the guild, whose settings a command shows or changes.
 * @throws UserError unless the requester has Manage Server
 */
export function requireManageGuild({ channel }: CommandContext, command: string): string {
  if (channel.guildId !== undefined && channel.memberHas(PermissionFlagsBits.ManageGuild))
    return channel.guildId
  throw new UserError(
    'Only members with Manage Server can change settings.',
    `Ask one of them to type /${command}.`,
  )
}
