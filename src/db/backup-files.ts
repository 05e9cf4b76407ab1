// The backups of app.db: their folder and names, how one is made, how many are retained, and the one before a migration.
import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { renameDurably } from './durable-fs.ts'
import { acquireFileLock } from './file-lock.ts'
import { checkIntegrity } from './integrity.ts'

const maxBackups = 7

export interface BackupFile {
  path: string
  madeAt: Date
  /** Higher than that of every backup made before it. */
  sequence: number
}

/** The database that was copied is corrupt, so the copy was not stored. */
class CorruptBackupError extends Error {
  readonly code = 'SQLITE_CORRUPT'
}

export interface BackupInProgress {
  /** Where to write the copy. */
  path: string
  /** Stores the copy if it is intact, then deletes all but the last seven; throws a CorruptBackupError if it is not. */
  commit: () => void
  /** Deletes what was not committed, and lets others make backups again. */
  close: () => void
}

function backupDirectory(directory: string): string {
  return join(directory, 'backups')
}

/** Begins a backup, one at a time in a directory; undefined if another process is making one for longer than `waitMs`. */
export function beginBackup(directory: string, waitMs: number): BackupInProgress | undefined {
  const folder = backupDirectory(directory)
  mkdirSync(folder, { recursive: true })
  let release: () => void
  try {
    release = acquireFileLock(join(folder, 'backup.lock'), waitMs)
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined
    throw error
  }
  const path = join(folder, 'backup.tmp.db')
  // Only the holder of the lock can have temporary files that are still in use.
  const removeTempFiles = () => {
    for (const name of readdirSync(folder))
      if (/^backup\.tmp|-(journal|wal|shm)$/.test(name)) rmSync(join(folder, name), { force: true })
  }
  removeTempFiles()
  return {
    path,
    commit() {
      if (checkIntegrity(path) !== 'intact') throw new CorruptBackupError('the copy of app.db is corrupt')
      // In WAL mode a backup would get side files whenever someone opens it.
      const copy = new Database(path)
      copy.pragma('journal_mode = DELETE')
      copy.close()
      const sequence = (listBackups(directory)[0]?.sequence ?? 0) + 1
      const stamp = new Date().toISOString().replaceAll(':', '-')
      renameDurably(path, join(folder, `app-${String(sequence).padStart(6, '0')}-${stamp}.db`))
      for (const old of listBackups(directory).slice(maxBackups)) rmSync(old.path, { force: true })
    },
    close() {
      removeTempFiles()
      release()
    },
  }
}

/** The backups of a directory, the last one made first: by number, because the clock may have been wrong. */
export function listBackups(directory: string): BackupFile[] {
  let names: string[]
  try {
    names = readdirSync(backupDirectory(directory))
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const [, sequence, day, hour, minute, second] =
        /^app-(\d+)-([+-]?\d{4,6}-\d\d-\d\d)T(\d\d)-(\d\d)-([\d.]+)Z\.db$/.exec(name) ?? []
      const madeAt = new Date(`${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`)
      if (Number.isNaN(madeAt.getTime())) return []
      return [{ path: join(backupDirectory(directory), name), madeAt, sequence: Number(sequence) }]
    })
    .sort((a, b) => b.sequence - a.sequence)
}

/** In one go and not a few pages at a time: nothing may be written between the backup and the migration. */
export function backupBeforeMigration(database: Database.Database, directory: string): void {
  const backup = beginBackup(directory, 60_000)
  if (!backup) throw new Error('another process has been backing up app.db for a minute')
  try {
    database.prepare('VACUUM INTO ?').run(backup.path)
    backup.commit()
  } finally {
    backup.close()
  }
}
