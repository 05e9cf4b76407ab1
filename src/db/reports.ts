// What users have reported as wrong, with what operators have answered.
import type Database from 'better-sqlite3'

export interface Report {
  number: number
  /** ISO 8601, UTC. */
  at: string
  /** A Discord user id. */
  user: string
  /** The id of the fact. */
  fact: string
  /** The revision that the fact was read in, and its statement there; empty where the fact had gone meanwhile. */
  revision: number
  statement: string
  /** What the user wrote, as it was typed. */
  text: string
  answer: string | null
  /** Whether the answer reached the user; null where there is none. */
  delivered: boolean | null
  closedAt: string | null
}

export type NewReport = Omit<Report, 'number' | 'answer' | 'delivered' | 'closedAt'>

export interface OpenReportPage {
  /** The one at the position that was asked for, or else the last; undefined where none is open. */
  report: Report | undefined
  position: number
  count: number
}

export interface Reports {
  /** Whether the user has sent fewer than so many within the day before. */
  isUnderDailyLimit: (user: string, at: string, mostADay: number) => boolean
  /**
   * Keeps a report and gives its number; undefined where the user may add none. The same words of the same user on the
   * same fact within a day are the same report, since a modal whose answer was lost is sent again.
   */
  add: (report: NewReport, mostADay: number) => number | undefined
  /** Those that are not closed, the oldest first. */
  open: (position: number) => OpenReportPage
  get: (number: number) => Report | undefined
  answer: (number: number, answer: string, delivered: boolean) => void
  /** False where it was closed already, or is gone. */
  close: (number: number, at: string) => boolean
  all: () => Report[]
  countByUser: (user: string) => number
  /** Deletes all that a user has sent, and gives how many that were. */
  deleteByUser: (user: string) => number
}

const dayMs = 24 * 60 * 60_000

type Row = Omit<Report, 'delivered'> & { delivered: number | null }

export function createReports(database: Database.Database): Reports {
  const columns =
    'number, at, user, fact, revision, statement, text, answer, delivered, closed_at AS closedAt'
  const insert = database.prepare(
    `INSERT INTO report (at, user, fact, revision, statement, text)
     VALUES (@at, @user, @fact, @revision, @statement, @text)`,
  )
  const countWithin = database
    .prepare('SELECT count(*) FROM report WHERE user = ? AND at > ? AND at <= ?')
    .pluck()
  const openTwin = database
    .prepare(
      `SELECT number FROM report
       WHERE user = @user AND fact = @fact AND text = @text AND at > @since AND at <= @at AND closed_at IS NULL`,
    )
    .pluck()
  const countOf = database.prepare('SELECT count(*) FROM report WHERE user = ?').pluck()
  const countOpen = database.prepare('SELECT count(*) FROM report WHERE closed_at IS NULL').pluck()
  const nthOpen = database.prepare(
    `SELECT ${columns} FROM report WHERE closed_at IS NULL ORDER BY number LIMIT 1 OFFSET ?`,
  )
  const byNumber = database.prepare(`SELECT ${columns} FROM report WHERE number = ?`)
  const all = database.prepare(`SELECT ${columns} FROM report ORDER BY number`)
  const answer = database.prepare('UPDATE report SET answer = ?, delivered = ? WHERE number = ?')
  const close = database.prepare('UPDATE report SET closed_at = ? WHERE number = ? AND closed_at IS NULL')
  const deleteOf = database.prepare('DELETE FROM report WHERE user = ?')

  function isUnderDailyLimit(user: string, at: string, mostADay: number): boolean {
    // One dated later was sent while the clock was wrong, and must not count until then.
    return (countWithin.get(user, dayBefore(at), at) as number) < mostADay
  }
  const add = database.transaction((report: NewReport, mostADay: number) => {
    const { user, fact, text, at } = report
    const twin = openTwin.get({ user, fact, text, at, since: dayBefore(at) }) as number | undefined
    if (twin !== undefined) return twin
    return isUnderDailyLimit(user, at, mostADay) ? Number(insert.run(report).lastInsertRowid) : undefined
  })
  const read = (row: unknown) => {
    const found = row as Row | undefined
    return found && { ...found, delivered: found.delivered === null ? null : found.delivered === 1 }
  }

  return {
    isUnderDailyLimit,
    // Immediate, so that two reports at once cannot both be the last one allowed.
    add: (report, mostADay) => add.immediate(report, mostADay),
    open(asked) {
      const count = countOpen.get() as number
      const position = Math.max(0, Math.min(asked, count - 1))
      return { report: read(nthOpen.get(position)), position, count }
    },
    get: (number) => read(byNumber.get(number)),
    answer: (number, text, delivered) => void answer.run(text, Number(delivered), number),
    close: (number, at) => close.run(at, number).changes > 0,
    all: () => all.all().flatMap((row) => read(row) ?? []),
    countByUser: (user) => countOf.get(user) as number,
    deleteByUser: (user) => deleteOf.run(user).changes,
  }
}

function dayBefore(at: string): string {
  return new Date(Date.parse(at) - dayMs).toISOString()
}
