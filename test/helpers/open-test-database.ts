// An empty state for a test: app.db in a folder of its own, or where the run has one, a database in PostgreSQL.
import { pino } from 'pino'
import { inject, onTestFinished } from 'vitest'
import type { AppDatabase } from '../../src/db/app-database.ts'
import { openState } from '../../src/db/open-state.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'
import { createDatabase } from './postgres-database.ts'

export interface TestDatabase {
  /** Opens it, as another process does if it is open already; it is closed after the test. */
  open: () => Promise<AppDatabase>
  /**
   * Opens it for two at once: on PostgreSQL as two processes would. On SQLite both are one, because a second connection of
   * the same process would keep this one from ending what it waits for.
   */
  openTwice: () => Promise<[AppDatabase, AppDatabase]>
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const databaseDirectory = temporaryFolder()
  const isPostgres = (inject('postgresUrl') as string | undefined) !== undefined
  const databaseUrl = isPostgres ? await createDatabase() : undefined
  async function open(): Promise<AppDatabase> {
    const db = await openState({ databaseDirectory, databaseUrl }, undefined, pino({ level: 'silent' }))
    let closed: Promise<void> | undefined
    const close = () => (closed ??= db.close())
    onTestFinished(close)
    return { ...db, close }
  }
  return {
    open,
    async openTwice() {
      const db = await open()
      return [db, isPostgres ? await open() : db]
    },
  }
}

export async function openTestDatabase(): Promise<AppDatabase> {
  return (await createTestDatabase()).open()
}
