// state.db: what the bot remembers of its own. Opened by the bot and by the builder; never touched by a look-up.
import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { migrations } from './migrations.ts'

/** A revision as the history keeps it. */
export interface RevisionRecord {
  number: number
  hash: string
  builtAt: string
  /** Who asked for it: "start", "shell", or a Discord user id. */
  builtBy: string
  articles: number
  entities: number
  facts: number
}

export interface LiveRevision {
  number: number
  hash: string
  /** Whether it was chosen by an undo; a start then applies nothing of its own. */
  chosenByUndo: boolean
}

export interface State {
  /** One prepared SELECT, cheap enough for every interaction. */
  live: () => LiveRevision | undefined
  revisions: () => RevisionRecord[]
  /** Adds a built revision to the history and makes it the live one, in one transaction. */
  publish: (revision: RevisionRecord) => void
  close: () => void
}

/** The state was written by a newer program, or the folder cannot be used; the message says what to do. */
export class StateError extends Error {}

export function openState(directory: string, { timeoutMs = 100 }: { timeoutMs?: number } = {}): State {
  mkdirSync(directory, { recursive: true })
  const database = new Database(join(directory, 'state.db'), { timeout: 10_000 })
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  migrate(database)
  database.pragma(`busy_timeout = ${timeoutMs}`)

  const live = database.prepare(
    'SELECT number, hash, chosen_by_undo AS chosenByUndo FROM live JOIN revision USING (number)',
  )
  const revisions = database.prepare(
    `SELECT number, hash, built_at AS builtAt, built_by AS builtBy, articles, entities, facts
     FROM revision ORDER BY number DESC`,
  )
  const add = database.prepare(
    `INSERT INTO revision (number, hash, built_at, built_by, articles, entities, facts)
     VALUES (@number, @hash, @builtAt, @builtBy, @articles, @entities, @facts)`,
  )
  const point = database.prepare(
    'INSERT OR REPLACE INTO live (only, number, chosen_by_undo) VALUES (1, ?, 0)',
  )
  const publish = database.transaction((revision: RevisionRecord) => {
    add.run(revision)
    point.run(revision.number)
  })

  return {
    live() {
      const row = live.get() as { number: number; hash: string; chosenByUndo: number } | undefined
      return row && { ...row, chosenByUndo: row.chosenByUndo === 1 }
    },
    revisions: () => revisions.all() as RevisionRecord[],
    publish: (revision) => publish.immediate(revision),
    close: () => database.close(),
  }
}

function migrate(database: Database.Database): void {
  const version = () => database.pragma('user_version', { simple: true }) as number
  database
    .transaction(() => {
      const current = version()
      if (current > migrations.length) {
        throw new StateError(
          `state.db was written by a newer Entente (version ${current}, and this one knows ${migrations.length}): ` +
            'update Entente, or set DATABASE_DIR to another folder.',
        )
      }
      migrations.slice(current).forEach((sql) => database.exec(sql))
      database.pragma(`user_version = ${migrations.length}`)
    })
    .immediate()
}
