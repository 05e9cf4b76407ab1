// Which revision is live, held in memory, because a look-up reads no database; read again every second and when told to.
import type { Logger } from 'pino'
import type { AppDatabase } from '../db/app-database.ts'
import { logFailureOnce } from '../db/log-failure-once.ts'
import type { LiveRevision } from '../db/revisions.ts'
import { tryWithBuildLock } from './build-lock.ts'
import { copyImportedFiles, fetchRevision, pruneFolder } from './revision-files.ts'

export interface LiveRevisionPointer {
  current: () => LiveRevision
  /** Reads it again; what cannot be read stays as it was. */
  refresh: () => Promise<void>
  close: () => void
}

export interface LiveRevisionOptions {
  db: AppDatabase
  databaseDirectory: string
  log: Logger
  /** How often to check whether another process has changed it. */
  refreshMs?: number | undefined
}

/** @throws if no revision is live */
export async function watchLiveRevision(options: LiveRevisionOptions): Promise<LiveRevisionPointer> {
  const { db, databaseDirectory, log, refreshMs = 1000 } = options
  const first = await db.live()
  if (!first) throw new Error('no revision is live')
  await bringFiles(db, databaseDirectory, first)
  let live = first
  const refresh = logFailureOnce(log, 'failed to read which revision is live; will retry', async () => {
    const next = await db.live()
    if (!next) return
    // Until its file is there, the one before answers.
    if (next.fileHash !== live.fileHash) await bringFiles(db, databaseDirectory, next)
    const hasChanged = next.number !== live.number
    live = next
    if (hasChanged) log.info({ revision: live.number }, 'another revision is live')
  })
  const timer = setInterval(() => void refresh(), refreshMs).unref()
  return { current: () => live, refresh, close: () => clearInterval(timer) }
}

/** Fetches what another machine has published; a build that runs on this one brings the imported files itself. */
async function bringFiles(db: AppDatabase, directory: string, live: LiveRevision): Promise<void> {
  if (!db.shared) return
  await fetchRevision(db, directory, live)
  await tryWithBuildLock(directory, () => {
    copyImportedFiles(directory, live)
    pruneFolder(directory)
  })
}
