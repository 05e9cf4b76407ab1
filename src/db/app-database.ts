// app.db: everything the bot itself must remember. A lookup only ever reads which revision is live.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { DailyFactStore, QuizStore } from '../core/stores.ts'
import { createAuditLog, type AuditLog } from './audit-log.ts'
import { createDailyFactsTable } from './daily-facts.ts'
import { createGuildSettingsTable, type GuildSettingsTable } from './guild-settings.ts'
import { createInteractionMetricsTable, type InteractionMetricsTable } from './interaction-metrics.ts'
import { createLongQueriesTable, type LongQueriesTable } from './long-queries.ts'
import { makeDirectory } from './make-directory.ts'
import { migrate } from './migrate.ts'
import { createMissedQueriesTable, type MissedQueriesTable } from './missed-queries.ts'
import { createPostedCardsTable, type PostedCardsTable } from './posted-cards.ts'
import { createQuizTable } from './quiz.ts'
import { createReports, type Reports } from './reports.ts'
import { createRevisions, type Revisions } from './revisions.ts'

/** Values that the bot stores for itself; setting undefined deletes one. */
export interface KeyValueTable {
  get: (key: string) => string | undefined
  set: (key: string, value?: string) => void
}

export interface AppDatabase extends Revisions, AuditLog {
  interactionMetrics: InteractionMetricsTable
  guildSettings: GuildSettingsTable
  reports: Reports
  missedQueries: MissedQueriesTable
  postedCards: PostedCardsTable
  longQueries: LongQueriesTable
  quiz: QuizStore
  dailyFacts: DailyFactStore
  keyValue: KeyValueTable
  /** Copies the database to a path while it is in use, a few pages at a time. */
  backupTo: (path: string) => Promise<void>
  close: () => void
}

export function appDatabasePath(directory: string): string {
  return join(directory, 'app.db')
}

/** Opens the database of a directory, and creates both if they are missing; throws what `migrate` throws. */
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
    const auditLog = createAuditLog(database)
    return {
      ...auditLog,
      ...createRevisions(database, auditLog),
      interactionMetrics: createInteractionMetricsTable(database),
      guildSettings: createGuildSettingsTable(database),
      reports: createReports(database),
      missedQueries: createMissedQueriesTable(database),
      postedCards: createPostedCardsTable(database),
      longQueries: createLongQueriesTable(database),
      quiz: createQuizTable(database),
      dailyFacts: createDailyFactsTable(database),
      keyValue: createKeyValueTable(database),
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

function createKeyValueTable(database: Database.Database): KeyValueTable {
  const select = database.prepare('SELECT value FROM key_value WHERE key = ?').pluck()
  const upsert = database.prepare('INSERT OR REPLACE INTO key_value (key, value) VALUES (?, ?)')
  const deleteRow = database.prepare('DELETE FROM key_value WHERE key = ?')
  return {
    get: (key) => select.get(key) as string | undefined,
    set(key, value) {
      if (value === undefined) deleteRow.run(key)
      else upsert.run(key, value)
    },
  }
}
