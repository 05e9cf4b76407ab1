// A state.db that is damaged or lost: set aside under another name, the newest sound copy in its place, and said.
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Logger } from 'pino'
import { factsFiles } from '../data/query/revision-file.ts'
import { moveFile } from './durable-fs.ts'
import { copies } from './backup-files.ts'
import { checkIntegrity } from './integrity.ts'
import { makeFolder } from './make-directory.ts'
import { restrictFolder } from './private-directory.ts'
import { openState, statePath, type State } from './app-database.ts'
import { lock } from '../revisions/build-lock.ts'

/**
 * Opens the state of a folder, after mending it where it cannot be trusted. Throws SQLITE_BUSY when it is to be mended
 * and another process holds the lock for as long as `waitMs`.
 */
export function openSoundState(directory: string, log: Logger, waitMs?: number): State {
  makeFolder(directory)
  restrictFolder(directory, (error) => {
    log.warn(
      { err: error },
      'others may read files in DATABASE_DIR, which belongs to another user: make it belong to the user that runs Entente',
    )
  })
  if (!trouble(directory)) return openState(directory)
  const unlock = lock(directory, waitMs)
  try {
    // Another process that starts may have mended it in the meantime.
    const what = trouble(directory)
    if (!what) return openState(directory)
    const done = mend(directory)
    const state = openState(directory)
    state.note({ who: 'start', deed: 'mend', detail: `state.db was ${what}; ${done}` })
    log.error(`state.db was ${what}; ${done}: see "When state.db is damaged" in docs/operators.md`)
    return state
  } finally {
    unlock()
  }
}

/** What is wrong with a folder's state.db, or undefined. */
function trouble(directory: string): 'damaged' | 'lost' | undefined {
  const path = statePath(directory)
  if (!existsSync(path)) return copies(directory).length > 0 ? 'lost' : undefined
  const integrity = checkIntegrity(path)
  if (integrity !== 'empty') return integrity === 'damaged' ? 'damaged' : undefined
  // What begins empty is a new database; where there are facts or copies, it had been a full one.
  return copies(directory).length > 0 || factsFiles(directory).length > 0 ? 'damaged' : undefined
}

/** Returns what was done, as half a sentence. */
function mend(directory: string): string {
  const path = statePath(directory)
  const aside = join(directory, `state-damaged-${new Date().toISOString().replaceAll(':', '-')}.db`)
  // What SQLite keeps beside a database belongs to it and would spoil another one.
  const parts = ['', '-wal', '-shm'].filter((part) => existsSync(path + part))
  for (const part of parts) renameSync(path + part, aside + part)
  const setAside = parts.length > 0 ? `it was set aside as ${basename(aside)}, and ` : ''
  const copy = copies(directory).find(({ path }) => checkIntegrity(path) === 'intact')
  if (!copy) return `${setAside}there was no copy, so it begins anew`
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  copyFileSync(copy.path, unfinished)
  moveFile(unfinished, path)
  return `${setAside}the copy of ${copy.madeAt.toISOString()} took its place`
}
