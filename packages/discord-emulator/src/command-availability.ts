// Where Discord offers a command: https://discord.com/developers/docs/interactions/application-commands#contexts
import { permission, personPermissions } from './permissions.ts'
import type { Command } from './command-registry.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

/** 0 in a server, 1 in a direct message with the bot, 2 in any other direct message or group. */
export function contextOf({ server, withBot }: EmulatorChannel): 0 | 1 | 2 {
  if (server) return 0
  return withBot ? 1 : 2
}

/** What an interaction here is authorised by: the server (0; in the bot's direct messages "0") and the person (1). */
export function integrationOwners(
  world: EmulatorWorld,
  person: EmulatorUser,
  place: EmulatorChannel,
): Record<string, string> {
  const owners: Record<string, string> = {}
  const types = world.application.integrationTypes
  const inServer = place.server?.installed ?? place.withBot ?? false
  if (inServer && types.includes(0)) owners['0'] = place.server?.id ?? '0'
  if (person.installed && types.includes(1)) owners['1'] = person.id
  return owners
}

/**
 * What authorises this command for this person at this place.
 * @throws Error with the reason why Discord would not show the command there
 */
export function authorizeCommand(
  world: EmulatorWorld,
  command: Command,
  person: EmulatorUser,
  place: EmulatorChannel,
): { owners: Record<string, string>; forcedPrivate: boolean } {
  const refuse = (why: string) =>
    new Error(`Discord does not offer ${command.name} to ${person.name} at ${place.name}: ${why}`)
  if (place.server && !(person.id in place.server.members) && place.server.ownerId !== person.id)
    throw refuse('not a member of the server')
  if (place.peopleIds && !place.peopleIds.includes(person.id)) throw refuse('not in this conversation')
  const context = contextOf(place)
  const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2])
  if (command.guild_id === undefined && !contexts.includes(context))
    throw refuse(`its contexts are ${contexts.join(', ')} and this is ${context}`)
  const types: number[] = command.guild_id === undefined ? (command.integration_types ?? []) : [0]
  const owners = Object.fromEntries(
    Object.entries(integrationOwners(world, person, place)).filter(([type]) => types.includes(Number(type))),
  )
  if (Object.keys(owners).length === 0)
    throw refuse(`its integration types are ${types.join(', ')} and the app is not so installed`)
  const may = personPermissions(person, place)
  if (!(may & permission.useApplicationCommands)) throw refuse('the member may not use application commands')
  const needed = command.default_member_permissions
  const admin = (may & permission.administrator) !== 0n
  if (place.server && '0' in owners && needed != null && !admin) {
    if (BigInt(needed) === 0n || (may & BigInt(needed)) !== BigInt(needed))
      throw refuse(`it needs the permissions ${needed}`)
  }
  if (command.nsfw && place.server && !place.nsfw) throw refuse('it is age-restricted and the channel is not')
  return { owners, forcedPrivate: mustBeEphemeral(owners, person, place) }
}

/** An app that only the person installed speaks privately where the member may not use outside apps. */
export function mustBeEphemeral(
  owners: Record<string, string>,
  person: EmulatorUser,
  place: EmulatorChannel,
): boolean {
  return (
    place.server !== undefined &&
    !('0' in owners) &&
    !(personPermissions(person, place) & permission.useExternalApps)
  )
}
