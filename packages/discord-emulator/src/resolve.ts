// Resolves the names of users, channels and files to ids, with the objects that Discord sends along.
import { type Upload, fileSizeLimit } from './body.ts'
import type { EmulatorContext } from './context.ts'
import { botUser, toApiChannelFor, toApiMember, toApiUser } from './to-api.ts'
import type { EmulatorUser, EmulatorChannel, EmulatorWorld } from './world.ts'

export interface Resolved {
  users: Record<string, unknown>
  members: Record<string, unknown>
  channels: Record<string, unknown>
  attachments: Record<string, unknown>
}

export const emptyResolved = (): Resolved => ({ users: {}, members: {}, channels: {}, attachments: {} })

/** The non-empty parts of `resolved`, as in an interaction's `data`. */
export function resolvedData({ users, members, channels, attachments }: Resolved): {
  resolved?: Partial<Resolved>
} {
  const resolvedUsers = Object.keys(users).length > 0 ? { users, members } : {}
  const resolvedChannels = Object.keys(channels).length > 0 ? { channels } : {}
  const resolvedAttachments = Object.keys(attachments).length > 0 ? { attachments } : {}
  const resolved = { ...resolvedUsers, ...resolvedChannels, ...resolvedAttachments }
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

/**
 * Uploads the file that an option names, and returns the id of the attachment, which is added to `resolved`.
 * @throws Error if there is no such file, or it is too large
 */
export function resolveAttachment(
  { commandUploads, filesUrl, newId }: EmulatorContext,
  channel: EmulatorChannel,
  name: string,
  uploads: ReadonlyMap<string, Upload>,
  resolved: Resolved,
): string {
  const upload = uploads.get(name)
  if (!upload)
    throw new Error(
      `There is no file ${name} to upload. There are: ${[...uploads.keys()].join(', ') || 'none'}`,
    )
  if (upload.bytes.length > fileSizeLimit)
    throw new Error(`${upload.name} is too large: at most ${fileSizeLimit / 1024 / 1024} MB`)
  const id = newId()
  // Discord replaces all other characters in the names of files.
  const filename = upload.name.replaceAll(/[^\w.-]/g, '_')
  commandUploads.add(id, upload)
  const url = `${filesUrl()}/${channel.id}/${id}/${filename}`
  const { bytes, type } = upload
  resolved.attachments[id] = {
    ...{ id, filename, size: bytes.length, url, proxy_url: url, content_type: type, ephemeral: true },
  }
  return id
}
