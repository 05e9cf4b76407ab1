// What the builder prints when it is done, and the steps it names on its way.
import type { Problem } from '../data/model/problem.ts'
import type { WriteStep } from '../data/build/write-database.ts'
import type { RevisionChange, RevisionDiff } from './diff.ts'

/** A card shows these on its pages; "npm run validate:data" lists them all. */
const maxListedProblems = 200

export function refuse(problems: readonly Problem[]): Refused {
  return {
    outcome: 'refused',
    problems: problems.slice(0, maxListedProblems),
    total: problems.length,
  }
}

/** The steps of a builder, in the order in which a mode takes them; `published` and `undone` move the pointer. */
export type BuildStep =
  'locked' | 'read' | 'checked' | WriteStep | 'compared' | 'named' | 'published' | 'undone' | 'pruned'

export interface Counts {
  articles: number
  entities: number
  facts: number
}

/** A revision that could become the live one, and what it was compared with. */
export interface Plan {
  /** The live revision that the difference was made from; 0 where none was live. */
  fromRevision: number
  toRevision: number
  /** The first sixteen characters of the target's hash. */
  hash: string
}

/** One page of a difference. */
export interface DifferencePage extends Omit<RevisionDiff, 'changes'> {
  changes: RevisionChange[]
  page: number
  pages: number
}

export interface Refused {
  outcome: 'refused'
  /** The first of them, at most two hundred. */
  problems: Problem[]
  /** How many there are. */
  total: number
}

export interface Applied {
  outcome: 'applied'
  revision: number
  /** The revision that was live before it; 0 where none was. */
  before: number
  counts: Counts
}

export type BuildResult =
  | Applied
  | { outcome: 'unchanged'; revision: number }
  /** Nothing was published: the live revision or the files are others than those of the plan. */
  | { outcome: 'moved'; why: string }
  /** The revision asked for cannot be opened. */
  | { outcome: 'lost'; why: string }
  | { outcome: 'planned'; plan: Plan; difference: DifferencePage }
  | Refused
  /** The builder could not work: no room, no right to write, or it died. */
  | { outcome: 'failed'; why: string; cure: string }
