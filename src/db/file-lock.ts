// A lock on a file that one process holds at a time; the system releases it when its holder dies.
import Database from 'better-sqlite3'
import { statSync, renameSync } from 'node:fs'

/**
 * Waits for the lock and returns how to release it; throws SQLITE_BUSY when another holds it for that long. What stands
 * at the path and can never be locked is set aside as `<path>.damaged-<time>`.
 */
export function acquireFileLock(path: string, waitMs: number): () => void {
  try {
    return acquire(path, waitMs)
  } catch (error) {
    if (!isGarbled(path, error)) throw error
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

/** Whether what stands there is a folder or the like, or a file that is no database. */
function isGarbled(path: string, error: unknown): boolean {
  const { code = '' } = error as { code?: string }
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return true
  const entry = statSync(path, { throwIfNoEntry: false })
  return entry !== undefined && !entry.isFile()
}

/** Under a lock of its own: of two processes that find it garbled, the second must not move the new one of the first. */
function quarantine(path: string, waitMs: number): void {
  const release = acquire(`${path}.repair`, waitMs)
  try {
    acquire(path, 0)()
  } catch (error) {
    if (isGarbled(path, error))
      renameSync(path, `${path}.damaged-${new Date().toISOString().replaceAll(':', '-')}`)
  } finally {
    release()
  }
}
