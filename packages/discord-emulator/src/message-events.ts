// Messages enter, change and leave a channel here, and those who listen on the gateway hear of it.
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

/** A payload which Discord takes, with the files that came along. */
export interface MessageDraft {
  payload: MessagePayload
  files: Body['files']
}

/**
 * Reads a draft, or refuses it (50035, and 50006 when nothing would be seen of the message).
 * @param under where the payload sits in the body, e.g. `['data']`
 * @param edited the message that the draft edits
 */
export function readDraft(
  json: unknown,
  files: Body['files'],
  under: PropertyKey[] = [],
  edited?: StoredMessage,
): MessageDraft {
  const names = new Map([...files].map(([number, { name }]) => [number, name]))
  const existingFiles = new Map([...(edited?.files ?? [])].map(([id, { name }]) => [id, name]))
  const isComponentsV2 = ((edited?.message.flags ?? 0) & flag.componentsV2) !== 0
  const legacyFields = (['content', 'embeds'] as const).filter((name) => edited?.message[name].length)
  const payload = readMessage(json, { files: names, existingFiles, isComponentsV2, legacyFields }, under)
  if (!edited && isEmpty(payload) && files.size === 0) throw emptyMessage()
  return { payload, files }
}

function writing(context: EmulatorContext, { payload, files }: MessageDraft): MessageWrite {
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

/** Puts a new message into a place; with a viewer, only that person sees it. */
export function createMessage(
  context: EmulatorContext,
  channel: EmulatorChannel,
  envelope: Omit<Envelope, 'id' | 'channel_id'>,
  draft: MessageDraft,
  visibleTo?: string,
): StoredMessage {
  const composed = composeMessage(
    { id: context.newId(), channel_id: channel.id, ...envelope },
    writing(context, draft),
  )
  const stored = visibleTo === undefined ? composed : { ...composed, visibleTo }
  context.messageStore.set(stored)
  appendCapped(context.log.messages, stored.message)
  announce(context, 'MESSAGE_CREATE', channel, stored)
  return stored
}

/** Edits a message. @throws DiscordApiError 50006 when nothing would be left to see */
export function updateMessage(
  context: EmulatorContext,
  channel: EmulatorChannel,
  stored: StoredMessage,
  draft: MessageDraft,
): StoredMessage {
  const revised = reviseMessage(stored, writing(context, draft))
  if (isEmpty({ ...revised.message, attachments: [...revised.files] })) throw emptyMessage()
  context.messageStore.set(revised)
  announce(context, 'MESSAGE_UPDATE', channel, revised)
  return revised
}

/** Takes a message away. */
export function deleteMessage(
  context: EmulatorContext,
  channel: EmulatorChannel,
  stored: StoredMessage,
): void {
  context.messageStore.remove(channel.id, stored.message.id)
  announce(context, 'MESSAGE_DELETE', channel, stored)
}

function announce(
  { gateway, world, events }: EmulatorContext,
  event: string,
  channel: EmulatorChannel,
  { message, visibleTo }: StoredMessage,
): void {
  events.emit('change', { type: 'message', channelId: channel.id, id: message.id })
  // A private message is between the person and the app's token: no event tells of it.
  if (visibleTo !== undefined) return
  const guildId = channel.guild?.id
  const own = guildId === undefined ? {} : { guild_id: guildId }
  const botId = world.application.id
  // Without the intent, an app reads only its own words, those to it, and direct messages.
  const open =
    guildId === undefined || message.author.id === botId || message.mentions.some(({ id }) => id === botId)
  const closed = { ...message, content: '', embeds: [], attachments: [], components: [], poll: undefined }
  gateway.dispatch(event, undefined, {
    guildId,
    intents: messagesIntent(guildId),
    visibleData: ({ intents }: Session) =>
      event === 'MESSAGE_DELETE'
        ? { id: message.id, channel_id: message.channel_id, ...own }
        : { ...(open || intents & intent.messageContent ? message : closed), ...own },
  })
}
