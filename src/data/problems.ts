// A problem in a data file, and how it is written.

export interface Problem {
  file: string
  line: number
  /** What is wrong. */
  message: string
  /** What to do about it. */
  cure: string
}

/** "articles/pacific.yaml:12: what is wrong: what to do". */
export function formatProblem({ file, line, message, cure }: Problem): string {
  return `${file}:${line}: ${message}: ${cure}`
}
