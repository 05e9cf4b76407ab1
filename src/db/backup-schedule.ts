// Backups of app.db made while it is in use: at startup and every day.
import type { Logger } from 'pino'
import type { AppDatabase } from './app-database.ts'
import { beginBackup } from './backup-files.ts'
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

/** Makes the first backup at once, in the background; one that fails is logged and tried again the next day. */
export function startBackups({ db, databaseDirectory, log, intervalMs = dayMs }: BackupOptions): Backups {
  let isCorruptionLogged = false
  let inProgress = createBackup()
  const timer = setInterval(() => {
    inProgress = inProgress.then(createBackup)
  }, intervalMs).unref()

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
      clearInterval(timer)
      await inProgress
    },
  }
}
