// Takes from other users of the machine what an earlier version let them read: user ids and what users wrote.
import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The permission bits of everyone but the owner. */
const groupAndOthersMask = 0o077

/** Databases, the lock, and what SQLite puts beside them. */
const ownFilePattern = /^(state|facts|staged-facts|building-facts|seed)[^/]*\.(db|lock)/
const ownDirectories = ['backups', 'pictures']
/** Neither is opened to others by a folder that is closed to them. */
const ignored = ['emulator', 'lost+found']

/**
 * Makes the folder of the databases and the bot's own files in it accessible to their owner alone. Files of others are
 * not touched, nor is a folder that holds any. `warn` is called once at most, where the owner is another user.
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
  let refused: Error | undefined
  for (const name of own) {
    try {
      restrict(join(directory, name), chmod)
    } catch (error) {
      // Another process may have removed it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') refused ??= error as Error
    }
  }
  if (refused) warn(refused)
}

function restrict(path: string, chmod: typeof chmodSync): void {
  const status = lstatSync(path)
  if (status.isSymbolicLink() || (status.mode & groupAndOthersMask) === 0) return
  chmod(path, status.mode & 0o7777 & ~groupAndOthersMask)
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
