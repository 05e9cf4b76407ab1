// What users have reported as wrong, and what operators have answered.
import type { Selectable } from 'kysely'
import type { NewReport, ReportStore } from '../core/stores.ts'
import { countRowsOf, rowCount, type Queries, type Schema } from './schema.ts'
import { inTransaction } from './transaction.ts'

export interface Report extends NewReport {
  number: number
  answer: string | null
  /** Whether the answer reached the user; null if there is none. */
  delivered: boolean | null
  closedAt: string | null
}

export interface OpenReportPage {
  /** The report at the requested position, or else the last; undefined if none is open. */
  report: Report | undefined
  position: number
  count: number
}

export interface Reports extends ReportStore {
  /** The reports that are not closed, oldest first. */
  open: (position: number) => Promise<OpenReportPage>
  get: (number: number) => Promise<Report | undefined>
  answer: (number: number, answer: string, delivered: boolean) => Promise<void>
  /** False if it was closed or deleted already. */
  close: (number: number, closedAt: string) => Promise<boolean>
  all: () => Promise<Report[]>
  countByUser: (userId: string) => Promise<number>
  /** Deletes all reports of a user, and returns how many there were. */
  deleteByUser: (userId: string) => Promise<number>
}

const dayMs = 24 * 60 * 60_000

export function createReports(db: Queries): Reports {
  const openReports = db.selectFrom('report').where('closedAt', 'is', null)
  return {
    isUnderDailyLimit: (...args) => isUnderDailyLimit(db, ...args),
    // In one transaction, so that two reports at once cannot both be the last one allowed.
    add: (report, maxPerDay) =>
      inTransaction(db, async (transaction) => {
        const { userId, factId, message, createdAt } = report
        const duplicate = await transaction
          .selectFrom('report')
          .select('number')
          .where((is) => is.and({ userId, factId, message }))
          .where('createdAt', '>', dayBefore(createdAt))
          .where('createdAt', '<=', createdAt)
          .where('closedAt', 'is', null)
          .executeTakeFirst()
        if (duplicate) return duplicate.number
        if (!(await isUnderDailyLimit(transaction, userId, createdAt, maxPerDay))) return undefined
        const { number } = await transaction
          .insertInto('report')
          .values(report)
          .returning('number')
          .executeTakeFirstOrThrow()
        return number
      }),
    async open(requestedPosition) {
      const { count } = await openReports.select(rowCount).executeTakeFirstOrThrow()
      const position = Math.max(0, Math.min(requestedPosition, count - 1))
      const row = await openReports.selectAll().orderBy('number').limit(1).offset(position).executeTakeFirst()
      return { report: row && toReport(row), position, count }
    },
    async get(number) {
      const row = await db.selectFrom('report').selectAll().where('number', '=', number).executeTakeFirst()
      return row && toReport(row)
    },
    async answer(number, answer, delivered) {
      await db
        .updateTable('report')
        .set({ answer, delivered: Number(delivered) })
        .where('number', '=', number)
        .execute()
    },
    async close(number, closedAt) {
      const { numUpdatedRows } = await db
        .updateTable('report')
        .set({ closedAt })
        .where('number', '=', number)
        .where('closedAt', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async all() {
      const rows = await db.selectFrom('report').selectAll().orderBy('number').execute()
      return rows.map(toReport)
    },
    countByUser: (userId) => countRowsOf(db, 'report', userId),
    async deleteByUser(userId) {
      const { numDeletedRows } = await db.deleteFrom('report').where('userId', '=', userId).executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}

async function isUnderDailyLimit(
  db: Queries,
  userId: string,
  createdAt: string,
  maxPerDay: number,
): Promise<boolean> {
  const { count } = await db
    .selectFrom('report')
    .select(rowCount)
    .where('userId', '=', userId)
    .where('createdAt', '>', dayBefore(createdAt))
    // A report dated later was sent while the clock was wrong, and must not count until then.
    .where('createdAt', '<=', createdAt)
    .executeTakeFirstOrThrow()
  return count < maxPerDay
}

function toReport({ delivered, ...row }: Selectable<Schema['report']>): Report {
  return { ...row, delivered: delivered === null ? null : delivered === 1 }
}

function dayBefore(time: string): string {
  return new Date(Date.parse(time) - dayMs).toISOString()
}
