// Backups of app.db made while it is in use: once a day, however often Entente starts.
import type { Logger } from 'pino'
import type { AppDatabase } from './app-database.ts'
import { beginBackup, listBackups } from './backup-files.ts'
import { isCorruption } from './integrity.ts'

const dayMs = 24 * 60 * 60_000

export interface Backups {
  /** Resolves when a running backup is finished; no more are made. */
  close: () => Promise<void>
}

export interface BackupOptions {
  db: Pick<AppDatabase, 'backupTo'>
  databaseDirectory: string
  log: Logger
  intervalMs?: number
}

/**
 * Makes a backup whenever the newest is a day old, in the background; one that fails is logged and tried again the next
 * day. More of them would push out the older ones, such as the one before a migration, if Entente keeps crashing.
 */
export function startBackups({ db, databaseDirectory, log, intervalMs = dayMs }: BackupOptions): Backups {
  let isCorruptionLogged = false
  let inProgress = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const backUpIn = (ms: number) => {
    if (ms > 0) timer = setTimeout(backUpIn, ms, 0).unref()
    else {
      timer = setTimeout(backUpIn, intervalMs, 0).unref()
      inProgress = inProgress.then(createBackup)
    }
  }
  backUpIn(msUntilNext(databaseDirectory, intervalMs))

  async function createBackup(): Promise<void> {
    try {
      // Another process that is making one copies the same database.
      const backup = beginBackup(databaseDirectory, 0)
      if (!backup) return
      try {
        await db.backupTo(backup.path)
        backup.commit()
      } finally {
        backup.close()
      }
      isCorruptionLogged = false
    } catch (error) {
      if (!isCorruption(error)) {
        log.error({ err: error }, 'backup failed: check free space and permissions of DATABASE_DIR/backups')
      } else if (!isCorruptionLogged) {
        isCorruptionLogged = true
        log.error(
          'app.db is corrupt, so it was not backed up and the older backups stay: restart Entente, which restores the newest one',
        )
      }
    }
  }

  return {
    async close() {
      clearTimeout(timer)
      await inProgress
    },
  }
}

/** Zero if there is no backup, or one with a date in the future, which a wrong clock gave it. */
function msUntilNext(directory: string, intervalMs: number): number {
  const [newest] = listBackups(directory)
  const age = newest ? Date.now() - newest.madeAt.getTime() : intervalMs
  return age < 0 ? 0 : Math.max(0, intervalMs - age)
}
