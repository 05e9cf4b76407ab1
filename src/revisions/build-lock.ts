// The lock under which one process builds while others wait; the system lets go of it when its holder dies.
import { join } from 'node:path'
import { acquireFileLock } from '../db/file-lock.ts'
import { makeDirectory } from '../db/make-directory.ts'

/** Waits for the lock of a folder and returns how to let go of it; throws after two minutes. */
export function acquireBuildLock(directory: string, waitMs = 120_000): () => void {
  makeDirectory(directory)
  return acquireFileLock(join(directory, 'seed.lock'), waitMs)
}
