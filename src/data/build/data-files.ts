// Reads the data files as text.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { importedName, importedPath, type DataFile, type DataPaths } from '../model/data-file.ts'

/** A data file or directory that cannot be read; the message names it. */
export class DataFileError extends Error {
  /** How to fix it. */
  readonly fix: string

  constructor(message: string, fix: string) {
    super(message)
    this.fix = fix
  }
}

/** Of all files of a folder together: far more than facts take, and no more than a small machine can parse. */
export const maxBytes = 32 * 1024 * 1024

/** How often the directories are listed again because a file was gone by the time it was read. */
const maxAttempts = 3

/** Where imported files are kept. */
export function importedDirectory(databaseDirectory: string): string {
  return join(databaseDirectory, 'articles')
}

/**
 * The files that come with Entente, ordered by path, without hidden files such as editors' temporary ones.
 * Throws a DataFileError if a file cannot be read.
 */
export function readDataFiles(directory: string): DataFile[] {
  return readFiles(directory, listDataFiles)
}

/** The files that operators have imported, ordered by path. Throws a DataFileError if one cannot be read. */
export function readImportedFiles(databaseDirectory: string): DataFile[] {
  const directory = importedDirectory(databaseDirectory)
  if (!existsSync(directory)) return []
  const names = () => readdirSync(directory).filter((name) => importedName.test(name))
  return readFiles(directory, names).map(({ path, text }) => ({ path: importedPath(path), text }))
}

/** Every file that a revision is built from, ordered by path. Throws a DataFileError if one cannot be read. */
export function readAllFiles({ dataDirectory, databaseDirectory }: DataPaths): DataFile[] {
  return sortFiles([...readDataFiles(dataDirectory), ...readImportedFiles(databaseDirectory)])
}

/** In the order in which files are hashed. */
export function sortFiles(files: readonly DataFile[]): DataFile[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function readFiles(directory: string, list: (directory: string) => string[]): DataFile[] {
  for (let attempt = 1; ; attempt++) {
    try {
      return readOnce(directory, list(directory))
    } catch (error) {
      const { code, path } = error as { code?: string; path?: string }
      if (code === undefined || path === undefined) throw error
      // It may have been renamed after it was listed.
      if (code === 'ENOENT' && attempt < maxAttempts) continue
      throw new DataFileError(`${path} cannot be read (${code})`, 'restore it, or check its permissions')
    }
  }
}

function listDataFiles(directory: string): string[] {
  // The shelf of reference works and its tables are optional.
  const optional = ['reference', 'tables'].filter((folder) => existsSync(join(directory, folder)))
  const yaml = ['articles', 'entities', ...optional].flatMap((folder) =>
    readdirSync(join(directory, folder))
      .filter((name) => /\.yaml$/.test(name) || (folder === 'tables' && /\.csv$/.test(name)))
      .filter((name) => !name.startsWith('.'))
      .map((name) => `${folder}/${name}`),
  )
  return [...yaml, 'passage-hashes.json']
}

function readOnce(directory: string, paths: string[]): DataFile[] {
  let bytes = 0
  return paths.sort().map((path) => {
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
