// The history of revisions and the pointer to the live one; whatever moves the pointer leaves its trace in the same transaction.
import type Database from 'better-sqlite3'
import type { Audit } from './audit-log.ts'

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
  chosenByUndo: boolean
}

export interface Revisions {
  /** One prepared SELECT, cheap enough for every interaction. */
  live: () => LiveRevision | undefined
  /** Newest first. */
  revisions: () => RevisionRecord[]
  /** Adds a built revision to the history and makes it the live one, in one transaction. */
  publish: (revision: RevisionRecord, settings?: { chosenByUndo?: boolean }) => void
  /** Makes a revision of the history the live one again, marked as chosen by an undo. */
  undo: (number: number, by: string) => void
}

export function createRevisions(database: Database.Database, { note }: Audit): Revisions {
  const live = database.prepare(
    `SELECT number, hash, file_hash AS fileHash, chosen_by_undo AS chosenByUndo
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
  const point = database.prepare(
    'INSERT OR REPLACE INTO live (only, number, chosen_by_undo) VALUES (1, ?, ?)',
  )
  const current = () => {
    const row = live.get() as (Omit<LiveRevision, 'chosenByUndo'> & { chosenByUndo: number }) | undefined
    return row && { ...row, chosenByUndo: row.chosenByUndo === 1 }
  }
  const publish = database.transaction((revision: RevisionRecord, chosenByUndo: boolean) => {
    const { number, builtBy, builtFrom } = revision
    note({ who: builtBy, deed: 'publish', detail: moved(current(), number, `from ${builtFrom}`) })
    add.run(revision)
    point.run(number, chosenByUndo ? 1 : 0)
  })
  const undo = database.transaction((number: number, by: string) => {
    note({ who: by, deed: 'undo', detail: moved(current(), number, 'from the kept file') })
    point.run(number, 1)
  })

  return {
    live: current,
    revisions: () => revisions.all() as RevisionRecord[],
    publish: (revision, { chosenByUndo = false } = {}) => publish.immediate(revision, chosenByUndo),
    undo: (number, by) => undo.immediate(number, by),
  }
}

function moved(from: LiveRevision | undefined, to: number, how: string): string {
  return `${from ? `revision ${from.number}` : 'nothing'} → revision ${to}, ${how}`
}
