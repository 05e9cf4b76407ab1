// Data files → a checked, built and live revision, under a lock; runs in a process of its own.
import { rmSync } from 'node:fs'
import { attributes } from '../data/model/attributes.ts'
import { readDraft, type Draft } from '../data/build/parse.ts'
import { factsFiles, factsPath, readIntactHash, readSourceFiles } from '../data/query/revision-file.ts'
import { hashFiles, readDataFiles, type DataFile } from '../data/build/data-files.ts'
import type { Problem } from '../data/build/problem.ts'
import { checkDraft } from '../data/build/rules.ts'
import { writeFactsFile } from '../data/build/write-database.ts'
import type { LiveRevision } from '../db/revisions.ts'
import { openState, type State } from '../db/app-database.ts'
import { lock } from './build-lock.ts'
import { refuse, type Counts, type SeedOutcome, type SeedStep } from './build-result.ts'

const kept = 20

/** What every mode of the builder is told. */
export interface BuilderOptions {
  dataDirectory: string
  databaseDirectory: string
  onStep?: (step: SeedStep) => void
}

export interface SeedOptions extends BuilderOptions {
  /** "start", "shell", or a Discord user id. */
  by: string
  /** Build from the files kept in this revision instead of those in the data folder. */
  fromRevision?: number
}

/** Reads and checks the data files without building anything. */
export function checkFiles(dataDirectory: string): { draft: Draft; problems: Problem[] } {
  const draft = readDraft(readDataFiles(dataDirectory))
  return { draft, problems: checkDraft(draft) }
}

export function countsOf({ articles, entities, facts }: Draft): Counts {
  return { articles: articles.size, entities: entities.length, facts: facts.length }
}

/** Runs a deed while no other builder can; `onStep` hears "locked" when it begins. */
export function underLock<Result>(
  { databaseDirectory, onStep }: BuilderOptions,
  deed: (state: State) => Result,
): Result {
  const unlock = lock(databaseDirectory)
  try {
    const state = openState(databaseDirectory, { timeoutMs: 10_000 })
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

export function seed(options: SeedOptions): SeedOutcome {
  const { dataDirectory, databaseDirectory, by, fromRevision, onStep = () => undefined } = options
  return underLock(options, (state) => {
    const files =
      fromRevision === undefined ? readDataFiles(dataDirectory) : keptFiles(databaseDirectory, fromRevision)
    const checked = checkForBuilding(files, state, options)
    if ('outcome' in checked) return checked
    const { number, hash, draft, live } = checked
    const fileHash = writeFactsFile(databaseDirectory, checked, onStep)
    const counts = countsOf(draft)
    const builtFrom = fromRevision === undefined ? 'files' : `revision ${fromRevision}`
    // Building the same facts anew, as after damage, must not take back what an undo has chosen.
    const chosenByUndo = live?.hash === hash && live.chosenByUndo
    const record = {
      number,
      hash,
      fileHash,
      builtAt: new Date().toISOString(),
      builtBy: by,
      builtFrom,
      ...counts,
    }
    state.publish(record, { chosenByUndo })
    onStep('published')
    prune(databaseDirectory)
    onStep('pruned')
    return { outcome: 'applied', revision: number, before: live?.number ?? 0, counts }
  })
}

/** What to build as the next revision, or why nothing is to be built. */
export function checkForBuilding(
  files: DataFile[],
  state: State,
  { databaseDirectory, onStep }: BuilderOptions,
): SeedOutcome | (Parameters<typeof writeFactsFile>[1] & { live: LiveRevision | undefined }) {
  const hash = hashFiles(files, attributes)
  onStep?.('read')
  const live = state.live()
  const same = soundAndLive(databaseDirectory, live, hash)
  if (same) return { outcome: 'unchanged', revision: same.number }
  const draft = readDraft(files)
  const problems = checkDraft(draft)
  if (problems.length > 0) return refuse(problems)
  onStep?.('checked')
  return { number: nextNumber(state, databaseDirectory), hash, draft, files, live }
}

/** The live revision if it was built from files of this hash and its own file is whole. */
function soundAndLive(
  directory: string,
  live: LiveRevision | undefined,
  hash: string,
): LiveRevision | undefined {
  if (live?.hash !== hash) return undefined
  return readIntactHash(factsPath(directory, live.number), live.fileHash) === hash ? live : undefined
}

/** Only ever after the newest was published, so the live one is never among those removed. */
export function prune(directory: string): void {
  for (const old of factsFiles(directory).slice(kept)) {
    try {
      rmSync(factsPath(directory, old), { force: true })
    } catch {
      // The new revision is live all the same, and the next build tries again.
    }
  }
}

function keptFiles(directory: string, revision: number): DataFile[] {
  const source = readSourceFiles(factsPath(directory, revision))
  if (!source) throw new Error(`revision ${revision} is not kept, or its file is damaged`)
  return source.files
}

/** A file left by a builder that died before it published is passed over, not written again. */
export function nextNumber(state: State, directory: string): number {
  return Math.max(0, ...state.revisions().map(({ number }) => number), ...factsFiles(directory)) + 1
}
