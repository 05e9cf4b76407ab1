// The history of revisions and which one is live; a change of the live one is audited in the same transaction.
import type Database from 'better-sqlite3'
import type { AuditLog } from './audit-log.ts'

/** A revision as the history stores it. */
export interface RevisionRecord {
  number: number
  /** Of the files it was built from. */
  hash: string
  /** SHA-256 of its revision file, in hex. */
  fileHash: string
  builtAt: string
  /** "start", "shell", or a Discord user id. */
  builtBy: string
  /** "files", "import", "removal", or "revision 3" if it was rebuilt from the files stored in a revision. */
  builtFrom: string
  articles: number
  entities: number
  facts: number
}

export interface LiveRevision {
  number: number
  hash: string
  fileHash: string
  /** Whether a rollback made it live although the files differ; startup then publishes nothing. */
  pinnedByRollback: boolean
}

export interface Revisions {
  /** One prepared SELECT, cheap enough for every interaction. */
  live: () => LiveRevision | undefined
  /** Newest first. */
  revisions: () => RevisionRecord[]
  /** Adds a built revision to the history and makes it live, in one transaction. */
  publish: (revision: RevisionRecord, options?: { pinnedByRollback?: boolean }) => void
  /** Makes an earlier revision live again, pinned unless the files say the same. */
  rollbackTo: (number: number, actor: string, options?: { pinnedByRollback?: boolean }) => void
}

export function createRevisions(database: Database.Database, { appendAudit }: AuditLog): Revisions {
  const selectLive = database.prepare(
    `SELECT number, hash, file_hash AS fileHash, pinned_by_rollback AS pinnedByRollback
     FROM live_revision JOIN revision ON revision.number = live_revision.revision`,
  )
  const selectAll = database.prepare(
    `SELECT number, hash, file_hash AS fileHash, built_at AS builtAt, built_by AS builtBy, built_from AS builtFrom,
       articles, entities, facts
     FROM revision ORDER BY number DESC`,
  )
  const insert = database.prepare(
    `INSERT INTO revision (number, hash, file_hash, built_at, built_by, built_from, articles, entities, facts)
     VALUES (@number, @hash, @fileHash, @builtAt, @builtBy, @builtFrom, @articles, @entities, @facts)`,
  )
  const setLive = database.prepare(
    'INSERT OR REPLACE INTO live_revision (id, revision, pinned_by_rollback) VALUES (1, ?, ?)',
  )
  const live = () => {
    const row = selectLive.get() as
      (Omit<LiveRevision, 'pinnedByRollback'> & { pinnedByRollback: number }) | undefined
    return row && { ...row, pinnedByRollback: row.pinnedByRollback === 1 }
  }
  const publish = database.transaction((revision: RevisionRecord, pinnedByRollback: boolean) => {
    const { number, builtBy, builtFrom } = revision
    const detail = describeMove(live(), number, `from ${builtFrom}`)
    appendAudit({ actor: builtBy, action: 'publish', detail })
    insert.run(revision)
    setLive.run(number, Number(pinnedByRollback))
  })
  const rollbackTo = database.transaction((number: number, actor: string, pinnedByRollback: boolean) => {
    const detail = describeMove(live(), number, 'from the stored file')
    appendAudit({ actor, action: 'rollback', detail })
    setLive.run(number, Number(pinnedByRollback))
  })

  return {
    live,
    revisions: () => selectAll.all() as RevisionRecord[],
    publish: (revision, { pinnedByRollback = false } = {}) => publish.immediate(revision, pinnedByRollback),
    rollbackTo: (number, actor, { pinnedByRollback = true } = {}) =>
      rollbackTo.immediate(number, actor, pinnedByRollback),
  }
}

function describeMove(from: LiveRevision | undefined, to: number, source: string): string {
  return `${from ? `revision ${from.number}` : 'nothing'} → revision ${to}, ${source}`
}
