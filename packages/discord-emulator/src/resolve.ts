// Resolves the names of users and channels to ids, with the objects that Discord sends along.
import { botUser, toApiChannelFor, toApiMember, toApiUser } from './to-api.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

export interface Resolved {
  users: Record<string, unknown>
  members: Record<string, unknown>
  channels: Record<string, unknown>
}

export const emptyResolved = (): Resolved => ({ users: {}, members: {}, channels: {} })

/** The non-empty parts of `resolved`, as in an interaction's `data`. */
export function resolvedData({ users, members, channels }: Resolved): { resolved?: Partial<Resolved> } {
  const resolvedUsers = Object.keys(users).length > 0 ? { users, members } : {}
  const resolvedChannels = Object.keys(channels).length > 0 ? { channels } : {}
  const resolved = { ...resolvedUsers, ...resolvedChannels }
  return Object.keys(resolved).length > 0 ? { resolved } : {}
}

/** The id of the user with this name, as in `@member`; adds the user to `resolved`. @throws Error that lists the names */
export function resolveUser(
  world: EmulatorWorld,
  channel: EmulatorChannel,
  name: string,
  resolved: Resolved,
): string {
  const users = Object.values(world.users)
  const query = name.replace(/^@/, '')
  const bot = botUser(world.application)
  if ([bot.username, bot.id].includes(query)) {
    resolved.users[bot.id] = bot
    return bot.id
  }
  const user = users.find(({ name: username, displayName, id }) =>
    [username, displayName, id].includes(query),
  )
  if (!user)
    throw new Error(
      `There is nobody called ${query}. There are: ${users.map((known) => known.name).join(', ')}`,
    )
  resolved.users[user.id] = toApiUser(user)
  if (channel.guild && user.id in channel.guild.members) {
    resolved.members[user.id] = { ...toApiMember(user, channel), user: undefined }
  }
  return user.id
}

/** The id of the guild's channel with this name, as in `#general`; adds it to `resolved`. @throws Error that lists the names */
export function resolveChannel(
  world: EmulatorWorld,
  { guild }: EmulatorChannel,
  user: EmulatorUser,
  name: string,
  resolved: Resolved,
): string {
  const channels = Object.values(world.channels).filter(
    (channel) => channel.guild && channel.guild.id === guild?.id,
  )
  const query = name.replace(/^#/, '')
  const channel = channels.find((candidate) => candidate.name === query || candidate.id === query)
  if (!channel)
    throw new Error(
      `There is no channel ${query} here. There are: ${channels.map((known) => known.name).join(', ') || 'none'}`,
    )
  resolved.channels[channel.id] = toApiChannelFor(world, channel, user)
  return channel.id
}
