// Copies of state.db made while it is in use: at the start and every day; the last seven are kept.
import type { Logger } from 'pino'
import { beginCopy } from './backup-files.ts'
import { isCorruption } from './integrity.ts'
import type { AppDatabase } from './app-database.ts'

const dayMs = 24 * 60 * 60_000

export interface Backups {
  /** Resolves when a copy under way is finished; no more are made. */
  close: () => Promise<void>
}

export interface BackupOptions {
  state: Pick<AppDatabase, 'backupTo'>
  databaseDirectory: string
  log: Logger
  everyMs?: number
}

/** Makes the first copy at once, beside everything else; a copy that fails is logged and tried again the next day. */
export function startBackups({ state, databaseDirectory, log, everyMs = dayMs }: BackupOptions): Backups {
  let saidDamaged = false
  let inProgress = createBackup()
  const timer = setInterval(() => {
    inProgress = inProgress.then(createBackup)
  }, everyMs).unref()

  async function createBackup(): Promise<void> {
    try {
      // Another process that is at it copies the same state.
      const copy = beginCopy(databaseDirectory, 0)
      if (!copy) return
      try {
        await state.backupTo(copy.path)
        copy.finish()
      } finally {
        copy.close()
      }
      saidDamaged = false
    } catch (error) {
      if (!isCorruption(error)) {
        log.error({ err: error }, 'backup failed: check free space and permissions of DATABASE_DIR/backups')
      } else if (!saidDamaged) {
        saidDamaged = true
        log.error(
          'state.db is damaged, so it was not copied and the older copies stay: start Entente again, which sets it aside and puts the newest copy in its place',
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
