// Who requested a posted card: in memory at once, in app.db within seconds.
import type { Logger } from 'pino'
import type { AppDatabase } from './app-database.ts'

export interface PostedCardCache {
  /** Records in memory who requested the card in a message. */
  add: (messageId: string, userId: string) => void
  /** The user id of who requested the card in a message; undefined if that is unknown. */
  userOf: (messageId: string) => string | undefined
  countByUser: (userId: string) => number
  /** Deletes at once all that is stored about a user. */
  deleteByUser: (userId: string) => void
  /** Writes what was added since the last time; retries what could not be written. */
  flush: () => void
  /** Flushes a last time. */
  close: () => void
}

export interface PostedCardCacheOptions {
  db: Pick<AppDatabase, 'postedCards'>
  log: Logger
  flushMs?: number
}

/** The oldest are dropped first, and a moderator can still delete those cards. */
const maxPending = 10_000

export function createPostedCardCache({
  db,
  log,
  flushMs = 10_000,
}: PostedCardCacheOptions): PostedCardCache {
  const table = db.postedCards
  /** User ids by message id. */
  const pending = new Map<string, string>()
  let isFailing = false
  const timer = setInterval(flush, flushMs).unref()

  function flush(): void {
    if (pending.size === 0) return
    try {
      table.add([...pending].map(([messageId, userId]) => ({ messageId, userId })))
      pending.clear()
      isFailing = false
    } catch (error) {
      // Logged once, not every ten seconds for as long as it lasts.
      if (!isFailing) log.warn({ err: error }, 'failed to flush posted cards; will retry')
      isFailing = true
    }
  }

  return {
    add(messageId, userId) {
      pending.set(messageId, userId)
      if (pending.size > maxPending) pending.delete(pending.keys().next().value ?? '')
    },
    userOf(messageId) {
      const userId = pending.get(messageId)
      if (userId !== undefined) return userId
      try {
        return table.userOf(messageId)
      } catch (error) {
        // A page can be shown without knowing who requested the first one.
        log.warn({ err: error }, 'failed to read who requested a posted card')
        return undefined
      }
    },
    countByUser: (userId) =>
      [...pending.values()].filter((id) => id === userId).length + table.countByUser(userId),
    deleteByUser(userId) {
      for (const [messageId, id] of pending) if (id === userId) pending.delete(messageId)
      table.deleteByUser(userId)
    },
    flush,
    close() {
      clearInterval(timer)
      flush()
    },
  }
}
