// Whether a file is an intact state database: SQLite finds no damage in it, and it has every table of its version.
import Database from 'better-sqlite3'
import { migrations } from './migrations.ts'

/** `empty`: a database that no migration has been applied to, as SQLite makes one of a new file. */
export type Integrity = 'intact' | 'empty' | 'damaged'

/** Throws what is no sign of damage, as a file that cannot be opened; takes about 4 ms a megabyte. */
export function checkIntegrity(path: string): Integrity {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { fileMustExist: true, timeout: 10_000 })
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') return 'damaged'
    const version = database.pragma('user_version', { simple: true }) as number
    const tables = tablesIn(database)
    if (version === 0 && tables.size === 0) return 'empty'
    // What a newer program has made of the tables is not ours to judge.
    if (version > migrations.length) return 'intact'
    return version > 0 && tablesOf(version).isSubsetOf(tables) ? 'intact' : 'damaged'
  } catch (error) {
    if (isCorruption(error)) return 'damaged'
    throw error
  } finally {
    database?.close()
  }
}

/** Whether an error says that a database is damaged, and not that it is in use or cannot be read. */
export function isCorruption(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')
}

/** The tables that the migrations make up to a version. */
function tablesOf(version: number): Set<string> {
  const database = new Database(':memory:')
  try {
    for (const sql of migrations.slice(0, version)) database.exec(sql)
    return tablesIn(database)
  } finally {
    database.close()
  }
}

function tablesIn(database: Database.Database): Set<string> {
  const names = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()
  return new Set(names as string[])
}
