// The lock under which one process builds while others wait; the system lets go of it when its holder dies.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { lockFile } from '../state/file-lock.ts'

/** Waits for the lock of a folder and returns how to let go of it; throws after two minutes. */
export function lock(directory: string, waitMs = 120_000): () => void {
  mkdirSync(directory, { recursive: true })
  return lockFile(join(directory, 'seed.lock'), waitMs)
}
