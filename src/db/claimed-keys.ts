// Keys of actions that are done once over all processes; times are those of PostgreSQL's clock alone.
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'

export interface ClaimedKeys {
  /** False if the key is claimed already, within the `ttlMs` milliseconds of that claim. */
  claim: (key: string, ttlMs: number) => Promise<boolean>
  release: (key: string) => Promise<void>
}

const nowMs = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint'

export function createClaimedKeys(pool: Pool): ClaimedKeys {
  // Keys contain ids of users.
  const digest = (key: string) => createHash('sha256').update(key).digest('base64url')
  return {
    async claim(key, ttlMs) {
      const { rowCount } = await pool.query(
        `WITH expired AS (DELETE FROM claimed_key WHERE expires_at <= ${nowMs} AND key <> $1)
         INSERT INTO claimed_key (key, expires_at) VALUES ($1, ${nowMs} + $2::bigint)
         ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE claimed_key.expires_at <= ${nowMs}`,
        [digest(key), Math.round(ttlMs)],
      )
      return rowCount === 1
    },
    async release(key) {
      await pool.query('DELETE FROM claimed_key WHERE key = $1', [digest(key)])
    },
  }
}
