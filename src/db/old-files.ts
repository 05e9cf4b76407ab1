// Files in the names of versions before the first release, which this one does not read.
import { readdirSync } from 'node:fs'
import type { Logger } from 'pino'

/** Logs one warning if a directory has any, because without it the data in them would seem lost. */
export function warnAboutOldFiles(directory: string, log: Logger): void {
  const names = readdirSync(directory).filter((name) => /^(state|facts-\d+)\.db$/.test(name))
  if (names.length === 0) return
  log.warn(
    `DATABASE_DIR has databases of an unreleased version, which are not read (${names.join(', ')}): delete them, or move them elsewhere`,
  )
}
