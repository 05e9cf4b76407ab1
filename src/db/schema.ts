// The tables of the bot's own database as the queries see them: camelCase here stands for snake_case there.
import type { Dialect, Generated } from 'kysely'
import type { DailyFact, NewReport } from '../core/stores.ts'
import { CamelCasePlugin, Kysely, sql } from './kysely.ts'

/** A revision as the history stores it. */
export interface RevisionRecord {
  number: number
  /** Of the files it was built from. */
  hash: string
  /** SHA-256 of its revision file, in hex. */
  fileHash: string
  builtAt: string
  /** "start", "shell", or a Discord user id. */
  builtBy: string
  /** "files", "import", "removal", or "revision 3" if it was rebuilt from the files stored in a revision. */
  builtFrom: string
  articles: number
  entities: number
  facts: number
}

/** Flags are 0 or 1; times are ISO 8601, UTC; a message id is written with `snowflake` and never read. */
export interface Schema {
  revision: RevisionRecord
  liveRevision: { id: number; revision: number; pinnedByRollback: number }
  auditLog: {
    id: Generated<number>
    createdAt: string
    actor: string
    action: string
    detail: string
    count: Generated<number>
  }
  keyValue: { key: string; value: string }
  runningDay: { number: number; date: string }
  interactionMetric: {
    minute: number
    bucket: number
    interactions: number
    failures: number
    day: number
  }
  missedQuery: { day: number; query: string; count: number }
  guildSettings: { guildId: string; settings: string; lastUsedDay: number }
  settingsVersion: { version: number }
  report: NewReport & {
    number: Generated<number>
    answer: string | null
    delivered: number | null
    closedAt: string | null
  }
  postedCard: { messageId: string; userId: string }
  longQuery: { key: string; query: string; day: number }
  quizAnswer: { messageId: string; question: number; userId: string; choice: number; isRight: number }
  quizRound: { messageId: string; closed: number }
  quizAsked: { guildId: string; question: string; day: number }
  quizScore: { guildId: string; week: string; userId: string; points: number; day: number }
  dailyFact: DailyFact & { day: number }
  dailyFactTold: { guildId: string; factId: string; due: string }
}

/** What every store is made from, on either engine. */
export type Queries = InstanceType<typeof Kysely<Schema>>

export function createQueries(dialect: Dialect): Queries {
  return new Kysely<Schema>({ dialect, plugins: [new CamelCasePlugin()] })
}

/** A Discord id as the number that its column holds: too large for a number of JavaScript. No row has what is no id. */
export function snowflake(id: string) {
  return sql<string>`CAST(${/^\d{1,18}$|^[1-8]\d{18}$/.test(id) ? id : '-1'} AS BIGINT)`
}

/**
 * The oldest message id of a table to keep: ages are counted back from the newest, so a wrong local clock deletes nothing.
 * https://docs.discord.com/developers/reference#snowflakes: the milliseconds are above the lowest 22 bits.
 */
export function oldestMessage(table: 'postedCard' | 'quizAnswer' | 'quizRound', maxAgeMs: number) {
  return sql<string>`(SELECT max(message_id) FROM ${sql.table(table)}) - (CAST(${maxAgeMs} AS BIGINT) << 22)`
}

/** `count(*)`, as `count`. */
export const rowCount = sql<number>`count(*)`.as('count')

/** How many rows of a table are about a user. */
export async function countRowsOf(
  db: Queries,
  table: 'report' | 'postedCard' | 'quizAnswer' | 'quizScore' | 'dailyFact',
  userId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select(rowCount)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return count
}

/** How many rows one statement inserts at most: engines limit the values in a statement. */
const maxRows = 500

export function inChunks<Row>(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = []
  for (let start = 0; start < rows.length; start += maxRows) chunks.push(rows.slice(start, start + maxRows))
  return chunks
}
