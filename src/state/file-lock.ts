// A lock on a file that one process holds at a time; the system releases it when its holder dies.
import Database from 'better-sqlite3'

/** Waits for the lock and returns how to release it; throws SQLITE_BUSY when another holds it for that long. */
export function lockFile(path: string, waitMs: number): () => void {
  const database = new Database(path, { timeout: waitMs })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw error
  }
  return () => database.close()
}
