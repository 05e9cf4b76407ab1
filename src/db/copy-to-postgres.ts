// Copies the state of a directory, app.db and the revision files, into PostgreSQL: whole, in one transaction, and again if
// it is asked for again.
import Database from 'better-sqlite3'
import type { Pool, PoolClient } from 'pg'
import { readIntactHash, revisionPath } from '../data/query/revision-file.ts'
import { checkedAtKey } from './key-values.ts'
import { withoutNul } from './postgres-pool.ts'
import { createStoredFiles } from './stored-files.ts'

export interface CopiedState {
  /** The rows of each table, equal on both sides. */
  rows: Record<string, number>
  /** The revisions whose files were copied, newest first. */
  revisions: number[]
  /** Those whose files are missing or corrupt: they stay in the history, and cannot be gone back to. */
  missing: number[]
}

/** The database has been used since it was copied to, or by a bot that was not copied; the message says what to do. */
export class DatabaseInUseError extends Error {}

/** Holds what app.db had under `checkedAtKey` when it was copied; a bot writes that every quarter of a minute. */
const copiedKey = 'copied from app.db'

const batchSize = 1000

/**
 * Entente must not be running on either. The tables must be those of this version on both sides.
 * @param path of app.db
 * @throws DatabaseInUseError
 */
export async function copyToPostgres(directory: string, path: string, pool: Pool): Promise<CopiedState> {
  const source = new Database(path, { readonly: true })
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await requireUnused(client)
    const rows = await copyTables(source, client)
    await copyCounters(source, client)
    const checked = source.prepare('SELECT value FROM key_value WHERE key = ?').pluck().get(checkedAtKey)
    await client.query('INSERT INTO key_value (key, value) VALUES ($1, $2)', [copiedKey, checked ?? ''])
    const files = await copyFiles(source, directory, pool)
    // Last, so that no other process sees a revision whose file is not there yet.
    await client.query('COMMIT')
    client.release()
    return { rows, ...files }
  } catch (error) {
    client.release(true)
    throw error
  } finally {
    source.close()
  }
}

async function requireUnused(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ key: string; value: string }>(
    'SELECT key, value FROM key_value WHERE key IN ($1, $2)',
    [copiedKey, checkedAtKey],
  )
  const valueOf = (wanted: string) => rows.find(({ key }) => key === wanted)?.value
  const live = await client.query('SELECT 1 FROM live_revision')
  const isFresh = rows.length === 0 && live.rowCount === 0
  if (isFresh || (valueOf(copiedKey) ?? ' ') === (valueOf(checkedAtKey) ?? '')) return
  throw new DatabaseInUseError(
    'Entente has already run on the database of DATABASE_URL: to copy again, drop that database and create it again, which loses what was saved there.',
  )
}

/** @throws an error if a table has not as many rows as its original */
async function copyTables(source: Database.Database, client: PoolClient) {
  // Triggers count the version of the settings, and the live revision refers to the history.
  const tables = source
    .prepare(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'settings_version'
       ORDER BY name = 'live_revision', name`,
    )
    .pluck()
    .all() as string[]
  await client.query(`TRUNCATE ${tables.join(', ')}`)
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const select = source.prepare(`SELECT * FROM ${table}`).safeIntegers()
    let batch: unknown[] = []
    const flush = async () => {
      if (batch.length > 0)
        await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
          JSON.stringify(batch, toPostgres),
        ])
      batch = []
    }
    for (const row of select.iterate()) if (batch.push(row) === batchSize) await flush()
    await flush()
    const copied = (await client.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n
    const expected = source.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
    if (copied !== expected) throw new Error(`${table} has ${expected} rows, and ${copied} were copied`)
    counts[table] = expected
  }
  return counts
}

/** Message ids are larger than a number can hold. */
function toPostgres(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : withoutNul(value)
}

/** What is numbered goes on after the highest number that was ever given. */
async function copyCounters(source: Database.Database, client: PoolClient) {
  const last = source.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'report'`).pluck().get() as
    number | undefined
  for (const [table, column, least] of [
    ['report', 'number', last ?? 0],
    ['audit_log', 'id', 0],
  ] as const)
    await client.query(
      `SELECT setval(pg_get_serial_sequence('${table}', '${column}'),
         greatest($1::integer, (SELECT coalesce(max(${column}), 0) FROM ${table})) + 1, false)`,
      [least],
    )
}

async function copyFiles(source: Database.Database, directory: string, pool: Pool) {
  const files = createStoredFiles(pool)
  const records = source
    .prepare('SELECT number, file_hash AS fileHash FROM revision ORDER BY number DESC')
    .all() as { number: number; fileHash: string }[]
  const [revisions, missing]: [number[], number[]] = [[], []]
  for (const { number, fileHash } of records) {
    const path = revisionPath(directory, number)
    if (readIntactHash(path, fileHash) === undefined) missing.push(number)
    else {
      await files.store(path, fileHash)
      revisions.push(number)
    }
  }
  return { revisions, missing }
}
