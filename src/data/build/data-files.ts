// Reads the data files as text.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFile } from '../model/data-file.ts'

/** A data file or directory that cannot be read; the message names it. */
export class DataFileError extends Error {
  /** How to fix it. */
  readonly fix: string

  constructor(message: string, fix: string) {
    super(message)
    this.fix = fix
  }
}

/** Of all data files together: far more than facts take, and no more than a small machine can parse. */
const maxBytes = 32 * 1024 * 1024

/** How often the directories are listed again because a file was gone by the time it was read. */
const maxAttempts = 3

/**
 * Every file that a revision is built from, ordered by path, without hidden files such as editors' temporary ones.
 * Throws a DataFileError if a file cannot be read.
 */
export function readDataFiles(directory: string): DataFile[] {
  for (let attempt = 1; ; attempt++) {
    try {
      return readOnce(directory)
    } catch (error) {
      const { code, path } = error as { code?: string; path?: string }
      if (code === undefined || path === undefined) throw error
      // It may have been renamed after it was listed.
      if (code === 'ENOENT' && attempt < maxAttempts) continue
      throw new DataFileError(`${path} cannot be read (${code})`, 'restore it, or check its permissions')
    }
  }
}

function readOnce(directory: string): DataFile[] {
  // The shelf of reference works and its tables are optional.
  const optional = ['reference', 'tables'].filter((folder) => existsSync(join(directory, folder)))
  const yaml = ['articles', 'entities', ...optional].flatMap((folder) =>
    readdirSync(join(directory, folder))
      .filter((name) => /\.yaml$/.test(name) || (folder === 'tables' && /\.csv$/.test(name)))
      .filter((name) => !name.startsWith('.'))
      .map((name) => `${folder}/${name}`),
  )
  let bytes = 0
  return [...yaml, 'passage-hashes.json'].sort().map((path) => {
    const fullPath = join(directory, path)
    const stats = statSync(fullPath)
    // Reading a pipe would never return.
    if (!stats.isFile()) throw new DataFileError(`${fullPath} is not a file`, 'move or rename it')
    bytes += stats.size
    if (bytes > maxBytes)
      throw new DataFileError(
        `with ${fullPath} the data files exceed ${maxBytes / 1024 / 1024} MiB`,
        'move files that are not data files elsewhere',
      )
    return { path, text: readFileSync(fullPath, 'utf8') }
  })
}
