// Checks the file of the live revision while the bot runs, and repairs it if it was corrupted, changed or removed.
import type { Logger } from 'pino'
import type { DataPaths } from '../data/model/data-file.ts'
import { hashInParts, revisionPath } from '../data/query/revision-file.ts'
import type { Store } from '../data/query/fact-store.ts'
import { rewriteRevisionFile } from '../data/build/temp-files.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { isDatabaseAway } from '../db/database-away.ts'
import { acquireBuildLock } from './build-lock.ts'
import { rebuildRevision } from './ensure-live-revision.ts'
import { fetchRevision } from './revision-files.ts'

const minuteMs = 60_000
/** The longest delay, as a multiple of the shortest. */
const maxBackoff = 60

export interface RevisionRepair {
  /** Checks at once, unless a repair was tried just before. */
  checkNow: () => void
  /** Resolves when a running check has ended; no more are made. */
  close: () => Promise<void>
}

export interface RevisionRepairOptions extends DataPaths {
  db: AppDatabase
  store: Store
  /** Called when another revision may be live. */
  refreshLive: () => Promise<void>
  log: Logger
  /** Milliseconds between two checks; a minute by default. */
  intervalMs?: number | undefined
}

/** Checks every minute; after each repair, successful or not, it waits twice as long, up to an hour. */
export function startRevisionRepair(options: RevisionRepairOptions): RevisionRepair {
  const { intervalMs = minuteMs } = options
  let delayMs = intervalMs
  let inProgress: Promise<void> | undefined
  let closed = false
  let timer = setTimeout(run, delayMs).unref()

  function run(): void {
    clearTimeout(timer)
    inProgress ??= checkRevision(options).then((intact) => {
      delayMs = intact ? intervalMs : Math.min(delayMs * 2, intervalMs * maxBackoff)
      inProgress = undefined
      if (!closed) timer = setTimeout(run, delayMs).unref()
    })
  }

  return {
    checkNow() {
      if (!closed && delayMs === intervalMs) run()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await inProgress
    },
  }
}

/** Whether the file was as it was built; if not, it has been repaired, or the log says why not. */
async function checkRevision(options: RevisionRepairOptions): Promise<boolean> {
  const { db, store, refreshLive, log, ...paths } = options
  const { databaseDirectory } = paths
  try {
    const live = await db.live()
    if (!live || (await hashInParts(revisionPath(databaseDirectory, live.number))) === live.fileHash)
      return true
    if (db.shared) {
      await fetchRevision(db, databaseDirectory, live)
      await refreshLive()
      if ((await hashInParts(revisionPath(databaseDirectory, live.number))) === live.fileHash) {
        log.warn({ revision: live.number }, 'revision file was corrupt, changed or missing; fetched again')
        return false
      }
    }
    const facts = store.current()
    // A revision that was never loaded into memory is built again, in a process of its own.
    if (facts.revision !== live.number) {
      await rebuildRevision(paths, db, log)
      await refreshLive()
    } else {
      const release = acquireBuildLock(databaseDirectory, 0)
      try {
        rewriteRevisionFile(databaseDirectory, live.number, facts.bytes())
      } finally {
        release()
      }
      log.warn(
        { revision: live.number },
        'revision file was corrupt, changed or missing; rewritten from memory',
      )
    }
  } catch (error) {
    // What cannot be read now is read again in a minute.
    if (isDatabaseAway(error)) return true
    log.error({ err: error }, 'failed to repair the revision file; will retry within the hour')
  }
  return false
}
