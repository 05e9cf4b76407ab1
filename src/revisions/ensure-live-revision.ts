// Makes sure at startup that an intact revision is live: builds one if the data files changed, or rebuilds a corrupt one.
import type { Database } from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import { attributes } from '../data/model/attributes.ts'
import { hashFiles, type DataPaths } from '../data/model/data-file.ts'
import {
  listRevisionNumbers,
  openRevisionFile,
  revisionPath,
  readSourceFiles,
} from '../data/query/revision-file.ts'
import { DataFileError, importedDirectory, readAllFiles } from '../data/build/data-files.ts'
import { formatProblem } from '../data/model/problem.ts'
import { removeTempFiles } from '../data/build/temp-files.ts'
import type { LiveRevision } from '../db/revisions.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { runBuildProcess } from './build-process.ts'
import { tryWithBuildLock } from './build-lock.ts'
import type { BuildStep } from './build-result.ts'
import { fetchLiveRevision } from './revision-files.ts'
import type { SeedOptions } from './publish.ts'

const maxLoggedProblems = 20

/** The steps that a log tells of: a first start takes most of its time between them. */
const milestones: ReadonlySet<BuildStep> = new Set(['locked', 'checked', 'written'])

/** There are no facts to answer from; the message says what is wrong with the data files. */
export class NoFactsError extends Error {}

/**
 * Returns when the live revision has an intact file, built from the data files if these have changed: that file, if it
 * was intact before. If a revision is live already, it does not wait longer than `waitMs`: the build goes on, and goes
 * live when it is done.
 */
export async function ensureLiveRevision(
  paths: DataPaths,
  db: AppDatabase,
  log: Logger,
  waitMs = 30_000,
): Promise<Database | undefined> {
  const { databaseDirectory } = paths
  await prepareFolder(db, databaseDirectory)
  const live = await db.live()
  const file = live && openIfIntact(databaseDirectory, live)
  if (!file) {
    await rebuildRevision(paths, db, log)
    return undefined
  }
  const hash = hashOrError(paths)
  if (hash === live.hash) return file
  file.close()
  if (hash instanceof DataFileError) {
    log.error(`${describe(hash)}; serving the last good revision until then`)
    return undefined
  }
  if (live.pinnedByRollback) {
    log.warn({ revision: live.number }, 'live revision is pinned by a rollback; not reseeding')
    return undefined
  }
  const build = buildRevision(paths, log).then((isBuilt) => {
    if (!isBuilt) log.error({ revision: live.number }, 'data files invalid; keeping the last good revision')
  })
  const slow = wait(waitMs, 'slow', { ref: false })
  if ((await Promise.race([build, slow])) === 'slow')
    log.warn({ revision: live.number }, 'building takes long; serving the last good revision until then')
  return undefined
}

/**
 * Builds the facts if the live revision has no intact file: from its own source files if a revision file still has
 * them, or from the data files, or from the newest source files that can be built, or from the files that come with
 * Entente alone. Throws a NoFactsError if none can.
 */
export async function rebuildRevision(paths: DataPaths, db: AppDatabase, log: Logger): Promise<void> {
  const { databaseDirectory } = paths
  const live = await db.live()
  const hash = hashOrError(paths)
  const unreadable = hash instanceof DataFileError ? describe(hash) : undefined
  if (live) {
    if (unreadable !== undefined) log.error(`${unreadable}; serving the last good revision until then`)
    log.warn({ revision: live.number }, 'revision file missing, corrupt or incompatible; rebuilding')
    const same = revisionWithSource(databaseDirectory, live.hash)
    if (same !== undefined && (await buildRevision(paths, log, { fromRevision: same }))) return
  }
  if (unreadable === undefined && (await buildRevision(paths, log))) return
  const newest = live && revisionWithSource(databaseDirectory)
  if (newest !== undefined && (await buildRevision(paths, log, { fromRevision: newest }))) return
  if (existsSync(importedDirectory(databaseDirectory))) {
    log.error(
      'building without the imported files: fix the problems logged above, or remove files with /admin articles',
    )
    if (await buildRevision(paths, log, { withoutImported: true })) return
  }
  throw new NoFactsError(
    'There are no facts to answer from, and ' +
      (unreadable ??
        'the data files could not be built: fix the problems logged above, check them with "npm run seed -- --check"') +
      ', then start again.',
  )
}

function describe({ message, fix }: DataFileError): string {
  return `${message}: ${fix}`
}

/** The hash of the data files, or why they cannot be read. */
function hashOrError(paths: DataPaths): string | DataFileError {
  try {
    return hashFiles(readAllFiles(paths), attributes)
  } catch (error) {
    if (error instanceof DataFileError) return error
    throw error
  }
}

function openIfIntact(directory: string, { number, fileHash }: LiveRevision): Database | undefined {
  try {
    return openRevisionFile(revisionPath(directory, number), fileHash)
  } catch {
    return undefined
  }
}

/** The newest revision whose file has all the source files that it was built from, with this hash if there is one. */
function revisionWithSource(directory: string, hash?: string): number | undefined {
  return listRevisionNumbers(directory).find((number) => {
    const source = readSourceFiles(revisionPath(directory, number))
    return source && (hash === undefined || source.hash === hash)
  })
}

/**
 * Removes what killed builds have left behind, and fetches what other machines have published; a running build holds the
 * lock and does so itself.
 */
async function prepareFolder(db: AppDatabase, directory: string): Promise<void> {
  await tryWithBuildLock(directory, async () => {
    removeTempFiles(directory)
    removeTempFiles(directory, /\.fetched-\d+\.tmp$/)
    await fetchLiveRevision(db, directory)
  })
}

async function buildRevision(
  paths: DataPaths,
  log: Logger,
  files: Pick<SeedOptions, 'fromRevision' | 'withoutImported'> = {},
): Promise<boolean> {
  const result = await runBuildProcess(
    paths,
    { type: 'reseed', actor: 'start', ...files },
    {
      onStep: (step) => log[milestones.has(step) ? 'info' : 'debug']({ step }, 'building the facts'),
    },
  )
  if (result.outcome === 'published') log.info(result, 'revision published')
  if (result.outcome === 'failed') log.error(`${result.reason}: ${result.fix}`)
  if (result.outcome === 'invalid') {
    for (const problem of result.problems.slice(0, maxLoggedProblems)) log.error(formatProblem(problem))
    const more = result.total - maxLoggedProblems
    if (more > 0) log.error(`${more} more problems: "npm run validate:data" lists them all`)
  }
  return result.outcome === 'published' || result.outcome === 'unchanged'
}
