// A staged plan and what it would change, read without building anything, so that the bot reads it in its own process.
import { readDataFiles } from '../data/build/data-files.ts'
import { attributes } from '../data/model/attributes.ts'
import { hashFiles, type DataPaths } from '../data/model/data-file.ts'
import {
  listRevisionNumbers,
  readContent,
  readIntactHash,
  revisionPath,
  stagedRevisionPath,
} from '../data/query/revision-file.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { shortHash, type Plan, type StalePlan } from './build-result.ts'
import { diffRevisions, type RevisionContent, type RevisionDiff } from './diff.ts'

/** The key under which app.db holds the SHA-256 of the staged file. */
export const stagedFileHash = 'staged file hash'

/** A plan that holds, with everything that would change. */
export interface PlannedDiff {
  outcome: 'planned'
  plan: Plan
  diff: RevisionDiff
}

/** What a staged plan would change, if it still holds; takes some tens of milliseconds. */
export function readStagedPlan(db: AppDatabase, paths: DataPaths, plan: Plan): PlannedDiff | StalePlan {
  const reason = stalenessReason(db, paths, plan)
  if (reason !== undefined) return { outcome: 'stale', reason }
  const { databaseDirectory } = paths
  const path = stagedRevisionPath(databaseDirectory, plan.toRevision)
  return { outcome: 'planned', plan, diff: diffWithFile(databaseDirectory, plan.fromRevision, path) }
}

/** Why a plan no longer holds, as part of a sentence; undefined if it does. */
export function stalenessReason(
  db: AppDatabase,
  { dataDirectory, databaseDirectory }: DataPaths,
  plan: Plan,
): string | undefined {
  const live = db.live()?.number ?? 0
  if (live !== plan.fromRevision) return `revision ${live} has become live since`
  const hash = hashFiles(readDataFiles(dataDirectory), attributes)
  if (shortHash(hash) !== plan.hash) return 'the files have changed since'
  const stagedHash = readIntactHash(
    stagedRevisionPath(databaseDirectory, plan.toRevision),
    db.keyValue.get(stagedFileHash) ?? '',
  )
  const isNext = plan.toRevision === nextRevisionNumber(db, databaseDirectory)
  return stagedHash === hash && isNext ? undefined : 'what was built for it is no longer there'
}

/** What differs between a revision and the content of a revision file. */
export function diffWithFile(directory: string, fromRevision: number, path: string): RevisionDiff {
  return diffRevisions(readRevision(directory, fromRevision), readContent(path))
}

/** The content of a revision; empty if there is none or its file cannot be read. */
export function readRevision(directory: string, number: number): RevisionContent {
  try {
    return readContent(revisionPath(directory, number))
  } catch {
    return { articles: [], entities: [], facts: [] }
  }
}

/** Skips the number of a file that a killed build left behind, so that no file is ever written again. */
export function nextRevisionNumber(db: AppDatabase, directory: string): number {
  return Math.max(0, ...db.revisions().map(({ number }) => number), ...listRevisionNumbers(directory)) + 1
}
