// The facts files, one SQLite file a revision: where they are, whether one is sound, and opening one to read.
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attributes } from '../model/attributes.ts'
import { SCHEMA_VERSION, hashFiles, type DataFile } from '../model/data-file.ts'
import type { Article, Entity, Fact } from '../model/types.ts'

/** Marks a file as one of ours: "ENTE". */
export const applicationId = 0x454e5445

/** Which facts file is live: the number of its revision, and its SHA-256 in hex. */
export interface LiveFile {
  number: number
  fileHash: string
}

export function revisionPath(directory: string, number: number): string {
  return join(directory, `revision-${number}.db`)
}

/** Where a revision waits that was built and is not yet live. */
export function stagedRevisionPath(directory: string, number: number): string {
  return join(directory, `staged-${number}.db`)
}

/** The numbers of the facts files in a folder, newest first. */
export function listRevisionNumbers(directory: string): number[] {
  return readdirSync(directory)
    .flatMap((name) => /^revision-(\d+)\.db$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a)
}

/** SHA-256 of a file, in hex. */
export function hashFile(path: string): string {
  return hashBytes(readFileSync(path))
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * A facts file of this program's version, read into memory as a whole, so that nothing that happens to the file later
 * reaches an answer; takes about 2 ms a megabyte. Throws if it is missing, another's, or has not the hash that is given.
 */
export function openRevisionFile(path: string, fileHash?: string): Database.Database {
  const bytes = readFileSync(path)
  if (fileHash !== undefined && hashBytes(bytes) !== fileHash)
    throw new Error(`${path} is not as it was built`)
  const database = new Database(bytes, { readonly: true })
  const id = database.pragma('application_id', { simple: true })
  const version = database.pragma('user_version', { simple: true })
  if (id === applicationId && version === SCHEMA_VERSION) return database
  database.close()
  throw new Error(`${path} is no facts file of version ${SCHEMA_VERSION}`)
}

/** The hash of the source files of a facts file; undefined if it is missing, of another version, or not as it was built. */
export function readIntactHash(path: string, fileHash: string): string | undefined {
  return attempt(path, fileHash, readHash)
}

/** The text of the files that a facts file was built from, even if other parts of it are damaged. */
export function readSourceFiles(path: string): { hash: string; files: DataFile[] } | undefined {
  return attempt(path, undefined, (database) => {
    const files = database.prepare('SELECT path, text FROM source_file ORDER BY path').all() as DataFile[]
    const hash = hashFiles(files, attributes)
    return hash === readHash(database) ? { hash, files } : undefined
  })
}

function readHash(database: Database.Database): string {
  return database.prepare('SELECT hash FROM revision').pluck().get() as string
}

function attempt<Result>(
  path: string,
  fileHash: string | undefined,
  read: (database: Database.Database) => Result,
): Result | undefined {
  let database: Database.Database | undefined
  try {
    database = openRevisionFile(path, fileHash)
    return read(database)
  } catch {
    return undefined
  } finally {
    database?.close()
  }
}

/** All that a facts file says; throws if it cannot be read. */
export function readContent(path: string): { articles: Article[]; entities: Entity[]; facts: Fact[] } {
  const database = openRevisionFile(path)
  try {
    const read = <Item>(table: string, order: string) =>
      (database.prepare(`SELECT json FROM ${table} ORDER BY ${order}`).pluck().all() as string[]).map(
        (json) => JSON.parse(json) as Item,
      )
    return {
      articles: read<Article>('article', 'id'),
      entities: read<Entity>('entity', 'rowid'),
      facts: read<Fact>('fact', 'number'),
    }
  } finally {
    database.close()
  }
}
