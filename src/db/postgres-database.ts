// Opens the state in PostgreSQL, which any number of machines share.
import type { Logger } from 'pino'
import { createStores, type AppDatabase } from './app-database.ts'
import { createClaimedKeys } from './claimed-keys.ts'
import { PostgresDialect } from './kysely.ts'
import { DatabaseError } from './migrate.ts'
import { migratePostgres } from './postgres-migrate.ts'
import { asKyselyPool, createPool, describePostgresError, fileTimeoutMs } from './postgres-pool.ts'
import { createQueries } from './schema.ts'
import { createStoredFiles } from './stored-files.ts'

/**
 * Creates the tables, or brings them to this version.
 * @param timeoutMs of each statement
 * @throws DatabaseError that says why it cannot be used and what to do
 */
export async function openPostgresDatabase(
  url: string,
  log: Logger,
  timeoutMs?: number,
): Promise<AppDatabase> {
  try {
    await migratePostgres(url)
  } catch (error) {
    const sentence = describePostgresError(error, url)
    throw sentence === undefined ? error : new DatabaseError(sentence, { cause: error })
  }
  const pool = createPool(url, log, timeoutMs)
  // Files are fetched while others wait for a setting, and over links that are slow.
  const filePool = createPool(url, log, fileTimeoutMs, 2)
  const queries = createQueries(new PostgresDialect({ pool: asKyselyPool(pool) }))
  return {
    ...createStores(queries),
    shared: { files: createStoredFiles(filePool), keys: createClaimedKeys(pool) },
    backupTo: () => Promise.reject(new Error('the database is backed up by PostgreSQL')),
    async close() {
      await Promise.all([queries.destroy(), filePool.end()])
    },
  }
}
