// What users have reported as wrong, and what operators have answered.
import type Database from 'better-sqlite3'

export interface Report {
  number: number
  /** ISO 8601, UTC. */
  createdAt: string
  /** A Discord user id. */
  userId: string
  factId: string
  /** The revision in which the user read the fact, and its statement there; empty if the facts changed meanwhile. */
  revision: number
  statement: string
  /** What the user wrote, verbatim. */
  message: string
  answer: string | null
  /** Whether the answer reached the user; null if there is none. */
  delivered: boolean | null
  closedAt: string | null
}

export type NewReport = Omit<Report, 'number' | 'answer' | 'delivered' | 'closedAt'>

export interface OpenReportPage {
  /** The report at the requested position, or else the last; undefined if none is open. */
  report: Report | undefined
  position: number
  count: number
}

export interface Reports {
  /** Whether the user has sent fewer than this many reports within the day before. */
  isUnderDailyLimit: (userId: string, createdAt: string, maxPerDay: number) => boolean
  /**
   * Stores a report and returns its number; undefined if the user may add none. The same message of the same user on
   * the same fact within a day is the same report, because a modal whose response was lost is submitted again.
   */
  add: (report: NewReport, maxPerDay: number) => number | undefined
  /** The reports that are not closed, oldest first. */
  open: (position: number) => OpenReportPage
  get: (number: number) => Report | undefined
  answer: (number: number, answer: string, delivered: boolean) => void
  /** False if it was closed or deleted already. */
  close: (number: number, closedAt: string) => boolean
  all: () => Report[]
  countByUser: (userId: string) => number
  /** Deletes all reports of a user, and returns how many there were. */
  deleteByUser: (userId: string) => number
}

const dayMs = 24 * 60 * 60_000

type ReportRow = Omit<Report, 'delivered'> & { delivered: number | null }

const columns = `number, created_at AS createdAt, user_id AS userId, fact_id AS factId, revision, statement, message,
  answer, delivered, closed_at AS closedAt`

export function createReports(database: Database.Database): Reports {
  const insert = database.prepare(
    `INSERT INTO report (created_at, user_id, fact_id, revision, statement, message)
     VALUES (@createdAt, @userId, @factId, @revision, @statement, @message)`,
  )
  const countBetween = database
    .prepare('SELECT count(*) FROM report WHERE user_id = ? AND created_at > ? AND created_at <= ?')
    .pluck()
  const selectDuplicate = database
    .prepare(
      `SELECT number FROM report
       WHERE user_id = @userId AND fact_id = @factId AND message = @message
         AND created_at > @since AND created_at <= @createdAt AND closed_at IS NULL`,
    )
    .pluck()
  const countBy = database.prepare('SELECT count(*) FROM report WHERE user_id = ?').pluck()
  const countOpen = database.prepare('SELECT count(*) FROM report WHERE closed_at IS NULL').pluck()
  const selectOpen = database.prepare(
    `SELECT ${columns} FROM report WHERE closed_at IS NULL ORDER BY number LIMIT 1 OFFSET ?`,
  )
  const selectOne = database.prepare(`SELECT ${columns} FROM report WHERE number = ?`)
  const selectAll = database.prepare(`SELECT ${columns} FROM report ORDER BY number`)
  const updateAnswer = database.prepare('UPDATE report SET answer = ?, delivered = ? WHERE number = ?')
  const close = database.prepare('UPDATE report SET closed_at = ? WHERE number = ? AND closed_at IS NULL')
  const deleteBy = database.prepare('DELETE FROM report WHERE user_id = ?')

  function isUnderDailyLimit(userId: string, createdAt: string, maxPerDay: number): boolean {
    // A report dated later was sent while the clock was wrong, and must not count until then.
    return (countBetween.get(userId, dayBefore(createdAt), createdAt) as number) < maxPerDay
  }
  const add = database.transaction((report: NewReport, maxPerDay: number) => {
    const { userId, factId, message, createdAt } = report
    const since = dayBefore(createdAt)
    const duplicate = selectDuplicate.get({ userId, factId, message, createdAt, since }) as number | undefined
    if (duplicate !== undefined) return duplicate
    if (!isUnderDailyLimit(userId, createdAt, maxPerDay)) return undefined
    return Number(insert.run(report).lastInsertRowid)
  })
  const toReport = (result: unknown): Report | undefined => {
    const row = result as ReportRow | undefined
    return row && { ...row, delivered: row.delivered === null ? null : row.delivered === 1 }
  }

  return {
    isUnderDailyLimit,
    // Immediate, so that two reports at once cannot both be the last one allowed.
    add: (report, maxPerDay) => add.immediate(report, maxPerDay),
    open(requestedPosition) {
      const count = countOpen.get() as number
      const position = Math.max(0, Math.min(requestedPosition, count - 1))
      return { report: toReport(selectOpen.get(position)), position, count }
    },
    get: (number) => toReport(selectOne.get(number)),
    answer: (number, text, delivered) => void updateAnswer.run(text, Number(delivered), number),
    close: (number, closedAt) => close.run(closedAt, number).changes > 0,
    all: () => selectAll.all().flatMap((row) => toReport(row) ?? []),
    countByUser: (userId) => countBy.get(userId) as number,
    deleteByUser: (userId) => deleteBy.run(userId).changes,
  }
}

function dayBefore(time: string): string {
  return new Date(Date.parse(time) - dayMs).toISOString()
}
