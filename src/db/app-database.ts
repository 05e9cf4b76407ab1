// The bot's own database: everything that it must remember itself; app.db, unless a server has it. A look-up reads none of it.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import type { DailyFactStore, QuizStore } from '../core/stores.ts'
import { createAuditLog, type AuditLog } from './audit-log.ts'
import { createDailyFactsTable } from './daily-facts.ts'
import { createGuildSettingsTable, type GuildSettingsTable } from './guild-settings.ts'
import { createInteractionMetricsTable, type InteractionMetricsTable } from './interaction-metrics.ts'
import { createKeyValueTable, type KeyValueTable } from './key-values.ts'
import { createLongQueriesTable, type LongQueriesTable } from './long-queries.ts'
import { makeDirectory } from './make-directory.ts'
import { migrate } from './migrate.ts'
import { createMissedQueriesTable, type MissedQueriesTable } from './missed-queries.ts'
import { createPostedCardsTable, type PostedCardsTable } from './posted-cards.ts'
import { createQuizTable } from './quiz.ts'
import { createReports, type Reports } from './reports.ts'
import type { ClaimedKeys } from './claimed-keys.ts'
import { createRevisions, type Revisions } from './revisions.ts'
import { createQueries, type Queries } from './schema.ts'
import type { StoredFiles } from './stored-files.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'

export interface Stores extends Revisions, AuditLog {
  interactionMetrics: InteractionMetricsTable
  guildSettings: GuildSettingsTable
  reports: Reports
  missedQueries: MissedQueriesTable
  postedCards: PostedCardsTable
  longQueries: LongQueriesTable
  quiz: QuizStore
  dailyFacts: DailyFactStore
  keyValue: KeyValueTable
}

/** What several machines share besides the tables. */
export interface SharedState {
  files: StoredFiles
  keys: ClaimedKeys
}

export interface AppDatabase extends Stores {
  /** Undefined for app.db, which belongs to one machine. */
  shared?: SharedState
  /** Copies the database to a path while it is in use, a few pages at a time. */
  backupTo: (path: string) => Promise<void>
  /** Waits for the queries that were begun. */
  close: () => Promise<void>
}

export function createStores(queries: Queries): Stores {
  return {
    ...createAuditLog(queries),
    ...createRevisions(queries),
    interactionMetrics: createInteractionMetricsTable(queries),
    guildSettings: createGuildSettingsTable(queries),
    reports: createReports(queries),
    missedQueries: createMissedQueriesTable(queries),
    postedCards: createPostedCardsTable(queries),
    longQueries: createLongQueriesTable(queries),
    quiz: createQuizTable(queries),
    dailyFacts: createDailyFactsTable(queries),
    keyValue: createKeyValueTable(queries),
  }
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
    const queries = createQueries(createSqliteDialect(database))
    return {
      ...createStores(queries),
      async backupTo(path) {
        await database.backup(path)
      },
      async close() {
        if (!database.open) return
        // After what holds the only connection; Kysely itself closes only what it has used.
        await queries.connection().execute(() => queries.destroy())
        database.close()
      },
    }
  } catch (error) {
    database.close()
    throw error
  }
}
