// A decision of several steps, as if nothing else happened meanwhile, on whichever engine and in however many processes.
import type { Transaction } from 'kysely'
import type { Queries, Schema } from './schema.ts'

const maxTries = 5

/** What PostgreSQL answers when two transactions cannot both be as if alone, and when they wait for each other. */
const retryable: ReadonlySet<unknown> = new Set(['40001', '40P01'])

/** `decide` may run several times, so it must do nothing but query, and only through what it is given. */
export async function inTransaction<Result>(
  db: Queries,
  decide: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await db.transaction().setIsolationLevel('serializable').execute(decide)
    } catch (error) {
      if (tries === maxTries || !retryable.has((error as { code?: unknown }).code)) throw error
    }
  }
}
