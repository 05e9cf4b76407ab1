// Goes back to an earlier revision: shows what would change, and makes it live only if nothing changed meanwhile.
import { DataFileError, readAllFiles } from '../data/build/data-files.ts'
import { attributes } from '../data/model/attributes.ts'
import { hashFiles, type DataPaths } from '../data/model/data-file.ts'
import { readImportedOf, revisionPath, readIntactHash } from '../data/query/revision-file.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { withBuildLock, type BuildOptions } from './build-lock.ts'
import { shortHash, type BuildResult, type Plan } from './build-result.ts'
import { replaceImportedFiles } from './imported-folder.ts'
import { fetchRevision, shareFile } from './revision-files.ts'
import { diffWithFile, folderChangeTo, type PlannedDiff } from './staged-plan.ts'

/** The requested revision and, if a diff was shown, the live one that it was compared with. */
export type RollbackRequest = Pick<Plan, 'toRevision'> & Partial<Pick<Plan, 'fromRevision'>>

/** Why there is nothing to go back to. */
type NoRollback = Extract<BuildResult, { outcome: 'unchanged' | 'stale' | 'missing' }>

/** What would change if an earlier revision became live; takes some tens of milliseconds. */
export async function planRollback(
  db: AppDatabase,
  databaseDirectory: string,
  request: RollbackRequest,
): Promise<PlannedDiff | NoRollback> {
  const plan = await validateRollback(db, databaseDirectory, request)
  if ('outcome' in plan) return plan
  const path = revisionPath(databaseDirectory, plan.toRevision)
  const diff = diffWithFile(databaseDirectory, plan.fromRevision, path)
  return { outcome: 'planned', plan, diff, imported: folderChangeTo(databaseDirectory, path) }
}

/**
 * Makes an earlier revision live, with the imported files that it was built from, and pins it there if the other files
 * have changed since.
 */
export async function applyRollback(
  options: BuildOptions,
  request: RollbackRequest,
  actor: string,
): Promise<BuildResult> {
  const { databaseDirectory, onStep } = options
  return withBuildLock(options, async (db) => {
    const plan = await validateRollback(db, databaseDirectory, request)
    if ('outcome' in plan) return plan
    onStep?.('checked')
    const { fromRevision, toRevision } = plan
    const imported = replaceImportedFiles(
      databaseDirectory,
      readImportedOf(revisionPath(databaseDirectory, toRevision)),
    )
    const record = (await db.revisions()).find(({ number }) => number === toRevision)
    const pinnedByRollback = hashOfFiles(options) !== record?.hash
    if (record) await shareFile(db, revisionPath(databaseDirectory, toRevision), record.fileHash)
    await db.rollbackTo(toRevision, actor, { pinnedByRollback })
    onStep?.('rolled-back')
    const { articles = 0, entities = 0, facts = 0 } = record ?? {}
    return {
      outcome: 'published',
      revision: toRevision,
      previousRevision: fromRevision,
      counts: { articles, entities, facts },
      pinnedByRollback,
      imported,
    }
  })
}

/** The hash of the data files as they are now; undefined if they cannot be read. */
function hashOfFiles(paths: DataPaths): string | undefined {
  try {
    return hashFiles(readAllFiles(paths), attributes)
  } catch (error) {
    if (error instanceof DataFileError) return undefined
    throw error
  }
}

/** The plan of a rollback, or the result if there can be none. */
async function validateRollback(
  db: AppDatabase,
  directory: string,
  { fromRevision, toRevision }: RollbackRequest,
): Promise<Plan | NoRollback> {
  const live = (await db.live())?.number ?? 0
  if (live === toRevision) return { outcome: 'unchanged', revision: live }
  if (fromRevision !== undefined && live !== fromRevision)
    return { outcome: 'stale', reason: `revision ${live} has become live since` }
  const record = (await db.revisions()).find(({ number }) => number === toRevision)
  if (record) await fetchRevision(db, directory, record)
  const hash = record && readIntactHash(revisionPath(directory, toRevision), record.fileHash)
  if (hash === undefined || hash !== record?.hash) {
    const reason = record
      ? `Revision ${toRevision} has no file, or its file is corrupt or from another version of Entente.`
      : `There is no revision ${toRevision}.`
    return { outcome: 'missing', reason }
  }
  return { fromRevision: live, toRevision, hash: shortHash(hash) }
}
