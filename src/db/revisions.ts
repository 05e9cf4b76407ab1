// The history of revisions and the pointer to the live one; whatever moves the pointer leaves its trace in the same transaction.
import type Database from 'better-sqlite3'
import type { AuditLog } from './audit-log.ts'

/** A revision as the history keeps it. */
export interface RevisionRecord {
  number: number
  hash: string
  /** SHA-256 of its facts file, in hex; '' where an older version built it, which equals that of no file. */
  fileHash: string
  builtAt: string
  /** Who asked for it: "start", "shell", or a Discord user id. */
  builtBy: string
  /** "files", or "revision 3" where it was built anew from the text that a revision keeps. */
  builtFrom: string
  articles: number
  entities: number
  facts: number
}

export interface LiveRevision {
  number: number
  hash: string
  fileHash: string
  /** Whether it was chosen by an undo; a start then applies nothing of its own. */
  pinnedByRollback: boolean
}

export interface Revisions {
  /** One prepared SELECT, cheap enough for every interaction. */
  live: () => LiveRevision | undefined
  /** Newest first. */
  revisions: () => RevisionRecord[]
  /** Adds a built revision to the history and makes it the live one, in one transaction. */
  publish: (revision: RevisionRecord, settings?: { pinnedByRollback?: boolean }) => void
  /** Makes a revision of the history the live one again, marked as chosen by an undo. */
  rollbackTo: (number: number, by: string) => void
}

export function createRevisions(database: Database.Database, { appendAudit }: AuditLog): Revisions {
  const live = database.prepare(
    `SELECT number, hash, file_hash AS fileHash, chosen_by_undo AS pinnedByRollback
     FROM live JOIN revision USING (number)`,
  )
  const revisions = database.prepare(
    `SELECT number, hash, file_hash AS fileHash, built_at AS builtAt, built_by AS builtBy, built_from AS builtFrom,
       articles, entities, facts
     FROM revision ORDER BY number DESC`,
  )
  const add = database.prepare(
    `INSERT INTO revision (number, hash, file_hash, built_at, built_by, built_from, articles, entities, facts)
     VALUES (@number, @hash, @fileHash, @builtAt, @builtBy, @builtFrom, @articles, @entities, @facts)`,
  )
  const setLive = database.prepare(
    'INSERT OR REPLACE INTO live (only, number, chosen_by_undo) VALUES (1, ?, ?)',
  )
  const current = () => {
    const row = live.get() as
      (Omit<LiveRevision, 'pinnedByRollback'> & { pinnedByRollback: number }) | undefined
    return row && { ...row, pinnedByRollback: row.pinnedByRollback === 1 }
  }
  const publish = database.transaction((revision: RevisionRecord, pinnedByRollback: boolean) => {
    const { number, builtBy, builtFrom } = revision
    appendAudit({
      who: builtBy,
      deed: 'publish',
      detail: describeMove(current(), number, `from ${builtFrom}`),
    })
    add.run(revision)
    setLive.run(number, pinnedByRollback ? 1 : 0)
  })
  const undo = database.transaction((number: number, by: string) => {
    appendAudit({ who: by, deed: 'undo', detail: describeMove(current(), number, 'from the kept file') })
    setLive.run(number, 1)
  })

  return {
    live: current,
    revisions: () => revisions.all() as RevisionRecord[],
    publish: (revision, { pinnedByRollback = false } = {}) => publish.immediate(revision, pinnedByRollback),
    rollbackTo: (number, by) => undo.immediate(number, by),
  }
}

function describeMove(from: LiveRevision | undefined, to: number, how: string): string {
  return `${from ? `revision ${from.number}` : 'nothing'} → revision ${to}, ${how}`
}
