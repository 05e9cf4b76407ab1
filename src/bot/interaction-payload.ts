// An interaction as the gateway sent it, reduced to what Entente reads: discord.js parses far more, and throws at what it
// does not expect, such as a poll in a channel that it has not cached.
import { ApplicationCommandOptionType, ChannelType, PermissionsBitField } from 'discord.js'

export type JsonObject = Record<string, unknown>

/** Why a payload cannot be read, in words that quote nothing of it. */
export class UnreadableError extends Error {}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * What discord.js parses in place of the payload that came; what is left out by Discord gets a default where that is honest.
 * @throws UnreadableError where it cannot be answered, or does not say who did it or what they may do
 */
export function reduceInteraction(payload: unknown): JsonObject {
  if (!isObject(payload)) throw new UnreadableError('the interaction is not an object')
  const { id, application_id, type, token, version, locale, guild_locale, context, data, message } = payload
  if ([id, application_id, token].some((part) => typeof part !== 'string'))
    throw new UnreadableError('it cannot be answered')
  const { guild_id, member, user, app_permissions, authorizing_integration_owners } = payload
  return {
    ...{ id, application_id, type, token, version, locale, guild_locale, context },
    ...requesterIn(guild_id, member, user),
    channel: reduceChannel(payload),
    // Discord refuses what is not allowed, so that nothing more is done than it lets through.
    app_permissions: typeof app_permissions === 'string' ? app_permissions : String(PermissionsBitField.All),
    entitlements: [],
    // Without an owner it counts as not installed, so that answers are private.
    authorizing_integration_owners: isObject(authorizing_integration_owners)
      ? authorizing_integration_owners
      : {},
    data: isObject(data) ? reduceData(data) : data,
    ...(isObject(message) && { message: reducePressed(message) }),
  }
}

const threadTypes: unknown[] = [
  ...[ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread],
]

/** Whether an interaction, as it was reduced, happened in a thread. */
export function isInThread({ channel }: JsonObject): boolean {
  return isObject(channel) && threadTypes.includes(channel['type'])
}

function requesterIn(guild_id: unknown, member: unknown, user: unknown): JsonObject {
  const requester = isObject(member) ? member['user'] : user
  if (!isObject(requester) || typeof requester['id'] !== 'string')
    throw new UnreadableError('nobody is named as its user')
  if (guild_id === undefined || guild_id === null) {
    // Taken for a direct message, a server's settings would not be heeded.
    if (isObject(member)) throw new UnreadableError('it has a member and no server')
    return { user: reduceUser(requester) }
  }
  if (!isObject(member) || typeof member['permissions'] !== 'string') {
    throw new UnreadableError('it does not say what its member may do')
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

/** Options with a value, and subcommands; what is being typed and has no value counts as nothing typed yet. */
function reduceOptions(options: unknown[]): JsonObject[] {
  return objectsIn(options).flatMap((option) => {
    const { value, focused, options: inner } = option
    if (Array.isArray(inner)) return [{ ...option, options: reduceOptions(inner) }]
    if (focused === true && typeof value !== 'string') return [{ ...option, value: '' }]
    const isSubcommand = option['type'] === ApplicationCommandOptionType.Subcommand
    return isSubcommand || (value !== undefined && value !== null) ? [option] : []
  })
}

/** Whom an option names, and the message whose menu was opened. */
function reduceResolved(resolved: unknown): JsonObject {
  const { users, messages } = isObject(resolved) ? resolved : {}
  return { users: mapObjects(users, reduceUser), messages: mapObjects(messages, reduceChosen) }
}

/** A message of anyone. */
function reduceChosen(message: JsonObject): JsonObject {
  const { id, channel_id, author } = message
  const snapshots = objectsIn(message['message_snapshots'])
  return {
    ...{ id, channel_id, ...reduceContent(message) },
    ...(isObject(author) && { author: reduceUser(author) }),
    ...(snapshots.length > 0 && {
      // discord.js takes the ids of what was forwarded from here.
      message_reference: { message_id: id, channel_id },
      message_snapshots: snapshots.map(({ message: forwarded }) => ({
        message: isObject(forwarded) ? reduceContent(forwarded) : {},
      })),
    }),
  }
}

function reduceContent(message: JsonObject): JsonObject {
  return {
    content: textOf(message),
    embeds: objectsIn(message['embeds']),
    components: objectsIn(message['components']),
    attachments: objectsIn(message['attachments']),
  }
}

/** What is written in a message; a poll is read as its question and answers. */
function textOf({ content, poll }: JsonObject): string {
  const { question, answers } = isObject(poll) ? poll : {}
  const asked = [question, ...objectsIn(answers).map((answer) => answer['poll_media'])]
  const lines = asked.map((media) => isObject(media) && media['text'])
  return [content, ...lines].filter((line) => typeof line === 'string').join('\n')
}

/** A message of ours that holds what was pressed. */
function reducePressed(message: JsonObject): JsonObject {
  const { id, channel_id, content, flags, interaction_metadata: metadata } = message
  return {
    ...{ id, channel_id, content: typeof content === 'string' ? content : '' },
    flags: typeof flags === 'number' ? flags : 0,
    ...(isObject(metadata) && { interaction_metadata: reduceMetadata(metadata) }),
  }
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
