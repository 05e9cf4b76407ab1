// Which operator is changing the facts just now, so that a second one is told instead of crossing the first.
import type Database from 'better-sqlite3'

export interface AtWork {
  /** A Discord user id. */
  who: string
  /** "reseed" or "rollback". */
  deed: string
  /** ISO 8601, UTC. */
  since: string
  /** When it lapses unless it is renewed. */
  until: string
}

export interface AtWorkTable {
  /** Begins or renews someone's work; returns who else is at work instead, if anyone is. */
  begin: (work: AtWork) => AtWork | undefined
  end: (who: string) => void
}

export function createAtWork(database: Database.Database): AtWorkTable {
  // A lapse later than a new one's was set while the clock was ahead, and would keep everyone else out until then.
  const take = database.prepare(
    `INSERT INTO at_work (only, who, deed, since, until) VALUES (1, @who, @deed, @since, @until)
     ON CONFLICT (only) DO UPDATE SET
       since = CASE WHEN who = @who AND until > @since THEN since ELSE @since END,
       who = @who, deed = @deed, until = @until
     WHERE who = @who OR until <= @since OR until > @until`,
  )
  const other = database.prepare('SELECT who, deed, since, until FROM at_work WHERE who <> ?')
  const end = database.prepare('DELETE FROM at_work WHERE who = ?')
  return {
    begin: (work) => (take.run(work).changes > 0 ? undefined : (other.get(work.who) as AtWork | undefined)),
    end: (who) => void end.run(who),
  }
}
