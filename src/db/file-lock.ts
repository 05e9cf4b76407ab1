// A lock on a file that one process holds at a time; the system releases it when its holder dies.
import Database from 'better-sqlite3'
import { statSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { makeDirectory } from './make-directory.ts'

/** The lock under which the files of a database directory are built, replaced and restored. */
export function acquireDirectoryLock(directory: string, waitMs: number): () => void {
  makeDirectory(directory)
  return acquireFileLock(join(directory, 'build.lock'), waitMs)
}

/**
 * Waits for the lock and returns how to release it; throws SQLITE_BUSY if another process holds it for that long. Anything
 * at the path that can never be locked is renamed to `<path>.corrupt-<time>`.
 */
export function acquireFileLock(path: string, waitMs: number): () => void {
  try {
    return acquire(path, waitMs)
  } catch (error) {
    if (!isUnusable(path, error)) throw error
    quarantine(path, waitMs)
    return acquire(path, waitMs)
  }
}

function acquire(path: string, waitMs: number): () => void {
  const database = new Database(path, { timeout: waitMs })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw error
  }
  return () => database.close()
}

/** Whether the path is a directory or the like, or a file that isn't a database. */
function isUnusable(path: string, error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return true
  const entry = statSync(path, { throwIfNoEntry: false })
  return entry !== undefined && !entry.isFile()
}

/** Under a lock of its own: of two processes that find it unusable, the second must not rename the new one of the first. */
function quarantine(path: string, waitMs: number): void {
  const release = acquire(`${path}.repair`, waitMs)
  try {
    acquire(path, 0)()
  } catch (error) {
    if (isUnusable(path, error))
      renameSync(path, `${path}.corrupt-${new Date().toISOString().replaceAll(':', '-')}`)
  } finally {
    release()
  }
}
