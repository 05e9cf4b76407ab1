// The messages of every channel: the newest two hundred of each, and so much of their files, so that a long run stays
// small.
import type { StoredMessage } from './messages.ts'

export interface MessageStore {
  set(stored: StoredMessage): void
  get(channelId: string, id: string): StoredMessage | undefined
  remove(channelId: string, id: string): void
  /** The messages of a channel, oldest first. */
  list(channelId: string): StoredMessage[]
}

/** @param maxFileBytes in all channels together; the oldest messages with files go when there are more */
export function createMessageStore(perChannel = 200, maxFileBytes = 100 * 1024 * 1024): MessageStore {
  const channels = new Map<string, Map<string, StoredMessage>>()
  /** Messages with files, by id, the oldest first. */
  const withFiles = new Map<string, StoredMessage>()
  let fileBytes = 0

  function forgetFiles(id: string): void {
    const stored = withFiles.get(id)
    if (!stored) return
    withFiles.delete(id)
    fileBytes -= bytesOf(stored)
  }

  function remove(channelId: string, id: string): void {
    channels.get(channelId)?.delete(id)
    forgetFiles(id)
  }

  return {
    set(stored) {
      const { id, channel_id: channelId } = stored.message
      const messages = channels.get(channelId) ?? new Map<string, StoredMessage>()
      channels.set(channelId, messages.set(id, stored))
      const [oldest] = messages.keys()
      if (messages.size > perChannel && oldest !== undefined) remove(channelId, oldest)
      forgetFiles(id)
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
