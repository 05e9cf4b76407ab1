// Reduces an interaction payload to the fields that Entente reads: discord.js parses far more, and throws on anything it
// does not expect, such as a poll in a channel that it has not cached.
import { ApplicationCommandOptionType, ChannelType, PermissionsBitField } from 'discord.js'

export type JsonObject = Record<string, unknown>

/** A payload that cannot be read; the message says why and quotes nothing from the payload. */
export class UnreadableError extends Error {}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Builds the payload that discord.js parses in place of the original; missing fields get a default if one is safe.
 * @throws UnreadableError if it cannot be answered, or lacks the user or their permissions
 */
export function reduceInteraction(payload: unknown): JsonObject {
  if (!isObject(payload)) throw new UnreadableError('the interaction is not an object')
  const { id, application_id, type, token, version, locale, guild_locale, context, data, message } = payload
  if ([id, application_id, token].some((part) => typeof part !== 'string'))
    throw new UnreadableError('the interaction lacks an id or a token')
  const { guild_id, member, user, app_permissions, authorizing_integration_owners } = payload
  return {
    ...{ id, application_id, type, token, version, locale, guild_locale, context },
    ...reduceRequester(guild_id, member, user),
    channel: reduceChannel(payload),
    // Discord itself refuses any action that is not allowed, so assuming all permissions is safe.
    app_permissions: typeof app_permissions === 'string' ? app_permissions : String(PermissionsBitField.All),
    entitlements: [],
    // Without an owner it counts as not installed, so answers are ephemeral.
    authorizing_integration_owners: isObject(authorizing_integration_owners)
      ? authorizing_integration_owners
      : {},
    data: isObject(data) ? reduceData(data) : data,
    ...(isObject(message) && { message: reduceComponentMessage(message) }),
  }
}

const threadTypes: unknown[] = [
  ...[ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread],
]

/** Whether a reduced interaction happened in a thread. */
export function isInThread({ channel }: JsonObject): boolean {
  return isObject(channel) && threadTypes.includes(channel['type'])
}

function reduceRequester(guild_id: unknown, member: unknown, user: unknown): JsonObject {
  const requester = isObject(member) ? member['user'] : user
  if (!isObject(requester) || typeof requester['id'] !== 'string')
    throw new UnreadableError('the interaction has no user')
  if (guild_id === undefined || guild_id === null) {
    // Treated as a direct message, it would bypass the guild's settings.
    if (isObject(member)) throw new UnreadableError('the interaction has a member but no guild')
    return { user: reduceUser(requester) }
  }
  if (!isObject(member) || typeof member['permissions'] !== 'string') {
    throw new UnreadableError("the interaction lacks the member's permissions")
  }
  return { guild_id, member: { user: reduceUser(requester), permissions: member['permissions'] } }
}

function reduceChannel({ channel, channel_id: id }: JsonObject): JsonObject | undefined {
  if (isObject(channel) && typeof channel['id'] === 'string')
    return { id: channel['id'], type: channel['type'] }
  return typeof id === 'string' ? { id } : undefined
}

function reduceUser({ id, username, discriminator, bot, system }: JsonObject): JsonObject {
  return { id, username, discriminator, bot, system }
}

function reduceData(data: JsonObject): JsonObject {
  const { options, resolved } = data
  return {
    ...data,
    ...(Array.isArray(options) && { options: reduceOptions(options) }),
    resolved: reduceResolved(resolved),
  }
}

/** Keeps subcommands and options with a value; a focused option without a value counts as empty. */
function reduceOptions(options: unknown[]): JsonObject[] {
  return objectsIn(options).flatMap((option) => {
    const { value, focused, options: inner } = option
    if (Array.isArray(inner)) return [{ ...option, options: reduceOptions(inner) }]
    if (focused === true && typeof value !== 'string') return [{ ...option, value: '' }]
    const isSubcommand = option['type'] === ApplicationCommandOptionType.Subcommand
    return isSubcommand || (value !== undefined && value !== null) ? [option] : []
  })
}

/** The users, channels and files that options name, and the target of a message command. */
function reduceResolved(resolved: unknown): JsonObject {
  const { users, channels, messages, attachments } = isObject(resolved) ? resolved : {}
  return {
    users: mapObjects(users, reduceUser),
    channels: mapObjects(channels, reduceChosenChannel),
    messages: mapObjects(messages, reduceTargetMessage),
    attachments: mapObjects(attachments, reduceAttachment),
  }
}

/** Without its type, discord.js leaves it as it is and does not cache it. */
function reduceChosenChannel({ id, type, permissions, app_permissions }: JsonObject): JsonObject {
  return { id, is_thread: threadTypes.includes(type), permissions, app_permissions }
}

/** A file without a name, size or address counts as one that is nowhere. */
function reduceAttachment({ id, filename, size, url }: JsonObject): JsonObject {
  return {
    id,
    filename: typeof filename === 'string' ? filename : '',
    size: typeof size === 'number' ? size : 0,
    url: typeof url === 'string' ? url : '',
  }
}

/** A message that anyone may have written. */
function reduceTargetMessage(message: JsonObject): JsonObject {
  const { id, channel_id, author } = message
  const snapshots = objectsIn(message['message_snapshots'])
  return {
    ...{ id, channel_id, ...reduceContent(message) },
    ...(isObject(author) && { author: reduceUser(author) }),
    ...(snapshots.length > 0 && {
      // discord.js reads the ids of the forwarded message from here.
      message_reference: { message_id: id, channel_id },
      message_snapshots: snapshots.map(({ message: forwarded }) => ({
        message: isObject(forwarded) ? reduceContent(forwarded) : {},
      })),
    }),
  }
}

function reduceContent(message: JsonObject): JsonObject {
  return {
    content: messageText(message),
    embeds: objectsIn(message['embeds']),
    components: objectsIn(message['components']),
    attachments: objectsIn(message['attachments']),
  }
}

/** The text of a message; that of a poll is its question and answers. */
function messageText({ content, poll }: JsonObject): string {
  const { question, answers } = isObject(poll) ? poll : {}
  const pollMedia = [question, ...objectsIn(answers).map((answer) => answer['poll_media'])]
  const lines = pollMedia.map((media) => isObject(media) && media['text'])
  return [content, ...lines].filter((line) => typeof line === 'string').join('\n')
}

/** The message of Entente that holds the component. */
function reduceComponentMessage(message: JsonObject): JsonObject {
  const { id, channel_id, content, flags, components, interaction_metadata: metadata } = message
  return {
    ...{ id, channel_id, content: typeof content === 'string' ? content : '' },
    components: reduceComponents(components),
    flags: typeof flags === 'number' ? flags : 0,
    ...(isObject(metadata) && { interaction_metadata: reduceMetadata(metadata) }),
  }
}

/** One button for each custom id, since that is all that is read of them. */
function reduceComponents(components: unknown): JsonObject[] {
  const buttons: JsonObject[] = []
  JSON.stringify(components, (key, value: unknown) => {
    if (key === 'custom_id' && typeof value === 'string')
      buttons.push({ type: 2, style: 2, custom_id: value })
    return value
  })
  return [{ type: 1, components: buttons }]
}

function reduceMetadata({ id, type, user }: JsonObject): JsonObject {
  return { id, type, user: isObject(user) ? reduceUser(user) : user, authorizing_integration_owners: {} }
}

function objectsIn(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

function mapObjects(objects: unknown, map: (value: JsonObject) => JsonObject): JsonObject {
  if (!isObject(objects)) return {}
  return Object.fromEntries(
    Object.entries(objects).flatMap(([id, value]) => (isObject(value) ? [[id, map(value)]] : [])),
  )
}
