// The lock under which one process builds or publishes while others wait; the system releases it when its holder dies.
import { acquireDirectoryLock } from '../db/file-lock.ts'

/** Another process has held the build lock for as long as this one was willing to wait. */
export class BuildLockedError extends Error {
  readonly code = 'SQLITE_BUSY'
}

/** Waits for the build lock of a directory and returns how to release it; throws a BuildLockedError after `waitMs`. */
export function acquireBuildLock(directory: string, waitMs = 120_000): () => void {
  try {
    return acquireDirectoryLock(directory, waitMs)
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new BuildLockedError(`another process holds the build lock of ${directory}`, { cause: error })
  }
}
