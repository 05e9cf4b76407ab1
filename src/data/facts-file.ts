// The facts files, one SQLite file a revision: where they are, whether one is sound, and opening one to read.
import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { factsVersion, type DataFile } from './files.ts'
import type { Article, Entity, Fact } from './shapes.ts'

/** Marks a file as one of ours: "ENTE". */
export const applicationId = 0x454e5445

export function factsPath(directory: string, number: number): string {
  return join(directory, `facts-${number}.db`)
}

/** Where a revision waits that was built and is not yet live. */
export function stagedPath(directory: string, number: number): string {
  return join(directory, `staged-facts-${number}.db`)
}

/** The numbers of the facts files in a folder, newest first. */
export function factsFiles(directory: string): number[] {
  return readdirSync(directory)
    .flatMap((name) => /^facts-(\d+)\.db$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a)
}

/** A read-only connection to a facts file of this program's version; throws if it is missing, damaged or another's. */
export function openFactsFile(path: string): Database.Database {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  const id = database.pragma('application_id', { simple: true })
  const version = database.pragma('user_version', { simple: true })
  if (id === applicationId && version === factsVersion) return database
  database.close()
  throw new Error(`${path} is no facts file of version ${factsVersion}`)
}

/** The hash and the source files kept in a facts file, or undefined if the file is missing or not whole. */
export function readSoundFile(path: string): { hash: string; files: DataFile[] } | undefined {
  let database: Database.Database | undefined
  try {
    database = openFactsFile(path)
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') return undefined
    const { hash } = database.prepare('SELECT hash FROM revision').get() as { hash: string }
    const files = database.prepare('SELECT path, text FROM file ORDER BY path').all() as DataFile[]
    return { hash, files }
  } catch {
    return undefined
  } finally {
    database?.close()
  }
}

/** All that a facts file says; throws if it cannot be read. */
export function readContent(path: string): { articles: Article[]; entities: Entity[]; facts: Fact[] } {
  const database = openFactsFile(path)
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
