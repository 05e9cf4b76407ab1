// A staged plan and what it would change, read without building anything, so that the bot reads it in its own process.
import { rmSync } from 'node:fs'
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
import { tryWithBuildLock } from './build-lock.ts'
import { shortHash, type Plan, type StalePlan } from './build-result.ts'
import { compareFiles, type FolderChange } from './imported-folder.ts'
import { fetchFile, fetchRevision } from './revision-files.ts'
import { ignoredPaths, plannedFilesHash, stagedFileHash } from './staged-file.ts'
import { diffRevisions, type RevisionContent, type RevisionDiff } from './diff.ts'

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
export async function readStagedPlan(
  db: AppDatabase,
  paths: DataPaths,
  plan: Plan,
): Promise<PlannedDiff | StalePlan> {
  const reason = await stalenessReason(db, paths, plan)
  if (reason !== undefined) return { outcome: 'stale', reason }
  const { databaseDirectory } = paths
  const path = stagedRevisionPath(databaseDirectory, plan.toRevision)
  const diff = diffWithFile(databaseDirectory, plan.fromRevision, path)
  const ignored = JSON.parse((await db.keyValue.get(ignoredPaths)) ?? '[]') as string[]
  return { outcome: 'planned', plan, diff, imported: folderChangeTo(databaseDirectory, path), ignored }
}

/** What would change in the folder of imported files if a revision became live. */
export function folderChangeTo(databaseDirectory: string, revision: string): FolderChange {
  return compareFiles(readImportedFiles(databaseDirectory), readImportedOf(revision))
}

/** Why a plan no longer holds, as part of a sentence; undefined if it does. */
export async function stalenessReason(
  db: AppDatabase,
  paths: DataPaths,
  plan: Plan,
): Promise<string | undefined> {
  const { databaseDirectory } = paths
  const live = await db.live()
  const number = live?.number ?? 0
  if (number !== plan.fromRevision) return `revision ${number} has become live since`
  const fileHash = (await db.keyValue.get(stagedFileHash)) ?? ''
  const path = stagedRevisionPath(databaseDirectory, plan.toRevision)
  await fetchFile(db, path, fileHash)
  if (live) await fetchRevision(db, databaseDirectory, live)
  if (hashFiles(readAllFiles(paths), attributes) !== (await db.keyValue.get(plannedFilesHash)))
    return 'the files have changed since'
  const stagedHash = readIntactHash(path, fileHash)
  const isNext = plan.toRevision === (await nextRevisionNumber(db, databaseDirectory))
  return stagedHash !== undefined && shortHash(stagedHash) === plan.hash && isNext
    ? undefined
    : 'what was built for it is no longer there'
}

/** Removes what was staged, unless another plan has taken its place; a running build removes it. */
export async function removeStagedPlan(
  db: AppDatabase,
  directory: string,
  { toRevision, hash }: Plan,
): Promise<void> {
  await tryWithBuildLock(directory, async () => {
    const path = stagedRevisionPath(directory, toRevision)
    const fileHash = (await db.keyValue.get(stagedFileHash)) ?? ''
    await fetchFile(db, path, fileHash)
    if (!readIntactHash(path, fileHash)?.startsWith(hash)) return
    rmSync(path, { force: true })
    // What other machines have of it no longer counts.
    if (db.shared) await db.keyValue.set(stagedFileHash)
  })
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

/**
 * Skips the number of a file that a killed build left behind, so that no file is ever written again. Where files are copies,
 * they are known by their hashes, and another machine would not skip it.
 */
export async function nextRevisionNumber(db: AppDatabase, directory: string): Promise<number> {
  const records = await db.revisions()
  const files = db.shared ? [] : listRevisionNumbers(directory)
  return Math.max(0, ...records.map(({ number }) => number), ...files) + 1
}
