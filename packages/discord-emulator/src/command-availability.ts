// Where Discord offers a command: https://discord.com/developers/docs/interactions/application-commands#contexts
import { permission, userPermissions } from './permissions.ts'
import type { Command } from './command-registry.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

/** 0 in a server, 1 in a direct message with the bot, 2 in any other direct message or group. */
export function interactionContext({ guild, withBot }: EmulatorChannel): 0 | 1 | 2 {
  if (guild) return 0
  return withBot ? 1 : 2
}

/** What an interaction here is authorised by: the server (0; in the bot's direct messages "0") and the person (1). */
export function integrationOwners(
  world: EmulatorWorld,
  user: EmulatorUser,
  channel: EmulatorChannel,
): Record<string, string> {
  const owners: Record<string, string> = {}
  const types = world.application.integrationTypes
  const inServer = channel.guild?.installed ?? channel.withBot ?? false
  if (inServer && types.includes(0)) owners['0'] = channel.guild?.id ?? '0'
  if (user.installed && types.includes(1)) owners['1'] = user.id
  return owners
}

/**
 * What authorises this command for this person at this place.
 * @throws Error with the reason why Discord would not show the command there
 */
export function authorizeCommand(
  world: EmulatorWorld,
  command: Command,
  user: EmulatorUser,
  channel: EmulatorChannel,
): { owners: Record<string, string>; forcedEphemeral: boolean } {
  const refuse = (why: string) =>
    new Error(`Discord does not offer ${command.name} to ${user.name} at ${channel.name}: ${why}`)
  if (channel.guild && !(user.id in channel.guild.members) && channel.guild.ownerId !== user.id)
    throw refuse('not a member of the server')
  if (channel.recipientIds && !channel.recipientIds.includes(user.id))
    throw refuse('not in this conversation')
  const context = interactionContext(channel)
  const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2])
  if (command.guild_id === undefined && !contexts.includes(context))
    throw refuse(`its contexts are ${contexts.join(', ')} and this is ${context}`)
  const types: number[] = command.guild_id === undefined ? (command.integration_types ?? []) : [0]
  const owners = Object.fromEntries(
    Object.entries(integrationOwners(world, user, channel)).filter(([type]) => types.includes(Number(type))),
  )
  if (Object.keys(owners).length === 0)
    throw refuse(`its integration types are ${types.join(', ')} and the app is not so installed`)
  const may = userPermissions(user, channel)
  if (!(may & permission.useApplicationCommands)) throw refuse('the member may not use application commands')
  const needed = command.default_member_permissions
  const admin = (may & permission.administrator) !== 0n
  if (channel.guild && '0' in owners && needed != null && !admin) {
    if (BigInt(needed) === 0n || (may & BigInt(needed)) !== BigInt(needed))
      throw refuse(`it needs the permissions ${needed}`)
  }
  if (command.nsfw && channel.guild && !channel.nsfw)
    throw refuse('it is age-restricted and the channel is not')
  return { owners, forcedEphemeral: mustBeEphemeral(owners, user, channel) }
}

/** An app that only the person installed speaks privately where the member may not use outside apps. */
export function mustBeEphemeral(
  owners: Record<string, string>,
  user: EmulatorUser,
  channel: EmulatorChannel,
): boolean {
  return (
    channel.guild !== undefined &&
    !('0' in owners) &&
    !(userPermissions(user, channel) & permission.useExternalApps)
  )
}
