// Creates, updates and deletes the messages of channels, and sends the gateway events for it.
import type { Body } from './body.ts'
import { intent, messagesIntent } from './intents.ts'
import { appendCapped } from './request-log.ts'
import { type MessagePayload, flag, isEmpty, readMessage } from './validation/messages.ts'
import {
  type Envelope,
  type StoredMessage,
  type MessageWrite,
  composeMessage,
  reviseMessage,
} from './messages.ts'
import { botUser, toApiUser } from './to-api.ts'
import type { EmulatorContext } from './context.ts'
import { emptyMessage } from './api-error.ts'
import type { Session } from './session.ts'
import type { EmulatorChannel } from './world.ts'

/** A valid payload with its uploaded files. */
export interface MessageDraft {
  payload: MessagePayload
  files: Body['files']
}

/**
 * Reads and validates a draft. @throws DiscordApiError 50035, and 50006 if the message would be empty
 * @param under the path of the payload in the body, e.g. `['data']`
 * @param existing the message to edit, if any
 */
export function readDraft(
  json: unknown,
  files: Body['files'],
  under: PropertyKey[] = [],
  existing?: StoredMessage,
): MessageDraft {
  const names = new Map([...files].map(([number, { name }]) => [number, name]))
  const existingFiles = new Map([...(existing?.files ?? [])].map(([id, { name }]) => [id, name]))
  const isComponentsV2 = ((existing?.message.flags ?? 0) & flag.componentsV2) !== 0
  const legacyFields = (['content', 'embeds'] as const).filter((name) => existing?.message[name].length)
  const payload = readMessage(json, { files: names, existingFiles, isComponentsV2, legacyFields }, under)
  if (!existing && isEmpty(payload) && files.size === 0) throw emptyMessage()
  return { payload, files }
}

function toMessageWrite(context: EmulatorContext, { payload, files }: MessageDraft): MessageWrite {
  const { world, newId } = context
  const users = [...Object.values(world.users).map(toApiUser), botUser(world.application)]
  return {
    payload,
    uploads: files,
    users: new Map(users.map((user) => [user.id, user])),
    newId,
    now: context.clock.now(),
    filesUrl: context.filesUrl(),
  }
}

/** Creates a message in a channel; with `visibleTo`, only that user sees it. */
export function createMessage(
  context: EmulatorContext,
  channel: EmulatorChannel,
  envelope: Omit<Envelope, 'id' | 'channel_id'>,
  draft: MessageDraft,
  visibleTo?: string,
): StoredMessage {
  const composed = composeMessage(
    { id: context.newId(), channel_id: channel.id, ...envelope },
    toMessageWrite(context, draft),
  )
  const stored = visibleTo === undefined ? composed : { ...composed, visibleTo }
  context.messageStore.set(stored)
  appendCapped(context.log.messages, stored.message)
  emitEvents(context, 'MESSAGE_CREATE', channel, stored)
  return stored
}

/** Edits a message. @throws DiscordApiError 50006 if it would be empty */
export function updateMessage(
  context: EmulatorContext,
  channel: EmulatorChannel,
  stored: StoredMessage,
  draft: MessageDraft,
): StoredMessage {
  const revised = reviseMessage(stored, toMessageWrite(context, draft))
  if (isEmpty({ ...revised.message, attachments: [...revised.files] })) throw emptyMessage()
  context.messageStore.set(revised)
  emitEvents(context, 'MESSAGE_UPDATE', channel, revised)
  return revised
}

/** Deletes a message. */
export function deleteMessage(
  context: EmulatorContext,
  channel: EmulatorChannel,
  stored: StoredMessage,
): void {
  context.messageStore.remove(channel.id, stored.message.id)
  emitEvents(context, 'MESSAGE_DELETE', channel, stored)
}

function emitEvents(
  { gateway, world, events }: EmulatorContext,
  event: string,
  channel: EmulatorChannel,
  { message, visibleTo }: StoredMessage,
): void {
  events.emit('change', { type: 'message', channelId: channel.id, id: message.id })
  // Ephemeral messages have no gateway events.
  if (visibleTo !== undefined) return
  const guildId = channel.guild?.id
  const guildField = guildId === undefined ? {} : { guild_id: guildId }
  const botId = world.application.id
  // Without the intent, an app sees the content only of its own messages, mentions of it, and direct messages.
  const isReadable =
    guildId === undefined || message.author.id === botId || message.mentions.some(({ id }) => id === botId)
  const redacted = { ...message, content: '', embeds: [], attachments: [], components: [], poll: undefined }
  gateway.dispatch(event, undefined, {
    guildId,
    intents: messagesIntent(guildId),
    visibleData: ({ intents }: Session) =>
      event === 'MESSAGE_DELETE'
        ? { id: message.id, channel_id: message.channel_id, ...guildField }
        : { ...(isReadable || intents & intent.messageContent ? message : redacted), ...guildField },
  })
}
