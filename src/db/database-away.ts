// Recognizes that PostgreSQL is away for now: stopped, restarting, out of reach, or too busy to answer in time.

/** The state cannot be read or written for now; `cause` says why. */
export class DatabaseAwayError extends Error {}

/** Whether an error of PostgreSQL means that the same would succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAwayError) return true
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return (
    /^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|08|57P|53300)/.test(code) ||
    code === '57014' ||
    /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/.test(
      message,
    )
  )
}
