// The world's users, guilds and channels as Discord's JSON objects.
import { botPermissions, everyPermission, userPermissions } from './permissions.ts'
import type { Application, EmulatorUser, EmulatorChannel, EmulatorGuild, EmulatorWorld } from './world.ts'
import { userById } from './world.ts'

/** https://discord.com/developers/docs/resources/user#user-object */
export interface User {
  id: string
  username: string
  discriminator: string
  global_name: string | null
  avatar: string | null
  bot: boolean
  flags: number
  public_flags: number
  primary_guild: null
}

const joinedAt = '2024-01-01T00:00:00.000000+00:00'

export function toApiUser({ id, name, displayName }: EmulatorUser): User {
  return {
    id,
    username: name,
    discriminator: '0',
    global_name: displayName,
    avatar: null,
    bot: false,
    flags: 0,
    public_flags: 0,
    primary_guild: null,
  }
}

/** The bot's own user: as with new apps on Discord, its id is the application's. */
export function botUser({ id, name }: Application): User {
  return {
    ...toApiUser({ id, name, displayName: name, locale: '', installed: false }),
    bot: true,
    global_name: null,
  }
}

/** https://discord.com/developers/docs/resources/guild#guild-member-object */
export function toApiMember(user: EmulatorUser, channel: EmulatorChannel) {
  return {
    user: toApiUser(user),
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    permissions: String(userPermissions(user, channel)),
  }
}

/** https://discord.com/developers/docs/resources/channel#channel-object */
export function toApiChannel(world: EmulatorWorld, channel: EmulatorChannel) {
  const { id, type, name, guild, parentId, nsfw, locked, archived, recipientIds = [] } = channel
  if (!guild)
    return {
      id,
      type,
      flags: 0,
      last_message_id: null,
      recipients: recipientIds
        .map((userId) => userById(world, userId))
        .filter((user) => user !== undefined)
        .map(toApiUser),
      ...(type === 3 ? { name, icon: null, owner_id: recipientIds[0] } : {}),
    }
  const isThread = type === 11
  return {
    id,
    type,
    name,
    guild_id: guild.id,
    parent_id: parentId ?? null,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: 0,
    ...(isThread
      ? {
          owner_id: guild.ownerId,
          message_count: 0,
          member_count: 1,
          total_message_sent: 0,
          thread_metadata: {
            archived: archived ?? false,
            archive_timestamp: joinedAt,
            auto_archive_duration: 1440,
            locked: locked ?? false,
            create_timestamp: joinedAt,
          },
        }
      : { position: 0, permission_overwrites: [], nsfw: nsfw ?? false, topic: null }),
  }
}

/** The channel as in an interaction, with the user's permissions. */
export function toApiChannelFor(world: EmulatorWorld, channel: EmulatorChannel, user: EmulatorUser) {
  return {
    ...toApiChannel(world, channel),
    permissions: String(userPermissions(user, channel)),
    app_permissions: String(botPermissions(channel)),
  }
}

/** The partial guild of an interaction. */
export function toApiPartialGuild({ id, locale }: EmulatorGuild) {
  return { id, locale, features: [] as string[] }
}

/** https://discord.com/developers/docs/resources/guild#guild-object */
export function toApiGuild(guild: EmulatorGuild) {
  return {
    ...toApiPartialGuild(guild),
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [everyoneRole(guild)],
    emojis: [],
    stickers: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
  }
}

/** A guild with its channels, as in GUILD_CREATE: https://discord.com/developers/docs/events/gateway-events#guild-create */
export function toGuildCreate(world: EmulatorWorld, guild: EmulatorGuild) {
  const channels = Object.values(world.channels)
    .filter((channel) => channel.guild?.id === guild.id)
    .map((channel) => toApiChannel(world, channel))
  return {
    ...toApiGuild(guild),
    joined_at: joinedAt,
    large: false,
    unavailable: false,
    member_count: Object.keys(guild.members).length + 1,
    channels: channels.filter(({ type }) => type !== 11),
    threads: channels.filter(({ type }) => type === 11),
    members: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

function everyoneRole({ id, installed, botPermissions: granted }: EmulatorGuild) {
  return {
    id,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: String(installed ? granted : everyPermission),
    managed: false,
    mentionable: false,
    flags: 0,
  }
}
