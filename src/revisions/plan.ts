// Builds a revision next to the live one, and publishes it only if nothing changed meanwhile.
import { attributes } from '../data/model/attributes.ts'
import { hashFiles, type DataFile, type DataPaths } from '../data/model/data-file.ts'
import { readAllFiles } from '../data/build/data-files.ts'
import type { ParsedDataset } from '../data/build/dataset.ts'
import { parseDataset } from '../data/build/parse.ts'
import type { Problem } from '../data/model/problem.ts'
import { validateDataset } from '../data/build/rules.ts'
import { entitiesOf, writeRevisionFile } from '../data/build/write-database.ts'
import {
  readContent,
  readImportedOf,
  readIntactHash,
  revisionPath,
  stagedRevisionPath,
} from '../data/query/revision-file.ts'
import { renameDurably } from '../db/durable-fs.ts'
import { openState } from '../db/open-state.ts'
import { withBuildLock, type BuildOptions } from './build-lock.ts'
import { shortHash, type BuildResult, type Plan } from './build-result.ts'
import { diffRevisions, type RevisionContent, type RevisionDiff } from './diff.ts'
import { prepareBuild } from './publish.ts'
import { fetchRevision, pruneRevisions, shareFile } from './revision-files.ts'
import { replaceImportedFiles } from './imported-folder.ts'
import { ignoredPaths, plannedFilesHash, stagedFileHash } from './staged-file.ts'
import { readRevision, stalenessReason } from './staged-plan.ts'

/**
 * Checks the files, or what `change` makes of them, and builds them next to the live revision, which stays live.
 * @param ignored paths in an uploaded export of files that come with Entente and differ here
 */
export async function stageRevision(
  options: BuildOptions,
  change: (files: DataFile[]) => DataFile[] = (files) => files,
  ignored: readonly string[] = [],
): Promise<BuildResult> {
  const { databaseDirectory, onStep = () => undefined } = options
  return withBuildLock(options, async (db) => {
    const files = readAllFiles(options)
    const filesHash = hashFiles(files, attributes)
    const changed = change(files)
    // Files that the live revision was built without, since they are impossible, can still be removed.
    const isAlways = hashFiles(changed, attributes) !== filesHash
    const prepared = await prepareBuild(changed, db, { ...options, isAlways })
    if ('outcome' in prepared) return prepared
    const { number: toRevision, hash, live } = prepared
    const path = stagedRevisionPath(databaseDirectory, toRevision)
    const fileHash = writeRevisionFile(databaseDirectory, prepared, onStep, path)
    await shareFile(db, path, fileHash)
    await db.keyValue.set(plannedFilesHash, filesHash)
    await db.keyValue.set(ignoredPaths, JSON.stringify(ignored))
    await db.keyValue.set(stagedFileHash, fileHash)
    return {
      outcome: 'planned',
      plan: { fromRevision: live?.number ?? 0, toRevision, hash: shortHash(hash) },
    }
  })
}

/** What a reseed would change, without building anything; or every problem of the files. */
export async function dryRun(paths: DataPaths): Promise<RevisionDiff | Problem[]> {
  const { databaseDirectory } = paths
  const dataset = parseDataset(readAllFiles(paths))
  const problems = validateDataset(dataset)
  if (problems.length > 0) return problems
  const db = await openState(paths)
  try {
    const live = await db.live()
    if (live) await fetchRevision(db, databaseDirectory, live)
    return diffRevisions(readRevision(databaseDirectory, live?.number ?? 0), contentOf(dataset))
  } finally {
    await db.close()
  }
}

/** Makes a staged revision live, if the live revision and the files are still those of the plan. */
export async function publishStaged(
  options: BuildOptions,
  plan: Plan,
  actor: string,
  builtFrom = 'files',
): Promise<BuildResult> {
  const { databaseDirectory, onStep = () => undefined } = options
  return withBuildLock(options, async (db) => {
    const live = await db.live()
    if (live?.number === plan.toRevision && shortHash(live.hash) === plan.hash)
      return { outcome: 'unchanged', revision: live.number }
    const reason = await stalenessReason(db, options, plan)
    if (reason !== undefined) return { outcome: 'stale', reason }
    onStep('checked')
    const stagedPath = stagedRevisionPath(databaseDirectory, plan.toRevision)
    const { articles, entities, facts } = readContent(stagedPath)
    const counts = { articles: articles.length, entities: entities.length, facts: facts.length }
    const fileHash = (await db.keyValue.get(stagedFileHash)) ?? ''
    const hash = readIntactHash(stagedPath, fileHash) ?? ''
    // First, so that a start after a crash completes what was confirmed.
    const imported = replaceImportedFiles(databaseDirectory, readImportedOf(stagedPath))
    renameDurably(stagedPath, revisionPath(databaseDirectory, plan.toRevision))
    onStep('renamed')
    await shareFile(db, revisionPath(databaseDirectory, plan.toRevision), fileHash)
    const builtAt = new Date().toISOString()
    const record = { number: plan.toRevision, hash, fileHash, builtAt, builtFrom }
    await db.publish({ ...record, builtBy: actor, ...counts })
    onStep('published')
    await pruneRevisions(db, databaseDirectory)
    onStep('pruned')
    return {
      outcome: 'published',
      revision: plan.toRevision,
      previousRevision: plan.fromRevision,
      counts,
      imported,
    }
  })
}

function contentOf(dataset: ParsedDataset): RevisionContent {
  return {
    articles: [...dataset.articles.values()],
    entities: entitiesOf(dataset),
    facts: dataset.facts.map(({ item }) => item),
  }
}
