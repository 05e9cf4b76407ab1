// Brings a database to the version of this program, after a backup of what was there.
import Database from 'better-sqlite3'
import { basename } from 'node:path'
import { backupBeforeMigration, listBackups } from './backup-files.ts'
import { migrations } from './migrations.ts'

/** app.db was written by a newer program; the message says what to do. */
export class DatabaseError extends Error {}

/** Applies the migrations that are missing, all in one transaction; throws a DatabaseError if there are unknown ones. */
export function migrate(
  database: Database.Database,
  directory: string,
  steps: readonly string[] = migrations,
): void {
  const version = () => schemaVersion(database)
  const latest = steps.length
  // Checked outside the transaction: usually there is nothing to do, and another process may be writing.
  if (version() === latest) return
  if (version() > 0 && version() < latest) backupBeforeMigration(database, directory)
  database
    .transaction(() => {
      const current = version()
      if (current > latest) throw new DatabaseError(describeNewerDatabase(directory, current, latest))
      steps.slice(current).forEach((sql) => database.exec(sql))
      database.pragma(`user_version = ${latest}`)
    })
    .immediate()
}

function schemaVersion(database: Database.Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

function describeNewerDatabase(directory: string, version: number, latest: number): string {
  const backup = listBackups(directory).find(({ path }) => readSchemaVersion(path) <= latest)
  return (
    `app.db was written by a newer version of Entente (schema version ${version}; this one knows ${latest}): ` +
    'update Entente, ' +
    (backup
      ? `restore backups/${basename(backup.path)} as docs/operators.md explains under Downgrade, `
      : '') +
    'or set DATABASE_DIR to another folder.'
  )
}

/** Infinity for a file that can't be read. */
function readSchemaVersion(path: string): number {
  try {
    const database = new Database(path, { readonly: true })
    try {
      return schemaVersion(database)
    } finally {
      database.close()
    }
  } catch {
    return Infinity
  }
}
