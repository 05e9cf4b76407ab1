// Goes back to an earlier revision: shows what would change, and makes it live only if nothing changed meanwhile.
import { revisionPath, readIntactHash } from '../data/query/revision-file.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { withBuildLock, type BuildOptions } from './build-lock.ts'
import { shortHash, type BuildResult, type Plan } from './build-result.ts'
import { diffWithFile, type PlannedDiff } from './staged-plan.ts'

/** The requested revision and, if a diff was shown, the live one that it was compared with. */
export type RollbackRequest = Pick<Plan, 'toRevision'> & Partial<Pick<Plan, 'fromRevision'>>

/** Why there is nothing to go back to. */
type NoRollback = Extract<BuildResult, { outcome: 'unchanged' | 'stale' | 'missing' }>

/** What would change if an earlier revision became live; takes some tens of milliseconds. */
export function planRollback(
  db: AppDatabase,
  databaseDirectory: string,
  request: RollbackRequest,
): PlannedDiff | NoRollback {
  const plan = validateRollback(db, databaseDirectory, request)
  if ('outcome' in plan) return plan
  const path = revisionPath(databaseDirectory, plan.toRevision)
  return { outcome: 'planned', plan, diff: diffWithFile(databaseDirectory, plan.fromRevision, path) }
}

/** Makes an earlier revision live and pins it there. */
export function applyRollback(options: BuildOptions, request: RollbackRequest, actor: string): BuildResult {
  const { databaseDirectory, onStep } = options
  return withBuildLock(options, (db) => {
    const plan = validateRollback(db, databaseDirectory, request)
    if ('outcome' in plan) return plan
    onStep?.('checked')
    const { fromRevision, toRevision } = plan
    db.rollbackTo(toRevision, actor)
    onStep?.('rolled-back')
    const record = db.revisions().find(({ number }) => number === toRevision)
    const { articles = 0, entities = 0, facts = 0 } = record ?? {}
    return {
      outcome: 'published',
      revision: toRevision,
      previousRevision: fromRevision,
      counts: { articles, entities, facts },
    }
  })
}

/** The plan of a rollback, or the result if there can be none. */
function validateRollback(
  db: AppDatabase,
  directory: string,
  { fromRevision, toRevision }: RollbackRequest,
): Plan | NoRollback {
  const live = db.live()?.number ?? 0
  if (live === toRevision) return { outcome: 'unchanged', revision: live }
  if (fromRevision !== undefined && live !== fromRevision)
    return { outcome: 'stale', reason: `revision ${live} has become live since` }
  const record = db.revisions().find(({ number }) => number === toRevision)
  const hash = record && readIntactHash(revisionPath(directory, toRevision), record.fileHash)
  if (hash === undefined || hash !== record?.hash) {
    const reason = `Revision ${toRevision} has no file, or its file is corrupt or from another version of Entente.`
    return { outcome: 'missing', reason }
  }
  return { fromRevision: live, toRevision, hash: shortHash(hash) }
}
