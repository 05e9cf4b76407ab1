// Messages as Discord sends them back: made from a payload, revised by an edit, kept by channel.
import { type AnyComponent, type Component } from './validation/components.ts'
import type { Embed } from './validation/embeds.ts'
import { type MessagePayload, flag } from './validation/messages.ts'
import type { User } from './to-api.ts'
import type { Upload } from './body.ts'
import type { Poll } from './message-parts.ts'

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
  /** The older form of the metadata, which Discord still sends with a command's answers. */
  interaction?: Record<string, unknown>
  message_reference?: { type: number; message_id: string; channel_id: string; guild_id?: string }
  referenced_message?: Message | null | undefined
  poll?: Poll | undefined
  /** What was forwarded: https://discord.com/developers/docs/resources/message#message-snapshot-object */
  message_snapshots?: { message: Partial<Message> }[]
}

export interface StoredFile extends Upload {
  url: string
  description: string | null | undefined
}

export interface StoredMessage {
  message: Message
  /** The only person who sees it, for a private one. */
  visibleTo?: string
  /** Its files by attachment id; also those that only an embed shows, which `attachments` leaves out. */
  files: Map<string, StoredFile>
}

export interface MessageWrite {
  payload: MessagePayload
  uploads: ReadonlyMap<string, Upload>
  /** Whom content may mention: the users of the world by id. */
  users: ReadonlyMap<string, User>
  newId: () => string
  /** Milliseconds since 1970. */
  now: number
  /** Where files are served, without a slash at the end. */
  filesUrl: string
}

/** What a new message has before its payload is written into it. */
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

/** Makes a message of an envelope and a payload. */
export function composeMessage(envelope: Envelope, writing: MessageWrite): Omit<StoredMessage, 'visibleTo'> {
  const blank: Message = {
    ...envelope,
    content: '',
    timestamp: new Date(writing.now).toISOString(),
    edited_timestamp: null,
    tts: writing.payload.tts ?? false,
    pinned: false,
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    attachments: [],
    embeds: [],
    components: [],
    ...(writing.payload.nonce == null ? {} : { nonce: writing.payload.nonce }),
  }
  return write({ message: blank, files: new Map() }, writing)
}

/** Edits a message: a field left out stays, null clears it. */
export function reviseMessage(stored: StoredMessage, writing: MessageWrite): StoredMessage {
  const { message, files } = write(stored, writing)
  const revised = {
    message: {
      ...message,
      edited_timestamp: new Date(writing.now).toISOString(),
      flags: message.flags & ~flag.loading,
    },
    files,
  }
  return stored.visibleTo === undefined ? revised : { ...revised, visibleTo: stored.visibleTo }
}

function write({ message, files }: StoredMessage, writing: MessageWrite): Omit<StoredMessage, 'visibleTo'> {
  const { payload } = writing
  const nextFiles = storeFiles(message, files, writing)
  const urls = new Map([...nextFiles.values()].map(({ name, url }) => [name, url]))
  const content = payload.content === undefined ? message.content : (payload.content ?? '').trim()
  const embeds =
    payload.embeds === undefined
      ? message.embeds
      : asStored(payload.embeds ?? [], urls).map((one) => ({ type: 'rich' as const, ...one }))
  const components =
    payload.components === undefined ? message.components : numbered(asStored(payload.components ?? [], urls))
  // A file that an embed or a component shows is not shown beside it.
  const shown = nextFiles.size > 0 ? JSON.stringify([embeds, components]) : ''
  return {
    files: nextFiles,
    message: {
      ...message,
      content,
      flags: message.flags | ((payload.flags ?? 0) & flag.componentsV2),
      embeds,
      components,
      attachments: [...nextFiles]
        .filter(([, { url }]) => !shown.includes(url))
        .map(([id, file]) => attachmentOf(id, file, (message.flags & flag.ephemeral) !== 0)),
      ...mentionsOf(content, writing),
    },
  }
}

function storeFiles(
  { channel_id }: Message,
  files: ReadonlyMap<string, StoredFile>,
  { payload, uploads, newId, filesUrl }: MessageWrite,
): Map<string, StoredFile> {
  const listed = payload.attachments && new Map(payload.attachments.map((one) => [one.id, one]))
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

/** Copies a value without its nulls, every `attachment://name` replaced by the URL where that file is served. */
function asStored<T>(value: T, urls: ReadonlyMap<string, string>): T {
  const prefix = 'attachment://'
  const copy = (one: unknown): unknown => {
    if (typeof one === 'string')
      return one.startsWith(prefix) ? (urls.get(one.slice(prefix.length)) ?? one) : one
    if (Array.isArray(one)) return one.map(copy)
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(
        Object.entries(one).flatMap(([key, inner]) => (inner == null ? [] : [[key, copy(inner)]])),
      )
    return one
  }
  return copy(value) as T
}

/** Discord numbers each component that bears no id of its own. */
function numbered(components: Component[]): Component[] {
  let last = 0
  const number = <T extends AnyComponent>(one: T): T => {
    const id = one.id ?? ++last
    const copy = { ...one, id }
    if ('components' in copy) copy.components = copy.components.map(number) as typeof copy.components
    if ('accessory' in copy) copy.accessory = number(copy.accessory)
    return copy
  }
  return components.map(number)
}

/** Whom content pings: https://discord.com/developers/docs/resources/message#allowed-mentions-object */
function mentionsOf(content: string, { payload, users }: MessageWrite) {
  const allowed = payload.allowed_mentions
  const may = (kind: 'users' | 'roles', id: string) =>
    allowed == null || allowed.parse?.includes(kind) === true || allowed[kind]?.includes(id) === true
  const named = (pattern: RegExp) => [...new Set([...content.matchAll(pattern)].map(([, id]) => id ?? ''))]
  return {
    mentions: named(/<@!?(\d+)>/g).flatMap((id) => (may('users', id) ? (users.get(id) ?? []) : [])),
    mention_roles: named(/<@&(\d+)>/g).filter((id) => may('roles', id)),
    mention_everyone:
      /@everyone|@here/.test(content) && (allowed == null || allowed.parse?.includes('everyone') === true),
  }
}
