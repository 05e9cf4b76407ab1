// A state.db that is damaged or lost: set aside under another name, the newest sound copy in its place, and said.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Logger } from 'pino'
import { listRevisionNumbers } from '../data/query/revision-file.ts'
import { renameDurably } from './durable-fs.ts'
import { listBackups } from './backup-files.ts'
import { checkIntegrity } from './integrity.ts'
import { makeDirectory } from './make-directory.ts'
import { restrictPermissions } from './private-directory.ts'
import { openAppDatabase, appDatabasePath, type AppDatabase } from './app-database.ts'
import { acquireBuildLock } from '../revisions/build-lock.ts'

/**
 * Opens the state of a folder, after mending it where it cannot be trusted. Throws SQLITE_BUSY when it is to be mended
 * and another process holds the lock for as long as `waitMs`.
 */
export function openOrRestoreDatabase(directory: string, log: Logger, waitMs?: number): AppDatabase {
  makeDirectory(directory)
  restrictPermissions(directory, (error) => {
    log.warn(
      { err: error },
      'others may read files in DATABASE_DIR, which belongs to another user: make it belong to the user that runs Entente',
    )
  })
  if (!findCorruption(directory)) return openAppDatabase(directory)
  const unlock = acquireBuildLock(directory, waitMs)
  try {
    // Another process that starts may have mended it in the meantime.
    const what = findCorruption(directory)
    if (!what) return openAppDatabase(directory)
    const done = restoreLatestBackup(directory)
    const state = openAppDatabase(directory)
    state.appendAudit({ who: 'start', deed: 'mend', detail: `state.db was ${what}; ${done}` })
    log.error(`state.db was ${what}; ${done}: see "When state.db is damaged" in docs/operators.md`)
    return state
  } finally {
    unlock()
  }
}

/** What is wrong with a folder's state.db, or undefined. */
function findCorruption(directory: string): 'damaged' | 'lost' | undefined {
  const path = appDatabasePath(directory)
  if (!existsSync(path)) return listBackups(directory).length > 0 ? 'lost' : undefined
  const integrity = checkIntegrity(path)
  if (integrity !== 'empty') return integrity === 'damaged' ? 'damaged' : undefined
  // What begins empty is a new database; where there are facts or copies, it had been a full one.
  return listBackups(directory).length > 0 || listRevisionNumbers(directory).length > 0
    ? 'damaged'
    : undefined
}

/** Returns what was done, as half a sentence. */
function restoreLatestBackup(directory: string): string {
  const path = appDatabasePath(directory)
  const aside = join(directory, `state-damaged-${new Date().toISOString().replaceAll(':', '-')}.db`)
  // What SQLite keeps beside a database belongs to it and would spoil another one.
  const parts = ['', '-wal', '-shm'].filter((part) => existsSync(path + part))
  for (const part of parts) renameSync(path + part, aside + part)
  const quarantined = parts.length > 0 ? `it was set aside as ${basename(aside)}, and ` : ''
  const copy = listBackups(directory).find(({ path }) => checkIntegrity(path) === 'intact')
  if (!copy) return `${quarantined}there was no copy, so it begins anew`
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  copyFileSync(copy.path, unfinished)
  renameDurably(unfinished, path)
  return `${quarantined}the copy of ${copy.madeAt.toISOString()} took its place`
}
