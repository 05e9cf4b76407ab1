// Turns the errors that can stop a build into a failure that says what to do.
import { DataFileError } from '../data/build/data-files.ts'
import { isDatabaseAway } from '../db/database-away.ts'
import { BuildLockedError } from './build-lock.ts'
import type { BuildFailure } from './build-result.ts'

/** What stopped a build and how to fix it; undefined for an unexpected error. */
export function describeBuildError(error: unknown, databaseDirectory: string): BuildFailure | undefined {
  if (error instanceof DataFileError) return { outcome: 'failed', reason: error.message, fix: error.fix }
  if (isDatabaseAway(error))
    return {
      outcome: 'failed',
      reason: 'PostgreSQL cannot be reached',
      fix: 'check that it runs, then try again',
    }
  const { code = '', path = '' } = error as { code?: string; path?: string }
  const failed = (reason: string, fix: string): BuildFailure => ({
    outcome: 'failed',
    reason: `${reason} (${code})`,
    fix,
  })
  if (error instanceof BuildLockedError)
    return {
      ...failed('another process is building a revision', 'wait until it has ended, then try again'),
      isLocked: true,
    }
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR_(WRITE|TRUNCATE|SHMSIZE))/.test(code))
    return failed(`there is no space left in ${databaseDirectory}`, 'free some space there')
  if (/^(SQLITE_BUSY|SQLITE_LOCKED)/.test(code))
    return failed('another process holds a lock on app.db', 'wait until it has ended, then try again')
  if (/^(EACCES|EROFS|EPERM|SQLITE_(CANTOPEN|READONLY|PERM|IOERR))/.test(code))
    return failed(`${databaseDirectory} is not writable`, 'check its permissions')
  if (/^(EEXIST|ENOTDIR|EISDIR)$/.test(code)) return failed(`${path} is in the way`, 'move it elsewhere')
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return failed(
      `a database in ${databaseDirectory} is corrupt`,
      'restart Entente, which restores it from a backup',
    )
  return undefined
}
