// Copies of state.db made while it is in use: at the start and every day; the last seven are kept.
import type { Logger } from 'pino'
import { finishCopy, unfinishedCopy } from '../state/copies.ts'
import type { State } from '../state/state.ts'

const dayMs = 24 * 60 * 60_000

export interface Backups {
  /** Resolves when a copy under way is finished; no more are made. */
  close: () => Promise<void>
}

export interface BackupOptions {
  state: State
  databaseDirectory: string
  log: Logger
  everyMs?: number
}

/** Makes the first copy at once, beside everything else; a copy that fails is logged and tried again the next day. */
export function startBackups({ state, databaseDirectory, log, everyMs = dayMs }: BackupOptions): Backups {
  let underWay = make()
  const timer = setInterval(() => {
    underWay = underWay.then(make)
  }, everyMs).unref()

  async function make(): Promise<void> {
    try {
      const unfinished = unfinishedCopy(databaseDirectory)
      await state.copyTo(unfinished)
      finishCopy(databaseDirectory, unfinished, new Date())
    } catch (error) {
      log.error(
        { err: error },
        'state.db could not be copied: see to room and rights in DATABASE_DIR/backups',
      )
    }
  }

  return {
    async close() {
      clearInterval(timer)
      await underWay
    },
  }
}
