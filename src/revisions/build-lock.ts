// The lock under which one process builds or publishes while others wait; the system releases it when its holder dies.
import type { DataPaths } from '../data/model/data-file.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { acquireDirectoryLock } from '../db/file-lock.ts'
import { openState } from '../db/open-state.ts'
import type { BuildLimits } from './build-messages.ts'
import type { BuildStep } from './build-result.ts'
import { fetchLiveRevision } from './revision-files.ts'

export interface BuildOptions extends DataPaths, BuildLimits {
  onStep?: (step: BuildStep) => void
}

/** Another process has held the build lock for as long as this one was willing to wait. */
export class BuildLockedError extends Error {
  readonly code = 'SQLITE_BUSY'
}

const defaultWaitMs = 120_000

const statementTimeoutMs = 10_000

/** Waits for the build lock of a directory and returns how to release it; throws a BuildLockedError after `waitMs`. */
export function acquireBuildLock(directory: string, waitMs = defaultWaitMs): () => void {
  try {
    return acquireDirectoryLock(directory, waitMs)
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new BuildLockedError(`another process holds the build lock of ${directory}`, { cause: error })
  }
}

/** Runs an action under the lock of a directory, unless another process holds it, which will do the same itself. */
export async function tryWithBuildLock(directory: string, action: () => void | Promise<void>): Promise<void> {
  let release: () => void
  try {
    release = acquireBuildLock(directory, 0)
  } catch {
    return
  }
  try {
    await action()
  } finally {
    release()
  }
}

/**
 * Runs an action while no other process can build or publish, on this machine or another, and with the files of the live
 * revision in the folder; `onStep` gets "locked" when it begins.
 */
export async function withBuildLock<Result>(
  options: BuildOptions,
  action: (db: AppDatabase) => Promise<Result>,
): Promise<Result> {
  const { databaseDirectory, databaseUrl, lockWaitMs = defaultWaitMs, onStep } = options
  const release = acquireBuildLock(databaseDirectory, lockWaitMs)
  try {
    const releaseShared = await acquireSharedLock(databaseUrl, lockWaitMs)
    try {
      const db = await openState(options, statementTimeoutMs)
      try {
        await fetchLiveRevision(db, databaseDirectory)
        onStep?.('locked')
        return await action(db)
      } finally {
        await db.close()
      }
    } finally {
      await releaseShared()
    }
  } finally {
    release()
  }
}

/** The lock over all machines; where there is only one, nothing is to be locked. */
async function acquireSharedLock(url: string | undefined, waitMs: number): Promise<() => Promise<void>> {
  if (url === undefined) return () => Promise.resolve()
  const { acquireAdvisoryLock, LockTimeoutError } = await import('../db/advisory-lock.ts')
  try {
    return await acquireAdvisoryLock(url, 'publishing', waitMs)
  } catch (error) {
    if (!(error instanceof LockTimeoutError)) throw error
    throw new BuildLockedError('a process on another machine holds the lock', { cause: error })
  }
}
