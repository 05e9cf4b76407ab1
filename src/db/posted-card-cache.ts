// Who requested a posted card: in memory at once, in app.db within seconds.
import type { Logger } from 'pino'
import type { AppDatabase } from './app-database.ts'
import { createWriteBehind, type WriteBehind } from './write-behind.ts'

/** What is not written yet may be dropped: a moderator can still delete those cards. */
export interface PostedCardCache extends Pick<WriteBehind, 'flush' | 'close'> {
  /** Records in memory who requested the card in a message. */
  add: (messageId: string, userId: string) => void
  /** The user id of who requested the card in a message; undefined if that is unknown. */
  userOf: (messageId: string) => Promise<string | undefined>
  countByUser: (userId: string) => Promise<number>
  /** Deletes at once all that is stored about a user. */
  deleteByUser: (userId: string) => Promise<void>
}

export interface PostedCardCacheOptions {
  db: Pick<AppDatabase, 'postedCards'>
  log: Logger
  flushMs?: number
}

export function createPostedCardCache({ db, log, flushMs }: PostedCardCacheOptions): PostedCardCache {
  const table = db.postedCards
  const { pending, add, read, flush, close } = createWriteBehind({
    write: (entries) => table.add([...entries].map(([messageId, userId]) => ({ messageId, userId }))),
    read: table.userOf,
    what: 'posted cards',
    log,
    flushMs,
  })
  return {
    add,
    // A page can be shown without knowing who requested the first one.
    userOf: read,
    async countByUser(userId) {
      await flush()
      return [...pending.values()].filter((id) => id === userId).length + (await table.countByUser(userId))
    },
    async deleteByUser(userId) {
      for (const [messageId, id] of pending) if (id === userId) pending.delete(messageId)
      // What is being written must be there before it can be deleted.
      await flush()
      await table.deleteByUser(userId)
    },
    flush,
    close,
  }
}
