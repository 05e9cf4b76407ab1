// Brings a database to the version of this program, after a backup of what was there.
import type Database from 'better-sqlite3'
import { backupBeforeMigration } from './backup-files.ts'
import { migrations } from './migrations.ts'

/** app.db was written by a newer program; the message says what to do. */
export class DatabaseError extends Error {}

/** Applies the migrations that are missing, all in one transaction; throws a DatabaseError if there are unknown ones. */
export function migrate(
  database: Database.Database,
  directory: string,
  steps: readonly string[] = migrations,
): void {
  const version = () => database.pragma('user_version', { simple: true }) as number
  const latest = steps.length
  // Checked outside the transaction: mostly there is nothing to do, and another process may be writing.
  if (version() === latest) return
  if (version() > 0 && version() < latest) backupBeforeMigration(database, directory)
  database
    .transaction(() => {
      const current = version()
      if (current > latest) {
        throw new DatabaseError(
          `app.db was written by a newer version of Entente (schema version ${current}; this one knows ${latest}): ` +
            'update Entente, or set DATABASE_DIR to another folder.',
        )
      }
      steps.slice(current).forEach((sql) => database.exec(sql))
      database.pragma(`user_version = ${latest}`)
    })
    .immediate()
}
