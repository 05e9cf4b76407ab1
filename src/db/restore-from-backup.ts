// Opens app.db; a corrupt or missing one is set aside and replaced by the newest intact backup, and the log says so.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Logger } from 'pino'
import { listRevisionNumbers } from '../data/query/revision-file.ts'
import { appDatabasePath, openAppDatabase, type AppDatabase } from './app-database.ts'
import { listBackups } from './backup-files.ts'
import { renameDurably } from './durable-fs.ts'
import { acquireDirectoryLock } from './file-lock.ts'
import { checkIntegrity } from './integrity.ts'
import { warnAboutOldFiles } from './old-files.ts'
import { makePrivateDirectory } from './private-directory.ts'

/**
 * Opens the database of a directory, after restoring it from a backup if need be. Throws SQLITE_BUSY if it must be
 * restored and another process holds the directory's lock for as long as `waitMs`.
 */
export async function openOrRestoreDatabase(
  directory: string,
  log: Logger,
  waitMs = 120_000,
): Promise<AppDatabase> {
  makePrivateDirectory(directory, log)
  warnAboutOldFiles(directory, log)
  if (!mayNeedRestoring(directory)) return openAppDatabase(directory)
  const release = acquireDirectoryLock(directory, waitMs)
  try {
    // Another process may have restored it in the meantime.
    const corruption = findCorruption(directory)
    if (!corruption) return openAppDatabase(directory)
    const outcome = `app.db was ${corruption}; ${restoreLatestBackup(directory)}`
    const db = openAppDatabase(directory)
    await db.appendAudit({ actor: 'start', action: 'restore', detail: outcome })
    log.error(`${outcome}: see "If app.db is corrupt" in docs/operators.md`)
    return db
  } finally {
    release()
  }
}

/** Without the lock: another process that restores the database may rename it at any moment. */
function mayNeedRestoring(directory: string): boolean {
  try {
    return findCorruption(directory) !== undefined
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_CANTOPEN') return true
    throw error
  }
}

/** What is wrong with a directory's app.db, or undefined. */
function findCorruption(directory: string): 'corrupt' | 'missing' | undefined {
  const path = appDatabasePath(directory)
  if (!existsSync(path)) return listBackups(directory).length > 0 ? 'missing' : undefined
  const integrity = checkIntegrity(path)
  if (integrity !== 'empty') return integrity === 'corrupt' ? 'corrupt' : undefined
  // A new database is empty too; but if there are revisions or backups, it was not empty before.
  return listBackups(directory).length > 0 || listRevisionNumbers(directory).length > 0
    ? 'corrupt'
    : undefined
}

/** Returns what was done, as part of a sentence. */
function restoreLatestBackup(directory: string): string {
  const path = appDatabasePath(directory)
  const corruptPath = join(directory, `app-corrupt-${new Date().toISOString().replaceAll(':', '-')}.db`)
  // The files that SQLite puts next to a database belong to it, and would corrupt another one.
  const suffixes = ['', '-wal', '-shm'].filter((suffix) => existsSync(path + suffix))
  for (const suffix of suffixes) renameSync(path + suffix, corruptPath + suffix)
  const renamed = suffixes.length > 0 ? `renamed to ${basename(corruptPath)}, ` : ''
  const backup = listBackups(directory).find((file) => checkIntegrity(file.path) === 'intact')
  if (!backup) return `${renamed}no intact backup found, so a new one was created`
  const tmpPath = `${path}.tmp`
  rmSync(tmpPath, { force: true })
  copyFileSync(backup.path, tmpPath)
  renameDurably(tmpPath, path)
  return `${renamed}restored from the backup of ${backup.madeAt.toISOString()}`
}
