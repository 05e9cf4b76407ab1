// The data files as text, and the hash by which a revision knows which files it was built from.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface DataFile {
  /** Relative to the data folder, as "articles/pacific.yaml". */
  path: string
  text: string
}

/** Where the data files of this program are. */
export const dataDirectory = import.meta.dirname

/** Raised whenever a facts file built from the same text would come out differently; part of the hash. */
export const factsVersion = 7

/** Every file that a revision is built from, ordered by path. */
export function readDataFiles(directory: string): DataFile[] {
  const yaml = ['articles', 'entities'].flatMap((folder) =>
    readdirSync(join(directory, folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`),
  )
  // Without more names countries are still known by those of the libraries.
  const names = ['country-names.yaml'].filter((name) => existsSync(join(directory, name)))
  return [...yaml, ...names, 'passages.json']
    .sort()
    .map((path) => ({ path, text: readFileSync(join(directory, path), 'utf8') }))
}

/** sha256 in hex over the files, the vocabulary and the version of the facts file. */
export function hashFiles(files: DataFile[], vocabulary: object): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([factsVersion, vocabulary, files.map(({ path, text }) => [path, text])]))
  return hash.digest('hex')
}
