// Messages enter, change and leave a channel here, and those who listen on the gateway hear of it.
import type { Body } from './body.ts'
import { intent, messagesIntent } from './intents.ts'
import { appendCapped } from './request-log.ts'
import { type MessagePayload, flag, isEmpty, readMessage } from './validation/messages.ts'
import { type Envelope, type StoredMessage, type Writing, composeMessage, reviseMessage } from './messages.ts'
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
  const kept = new Map([...(edited?.files ?? [])].map(([id, { name }]) => [id, name]))
  const componentsV2 = ((edited?.message.flags ?? 0) & flag.componentsV2) !== 0
  const legacyFields = (['content', 'embeds'] as const).filter((name) => edited?.message[name].length)
  const payload = readMessage(json, { files: names, kept, componentsV2, legacyFields }, under)
  if (!edited && isEmpty(payload) && files.size === 0) throw emptyMessage()
  return { payload, files }
}

function writing(parts: EmulatorContext, { payload, files }: MessageDraft): Writing {
  const { world, newId } = parts
  const users = [...Object.values(world.people).map(toApiUser), botUser(world.application)]
  return {
    payload,
    uploads: files,
    users: new Map(users.map((user) => [user.id, user])),
    newId,
    now: parts.clock.now(),
    filesUrl: parts.filesUrl(),
  }
}

/** Puts a new message into a place; with a viewer, only that person sees it. */
export function createMessage(
  parts: EmulatorContext,
  place: EmulatorChannel,
  envelope: Omit<Envelope, 'id' | 'channel_id'>,
  draft: MessageDraft,
  visibleTo?: string,
): StoredMessage {
  const composed = composeMessage(
    { id: parts.newId(), channel_id: place.id, ...envelope },
    writing(parts, draft),
  )
  const kept = visibleTo === undefined ? composed : { ...composed, visibleTo }
  parts.history.set(kept)
  appendCapped(parts.log.messages, kept.message)
  announce(parts, 'MESSAGE_CREATE', place, kept)
  return kept
}

/** Edits a message. @throws Refusal 50006 when nothing would be left to see */
export function updateMessage(
  parts: EmulatorContext,
  place: EmulatorChannel,
  kept: StoredMessage,
  draft: MessageDraft,
): StoredMessage {
  const revised = reviseMessage(kept, writing(parts, draft))
  if (isEmpty({ ...revised.message, attachments: [...revised.files] })) throw emptyMessage()
  parts.history.set(revised)
  announce(parts, 'MESSAGE_UPDATE', place, revised)
  return revised
}

/** Takes a message away. */
export function deleteMessage(parts: EmulatorContext, place: EmulatorChannel, kept: StoredMessage): void {
  parts.history.remove(place.id, kept.message.id)
  announce(parts, 'MESSAGE_DELETE', place, kept)
}

function announce(
  { gateway, world, changes }: EmulatorContext,
  event: string,
  place: EmulatorChannel,
  { message, visibleTo }: StoredMessage,
): void {
  changes.tell({ type: 'message', channelId: place.id, id: message.id })
  // A private message is between the person and the app's token: no event tells of it.
  if (visibleTo !== undefined) return
  const guildId = place.server?.id
  const own = guildId === undefined ? {} : { guild_id: guildId }
  const botId = world.application.id
  // Without the intent, an app reads only its own words, those to it, and direct messages.
  const open =
    guildId === undefined || message.author.id === botId || message.mentions.some(({ id }) => id === botId)
  const closed = { ...message, content: '', embeds: [], attachments: [], components: [], poll: undefined }
  gateway.dispatch(event, undefined, {
    guildId,
    intents: messagesIntent(guildId),
    shownTo: ({ intents }: Session) =>
      event === 'MESSAGE_DELETE'
        ? { id: message.id, channel_id: message.channel_id, ...own }
        : { ...(open || intents & intent.messageContent ? message : closed), ...own },
  })
}
