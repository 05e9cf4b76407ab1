// What a start does about the facts: nothing, a build in a process of its own, or the repair of a damaged file.
import type { Logger } from 'pino'
import { attributes } from '../data/model/attributes.ts'
import {
  listRevisionNumbers,
  revisionPath,
  readIntactHash,
  readSourceFiles,
} from '../data/query/revision-file.ts'
import { DataFileError, readDataFiles } from '../data/build/data-files.ts'
import { hashFiles } from '../data/model/data-file.ts'
import { formatProblem } from '../data/model/problem.ts'
import { removeTempFiles } from '../data/build/write-database.ts'
import type { LiveRevision } from '../db/revisions.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { runBuildProcess } from './build-process.ts'
import type { DataPaths } from '../data/model/data-file.ts'
import { acquireBuildLock } from './build-lock.ts'

const maxLoggedProblems = 20

/** There are no facts to answer from; the message says what is wrong with the files. */
export class NoFactsError extends Error {}

/** Leaves the live revision pointing at an intact facts file, built from the data files if these have changed. */
export async function ensureLiveRevision(folders: DataPaths, state: AppDatabase, log: Logger): Promise<void> {
  const { dataDirectory, databaseDirectory } = folders
  removeLeftovers(databaseDirectory)
  const live = state.live()
  if (!live || !isIntact(databaseDirectory, live)) return rebuildFacts(folders, state, log)
  const hash = hashOrError(dataDirectory)
  if (hash === live.hash) return
  if (hash instanceof DataFileError) {
    log.error(`${sentence(hash)}; until then the last good facts answer`)
    return
  }
  if (live.pinnedByRollback) {
    log.warn({ revision: live.number }, 'live revision is pinned by a rollback; not reseeding')
    return
  }
  if (await buildRevision(folders, log)) return
  log.error({ revision: live.number }, 'data files invalid; keeping the last good revision')
}

/**
 * Builds the facts where there is no intact file of the live revision: from its text where a facts file still has that,
 * or from the data files, or from the newest text that can be built. Throws a NoFactsError if none can.
 */
export async function rebuildFacts(folders: DataPaths, state: AppDatabase, log: Logger): Promise<void> {
  const { dataDirectory, databaseDirectory } = folders
  const live = state.live()
  const hash = hashOrError(dataDirectory)
  const unreadable = hash instanceof DataFileError ? sentence(hash) : undefined
  if (live) {
    if (unreadable !== undefined) log.error(`${unreadable}; until then the last good facts answer`)
    log.warn({ revision: live.number }, 'revision file missing, corrupt or incompatible; rebuilding')
    const same = revisionWithText(databaseDirectory, live.hash)
    if (same !== undefined && (await buildRevision(folders, log, same))) return
  }
  if (unreadable === undefined && (await buildRevision(folders, log))) return
  const newest = live && revisionWithText(databaseDirectory)
  if (newest !== undefined && (await buildRevision(folders, log, newest))) return
  throw new NoFactsError(
    'There are no facts to answer from, and ' +
      (unreadable ??
        'the data files could not be built: mend what the lines above name, try it with "npm run seed -- --check"') +
      ', then start again.',
  )
}

function sentence({ message, fix }: DataFileError): string {
  return `${message}: ${fix}`
}

/** The hash of the data files, or why they cannot be read. */
function hashOrError(dataDirectory: string): string | DataFileError {
  try {
    return hashFiles(readDataFiles(dataDirectory), attributes)
  } catch (error) {
    if (error instanceof DataFileError) return error
    throw error
  }
}

function isIntact(directory: string, { number, hash, fileHash }: LiveRevision): boolean {
  return readIntactHash(revisionPath(directory, number), fileHash) === hash
}

/** The newest revision whose file has the whole text that it was built from, of that hash where one is given. */
function revisionWithText(directory: string, hash?: string): number | undefined {
  return listRevisionNumbers(directory).find((number) => {
    const source = readSourceFiles(revisionPath(directory, number))
    return source && (hash === undefined || source.hash === hash)
  })
}

/** Removes what builders that were killed have left; a builder that is alive holds the lock, and removes it itself. */
function removeLeftovers(directory: string): void {
  let unlock: () => void
  try {
    unlock = acquireBuildLock(directory, 0)
  } catch {
    return
  }
  try {
    removeTempFiles(directory)
  } finally {
    unlock()
  }
}

async function buildRevision(folders: DataPaths, log: Logger, fromRevision?: number): Promise<boolean> {
  const from = fromRevision === undefined ? [] : ['--from-revision', String(fromRevision)]
  const outcome = await runBuildProcess(folders, ['--by', 'start', ...from], (step) =>
    log.debug({ step }, 'seed step'),
  )
  if (outcome.outcome === 'applied') log.info(outcome, 'revision published')
  if (outcome.outcome === 'failed') log.error(`${outcome.why}: ${outcome.cure}`)
  if (outcome.outcome === 'refused') {
    for (const problem of outcome.problems.slice(0, maxLoggedProblems)) log.error(formatProblem(problem))
    const more = outcome.total - maxLoggedProblems
    if (more > 0) log.error(`${more} more problems: "npm run validate:data" lists them all`)
  }
  return outcome.outcome === 'applied' || outcome.outcome === 'unchanged'
}
