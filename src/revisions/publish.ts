// Data files → a checked, built and live revision, under a lock; runs in a process of its own.
import { rmSync } from 'node:fs'
import { attributes } from '../data/model/attributes.ts'
import { parseDataset, type ParsedDataset } from '../data/build/parse.ts'
import {
  listRevisionNumbers,
  revisionPath,
  readIntactHash,
  readSourceFiles,
} from '../data/query/revision-file.ts'
import { readDataFiles } from '../data/build/data-files.ts'
import { hashFiles, type DataFile } from '../data/model/data-file.ts'
import type { Problem } from '../data/model/problem.ts'
import { checkDraft } from '../data/build/rules.ts'
import { writeFactsFile } from '../data/build/write-database.ts'
import type { LiveRevision } from '../db/revisions.ts'
import { openAppDatabase, type AppDatabase } from '../db/app-database.ts'
import { acquireBuildLock } from './build-lock.ts'
import { refuse, type Counts, type BuildResult, type BuildStep } from './build-result.ts'

const kept = 20

/** What every mode of the builder is told. */
export interface BuilderOptions {
  dataDirectory: string
  databaseDirectory: string
  onStep?: (step: BuildStep) => void
}

export interface SeedOptions extends BuilderOptions {
  /** "start", "shell", or a Discord user id. */
  by: string
  /** Build from the files kept in this revision instead of those in the data folder. */
  fromRevision?: number
}

/** Reads and checks the data files without building anything. */
export function checkFiles(dataDirectory: string): { draft: ParsedDataset; problems: Problem[] } {
  const draft = parseDataset(readDataFiles(dataDirectory))
  return { draft, problems: checkDraft(draft) }
}

export function countContent({ articles, entities, facts }: ParsedDataset): Counts {
  return { articles: articles.size, entities: entities.length, facts: facts.length }
}

/** Runs a deed while no other builder can; `onStep` hears "locked" when it begins. */
export function withBuildLock<Result>(
  { databaseDirectory, onStep }: BuilderOptions,
  deed: (state: AppDatabase) => Result,
): Result {
  const unlock = acquireBuildLock(databaseDirectory)
  try {
    const state = openAppDatabase(databaseDirectory, { timeoutMs: 10_000 })
    try {
      onStep?.('locked')
      return deed(state)
    } finally {
      state.close()
    }
  } finally {
    unlock()
  }
}

export function seed(options: SeedOptions): BuildResult {
  const { dataDirectory, databaseDirectory, by, fromRevision, onStep = () => undefined } = options
  return withBuildLock(options, (state) => {
    const files =
      fromRevision === undefined
        ? readDataFiles(dataDirectory)
        : filesOfRevision(databaseDirectory, fromRevision)
    const checked = prepareBuild(files, state, options)
    if ('outcome' in checked) return checked
    const { number, hash, draft, live } = checked
    const fileHash = writeFactsFile(databaseDirectory, checked, onStep)
    const counts = countContent(draft)
    const builtFrom = fromRevision === undefined ? 'files' : `revision ${fromRevision}`
    // Building the same facts anew, as after damage, must not take back what an undo has chosen.
    const pinnedByRollback = live?.hash === hash && live.pinnedByRollback
    const record = {
      number,
      hash,
      fileHash,
      builtAt: new Date().toISOString(),
      builtBy: by,
      builtFrom,
      ...counts,
    }
    state.publish(record, { pinnedByRollback })
    onStep('published')
    pruneOldRevisions(databaseDirectory)
    onStep('pruned')
    return { outcome: 'applied', revision: number, before: live?.number ?? 0, counts }
  })
}

/** What to build as the next revision, or why nothing is to be built. */
export function prepareBuild(
  files: DataFile[],
  state: AppDatabase,
  { databaseDirectory, onStep }: BuilderOptions,
): BuildResult | (Parameters<typeof writeFactsFile>[1] & { live: LiveRevision | undefined }) {
  const hash = hashFiles(files, attributes)
  onStep?.('read')
  const live = state.live()
  const same = isAlreadyLive(databaseDirectory, live, hash)
  if (same) return { outcome: 'unchanged', revision: same.number }
  const draft = parseDataset(files)
  const problems = checkDraft(draft)
  if (problems.length > 0) return refuse(problems)
  onStep?.('checked')
  return { number: nextRevisionNumber(state, databaseDirectory), hash, draft, files, live }
}

/** The live revision if it was built from files of this hash and its own file is whole. */
function isAlreadyLive(
  directory: string,
  live: LiveRevision | undefined,
  hash: string,
): LiveRevision | undefined {
  if (live?.hash !== hash) return undefined
  return readIntactHash(revisionPath(directory, live.number), live.fileHash) === hash ? live : undefined
}

/** Only ever after the newest was published, so the live one is never among those removed. */
export function pruneOldRevisions(directory: string): void {
  for (const old of listRevisionNumbers(directory).slice(kept)) {
    try {
      rmSync(revisionPath(directory, old), { force: true })
    } catch {
      // The new revision is live all the same, and the next build tries again.
    }
  }
}

function filesOfRevision(directory: string, revision: number): DataFile[] {
  const source = readSourceFiles(revisionPath(directory, revision))
  if (!source) throw new Error(`revision ${revision} is not kept, or its file is damaged`)
  return source.files
}

/** A file left by a builder that died before it published is passed over, not written again. */
export function nextRevisionNumber(state: AppDatabase, directory: string): number {
  return Math.max(0, ...state.revisions().map(({ number }) => number), ...listRevisionNumbers(directory)) + 1
}
