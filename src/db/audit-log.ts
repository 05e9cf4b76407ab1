// The audit log: who did what, and when. Rows are only ever added; denials of one user within an hour share a row.
import { sql } from './kysely.ts'
import { rowCount, type Queries } from './schema.ts'
import { inTransaction } from './transaction.ts'

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
  appendAudit: (entry: NewAuditEntry) => Promise<void>
  /** Counts a denial; true for the first of a user within an hour of the clock, whose detail is stored. */
  countDenial: (actor: string, detail: string, now: Date) => Promise<boolean>
  /** The last entries, newest first. */
  latestAudit: (limit: number) => Promise<AuditEntry[]>
  /** How many entries a user has. */
  countAuditBy: (actor: string) => Promise<number>
}

export function createAuditLog(db: Queries): AuditLog {
  return {
    appendAudit: (entry) => insertAudit(db, entry, new Date()),
    countDenial: (actor, detail, now) =>
      inTransaction(db, async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('auditLog')
          .set((row) => ({ count: row('count', '+', 1) }))
          .where('id', '=', (last) =>
            last
              .selectFrom('auditLog')
              .select(({ fn }) => fn.max('id').as('id'))
              .where('actor', '=', actor)
              .where('action', '=', 'denied')
              .where(sql`substr(created_at, 1, 13)`, '=', now.toISOString().slice(0, 13)),
          )
          .executeTakeFirst()
        if (numUpdatedRows > 0n) return false
        await insertAudit(transaction, { actor, action: 'denied', detail }, now)
        return true
      }),
    latestAudit: (limit) =>
      db
        .selectFrom('auditLog')
        .select(['createdAt', 'actor', 'action', 'detail', 'count'])
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    async countAuditBy(actor) {
      const { count } = await db
        .selectFrom('auditLog')
        .select(rowCount)
        .where('actor', '=', actor)
        .executeTakeFirstOrThrow()
      return count
    },
  }
}

/** Also for a transaction that changes what the entry tells of. */
export async function insertAudit(db: Queries, entry: NewAuditEntry, now: Date): Promise<void> {
  await db
    .insertInto('auditLog')
    .values({ createdAt: now.toISOString(), ...entry })
    .execute()
}
