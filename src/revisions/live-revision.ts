// Which revision is live, held in memory, because a look-up reads no database; read again every second and when told to.
import type { Logger } from 'pino'
import type { AppDatabase } from '../db/app-database.ts'
import { logFailureOnce } from '../db/log-failure-once.ts'
import type { LiveRevision } from '../db/revisions.ts'

export interface LiveRevisionPointer {
  current: () => LiveRevision
  /** Reads it again; what cannot be read stays as it was. */
  refresh: () => Promise<void>
  close: () => void
}

export interface LiveRevisionOptions {
  db: Pick<AppDatabase, 'live'>
  log: Logger
  /** How often to check whether another process has changed it. */
  refreshMs?: number | undefined
}

/** @throws if no revision is live */
export async function watchLiveRevision(options: LiveRevisionOptions): Promise<LiveRevisionPointer> {
  const { db, log, refreshMs = 1000 } = options
  const first = await db.live()
  if (!first) throw new Error('no revision is live')
  let live = first
  const refresh = logFailureOnce(log, 'failed to read which revision is live; will retry', async () => {
    const now = await db.live()
    if (!now) return
    const hasChanged = now.number !== live.number
    live = now
    if (hasChanged) log.info({ revision: live.number }, 'another revision is live')
  })
  const timer = setInterval(() => void refresh(), refreshMs).unref()
  return { current: () => live, refresh, close: () => clearInterval(timer) }
}
