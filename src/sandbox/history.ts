// The messages of every channel: the newest two hundred of each, so that a long run stays small.
import type { KeptMessage } from './messages.ts'

export interface History {
  put(kept: KeptMessage): void
  get(channelId: string, id: string): KeptMessage | undefined
  remove(channelId: string, id: string): void
  /** The messages of a channel, oldest first. */
  list(channelId: string): KeptMessage[]
}

export function createHistory(perChannel = 200): History {
  const channels = new Map<string, Map<string, KeptMessage>>()
  const of = (channelId: string) => {
    const known = channels.get(channelId)
    if (known) return known
    const made = new Map<string, KeptMessage>()
    channels.set(channelId, made)
    return made
  }
  return {
    put(kept) {
      const messages = of(kept.message.channel_id)
      messages.set(kept.message.id, kept)
      const [oldest] = messages.keys()
      if (messages.size > perChannel && oldest !== undefined) messages.delete(oldest)
    },
    get: (channelId, id) => of(channelId).get(id),
    remove: (channelId, id) => void of(channelId).delete(id),
    list: (channelId) => [...of(channelId).values()],
  }
}
