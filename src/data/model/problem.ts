// A problem in a data file, and its one-line format.
import { join } from 'node:path'

export interface Problem {
  file: string
  line: number
  /** What is wrong. */
  message: string
  /** How to fix it. */
  fix: string
}

/** "src/data/articles/pacific.yaml:12: what is wrong: how to fix it"; `directory` is prefixed to the file. */
export function formatProblem({ file, line, message, fix }: Problem, directory = ''): string {
  return `${join(directory, file)}:${line}: ${message}: ${fix}`
}
