// Whether a file is an intact app.db: SQLite finds no corruption in it, and it has every table of its version.
import Database from 'better-sqlite3'
import { migrations } from './migrations.ts'

/** `empty`: a database to which no migration has been applied, which SQLite makes of a new file. */
export type Integrity = 'intact' | 'empty' | 'corrupt'

/**
 * Throws for anything but corruption, such as a file that cannot be opened or that stays locked; takes about 4 ms per
 * megabyte.
 */
export function checkIntegrity(path: string, timeoutMs = 10_000): Integrity {
  let database: Database.Database | undefined
  try {
    database = new Database(path, { fileMustExist: true, timeout: timeoutMs })
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') return 'corrupt'
    const version = database.pragma('user_version', { simple: true }) as number
    const tables = tablesIn(database)
    if (version === 0 && tables.size === 0) return 'empty'
    // A newer program may have changed the tables in ways that this one cannot check.
    if (version > migrations.length) return 'intact'
    return version > 0 && tablesOf(version).isSubsetOf(tables) ? 'intact' : 'corrupt'
  } catch (error) {
    if (isCorruption(error)) return 'corrupt'
    throw error
  } finally {
    database?.close()
  }
}

/** Whether an error means that a database is corrupt, rather than in use or unreadable. */
export function isCorruption(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')
}

/** The tables that the migrations create up to a version. */
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
