// What a build reports: the steps it takes on its way, and its result.
import type { Problem } from '../data/model/problem.ts'
import type { FolderChange } from './imported-folder.ts'
import type { WriteStep } from '../data/build/write-database.ts'

/** A card shows these on its pages; "npm run validate:data" lists them all. */
const maxListedProblems = 200

/** The steps of a build, in order; `published` and `rolled-back` change which revision is live. */
export type BuildStep = 'locked' | 'read' | 'checked' | WriteStep | 'published' | 'rolled-back' | 'pruned'

export interface ContentCounts {
  articles: number
  entities: number
  facts: number
}

/** A revision that could become the live one, and what it was compared with. */
export interface Plan {
  /** The live revision at the time of planning; 0 if none was live. */
  fromRevision: number
  toRevision: number
  /** The first sixteen characters of the target's hash. */
  hash: string
}

/** The data files break rules, so nothing was built. */
export interface InvalidData {
  outcome: 'invalid'
  /** At most the first two hundred. */
  problems: Problem[]
  /** How many there are. */
  total: number
}

export interface Published {
  outcome: 'published'
  revision: number
  /** The revision that was live before; 0 if none was. */
  previousRevision: number
  counts: ContentCounts
  /** Whether a rollback keeps it live although the files say something else. */
  pinnedByRollback?: boolean
  /** What it changed in the folder of imported files. */
  imported?: FolderChange
}

/** The build could not run: no space, no permission, the lock was held, or its process died. */
export interface BuildFailure {
  outcome: 'failed'
  /** What went wrong, as part of a sentence. */
  reason: string
  /** What to do about it. */
  fix: string
  /** Whether another process held the build lock all the time. */
  isLocked?: boolean
}

/** The live revision or the data files are no longer those of the plan, so nothing was published. */
export interface StalePlan {
  outcome: 'stale'
  reason: string
}

export type BuildResult =
  | Published
  | { outcome: 'unchanged'; revision: number }
  | StalePlan
  /** The requested revision cannot be opened; `reason` is a sentence. */
  | { outcome: 'missing'; reason: string }
  | { outcome: 'planned'; plan: Plan }
  | InvalidData
  | BuildFailure

export function invalidData(problems: readonly Problem[]): InvalidData {
  return { outcome: 'invalid', problems: problems.slice(0, maxListedProblems), total: problems.length }
}

/** As much of a hash as a custom id carries. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16)
}
