// Takes a kept revision back: shows what would change, and makes it live only if nothing moved meanwhile.
import { revisionPath, readIntactHash } from '../data/query/revision-file.ts'
import { openAppDatabase, type AppDatabase } from '../db/app-database.ts'
import type { Plan, BuildResult } from './build-result.ts'
import { withBuildLock, type BuilderOptions } from './publish.ts'
import { compareFiles, pageOfDiff, shortHash } from './plan.ts'

/** What is asked for: a revision, and where a difference was shown the live one it was made from. */
export type RollbackRequest = Pick<Plan, 'toRevision'> & Partial<Pick<Plan, 'fromRevision'>>

/** One page of what would change if a kept revision became the live one. */
export function rollbackPlanPage(
  { databaseDirectory, onStep }: BuilderOptions,
  undo: RollbackRequest,
  page: number,
): BuildResult {
  const state = openAppDatabase(databaseDirectory, { timeoutMs: 10_000 })
  try {
    const checked = validateRollback(state, databaseDirectory, undo)
    if ('outcome' in checked) return checked
    const { fromRevision, toRevision } = checked
    const difference = pageOfDiff(
      compareFiles(databaseDirectory, fromRevision, revisionPath(databaseDirectory, toRevision)),
      page,
    )
    onStep?.('compared')
    return { outcome: 'planned', plan: checked, difference }
  } finally {
    state.close()
  }
}

/** Makes a kept revision live, marked as chosen by an undo. */
export function applyRollback(options: BuilderOptions, undo: RollbackRequest, by: string): BuildResult {
  const { databaseDirectory, onStep } = options
  return withBuildLock(options, (state) => {
    const checked = validateRollback(state, databaseDirectory, undo)
    if ('outcome' in checked) return checked
    onStep?.('checked')
    const { fromRevision, toRevision } = checked
    state.rollbackTo(toRevision, by)
    onStep?.('undone')
    const record = state.revisions().find(({ number }) => number === toRevision)
    const { articles = 0, entities = 0, facts = 0 } = record ?? {}
    return {
      outcome: 'applied',
      revision: toRevision,
      before: fromRevision,
      counts: { articles, entities, facts },
    }
  })
}

/** The plan that is asked for, or why it cannot be. */
function validateRollback(
  state: AppDatabase,
  directory: string,
  { fromRevision, toRevision }: RollbackRequest,
): Plan | BuildResult {
  const live = state.live()?.number ?? 0
  if (live === toRevision) return { outcome: 'unchanged', revision: live }
  if (fromRevision !== undefined && live !== fromRevision)
    return { outcome: 'moved', why: `revision ${live} has become live since` }
  const record = state.revisions().find(({ number }) => number === toRevision)
  const hash = record && readIntactHash(revisionPath(directory, toRevision), record.fileHash)
  if (hash === undefined || hash !== record?.hash) {
    const why = `Revision ${toRevision} is not kept, or its file is damaged or of another version of Entente.`
    return { outcome: 'lost', why }
  }
  return { fromRevision: live, toRevision, hash: shortHash(hash) }
}
