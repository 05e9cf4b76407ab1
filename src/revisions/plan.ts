// Builds a revision next to the live one, and publishes it only if nothing changed meanwhile.
import type { DataPaths } from '../data/model/data-file.ts'
import { readDataFiles } from '../data/build/data-files.ts'
import { parseDataset, type ParsedDataset } from '../data/build/parse.ts'
import type { Problem } from '../data/model/problem.ts'
import { validateDataset } from '../data/build/rules.ts'
import { entitiesOf, writeRevisionFile } from '../data/build/write-database.ts'
import { revisionPath, readContent, readIntactHash, stagedRevisionPath } from '../data/query/revision-file.ts'
import { openAppDatabase } from '../db/app-database.ts'
import { renameDurably } from '../db/durable-fs.ts'
import { withBuildLock, type BuildOptions } from './build-lock.ts'
import { shortHash, type BuildResult, type Plan } from './build-result.ts'
import { diffRevisions, type RevisionContent, type RevisionDiff } from './diff.ts'
import { prepareBuild, pruneOldRevisions } from './publish.ts'
import { readRevision, stagedFileHash, stalenessReason } from './staged-plan.ts'

/** Checks the files and builds them next to the live revision, which stays live. */
export function stageRevision(options: BuildOptions): BuildResult {
  const { dataDirectory, databaseDirectory, onStep = () => undefined } = options
  return withBuildLock(options, (db) => {
    const prepared = prepareBuild(readDataFiles(dataDirectory), db, options)
    if ('outcome' in prepared) return prepared
    const { number: toRevision, hash, live } = prepared
    const path = stagedRevisionPath(databaseDirectory, toRevision)
    db.keyValue.set(stagedFileHash, writeRevisionFile(databaseDirectory, prepared, onStep, path))
    return {
      outcome: 'planned',
      plan: { fromRevision: live?.number ?? 0, toRevision, hash: shortHash(hash) },
    }
  })
}

/** What a reseed would change, without building anything; or every problem of the files. */
export function dryRun({ dataDirectory, databaseDirectory }: DataPaths): RevisionDiff | Problem[] {
  const dataset = parseDataset(readDataFiles(dataDirectory))
  const problems = validateDataset(dataset)
  if (problems.length > 0) return problems
  const db = openAppDatabase(databaseDirectory)
  try {
    return diffRevisions(readRevision(databaseDirectory, db.live()?.number ?? 0), contentOf(dataset))
  } finally {
    db.close()
  }
}

/** Makes a staged revision live, if the live revision and the files are still those of the plan. */
export function publishStaged(options: BuildOptions, plan: Plan, actor: string): BuildResult {
  const { databaseDirectory, onStep = () => undefined } = options
  return withBuildLock(options, (db) => {
    const live = db.live()
    if (live?.number === plan.toRevision && shortHash(live.hash) === plan.hash)
      return { outcome: 'unchanged', revision: live.number }
    const reason = stalenessReason(db, options, plan)
    if (reason !== undefined) return { outcome: 'stale', reason }
    onStep('checked')
    const stagedPath = stagedRevisionPath(databaseDirectory, plan.toRevision)
    const { articles, entities, facts } = readContent(stagedPath)
    const counts = { articles: articles.length, entities: entities.length, facts: facts.length }
    const fileHash = db.keyValue.get(stagedFileHash) ?? ''
    const hash = readIntactHash(stagedPath, fileHash) ?? ''
    renameDurably(stagedPath, revisionPath(databaseDirectory, plan.toRevision))
    onStep('renamed')
    const builtAt = new Date().toISOString()
    const record = { number: plan.toRevision, hash, fileHash, builtAt, builtFrom: 'files' }
    db.publish({ ...record, builtBy: actor, ...counts })
    onStep('published')
    pruneOldRevisions(databaseDirectory)
    onStep('pruned')
    return {
      outcome: 'published',
      revision: plan.toRevision,
      previousRevision: plan.fromRevision,
      counts,
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
