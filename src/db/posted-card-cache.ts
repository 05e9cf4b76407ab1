// Remembers who asked for a posted card: in memory at once, in the state database within seconds.
import type { Logger } from 'pino'
import type { AppDatabase } from './app-database.ts'

export interface PostedCardCache {
  /** Notes in memory who asked for the card in a message. */
  add: (messageId: string, userId: string) => void
  /** Who asked for the card in a message, by user id; undefined where that is unknown. */
  userOf: (messageId: string) => string | undefined
  countByUser: (userId: string) => number
  /** Deletes at once all that is stored about a user. */
  deleteByUser: (userId: string) => void
  /** Writes what was added since the last time; what cannot be written is tried again. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface PostedCardCacheOptions {
  state: Pick<AppDatabase, 'postedCards'>
  log: Logger
  everyMs?: number
}

/** So many wait for a flush at most; the oldest are dropped first, and a moderator can still delete those cards. */
const maxWaiting = 10_000

export function createPostedCardCache({
  state,
  log,
  everyMs = 10_000,
}: PostedCardCacheOptions): PostedCardCache {
  const table = state.postedCards
  /** User ids by message id. */
  const waiting = new Map<string, string>()
  let failing = false
  const timer = setInterval(flush, everyMs).unref()

  function flush(): void {
    if (waiting.size === 0) return
    try {
      table.add([...waiting].map(([messageId, userId]) => ({ messageId, userId })))
      waiting.clear()
      failing = false
    } catch (error) {
      // Logged once, not every ten seconds for as long as it lasts.
      if (!failing)
        log.warn({ err: error }, 'who asked for posted cards could not be written: it is tried again')
      failing = true
    }
  }

  return {
    add(messageId, userId) {
      waiting.set(messageId, userId)
      if (waiting.size > maxWaiting) waiting.delete(waiting.keys().next().value ?? '')
    },
    userOf(messageId) {
      const userId = waiting.get(messageId)
      if (userId !== undefined) return userId
      try {
        return table.userOf(messageId)
      } catch (error) {
        // A page can be shown without knowing who asked for the first one.
        log.warn({ err: error }, 'who asked for a posted card could not be read')
        return undefined
      }
    },
    countByUser: (userId) =>
      [...waiting.values()].filter((id) => id === userId).length + table.countByUser(userId),
    deleteByUser(userId) {
      for (const [messageId, id] of waiting) if (id === userId) waiting.delete(messageId)
      table.deleteByUser(userId)
    },
    flush,
    close() {
      clearInterval(timer)
      flush()
    },
  }
}
