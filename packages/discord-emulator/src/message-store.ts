// The newest messages of each channel; older messages and files are dropped to bound memory, but for deferred responses.
import type { StoredMessage } from './messages.ts'
import { flag } from './validation/messages.ts'

export interface MessageStore {
  set(stored: StoredMessage): void
  get(channelId: string, id: string): StoredMessage | undefined
  remove(channelId: string, id: string): void
  /** The messages of a channel, oldest first. */
  list(channelId: string): StoredMessage[]
}

/** @param maxFileBytes in all channels together; beyond it, the oldest messages with files are dropped */
export function createMessageStore(maxPerChannel = 200, maxFileBytes = 100 * 1024 * 1024): MessageStore {
  const channels = new Map<string, Map<string, StoredMessage>>()
  /** Messages with files, by id, the oldest first. */
  const withFiles = new Map<string, StoredMessage>()
  let fileBytes = 0

  function dropFiles(id: string): void {
    const stored = withFiles.get(id)
    if (!stored) return
    withFiles.delete(id)
    fileBytes -= bytesOf(stored)
  }

  function remove(channelId: string, id: string): void {
    channels.get(channelId)?.delete(id)
    dropFiles(id)
  }

  return {
    set(stored) {
      const { id, channel_id: channelId } = stored.message
      const messages = channels.get(channelId) ?? new Map<string, StoredMessage>()
      channels.set(channelId, messages.set(id, stored))
      // One that is still to be filled is awaited, however many come after it.
      const oldest = messages.values().find(({ message }) => (message.flags & flag.loading) === 0)
      if (messages.size > maxPerChannel && oldest) remove(channelId, oldest.message.id)
      dropFiles(id)
      if (stored.files.size === 0) return
      withFiles.set(id, stored)
      fileBytes += bytesOf(stored)
      for (const { message } of withFiles.values()) {
        if (fileBytes <= maxFileBytes) break
        remove(message.channel_id, message.id)
      }
    },
    get: (channelId, id) => channels.get(channelId)?.get(id),
    remove,
    list: (channelId) => [...(channels.get(channelId)?.values() ?? [])],
  }
}

function bytesOf({ files }: StoredMessage): number {
  return [...files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
}
