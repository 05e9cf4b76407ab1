// npm run migrate:postgres: copies app.db and the revision files of DATABASE_DIR into the database of DATABASE_URL.
import { pino } from 'pino'
import { ConfigError, loadDotEnv, readConfig } from '../src/config/config.ts'
import { describeStartupError } from '../src/config/startup-errors.ts'
import { appDatabasePath, openAppDatabase } from '../src/db/app-database.ts'
import { checkIntegrity } from '../src/db/integrity.ts'
import { copyToPostgres, DatabaseInUseError } from '../src/db/copy-to-postgres.ts'
import { migratePostgres } from '../src/db/postgres-migrate.ts'
import { createPool, describePostgresError } from '../src/db/postgres-pool.ts'
import { readFlags } from './read-flags.ts'

/** Longer than any table takes. */
const timeoutMs = 600_000

readFlags({ options: {} })
let url: string | undefined
try {
  loadDotEnv()
  const { databaseDirectory, databaseUrl } = readConfig()
  if (databaseUrl === undefined)
    throw new ConfigError('DATABASE_URL is not set: set it to the PostgreSQL database to copy to.')
  url = databaseUrl
  const path = appDatabasePath(databaseDirectory)
  if (checkIntegrity(path) !== 'intact')
    throw new ConfigError(`${path} is missing or corrupt: set DATABASE_DIR to the folder to copy.`)
  // Brings app.db to the tables of this version.
  await openAppDatabase(databaseDirectory).close()
  await migratePostgres(url)
  const pool = createPool(url, pino({ level: 'silent' }), timeoutMs)
  const { rows, revisions, missing } = await copyToPostgres(databaseDirectory, path, pool)
  await pool.end()
  for (const [table, count] of Object.entries(rows)) console.log(`${table}: ${count}`)
  console.log(`Files of revisions: ${revisions.join(', ') || 'none'}`)
  if (missing.length > 0)
    console.log(`Revisions without a file, which stay in the history: ${missing.join(', ')}`)
  console.log('Everything was copied, and the counts agree. Start Entente with DATABASE_URL now.')
} catch (error) {
  const sentence =
    error instanceof DatabaseInUseError
      ? error.message
      : ((url === undefined ? undefined : describePostgresError(error, url)) ??
        describeStartupError(error, undefined))
  console.error(sentence ?? error)
  process.exitCode = 1
}
