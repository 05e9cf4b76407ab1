// The audit log: who did what, and when. Rows are only ever added; denials of one user within an hour share a row.
import type Database from 'better-sqlite3'

export interface AuditEntry {
  /** ISO 8601, UTC. */
  createdAt: string
  /** A Discord user id, "shell" or "start". */
  actor: string
  /** One word or two: "publish", "rollback", "denied". */
  action: string
  /** One line of plain text. */
  detail: string
  /** How often it happened, from `createdAt` on within that hour. */
  count: number
}

export type NewAuditEntry = Pick<AuditEntry, 'actor' | 'action' | 'detail'>

export interface AuditLog {
  appendAudit: (entry: NewAuditEntry) => void
  /** Counts a denial; true for the first of a user within an hour of the clock, whose detail is stored. */
  countDenial: (actor: string, detail: string, now: Date) => boolean
  /** The last entries, newest first. */
  latestAudit: (limit: number) => AuditEntry[]
  /** How many entries a user has. */
  countAuditBy: (actor: string) => number
}

export function createAuditLog(database: Database.Database): AuditLog {
  const insert = database.prepare(
    'INSERT INTO audit_log (created_at, actor, action, detail) VALUES (?, ?, ?, ?)',
  )
  const increment = database.prepare(
    `UPDATE audit_log SET count = count + 1 WHERE id =
       (SELECT max(id) FROM audit_log
        WHERE actor = @actor AND action = 'denied' AND substr(created_at, 1, 13) = @hour)`,
  )
  const latest = database.prepare(
    'SELECT created_at AS createdAt, actor, action, detail, count FROM audit_log ORDER BY id DESC LIMIT ?',
  )
  const countBy = database.prepare('SELECT count(*) FROM audit_log WHERE actor = ?').pluck()
  const countDenial = database.transaction((actor: string, detail: string, now: Date) => {
    const createdAt = now.toISOString()
    if (increment.run({ actor, hour: createdAt.slice(0, 13) }).changes > 0) return false
    insert.run(createdAt, actor, 'denied', detail)
    return true
  })
  return {
    countDenial: (actor, detail, now) => countDenial.immediate(actor, detail, now),
    appendAudit: ({ actor, action, detail }) =>
      void insert.run(new Date().toISOString(), actor, action, detail),
    latestAudit: (limit) => latest.all(limit) as AuditEntry[],
    countAuditBy: (actor) => countBy.get(actor) as number,
  }
}
