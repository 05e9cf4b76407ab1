// The audit trail: who did what when. It is only ever added to.
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
}

export interface Audit {
  note: (entry: Omit<AuditEntry, 'at'>) => void
  /** The last entries, newest first. */
  trail: (most: number) => AuditEntry[]
  /** How many entries there are of someone. */
  deedsBy: (who: string) => number
}

export function createAudit(database: Database.Database): Audit {
  const add = database.prepare('INSERT INTO audit (at, who, deed, detail) VALUES (?, ?, ?, ?)')
  const last = database.prepare('SELECT at, who, deed, detail FROM audit ORDER BY number DESC LIMIT ?')
  const count = database.prepare('SELECT count(*) FROM audit WHERE who = ?').pluck()
  return {
    note: ({ who, deed, detail }) => void add.run(new Date().toISOString(), who, deed, detail),
    trail: (most) => last.all(most) as AuditEntry[],
    deedsBy: (who) => count.get(who) as number,
  }
}
