// What the emulated Discord consists of: its application, users, guilds and channels, as plain data.

export interface EmulatorUser {
  id: string
  /** The unique username, as in `@name`. */
  name: string
  displayName: string
  locale: string
  /** Whether the app is installed to this user's account. */
  installed: boolean
}

export interface EmulatorGuild {
  id: string
  name: string
  locale: string
  ownerId: string
  /** Whether the app is installed to this guild. */
  installed: boolean
  /** Permissions by the id of each member. */
  members: Record<string, bigint>
  botPermissions: bigint
}

export interface EmulatorChannel {
  id: string
  name: string
  /** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
  type: number
  guild?: EmulatorGuild
  parentId?: string
  nsfw?: boolean
  /** For a thread: nobody can send messages in it. */
  locked?: boolean
  /** For a thread: it is archived until someone sends a message in it. */
  archived?: boolean
  /** Permissions that this channel denies to users or to the bot. */
  denied?: { users?: bigint; bot?: bigint }
  /** For a direct message or a group: whether the bot is a recipient. */
  withBot?: boolean
  /** For a direct message or a group: the ids of its users. */
  recipientIds?: string[]
}

export interface Application {
  id: string
  name: string
  ownerId: string
  /** The team that owns it, or null. */
  team: {
    id: string
    name: string
    ownerId: string
    memberIds: string[]
    /** The members with the read-only role. */
    readOnlyIds?: string[]
  } | null
  /** Where it can be installed: 0 to guilds, 1 to users. */
  integrationTypes: (0 | 1)[]
  /** The privileged intents that are enabled for it. */
  privilegedIntents: number
}

export type UserKey = 'member' | 'moderator' | 'administrator' | 'operator' | 'userInstaller'
export type ChannelKey =
  | 'general'
  | 'thread'
  | 'forumPost'
  | 'voice'
  | 'announcements'
  | 'noCommands'
  | 'ageRestricted'
  | 'dm'
  | 'group'
  | 'dmWithFriend'
  | 'otherGuild'
  | 'otherGuildNoExternalApps'

export interface EmulatorWorld {
  application: Application
  users: Record<UserKey, EmulatorUser>
  guilds: Record<'home' | 'otherGuild', EmulatorGuild>
  channels: Record<ChannelKey, EmulatorChannel>
}

/** A user's direct message with the bot. */
export function dmChannelOf(user: EmulatorUser): EmulatorChannel {
  return {
    id: String(BigInt(user.id) + 300_000_000_000_000_000n),
    name: `@${user.name}`,
    type: 1,
    withBot: true,
    recipientIds: [user.id],
  }
}

/** The channel with this id, direct messages with the bot included. */
export function channelById(world: EmulatorWorld, id: string): EmulatorChannel | undefined {
  const channels = [...Object.values(world.channels), ...Object.values(world.users).map(dmChannelOf)]
  return channels.find((channel) => channel.id === id)
}

export function userById(world: EmulatorWorld, id: string): EmulatorUser | undefined {
  return Object.values(world.users).find((user) => user.id === id)
}

export function guildById(world: EmulatorWorld, id: string): EmulatorGuild | undefined {
  return Object.values(world.guilds).find((guild) => guild.id === id)
}
