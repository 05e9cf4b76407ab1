// Turns the people and places that a person names into ids, with the objects which Discord sends beside them.
import { botUser, toApiChannelFor, toApiMember, toApiUser } from './to-api.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

export interface Resolved {
  users: Record<string, unknown>
  members: Record<string, unknown>
  channels: Record<string, unknown>
}

/** Starts with nothing resolved. */
export const emptyResolved = (): Resolved => ({ users: {}, members: {}, channels: {} })

/** The filled parts of what was resolved, as an interaction's `data` carries them. */
export function resolvedData({ users, members, channels }: Resolved): { resolved?: Partial<Resolved> } {
  const resolvedUsers = Object.keys(users).length > 0 ? { users, members } : {}
  const resolvedChannels = Object.keys(channels).length > 0 ? { channels } : {}
  const resolved = { ...resolvedUsers, ...resolvedChannels }
  return Object.keys(resolved).length > 0 ? { resolved } : {}
}

/** The id of a person by name, as in `@member`, noted in `resolved`. @throws Error with the names there are */
export function resolveUser(
  world: EmulatorWorld,
  channel: EmulatorChannel,
  name: string,
  resolved: Resolved,
): string {
  const users = Object.values(world.users)
  const wanted = name.replace(/^@/, '')
  const bot = botUser(world.application)
  if ([bot.username, bot.id].includes(wanted)) {
    resolved.users[bot.id] = bot
    return bot.id
  }
  const found = users.find((one) => [one.name, one.displayName, one.id].includes(wanted))
  if (!found)
    throw new Error(`There is nobody called ${wanted}. There are: ${users.map((one) => one.name).join(', ')}`)
  resolved.users[found.id] = toApiUser(found)
  if (channel.guild && found.id in channel.guild.members) {
    resolved.members[found.id] = { ...toApiMember(found, channel), user: undefined }
  }
  return found.id
}

/** The id of a channel of the same server by name, as in `#general`, noted in `resolved`. @throws Error likewise */
export function resolveChannel(
  world: EmulatorWorld,
  { guild }: EmulatorChannel,
  user: EmulatorUser,
  name: string,
  resolved: Resolved,
): string {
  const channels = Object.values(world.channels).filter((one) => one.guild && one.guild.id === guild?.id)
  const wanted = name.replace(/^#/, '')
  const found = channels.find((one) => one.name === wanted || one.id === wanted)
  if (!found)
    throw new Error(
      `There is no channel ${wanted} here. There are: ${channels.map((one) => one.name).join(', ') || 'none'}`,
    )
  resolved.channels[found.id] = toApiChannelFor(world, found, user)
  return found.id
}
