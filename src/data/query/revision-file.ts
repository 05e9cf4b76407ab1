// Revision files, one SQLite file each: where they are, whether one is intact, and opening one read-only.
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { attributes } from '../model/attributes.ts'
import { SCHEMA_VERSION, hashFiles, isImported, type DataFile } from '../model/data-file.ts'
import type { Article, Entity, Fact } from '../model/types.ts'

/** Marks a file as one of ours: "ENTE". */
export const applicationId = 0x454e5445

/** The live revision: its number, and the SHA-256 of its file in hex. */
export interface LiveFile {
  number: number
  fileHash: string
}

export function revisionPath(directory: string, number: number): string {
  return join(directory, `revision-${number}.db`)
}

/** The path of a revision that is built but not yet live. */
export function stagedRevisionPath(directory: string, number: number): string {
  return join(directory, `staged-${number}.db`)
}

/** The numbers of the revision files in a directory, newest first. */
export function listRevisionNumbers(directory: string): number[] {
  return readdirSync(directory)
    .flatMap((name) => /^revision-(\d+)\.db$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a)
}

/** How much of a file is read at once. */
const partBytes = 1024 * 1024

/** SHA-256 of a file, in hex; reads a part at a time, since the memory for all of it would stay with the process. */
export function hashFile(path: string): string {
  requireFile(path)
  const hash = createHash('sha256')
  const part = Buffer.allocUnsafe(partBytes)
  const file = openSync(path, 'r')
  try {
    for (let length = readSync(file, part); length > 0; length = readSync(file, part))
      hash.update(part.subarray(0, length))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

/** The same, but answers can come between the parts; undefined if the file cannot be read. */
export async function hashInParts(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  const part = Buffer.allocUnsafe(partBytes)
  let file: FileHandle | undefined
  try {
    requireFile(path)
    file = await open(path)
    for (;;) {
      const { bytesRead } = await file.read(part)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(part.subarray(0, bytesRead))
    }
  } catch {
    return undefined
  } finally {
    await file?.close()
  }
}

function hashBytes(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Opens a revision file of this schema version. The file is read into memory (about 2 ms per megabyte), so that later
 * changes to it do not reach answers. Throws if it is missing, is not a revision file, or does not have the given hash.
 */
export function openRevisionFile(path: string, fileHash?: string): Database.Database {
  requireFile(path)
  const bytes = readFileSync(path)
  if (fileHash !== undefined && hashBytes(bytes) !== fileHash)
    throw new Error(`${path} is corrupt: its hash has changed`)
  const database = new Database(bytes, { readonly: true })
  // SQLite has its own copy, and a garbage collection may be long in coming.
  bytes.buffer.transfer(0)
  return requireVersion(database, path)
}

/** Reading a pipe would never return. */
function requireFile(path: string): void {
  if (!statSync(path).isFile()) throw new Error(`${path} is not a file`)
}

function requireVersion(database: Database.Database, path: string): Database.Database {
  const id = database.pragma('application_id', { simple: true })
  const version = database.pragma('user_version', { simple: true })
  if (id === applicationId && version === SCHEMA_VERSION) return database
  database.close()
  throw new Error(`${path} is not a revision file of version ${SCHEMA_VERSION}`)
}

/** The hash of the data files that a revision was built from; undefined if it is missing, corrupt or incompatible. */
export function readIntactHash(path: string, fileHash: string): string | undefined {
  return tryRead(path, fileHash, readHash)
}

/** The data files that a revision was built from, even if other parts of it are corrupt. */
export function readSourceFiles(path: string): { hash: string; files: DataFile[] } | undefined {
  return tryRead(path, undefined, (database) => {
    const files = selectSourceFiles(database)
    const hash = hashFiles(files, attributes)
    return hash === readHash(database) ? { hash, files } : undefined
  })
}

/** The imported ones of the files that a revision was built from; throws if it cannot be read. */
export function readImportedOf(path: string): DataFile[] {
  const database = openRevisionFile(path)
  try {
    return selectSourceFiles(database).filter(isImported)
  } finally {
    database.close()
  }
}

function selectSourceFiles(database: Database.Database): DataFile[] {
  const rows = database.prepare('SELECT path, deflated FROM source_file ORDER BY path').all()
  return (rows as { path: string; deflated: Buffer }[]).map(({ path, deflated }) => ({
    path,
    text: inflateSync(deflated).toString(),
  }))
}

function readHash(database: Database.Database): string {
  return database.prepare('SELECT hash FROM revision').pluck().get() as string
}

function tryRead<Result>(
  path: string,
  fileHash: string | undefined,
  read: (database: Database.Database) => Result,
): Result | undefined {
  let database: Database.Database | undefined
  try {
    requireFile(path)
    if (fileHash !== undefined && hashFile(path) !== fileHash) return undefined
    database = requireVersion(new Database(path, { readonly: true, fileMustExist: true }), path)
    return read(database)
  } catch {
    return undefined
  } finally {
    database?.close()
  }
}

/** The whole content of a revision; throws if it cannot be read. */
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
