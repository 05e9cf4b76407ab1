// Reads the rows of a table, each with its line.
import { CsvError, parse } from 'csv-parse/sync'
import type { DataFile } from '../model/data-file.ts'
import { quoteLine } from '../model/plain-text.ts'
import type { Problem } from '../model/problem.ts'

export interface Row {
  /** By the names of their columns. */
  cells: Record<string, string>
  problem: (message: string, fix: string) => Problem
}

/** Returns no rows after adding to `problems` if the file cannot be read. */
export function readCsv({ path, text }: DataFile, problems: Problem[]): Row[] {
  const problemAt = (line: number, message: string, fix: string): Problem => ({
    file: quoteLine(path),
    line,
    message: quoteLine(message),
    fix: quoteLine(fix),
  })
  try {
    const rows: { record: Row['cells']; info: { lines: number } }[] = parse(text, {
      columns: true,
      info: true,
      skip_empty_lines: true,
      trim: true,
    })
    return rows.map(({ record, info }) => ({
      cells: record,
      problem: (message, fix) => problemAt(info.lines, message, fix),
    }))
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : 1
    const message = error instanceof Error ? error.message : String(error)
    problems.push(problemAt(line, message, 'give every row as many cells as the first line'))
    return []
  }
}
