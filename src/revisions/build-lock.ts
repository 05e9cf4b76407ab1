// The lock under which one process builds or publishes while others wait; the system releases it when its holder dies.
import type { DataPaths } from '../data/model/data-file.ts'
import { openAppDatabase, type AppDatabase } from '../db/app-database.ts'
import { acquireDirectoryLock } from '../db/file-lock.ts'
import type { BuildLimits } from './build-messages.ts'
import type { BuildStep } from './build-result.ts'

export interface BuildOptions extends DataPaths, BuildLimits {
  onStep?: (step: BuildStep) => void
}

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

/** Runs an action while no other process can build or publish; `onStep` gets "locked" when it begins. */
export async function withBuildLock<Result>(
  { databaseDirectory, lockWaitMs, onStep }: BuildOptions,
  action: (db: AppDatabase) => Promise<Result>,
): Promise<Result> {
  const release = acquireBuildLock(databaseDirectory, lockWaitMs)
  try {
    const db = openAppDatabase(databaseDirectory, { timeoutMs: 10_000 })
    try {
      onStep?.('locked')
      return await action(db)
    } finally {
      await db.close()
    }
  } finally {
    release()
  }
}
