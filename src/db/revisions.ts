// The history of revisions and which one is live; a change of the live one is audited in the same transaction.
import { insertAudit } from './audit-log.ts'
import type { Queries, RevisionRecord } from './schema.ts'
import { inTransaction } from './transaction.ts'

export interface LiveRevision extends Pick<RevisionRecord, 'number' | 'hash' | 'fileHash'> {
  /** Whether a rollback made it live although the files differ; startup then publishes nothing. */
  pinnedByRollback: boolean
}

export interface Revisions {
  live: () => Promise<LiveRevision | undefined>
  /** Newest first. */
  revisions: () => Promise<RevisionRecord[]>
  /** Adds a built revision to the history and makes it live, in one transaction. */
  publish: (revision: RevisionRecord, options?: { pinnedByRollback?: boolean }) => Promise<void>
  /** Makes an earlier revision live again, pinned unless the files say the same. */
  rollbackTo: (number: number, actor: string, options?: { pinnedByRollback?: boolean }) => Promise<void>
}

export function createRevisions(db: Queries): Revisions {
  return {
    live: () => selectLive(db),
    revisions: () => db.selectFrom('revision').selectAll().orderBy('number', 'desc').execute(),
    publish: (revision, { pinnedByRollback = false } = {}) =>
      inTransaction(db, async (transaction) => {
        const { number, builtBy, builtFrom } = revision
        const detail = describeMove(await selectLive(transaction), number, `from ${builtFrom}`)
        await insertAudit(transaction, { actor: builtBy, action: 'publish', detail }, new Date())
        await transaction.insertInto('revision').values(revision).execute()
        await setLive(transaction, number, pinnedByRollback)
      }),
    rollbackTo: (number, actor, { pinnedByRollback = true } = {}) =>
      inTransaction(db, async (transaction) => {
        const detail = describeMove(await selectLive(transaction), number, 'from the stored file')
        await insertAudit(transaction, { actor, action: 'rollback', detail }, new Date())
        await setLive(transaction, number, pinnedByRollback)
      }),
  }
}

async function selectLive(db: Queries): Promise<LiveRevision | undefined> {
  const row = await db
    .selectFrom('liveRevision')
    .innerJoin('revision', 'revision.number', 'liveRevision.revision')
    .select(['number', 'hash', 'fileHash', 'pinnedByRollback'])
    .executeTakeFirst()
  return row && { ...row, pinnedByRollback: row.pinnedByRollback === 1 }
}

async function setLive(db: Queries, revision: number, pinnedByRollback: boolean): Promise<void> {
  const live = { revision, pinnedByRollback: Number(pinnedByRollback) }
  await db
    .insertInto('liveRevision')
    .values({ id: 1, ...live })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(live))
    .execute()
}

function describeMove(from: LiveRevision | undefined, to: number, source: string): string {
  return `${from ? `revision ${from.number}` : 'nothing'} → revision ${to}, ${source}`
}
