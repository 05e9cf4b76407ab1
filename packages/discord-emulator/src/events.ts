// Tells those who watch, such as a page, that something here has changed.

export type Change =
  /** A message came, was edited or went. */
  | { type: 'message'; channelId: string; id: string }
  /** The bot's commands were put. */
  | { type: 'commands' }
  /** Something went over the wire. */
  | { type: 'wire' }

export interface Changes {
  tell(change: Change): void
  /** Calls the listener for each change until the returned function is called. */
  watch(listener: (change: Change) => void): () => void
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    tell(change) {
      for (const listener of [...listeners]) listener(change)
    },
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
