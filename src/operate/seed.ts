// Data files → a checked, built and live revision, under a lock; runs in a process of its own.
import { rmSync } from 'node:fs'
import { attributes } from '../data/attributes.ts'
import { readDraft, type Draft } from '../data/draft.ts'
import { factsFiles, factsPath, readSoundFile } from '../data/facts-file.ts'
import { hashFiles, readDataFiles, type DataFile } from '../data/files.ts'
import type { Problem } from '../data/problems.ts'
import { checkDraft } from '../data/rules.ts'
import { writeFactsFile, type BuildStep } from '../data/write-facts.ts'
import { openState, type State } from '../state/state.ts'
import { lock } from './lock.ts'

const kept = 20

/** The steps of a seed, in order; `published` is the one that makes the revision live. */
export type SeedStep = 'locked' | 'read' | 'checked' | BuildStep | 'published' | 'pruned'

export interface Counts {
  articles: number
  entities: number
  facts: number
}

export type SeedOutcome =
  | { outcome: 'applied'; revision: number; counts: Counts }
  | { outcome: 'unchanged'; revision: number }
  | { outcome: 'refused'; problems: Problem[] }

export interface SeedOptions {
  dataDirectory: string
  databaseDirectory: string
  /** "start", "shell", or a Discord user id. */
  by: string
  /** Build from the files kept in this revision instead of those in the data folder. */
  fromRevision?: number
  onStep?: (step: SeedStep) => void
}

/** Reads and checks the data files without building anything. */
export function checkFiles(dataDirectory: string): { draft: Draft; problems: Problem[] } {
  const draft = readDraft(readDataFiles(dataDirectory))
  return { draft, problems: checkDraft(draft) }
}

export function countsOf({ articles, entities, facts }: Draft): Counts {
  return { articles: articles.size, entities: entities.length, facts: facts.length }
}

export function seed({
  dataDirectory,
  databaseDirectory,
  by,
  fromRevision,
  onStep = () => undefined,
}: SeedOptions): SeedOutcome {
  const unlock = lock(databaseDirectory)
  const state = openState(databaseDirectory, { timeoutMs: 10_000 })
  try {
    onStep('locked')
    const files =
      fromRevision === undefined ? readDataFiles(dataDirectory) : keptFiles(databaseDirectory, fromRevision)
    const hash = hashFiles(files, attributes)
    onStep('read')
    const live = state.live()
    if (live?.hash === hash && readSoundFile(factsPath(databaseDirectory, live.number))?.hash === hash) {
      return { outcome: 'unchanged', revision: live.number }
    }
    const draft = readDraft(files)
    const problems = checkDraft(draft)
    if (problems.length > 0) return { outcome: 'refused', problems }
    onStep('checked')
    const number = nextNumber(state, databaseDirectory)
    writeFactsFile(databaseDirectory, { number, hash, draft, files }, onStep)
    const counts = countsOf(draft)
    state.publish({ number, hash, builtAt: new Date().toISOString(), builtBy: by, ...counts })
    onStep('published')
    for (const old of factsFiles(databaseDirectory).slice(kept)) rmSync(factsPath(databaseDirectory, old))
    onStep('pruned')
    return { outcome: 'applied', revision: number, counts }
  } finally {
    state.close()
    unlock()
  }
}

function keptFiles(directory: string, revision: number): DataFile[] {
  const sound = readSoundFile(factsPath(directory, revision))
  if (!sound) throw new Error(`revision ${revision} is not kept, or its file is damaged`)
  return sound.files
}

/** A file left by a builder that died before it published is passed over, not written again. */
function nextNumber(state: State, directory: string): number {
  return Math.max(0, ...state.revisions().map(({ number }) => number), ...factsFiles(directory)) + 1
}
