// Makes the files of the databases accessible only to their owner: they hold user ids and what users wrote.
import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { makeDirectory } from './make-directory.ts'

/** The permission bits of everyone but the owner. */
const groupAndOthersMask = 0o077

/** Databases, the lock, what SQLite puts next to them, and what the health check writes. */
const ownFilePattern =
  /^(health\.tmp|app\.db|app-corrupt-|revision-\d+\.db|staged-\d+\.db|building\.tmp\.db|build\.lock)/
const ownDirectories = ['articles', 'backups', 'images']
/** Nobody can reach them through a directory that is closed to others. */
const ignored = ['emulator', 'lost+found']

/** Creates the database directory if it is missing, and restricts it as `restrictPermissions` does. */
export function makePrivateDirectory(directory: string, log: Logger): void {
  makeDirectory(directory)
  restrictPermissions(directory, (error) => {
    log.warn(
      { err: error },
      'DATABASE_DIR belongs to another user, so other users may be able to read files in it: change its owner to the user that runs Entente',
    )
  })
}

/**
 * Restricts the database directory and the bot's own files in it to their owner. Other files are not touched, nor is a
 * directory that has any. `warn` is called at most once, if the owner is another user.
 */
export function restrictPermissions(
  directory: string,
  warn: (error: Error) => void,
  chmod: typeof chmodSync = chmodSync,
): void {
  const entries = namesIn(directory)
  const isShared = entries.some(
    (name) => !ownFilePattern.test(name) && ![...ownDirectories, ...ignored].includes(name),
  )
  const inside = entries
    .filter((name) => ownDirectories.includes(name))
    .flatMap((folder) => [folder, ...namesIn(join(directory, folder)).map((name) => join(folder, name))])
  const own = [...(isShared ? [] : ['.']), ...entries.filter((name) => ownFilePattern.test(name)), ...inside]
  let firstError: Error | undefined
  for (const name of own) {
    try {
      restrict(join(directory, name), chmod)
    } catch (error) {
      // Another process may have removed it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') firstError ??= error as Error
    }
  }
  if (firstError) warn(firstError)
}

function restrict(path: string, chmod: typeof chmodSync): void {
  const status = lstatSync(path)
  if (status.isSymbolicLink() || (status.mode & groupAndOthersMask) === 0) return
  chmod(path, status.mode & 0o7777 & ~groupAndOthersMask)
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
