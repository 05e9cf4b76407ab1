// The backups of state.db: their folder and names, how one is made, which are stored, and the one before each migration.
import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { renameDurably } from './durable-fs.ts'
import { acquireFileLock } from './file-lock.ts'
import { checkIntegrity } from './integrity.ts'

const maxCopies = 7

export interface BackupFile {
  path: string
  madeAt: Date
  /** Higher than that of every copy made before it; 0 in the names of older versions, which had none. */
  sequence: number
}

/** What was copied is damaged, so it was not stored. */
export class DamagedCopyError extends Error {
  readonly code = 'SQLITE_CORRUPT'
}

export interface CopyInProgress {
  /** Where to write the copy. */
  path: string
  /** Stores the copy if it is intact, then removes all but the last seven; throws a DamagedCopyError if it is not. */
  finish: () => void
  /** Removes what was not finished, and lets others make copies again. */
  close: () => void
}

function folderOf(directory: string): string {
  return join(directory, 'backups')
}

/** Begins a copy, one at a time in a folder; undefined if another process is making one for longer than `waitMs`. */
export function beginCopy(directory: string, waitMs: number): CopyInProgress | undefined {
  const folder = folderOf(directory)
  mkdirSync(folder, { recursive: true })
  let unlock: () => void
  try {
    unlock = acquireFileLock(join(folder, 'backup.lock'), waitMs)
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined
    throw error
  }
  const path = join(folder, 'unfinished.db')
  // Whoever holds the lock is the only one alive to whom unfinished files could belong.
  const removeUnfinished = () => {
    for (const name of readdirSync(folder))
      if (/^unfinished|-(journal|wal|shm)$/.test(name)) rmSync(join(folder, name), { force: true })
  }
  removeUnfinished()
  return {
    path,
    finish() {
      if (checkIntegrity(path) !== 'intact') throw new DamagedCopyError('the copy of state.db is damaged')
      // In WAL mode a copy would get side files whenever someone looks into it.
      const copy = new Database(path)
      copy.pragma('journal_mode = DELETE')
      copy.close()
      const sequence = (listBackups(directory)[0]?.sequence ?? 0) + 1
      const stamp = new Date().toISOString().replaceAll(':', '-')
      renameDurably(path, join(folder, `state-${String(sequence).padStart(6, '0')}-${stamp}.db`))
      for (const old of listBackups(directory).slice(maxCopies)) rmSync(old.path, { force: true })
    },
    close() {
      removeUnfinished()
      unlock()
    },
  }
}

/** The copies of a folder, the one made last first: a clock may have been wrong, so dates decide only without a number. */
export function listBackups(directory: string): BackupFile[] {
  let names: string[]
  try {
    names = readdirSync(folderOf(directory))
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const [, sequence = 0, day, hour, minute, second] =
        /^state-(?:(\d+)-)?([+-]?\d{4,6}-\d\d-\d\d)T(\d\d)-(\d\d)-([\d.]+)Z\.db$/.exec(name) ?? []
      const madeAt = new Date(`${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`)
      if (Number.isNaN(madeAt.getTime())) return []
      return [{ path: join(folderOf(directory), name), madeAt, sequence: Number(sequence) }]
    })
    .sort((a, b) => b.sequence - a.sequence || b.madeAt.getTime() - a.madeAt.getTime())
}

/** At once and not a few pages at a time: nothing may be written between the copy and the migration. */
export function backupBeforeMigration(database: Database.Database, directory: string): void {
  const copy = beginCopy(directory, 60_000)
  if (!copy) throw new Error('another process has been copying state.db for a minute')
  try {
    database.prepare('VACUUM INTO ?').run(copy.path)
    copy.finish()
  } finally {
    copy.close()
  }
}
