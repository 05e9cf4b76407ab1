// A problem in a data file, and how it is written.
import { join } from 'node:path'

export interface Problem {
  file: string
  line: number
  /** What is wrong. */
  message: string
  /** What to do about it. */
  cure: string
}

/** "src/data/articles/pacific.yaml:12: what is wrong: what to do"; the folder is that of the data files. */
export function formatProblem({ file, line, message, cure }: Problem, folder = ''): string {
  return `${join(folder, file)}:${line}: ${message}: ${cure}`
}
