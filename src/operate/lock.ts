// The lock under which one process builds while others wait; the system lets go of it when its holder dies.
import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const waitMs = 120_000

/** Waits for the lock of a folder and returns how to let go of it; throws after two minutes. */
export function lock(directory: string): () => void {
  mkdirSync(directory, { recursive: true })
  const database = new Database(join(directory, 'seed.lock'), { timeout: waitMs })
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw error
  }
  return () => database.close()
}
