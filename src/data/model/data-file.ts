// The data files, and the hash of their content and versions that identifies what a revision is built from.
import { createHash } from 'node:crypto'

export interface DataFile {
  /** Relative to the data directory: "articles/pacific.yaml"; of an imported file "imported/pier.yaml". */
  path: string
  text: string
}

/** Where the data files and the databases are. */
export interface DataPaths {
  dataDirectory: string
  databaseDirectory: string
  /** The PostgreSQL database that holds the state for several machines; undefined: app.db in the directory does. */
  databaseUrl?: string | undefined
}

/** The folder of the files that operators have imported, in the paths of data files. */
const importedFolder = 'imported'

export function isImported({ path }: Pick<DataFile, 'path'>): boolean {
  return path.startsWith(`${importedFolder}/`)
}

/** The path of an imported file: "pier.yaml" → "imported/pier.yaml". */
export function importedPath(name: string): string {
  return `${importedFolder}/${name}`
}

/** What an imported file may be called: it is part of ids and messages. */
export const importedName = /^[a-z0-9-]{1,40}\.yaml$/

/** Part of the hash. Increment it when the same text would be built into a different revision file. */
export const SCHEMA_VERSION = 11

/** Part of the hash. Increment it when a rule becomes stricter, so that files that passed are checked again. */
const RULES_VERSION = 2

/** SHA-256 in hex over the files, the vocabulary and both versions. */
export function hashFiles(files: readonly DataFile[], vocabulary: object): string {
  const hash = createHash('sha256').update(JSON.stringify([SCHEMA_VERSION, RULES_VERSION, vocabulary]))
  // One at a time, since the memory for all of them at once would stay with the process.
  for (const { path, text } of files) hash.update(JSON.stringify([path, text]))
  return hash.digest('hex')
}
