// The data files as text, and the hash by which a revision knows which files it was built from.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface DataFile {
  /** Relative to the data folder, as "articles/pacific.yaml". */
  path: string
  text: string
}

/** Where the data files of this program are. */
export const dataDirectory = join(import.meta.dirname, '..')

/** Raised whenever a facts file built from the same text would come out differently; part of the hash. */
export const SCHEMA_VERSION = 7

/** Raised whenever a rule becomes stricter, so that files which were good before are checked again; part of the hash. */
export const rulesVersion = 1

/** A file or folder of the data that cannot be read; the message names it. */
export class DataFileError extends Error {
  /** What to do about it. */
  readonly fix: string

  constructor(message: string, fix: string) {
    super(message)
    this.fix = fix
  }
}

/** Bytes of all data files together: far more than facts take, and no more than a small machine can parse. */
const maxBytes = 32 * 1024 * 1024

/** How often the folders are listed anew because a file was gone by the time it was read. */
const maxAttempts = 3

/**
 * Every file that a revision is built from, ordered by path; hidden files, as editors make them for a while, are none.
 * Throws a DataFileError for what cannot be read.
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
      throw new DataFileError(
        `${path} cannot be read (${code})`,
        'put it back, or give Entente the right to read it',
      )
    }
  }
}

function readOnce(directory: string): DataFile[] {
  const yaml = ['articles', 'entities'].flatMap((folder) =>
    readdirSync(join(directory, folder))
      .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
      .map((name) => `${folder}/${name}`),
  )
  // Without more names countries are still known by those of the libraries.
  const names = ['reference/country-names.yaml'].filter((name) => existsSync(join(directory, name)))
  let bytes = 0
  return [...yaml, ...names, 'passage-hashes.json'].sort().map((path) => {
    const whole = join(directory, path)
    const status = statSync(whole)
    // Reading a pipe would wait for ever.
    if (!status.isFile())
      throw new DataFileError(`${whole} is not a file`, 'move it elsewhere, or give it another name')
    bytes += status.size
    if (bytes > maxBytes)
      throw new DataFileError(
        `with ${whole} the data files have over ${maxBytes / 1024 / 1024} MiB`,
        'move elsewhere what is not a file of facts',
      )
    return { path, text: readFileSync(whole, 'utf8') }
  })
}

/** sha256 in hex over the files, the vocabulary and the versions of the rules and of the facts file. */
export function hashFiles(files: DataFile[], vocabulary: object): string {
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify([SCHEMA_VERSION, rulesVersion, vocabulary, files.map(({ path, text }) => [path, text])]),
  )
  return hash.digest('hex')
}
