// The lock under which one process builds while others wait; the system lets go of it when its holder dies.
import { join } from 'node:path'
import { lockFile } from '../db/file-lock.ts'
import { makeFolder } from '../db/make-directory.ts'

/** Waits for the lock of a folder and returns how to let go of it; throws after two minutes. */
export function lock(directory: string, waitMs = 120_000): () => void {
  makeFolder(directory)
  return lockFile(join(directory, 'seed.lock'), waitMs)
}
