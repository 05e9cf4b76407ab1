// The audit trail: who did what when. It is only ever added to; refusals of one user and hour are counted in one row.
import type Database from 'better-sqlite3'

export interface AuditEntry {
  /** ISO 8601, UTC. */
  at: string
  /** A Discord user id, "shell" or "start". */
  who: string
  /** One word or two: "publish", "undo", "refused". */
  deed: string
  /** One line of plain text. */
  detail: string
  /** How often, from `at` on within that hour. */
  times: number
}

export type NewAuditEntry = Pick<AuditEntry, 'who' | 'deed' | 'detail'>

export interface AuditLog {
  appendAudit: (entry: NewAuditEntry) => void
  /** Counts a refusal; true for the first of a user within an hour of the clock, whose detail is stored. */
  countRefusal: (who: string, detail: string, now: Date) => boolean
  /** The last entries, newest first. */
  latestAudit: (most: number) => AuditEntry[]
  /** How many entries there are of someone. */
  countAuditBy: (who: string) => number
}

export function createAuditLog(database: Database.Database): AuditLog {
  const add = database.prepare('INSERT INTO audit (at, who, deed, detail) VALUES (?, ?, ?, ?)')
  const countAgain = database.prepare(
    `UPDATE audit SET times = times + 1 WHERE number =
       (SELECT max(number) FROM audit WHERE who = @who AND deed = 'refused' AND substr(at, 1, 13) = @hour)`,
  )
  const last = database.prepare('SELECT at, who, deed, detail, times FROM audit ORDER BY number DESC LIMIT ?')
  const count = database.prepare('SELECT count(*) FROM audit WHERE who = ?').pluck()
  const countRefusal = database.transaction((who: string, detail: string, now: Date) => {
    const at = now.toISOString()
    if (countAgain.run({ who, hour: at.slice(0, 13) }).changes > 0) return false
    add.run(at, who, 'refused', detail)
    return true
  })
  return {
    countRefusal: (who, detail, now) => countRefusal.immediate(who, detail, now),
    appendAudit: ({ who, deed, detail }) => void add.run(new Date().toISOString(), who, deed, detail),
    latestAudit: (most) => last.all(most) as AuditEntry[],
    countAuditBy: (who) => count.get(who) as number,
  }
}
