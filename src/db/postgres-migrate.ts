// Brings the tables in PostgreSQL to the version of this program; of several processes that start at once, one does.
import { Client } from 'pg'
import { acquireAdvisoryLock } from './advisory-lock.ts'
import { DatabaseError } from './migrate.ts'
import { connectionOptions } from './postgres-pool.ts'
import { postgresMigrations } from './postgres-migrations.ts'

/** Far longer than any migration takes. */
const timeoutMs = 120_000

/** Applies the migrations that are missing, all in one transaction; throws a DatabaseError if there are unknown ones. */
export async function migratePostgres(
  url: string,
  steps: readonly string[] = postgresMigrations,
): Promise<void> {
  const client = new Client(connectionOptions(url, timeoutMs))
  client.on('error', () => undefined)
  await client.connect()
  try {
    // Usually there is nothing to do, and then nothing waits.
    if ((await schemaVersion(client)) === steps.length) return
    const release = await acquireAdvisoryLock(url, 'migration', timeoutMs)
    try {
      await applyMissing(client, steps)
    } finally {
      await release()
    }
  } finally {
    await client.end()
  }
}

async function applyMissing(client: Client, steps: readonly string[]): Promise<void> {
  const current = await schemaVersion(client)
  if (current > steps.length) {
    throw new DatabaseError(
      `The database of DATABASE_URL was written by a newer version of Entente (schema version ${current}; this one knows ` +
        `${steps.length}): update Entente, or restore a backup of the database from before the update.`,
    )
  }
  await client.query('BEGIN')
  try {
    for (const sql of steps.slice(current)) await client.query(sql)
    await client.query('UPDATE schema_version SET version = $1', [steps.length])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** Zero for a database without tables. */
async function schemaVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('schema_version') IS NOT NULL AS exists`,
  )
  if (!rows[0]?.exists) return 0
  const versions = await client.query<{ version: number }>('SELECT version FROM schema_version')
  return versions.rows[0]?.version ?? 0
}
