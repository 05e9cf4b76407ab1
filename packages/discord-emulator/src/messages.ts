// Messages as Discord returns them: composed from a payload, revised by an edit.
import type { Component } from './validation/components.ts'
import type { Embed } from './validation/embeds.ts'
import { type MessagePayload, flag } from './validation/messages.ts'
import type { User } from './to-api.ts'
import type { Upload } from './body.ts'
import { mentionsOf } from './mentions.ts'
import type { Poll } from './message-parts.ts'
import { storedComponents, storedEmbeds } from './stored-components.ts'

export interface Attachment {
  id: string
  filename: string
  size: number
  url: string
  proxy_url: string
  content_type: string
  description?: string
  ephemeral?: boolean
}

/** https://discord.com/developers/docs/resources/message#message-interaction-metadata-object */
export interface InteractionMetadata {
  id: string
  type: number
  user: User
  authorizing_integration_owners: Record<string, string>
  name?: string
  command_type?: number
  original_response_message_id?: string
  interacted_message_id?: string
  triggering_interaction_metadata?: InteractionMetadata
}

/** https://discord.com/developers/docs/resources/message#message-object */
export interface Message {
  id: string
  channel_id: string
  type: number
  author: User
  content: string
  timestamp: string
  edited_timestamp: string | null
  tts: boolean
  pinned: boolean
  flags: number
  mentions: User[]
  mention_roles: string[]
  mention_everyone: boolean
  attachments: Attachment[]
  embeds: (Embed & { type: 'rich' })[]
  components: Component[]
  nonce?: string | number
  application_id?: string
  webhook_id?: string
  interaction_metadata?: InteractionMetadata
  /** The deprecated predecessor of the metadata, which Discord still sends with responses to commands. */
  interaction?: Record<string, unknown>
  message_reference?: { type: number; message_id: string; channel_id: string; guild_id?: string }
  referenced_message?: Message | null | undefined
  poll?: Poll | undefined
  /** The forwarded message: https://discord.com/developers/docs/resources/message#message-snapshot-object */
  message_snapshots?: { message: Partial<Message> }[]
}

export interface StoredFile extends Upload {
  url: string
  description: string | null | undefined
}

export interface StoredMessage {
  message: Message
  /** The id of the only user who sees it, for an ephemeral message. */
  visibleTo?: string
  /** Its files by attachment id, including those shown only in an embed, which `attachments` omits. */
  files: Map<string, StoredFile>
}

export interface MessageWrite {
  payload: MessagePayload
  uploads: ReadonlyMap<string, Upload>
  /** The users that content can mention, by id. */
  users: ReadonlyMap<string, User>
  newId: () => string
  /** Milliseconds since 1970. */
  now: number
  /** The base URL of files, without a trailing slash. */
  filesUrl: string
}

/** The fields of a new message that do not come from its payload. */
export type Envelope = Pick<Message, 'id' | 'channel_id' | 'type' | 'author' | 'flags'> &
  Partial<
    Pick<
      Message,
      | 'application_id'
      | 'webhook_id'
      | 'interaction_metadata'
      | 'interaction'
      | 'message_reference'
      | 'referenced_message'
      | 'poll'
      | 'message_snapshots'
    >
  >

/** Composes a message from an envelope and a payload. */
export function composeMessage(envelope: Envelope, write: MessageWrite): Omit<StoredMessage, 'visibleTo'> {
  const blank: Message = {
    ...envelope,
    content: '',
    timestamp: new Date(write.now).toISOString(),
    edited_timestamp: null,
    tts: write.payload.tts ?? false,
    pinned: false,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
    ...(write.payload.nonce == null ? {} : { nonce: write.payload.nonce }),
  }
  return applyWrite({ message: blank, files: new Map() }, write)
}

/** Edits a message: an omitted field is unchanged, null clears it. */
export function reviseMessage(stored: StoredMessage, write: MessageWrite): StoredMessage {
  const { message, files } = applyWrite(stored, write)
  const revised = {
    message: {
      ...message,
      edited_timestamp: new Date(write.now).toISOString(),
      flags: message.flags & ~flag.loading,
    },
    files,
  }
  return stored.visibleTo === undefined ? revised : { ...revised, visibleTo: stored.visibleTo }
}

function applyWrite(
  { message, files }: StoredMessage,
  write: MessageWrite,
): Omit<StoredMessage, 'visibleTo'> {
  const { payload } = write
  const nextFiles = storeFiles(message, files, write)
  const filesByName = new Map([...nextFiles].map(([id, file]) => [file.name, { ...file, id }]))
  const content = payload.content === undefined ? message.content : (payload.content ?? '').trim()
  const embeds =
    payload.embeds === undefined ? message.embeds : storedEmbeds(payload.embeds ?? [], filesByName)
  const components =
    payload.components === undefined
      ? message.components
      : storedComponents(payload.components ?? [], filesByName)
  // A file that an embed or a component shows is not listed as an attachment.
  const rendered = nextFiles.size > 0 ? JSON.stringify([embeds, components]) : ''
  return {
    files: nextFiles,
    message: {
      ...message,
      content,
      flags: message.flags | ((payload.flags ?? 0) & flag.componentsV2),
      embeds,
      components,
      attachments: [...nextFiles]
        .filter(([, { url }]) => !rendered.includes(url))
        .map(([id, file]) => attachmentOf(id, file, (message.flags & flag.ephemeral) !== 0)),
      ...mentionsOf({ content, components }, write),
    },
  }
}

function storeFiles(
  { channel_id }: Message,
  files: ReadonlyMap<string, StoredFile>,
  { payload, uploads, newId, filesUrl }: MessageWrite,
): Map<string, StoredFile> {
  const listed =
    payload.attachments && new Map(payload.attachments.map((attachment) => [attachment.id, attachment]))
  const next = new Map<string, StoredFile>()
  for (const [id, file] of files)
    if (!listed || listed.has(id))
      next.set(id, { ...file, description: listed?.get(id)?.description ?? file.description })
  for (const [number, upload] of uploads) {
    const id = newId()
    const { filename, description } = listed?.get(number) ?? {}
    const name = filename ?? upload.name
    const url = `${filesUrl}/${channel_id}/${id}/${encodeURIComponent(name)}`
    next.set(id, { ...upload, name, url, description })
  }
  return next
}

function attachmentOf(id: string, file: StoredFile, ephemeral: boolean): Attachment {
  const { name, bytes, url, type, description } = file
  return {
    id,
    filename: name,
    size: bytes.length,
    url,
    proxy_url: url,
    content_type: type,
    ...(description == null ? {} : { description }),
    ...(ephemeral ? { ephemeral } : {}),
  }
}
