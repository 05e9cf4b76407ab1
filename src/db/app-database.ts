// state.db: what the bot remembers of its own. Opened by the bot and by the builder; a look-up only ever reads its pointer.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { createAtWork, type AtWorkTable } from './at-work.ts'
import { createAuditLog, type AuditLog } from './audit-log.ts'
import { backupBeforeMigration } from './backup-files.ts'
import { createInteractionMetricsTable, type InteractionMetricsTable } from './interaction-metrics.ts'
import { makeDirectory } from './make-directory.ts'
import { migrations } from './migrations.ts'
import { createMissedQueriesTable, type MissedQueriesTable } from './missed-queries.ts'
import { createPostedCardsTable, type PostedCardsTable } from './posted-cards.ts'
import { createReports, type Reports } from './reports.ts'
import { createRevisions, type Revisions } from './revisions.ts'
import { createGuildSettingsTable, type GuildSettingsTable } from './guild-settings.ts'

export interface AppDatabase extends Revisions, AuditLog {
  atWork: AtWorkTable
  interactionMetrics: InteractionMetricsTable
  guildSettings: GuildSettingsTable
  reports: Reports
  missedQueries: MissedQueriesTable
  postedCards: PostedCardsTable
  /** A setting that the bot keeps for itself; undefined removes it. */
  keyValue: { get: (name: string) => string | undefined; set: (name: string, value?: string) => void }
  /** Copies the database to a path while it is in use, a few pages at a time. */
  backupTo: (path: string) => Promise<void>
  close: () => void
}

/** The state was written by a newer program, or the folder cannot be used; the message says what to do. */
export class DatabaseError extends Error {}

export function appDatabasePath(directory: string): string {
  return join(directory, 'state.db')
}

export function openAppDatabase(
  directory: string,
  { timeoutMs = 100 }: { timeoutMs?: number } = {},
): AppDatabase {
  makeDirectory(directory)
  const database = new Database(appDatabasePath(directory), { timeout: 10_000 })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    migrate(database, directory)
    database.pragma(`busy_timeout = ${timeoutMs}`)
    const audit = createAuditLog(database)
    return {
      ...audit,
      ...createRevisions(database, audit),
      atWork: createAtWork(database),
      interactionMetrics: createInteractionMetricsTable(database),
      guildSettings: createGuildSettingsTable(database),
      reports: createReports(database),
      missedQueries: createMissedQueriesTable(database),
      postedCards: createPostedCardsTable(database),
      keyValue: createSetting(database),
      async backupTo(path) {
        await database.backup(path)
      },
      close: () => database.close(),
    }
  } catch (error) {
    database.close()
    throw error
  }
}

function createSetting(database: Database.Database): AppDatabase['keyValue'] {
  const read = database.prepare('SELECT value FROM setting WHERE name = ?').pluck()
  const write = database.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM setting WHERE name = ?')
  return {
    get: (name) => read.get(name) as string | undefined,
    set(name, value) {
      if (value === undefined) remove.run(name)
      else write.run(name, value)
    },
  }
}

function migrate(database: Database.Database, directory: string): void {
  const version = () => database.pragma('user_version', { simple: true }) as number
  const known = migrations.length
  // Most often there is nothing to do, and then another process may be writing.
  if (version() === known) return
  if (version() > 0 && version() < known) backupBeforeMigration(database, directory)
  database
    .transaction(() => {
      const current = version()
      if (current > known) {
        throw new DatabaseError(
          `state.db was written by a newer Entente (version ${current}, and this one knows ${known}): ` +
            'update Entente, or set DATABASE_DIR to another folder.',
        )
      }
      migrations.slice(current).forEach((sql) => database.exec(sql))
      database.pragma(`user_version = ${known}`)
    })
    .immediate()
}
