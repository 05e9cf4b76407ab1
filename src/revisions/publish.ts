// Data files → a checked, built and live revision, under the build lock.
import { attributes } from '../data/model/attributes.ts'
import type { ParsedDataset } from '../data/build/dataset.ts'
import { parseDataset } from '../data/build/parse.ts'
import { revisionPath, readIntactHash, readSourceFiles } from '../data/query/revision-file.ts'
import { readAllFiles, readDataFiles } from '../data/build/data-files.ts'
import { hashFiles, type DataFile } from '../data/model/data-file.ts'
import type { Problem } from '../data/model/problem.ts'
import { validateDataset } from '../data/build/rules.ts'
import { writeRevisionFile } from '../data/build/write-database.ts'
import type { LiveRevision } from '../db/revisions.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { withBuildLock, type BuildOptions } from './build-lock.ts'
import { invalidData, type BuildResult, type ContentCounts } from './build-result.ts'
import { pruneRevisions, shareFile } from './revision-files.ts'
import { nextRevisionNumber } from './staged-plan.ts'

export interface SeedOptions extends BuildOptions {
  /** "start", "shell", or a Discord user id. */
  actor: string
  /** Build from the files stored in this revision instead of those in the data directory. */
  fromRevision?: number
  /** Build without the files that operators have imported. */
  withoutImported?: boolean
}

/** Reads and checks the data files without building anything. */
export function checkFiles(dataDirectory: string): { dataset: ParsedDataset; problems: Problem[] } {
  const dataset = parseDataset(readDataFiles(dataDirectory))
  return { dataset, problems: validateDataset(dataset) }
}

export function countContent({ articles, entities, facts }: ParsedDataset): ContentCounts {
  return { articles: articles.size, entities: entities.length, facts: facts.length }
}

/** Builds the next revision and makes it live, unless the live one was built from the same files. */
export async function seed(options: SeedOptions): Promise<BuildResult> {
  const { dataDirectory, databaseDirectory, actor, fromRevision, onStep = () => undefined } = options
  const readFiles = () => (options.withoutImported ? readDataFiles(dataDirectory) : readAllFiles(options))
  return withBuildLock(options, async (db) => {
    const files = fromRevision === undefined ? readFiles() : filesOfRevision(databaseDirectory, fromRevision)
    const prepared = await prepareBuild(files, db, options)
    if ('outcome' in prepared) return prepared
    const { number, hash, dataset, live } = prepared
    const fileHash = writeRevisionFile(databaseDirectory, prepared, onStep)
    const counts = countContent(dataset)
    const builtFrom = fromRevision === undefined ? 'files' : `revision ${fromRevision}`
    // Rebuilding the same facts, as after damage, must not unpin what a rollback has pinned.
    const pinnedByRollback = live?.hash === hash && live.pinnedByRollback
    const builtAt = new Date().toISOString()
    const record = { number, hash, fileHash, builtAt, builtBy: actor, builtFrom, ...counts }
    await shareFile(db, revisionPath(databaseDirectory, number), fileHash)
    await db.publish(record, { pinnedByRollback })
    onStep('published')
    await pruneRevisions(db, databaseDirectory)
    onStep('pruned')
    return { outcome: 'published', revision: number, previousRevision: live?.number ?? 0, counts }
  })
}

/** What to build as the next revision, or the result if there is nothing to build; with `isAlways` there always is. */
export async function prepareBuild(
  files: DataFile[],
  db: AppDatabase,
  { databaseDirectory, onStep, isAlways = false }: BuildOptions & { isAlways?: boolean },
): Promise<BuildResult | (Parameters<typeof writeRevisionFile>[1] & { live: LiveRevision | undefined })> {
  const hash = hashFiles(files, attributes)
  onStep?.('read')
  const live = await db.live()
  if (!isAlways && live && isAlreadyLive(databaseDirectory, live, hash))
    return { outcome: 'unchanged', revision: live.number }
  const dataset = parseDataset(files)
  const problems = validateDataset(dataset)
  if (problems.length > 0) return invalidData(problems)
  onStep?.('checked')
  return { number: await nextRevisionNumber(db, databaseDirectory), hash, dataset, files, live }
}

/** Whether the live revision was built from files of this hash, and its own file is intact. */
function isAlreadyLive(directory: string, live: LiveRevision, hash: string): boolean {
  return live.hash === hash && readIntactHash(revisionPath(directory, live.number), live.fileHash) === hash
}

function filesOfRevision(directory: string, revision: number): DataFile[] {
  const source = readSourceFiles(revisionPath(directory, revision))
  if (!source) throw new Error(`revision ${revision} has no file, or its file is corrupt`)
  return source.files
}
