// Takes a kept revision back: shows what would change, and makes it live only if nothing moved meanwhile.
import { factsPath, readIntactHash } from '../data/query/revision-file.ts'
import { openState, type State } from '../db/app-database.ts'
import type { Plan, SeedOutcome } from './build-result.ts'
import { underLock, type BuilderOptions } from './publish.ts'
import { compareFiles, pageOf, shortHash } from './plan.ts'

/** What is asked for: a revision, and where a difference was shown the live one it was made from. */
export type Undo = Pick<Plan, 'target'> & Partial<Pick<Plan, 'base'>>

/** One page of what would change if a kept revision became the live one. */
export function showUndo(
  { databaseDirectory, onStep }: BuilderOptions,
  undo: Undo,
  page: number,
): SeedOutcome {
  const state = openState(databaseDirectory, { timeoutMs: 10_000 })
  try {
    const checked = check(state, databaseDirectory, undo)
    if ('outcome' in checked) return checked
    const { base, target } = checked
    const difference = pageOf(
      compareFiles(databaseDirectory, base, factsPath(databaseDirectory, target)),
      page,
    )
    onStep?.('compared')
    return { outcome: 'planned', plan: checked, difference }
  } finally {
    state.close()
  }
}

/** Makes a kept revision live, marked as chosen by an undo. */
export function applyUndo(options: BuilderOptions, undo: Undo, by: string): SeedOutcome {
  const { databaseDirectory, onStep } = options
  return underLock(options, (state) => {
    const checked = check(state, databaseDirectory, undo)
    if ('outcome' in checked) return checked
    onStep?.('checked')
    const { base, target } = checked
    state.undo(target, by)
    onStep?.('undone')
    const record = state.revisions().find(({ number }) => number === target)
    const { articles = 0, entities = 0, facts = 0 } = record ?? {}
    return { outcome: 'applied', revision: target, before: base, counts: { articles, entities, facts } }
  })
}

/** The plan that is asked for, or why it cannot be. */
function check(state: State, directory: string, { base, target }: Undo): Plan | SeedOutcome {
  const live = state.live()?.number ?? 0
  if (live === target) return { outcome: 'unchanged', revision: live }
  if (base !== undefined && live !== base)
    return { outcome: 'moved', why: `revision ${live} has become live since` }
  const record = state.revisions().find(({ number }) => number === target)
  const hash = record && readIntactHash(factsPath(directory, target), record.fileHash)
  if (hash === undefined || hash !== record?.hash) {
    const why = `Revision ${target} is not kept, or its file is damaged or of another version of Entente.`
    return { outcome: 'lost', why }
  }
  return { base: live, target, hash: shortHash(hash) }
}
