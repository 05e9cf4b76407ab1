// Turns the people and places that a person names into ids, with the objects which Discord sends beside them.
import { botUser, channelSeenBy, toApiMember, toApiUser } from './to-api.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

export interface Resolved {
  users: Record<string, unknown>
  members: Record<string, unknown>
  channels: Record<string, unknown>
}

/** Starts with nothing resolved. */
export const nothingResolved = (): Resolved => ({ users: {}, members: {}, channels: {} })

/** The filled parts of what was resolved, as an interaction's `data` carries them. */
export function resolvedData({ users, members, channels }: Resolved): { resolved?: Partial<Resolved> } {
  const people = Object.keys(users).length > 0 ? { users, members } : {}
  const places = Object.keys(channels).length > 0 ? { channels } : {}
  const resolved = { ...people, ...places }
  return Object.keys(resolved).length > 0 ? { resolved } : {}
}

/** The id of a person by name, as in `@member`, noted in `resolved`. @throws Error with the names there are */
export function resolvePerson(
  world: EmulatorWorld,
  place: EmulatorChannel,
  name: string,
  resolved: Resolved,
): string {
  const people = Object.values(world.people)
  const wanted = name.replace(/^@/, '')
  const bot = botUser(world.application)
  if ([bot.username, bot.id].includes(wanted)) {
    resolved.users[bot.id] = bot
    return bot.id
  }
  const found = people.find((one) => [one.name, one.displayName, one.id].includes(wanted))
  if (!found)
    throw new Error(
      `There is nobody called ${wanted}. There are: ${people.map((one) => one.name).join(', ')}`,
    )
  resolved.users[found.id] = toApiUser(found)
  if (place.server && found.id in place.server.members) {
    resolved.members[found.id] = { ...toApiMember(found, place), user: undefined }
  }
  return found.id
}

/** The id of a channel of the same server by name, as in `#general`, noted in `resolved`. @throws Error likewise */
export function resolveChannel(
  world: EmulatorWorld,
  { server }: EmulatorChannel,
  person: EmulatorUser,
  name: string,
  resolved: Resolved,
): string {
  const places = Object.values(world.places).filter((one) => one.server && one.server.id === server?.id)
  const wanted = name.replace(/^#/, '')
  const found = places.find((one) => one.name === wanted || one.id === wanted)
  if (!found)
    throw new Error(
      `There is no channel ${wanted} here. There are: ${places.map((one) => one.name).join(', ') || 'none'}`,
    )
  resolved.channels[found.id] = channelSeenBy(world, found, person)
  return found.id
}
