// Locks that one process holds at a time over all machines; PostgreSQL releases one when the connection of its holder ends.
import { Client } from 'pg'
import { connectionOptions } from './postgres-pool.ts'

/** "Entente" in PostgreSQL's table of locks. */
const lockClass = 0x454e5445

const advisoryLocks = { migration: 1, publishing: 2 } as const

/** Another process has held the lock for as long as this one was willing to wait. */
export class LockTimeoutError extends Error {}

/** Waits for a lock and returns how to release it; throws a LockTimeoutError after `waitMs`. */
export async function acquireAdvisoryLock(
  url: string,
  lock: keyof typeof advisoryLocks,
  waitMs: number,
): Promise<() => Promise<void>> {
  // What is done under a lock may take long between two statements, and waiting for it too.
  const client = new Client({
    ...connectionOptions(url, waitMs + 1000),
    idle_in_transaction_session_timeout: 0,
    lock_timeout: Math.max(1, waitMs),
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1, $2)', [lockClass, advisoryLocks[lock]])
  } catch (error) {
    await client.end()
    if ((error as { code?: string }).code !== '55P03') throw error
    throw new LockTimeoutError(`another process holds the ${lock} lock`, { cause: error })
  }
  return () => client.end()
}
