// Where a command is available: https://discord.com/developers/docs/interactions/application-commands#contexts
import { permission, userPermissions } from './permissions.ts'
import type { Command } from './command-registry.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

/** 0 in a server, 1 in a direct message with the bot, 2 in any other direct message or group. */
export function interactionContext({ guild, withBot }: EmulatorChannel): 0 | 1 | 2 {
  if (guild) return 0
  return withBot ? 1 : 2
}

/** What authorizes an interaction here: the guild (0; the id is "0" in the bot's direct messages) and the user (1). */
export function integrationOwners(
  world: EmulatorWorld,
  user: EmulatorUser,
  channel: EmulatorChannel,
): Record<string, string> {
  const owners: Record<string, string> = {}
  const types = world.application.integrationTypes
  const installedHere = channel.guild?.installed ?? channel.withBot ?? false
  if (installedHere && types.includes(0)) owners['0'] = channel.guild?.id ?? '0'
  if (user.installed && types.includes(1)) owners['1'] = user.id
  return owners
}

/**
 * What authorizes this command for this user in this channel.
 * @throws Error with the reason why Discord would not show the command there
 */
export function authorizeCommand(
  world: EmulatorWorld,
  command: Command,
  user: EmulatorUser,
  channel: EmulatorChannel,
): { owners: Record<string, string>; forcedEphemeral: boolean } {
  const unavailable = (reason: string) =>
    new Error(`Discord does not offer ${command.name} to ${user.name} in ${channel.name}: ${reason}`)
  if (channel.guild && !(user.id in channel.guild.members) && channel.guild.ownerId !== user.id)
    throw unavailable('not a member of the server')
  if (channel.recipientIds && !channel.recipientIds.includes(user.id))
    throw unavailable('not in this conversation')
  const context = interactionContext(channel)
  const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2])
  if (command.guild_id === undefined && !contexts.includes(context))
    throw unavailable(`its contexts are ${contexts.join(', ')} and this is ${context}`)
  const types: number[] = command.guild_id === undefined ? (command.integration_types ?? []) : [0]
  const owners = Object.fromEntries(
    Object.entries(integrationOwners(world, user, channel)).filter(([type]) => types.includes(Number(type))),
  )
  if (Object.keys(owners).length === 0)
    throw unavailable(`its integration types are ${types.join(', ')} and the app is not installed that way`)
  const permissions = userPermissions(user, channel)
  if (!(permissions & permission.useApplicationCommands))
    throw unavailable('the member cannot use application commands')
  const required = command.default_member_permissions
  const admin = (permissions & permission.administrator) !== 0n
  if (channel.guild && '0' in owners && required != null && !admin) {
    if (BigInt(required) === 0n || (permissions & BigInt(required)) !== BigInt(required))
      throw unavailable(`it requires the permissions ${required}`)
  }
  if (command.nsfw && channel.guild && !channel.nsfw)
    throw unavailable('it is age-restricted and the channel is not')
  return { owners, forcedEphemeral: mustBeEphemeral(owners, user, channel) }
}

/** Responses of an app that only the user installed are ephemeral if the member cannot use external apps. */
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
