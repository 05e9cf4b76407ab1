// Revision files in PostgreSQL, by their SHA-256: each process stores what it builds, and fetches what another has built.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Pool } from 'pg'
import { fsyncPath } from './durable-fs.ts'

export interface StoredFiles {
  has: (hash: string) => Promise<boolean>
  /** Stores a file whole, or nothing; one that is stored already is not stored again. */
  store: (path: string, hash: string) => Promise<void>
  /** Writes a file to a path once its hash was verified; false if it is not stored. What is damaged is removed. */
  fetch: (hash: string, path: string) => Promise<boolean>
  /** Of all files that are stored. */
  hashes: () => Promise<Set<string>>
  /** Removes all but these. */
  retain: (hashes: readonly string[]) => Promise<void>
}

/** In bytes. */
const partSize = 1024 * 1024

export function createStoredFiles(pool: Pool): StoredFiles {
  const has = async (hash: string) =>
    (await pool.query('SELECT 1 FROM stored_file WHERE hash = $1 LIMIT 1', [hash])).rowCount === 1

  return {
    has,
    async store(path, hash) {
      if (await has(hash)) return
      const client = await pool.connect()
      const file = openSync(path, 'r')
      try {
        await client.query('BEGIN')
        const part = Buffer.allocUnsafe(partSize)
        for (
          let number = 0, length = readSync(file, part);
          length > 0;
          number++, length = readSync(file, part)
        )
          await client.query(
            'INSERT INTO stored_file (hash, part, bytes) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
            [hash, number, part.subarray(0, length)],
          )
        await client.query('COMMIT')
        client.release()
      } catch (error) {
        // The server rolls back what a connection that ends has begun.
        client.release(true)
        throw error
      } finally {
        closeSync(file)
      }
    },
    async fetch(hash, path) {
      const tmpPath = `${path}.fetched-${process.pid}.tmp`
      const sum = createHash('sha256')
      const file = openSync(tmpPath, 'w', 0o600)
      try {
        let parts = 0
        for (; ; parts++) {
          const { rows } = await pool.query<{ bytes: Buffer }>(
            'SELECT bytes FROM stored_file WHERE hash = $1 AND part = $2',
            [hash, parts],
          )
          const [row] = rows
          if (!row) break
          sum.update(row.bytes)
          writeSync(file, row.bytes)
        }
        if (parts === 0) return false
        if (sum.digest('hex') !== hash) {
          await pool.query('DELETE FROM stored_file WHERE hash = $1', [hash])
          return false
        }
        fsyncSync(file)
        renameSync(tmpPath, path)
        fsyncPath(dirname(path))
        return true
      } finally {
        closeSync(file)
        rmSync(tmpPath, { force: true })
      }
    },
    async hashes() {
      const { rows } = await pool.query<{ hash: string }>('SELECT hash FROM stored_file WHERE part = 0')
      return new Set(rows.map((row) => row.hash))
    },
    async retain(hashes) {
      await pool.query('DELETE FROM stored_file WHERE hash <> ALL($1::text[])', [hashes])
    },
  }
}
