// A staged plan and what it would change, read without building anything, so that the bot reads it in its own process.
import { readAllFiles, readImportedFiles } from '../data/build/data-files.ts'
import { attributes } from '../data/model/attributes.ts'
import { hashFiles, type DataPaths } from '../data/model/data-file.ts'
import {
  listRevisionNumbers,
  readContent,
  readImportedOf,
  readIntactHash,
  revisionPath,
  stagedRevisionPath,
} from '../data/query/revision-file.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { shortHash, type Plan, type StalePlan } from './build-result.ts'
import { compareFiles, type FolderChange } from './imported-folder.ts'
import { diffRevisions, type RevisionContent, type RevisionDiff } from './diff.ts'

/** The key under which app.db holds the SHA-256 of the staged file. */
export const stagedFileHash = 'staged file hash'

/** The key under which app.db holds the hash of the files that were there when the plan was made. */
export const plannedFilesHash = 'planned files hash'

/** A plan that holds, with everything that would change. */
export interface PlannedDiff {
  outcome: 'planned'
  plan: Plan
  diff: RevisionDiff
  /** What would change in the folder of imported files. */
  imported: FolderChange
  /** Paths in an uploaded export of files that come with Entente and differ here. */
  ignored?: string[]
}

/** What a staged plan would change, if it still holds; takes some tens of milliseconds. */
export function readStagedPlan(db: AppDatabase, paths: DataPaths, plan: Plan): PlannedDiff | StalePlan {
  const reason = stalenessReason(db, paths, plan)
  if (reason !== undefined) return { outcome: 'stale', reason }
  const { databaseDirectory } = paths
  const path = stagedRevisionPath(databaseDirectory, plan.toRevision)
  const diff = diffWithFile(databaseDirectory, plan.fromRevision, path)
  return { outcome: 'planned', plan, diff, imported: folderChangeTo(databaseDirectory, path) }
}

/** What would change in the folder of imported files if a revision became live. */
export function folderChangeTo(databaseDirectory: string, revision: string): FolderChange {
  return compareFiles(readImportedFiles(databaseDirectory), readImportedOf(revision))
}

/** Why a plan no longer holds, as part of a sentence; undefined if it does. */
export function stalenessReason(db: AppDatabase, paths: DataPaths, plan: Plan): string | undefined {
  const { databaseDirectory } = paths
  const live = db.live()?.number ?? 0
  if (live !== plan.fromRevision) return `revision ${live} has become live since`
  if (hashFiles(readAllFiles(paths), attributes) !== db.keyValue.get(plannedFilesHash))
    return 'the files have changed since'
  const stagedHash = readIntactHash(
    stagedRevisionPath(databaseDirectory, plan.toRevision),
    db.keyValue.get(stagedFileHash) ?? '',
  )
  const isNext = plan.toRevision === nextRevisionNumber(db, databaseDirectory)
  return stagedHash !== undefined && shortHash(stagedHash) === plan.hash && isNext
    ? undefined
    : 'what was built for it is no longer there'
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
