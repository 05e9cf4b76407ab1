// Opens the state: app.db in the directory, or PostgreSQL where a URL is set, which is loaded only then.
import { pino, type Logger } from 'pino'
import type { DataPaths } from '../data/model/data-file.ts'
import { openAppDatabase, type AppDatabase } from './app-database.ts'
import type { Notifications } from './notifications.ts'
import { makePrivateDirectory } from './private-directory.ts'
import { openOrRestoreDatabase } from './restore-from-backup.ts'

type StatePaths = Pick<DataPaths, 'databaseDirectory' | 'databaseUrl'>

/**
 * @param timeoutMs how long a statement may wait
 * @throws DatabaseError
 */
export async function openState(
  { databaseDirectory, databaseUrl }: StatePaths,
  timeoutMs?: number,
  log: Logger = pino({ level: 'silent' }),
): Promise<AppDatabase> {
  if (databaseUrl === undefined)
    return openAppDatabase(databaseDirectory, timeoutMs === undefined ? {} : { timeoutMs })
  const { openPostgresDatabase } = await import('./postgres-database.ts')
  return openPostgresDatabase(databaseUrl, log, timeoutMs)
}

/** The same at startup, with a directory that is private, and after restoring app.db from a backup if need be. */
export async function openStateAtStart(paths: StatePaths, log: Logger, waitMs: number): Promise<AppDatabase> {
  const { databaseDirectory, databaseUrl } = paths
  if (databaseUrl === undefined) return openOrRestoreDatabase(databaseDirectory, log, waitMs)
  makePrivateDirectory(databaseDirectory, log)
  return openState(paths, undefined, log)
}

/** Calls back when another process has changed what every process holds in memory; app.db is polled instead. */
export async function listenToState(
  url: string | undefined,
  log: Logger,
  onChange: () => Promise<void>,
): Promise<Notifications | undefined> {
  if (url === undefined) return undefined
  const { listenToNotifications } = await import('./notifications.ts')
  return listenToNotifications({ url, log, onChange })
}
