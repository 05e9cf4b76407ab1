// Checks the live facts file on the disk while the bot runs, and repairs one that was damaged, changed or removed.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Logger } from 'pino'
import { revisionPath } from '../data/query/revision-file.ts'
import type { Store } from '../data/query/fact-store.ts'
import { rewriteFactsFile } from '../data/build/write-database.ts'
import type { AppDatabase } from '../db/app-database.ts'
import type { DataPaths } from '../data/model/data-file.ts'
import { acquireBuildLock } from './build-lock.ts'
import { rebuildFacts } from './ensure-live-revision.ts'

const minuteMs = 60_000
/** As many times the usual delay is the longest. */
const maxBackoff = 60

export interface RevisionRepair {
  /** Checks at once, unless a repair was tried just before. */
  checkNow: () => void
  /** Resolves when a check under way has ended; no more are made. */
  close: () => Promise<void>
}

export interface RevisionRepairOptions extends DataPaths {
  state: AppDatabase
  store: Store
  log: Logger
  /** Every minute where it is left out. */
  everyMs?: number | undefined
}

/** Checks every minute; after each repair, whether it worked or not, it waits twice as long, up to an hour. */
export function startRevisionRepair(options: RevisionRepairOptions): RevisionRepair {
  const { everyMs = minuteMs } = options
  let delayMs = everyMs
  let inProgress: Promise<void> | undefined
  let closed = false
  let timer = setTimeout(run, delayMs).unref()

  function run(): void {
    clearTimeout(timer)
    inProgress ??= checkRevision(options).then((intact) => {
      delayMs = intact ? everyMs : Math.min(delayMs * 2, everyMs * maxBackoff)
      inProgress = undefined
      if (!closed) timer = setTimeout(run, delayMs).unref()
    })
  }

  return {
    checkNow() {
      if (!closed && delayMs === everyMs) run()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await inProgress
    },
  }
}

/** Whether the live facts file was as it was built; if not, it has been repaired, or the log says why not. */
async function checkRevision({ state, store, log, ...folders }: RevisionRepairOptions): Promise<boolean> {
  const { databaseDirectory } = folders
  try {
    const live = state.live()
    if (!live || (await hashOf(revisionPath(databaseDirectory, live.number))) === live.fileHash) return true
    const facts = store.current()
    // A revision that never came into memory is built again in a process of its own.
    if (facts.revision !== live.number) await rebuildFacts(folders, state, log)
    else {
      const unlock = acquireBuildLock(databaseDirectory, 0)
      try {
        rewriteFactsFile(databaseDirectory, live.number, facts.bytes())
      } finally {
        unlock()
      }
      log.warn({ revision: live.number }, 'the facts file was damaged, changed or missing: written again')
    }
  } catch (error) {
    log.error({ err: error }, 'the facts file could not be repaired: it is tried again within the hour')
  }
  return false
}

/** SHA-256 of a file in hex, read piece by piece so that nothing waits for it; undefined if it cannot be read. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
