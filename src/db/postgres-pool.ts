// The connections to PostgreSQL, and what is wrong when there are none.
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import { Pool, types, type ClientConfig } from 'pg'
import type { Logger } from 'pino'
import { DatabaseAwayError, isDatabaseAway } from './database-away.ts'

/** PostgreSQL allows a hundred connections by default, over all processes. */
const maxConnections = 8

/** Where nobody waits for an answer, a busy machine may take longer. */
const maxConnectTimeoutMs = 10_000

/** A part of a revision file takes longer than any other statement, and nobody waits for it alone. */
export const fileTimeoutMs = 15_000

/** Longer than any statement takes; with what it takes to say so, shorter than Discord's three seconds. */
export const statementTimeoutMs = 1500

/** Counts are of the type int8, and fit a number. */
const getTypeParser = ((id, format) =>
  id === types.builtins.INT8
    ? Number
    : (types.getTypeParser(id, format) as unknown)) as typeof types.getTypeParser

/** What every connection has: a statement that hangs ends, and a network that is gone is noticed. */
export function connectionOptions(url: string, timeoutMs = statementTimeoutMs): ClientConfig {
  return {
    connectionString: url,
    application_name: 'entente',
    connectionTimeoutMillis: Math.min(timeoutMs, maxConnectTimeoutMs),
    statement_timeout: timeoutMs,
    // The server cannot end a statement that it cannot be reached for.
    query_timeout: timeoutMs + 300,
    idle_in_transaction_session_timeout: timeoutMs * 2,
    lock_timeout: timeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5000,
    types: { getTypeParser },
  }
}

/** Connects when it is first used. @param timeoutMs of each statement */
export function createPool(url: string, log: Logger, timeoutMs?: number, max = maxConnections): Pool {
  const pool = new Pool({
    ...connectionOptions(url, timeoutMs),
    max,
    idleTimeoutMillis: 30_000,
    // A connection that is replaced now and then follows a database that moves to another machine.
    maxLifetimeSeconds: 1800,
  })
  // The pool does not listen to a connection in use. Between two statements the error of one that breaks would end the
  // process; the next statement fails all the same.
  pool.on('connect', (client) => client.on('error', () => undefined))
  // Emitted for an idle connection that breaks, which the next use replaces.
  pool.on('error', (error) => log.warn({ err: error }, 'lost a connection to PostgreSQL'))
  return pool
}

/** The pool as Kysely uses it; a connection on which a statement got no answer is not used again. */
export function asKyselyPool(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect().catch(rethrow)
      let isBroken = false
      const query = async (sql: string, parameters: unknown[]) => {
        try {
          return await client.query(sql, parameters.map(withoutNul))
        } catch (error) {
          isBroken ||= isDatabaseAway(error)
          return rethrow(error)
        }
      }
      // Kysely's other signature is for cursors, which it uses only where they are configured.
      return {
        query: query as unknown as PostgresPoolClient['query'],
        release: () => client.release(isBroken),
      }
    },
    end: () => pool.end(),
  }
}

/** Throws it again, as a DatabaseAwayError if PostgreSQL is away: errors of Discord have the same codes. */
function rethrow(error: unknown): never {
  if (!isDatabaseAway(error)) throw error
  throw new DatabaseAwayError('PostgreSQL cannot be used', { cause: error })
}

/** PostgreSQL takes every character in a text but this one, which nobody can type. */
export function withoutNul(parameter: unknown): unknown {
  return typeof parameter === 'string' ? parameter.replaceAll('\0', '') : parameter
}

/** The sentence for an error of connecting, without the password; undefined for any other. `url` is DATABASE_URL. */
export function describePostgresError(error: unknown, url: string): string | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const { host, pathname, username } = new URL(url)
  const database = decodeURIComponent(pathname.slice(1)) || username
  switch (code) {
    case '28P01':
    case '28000':
      return `PostgreSQL at ${host} does not accept the user or the password of DATABASE_URL: correct them, then start again.`
    case '3D000':
      return `PostgreSQL at ${host} has no database "${database}": create it, or correct DATABASE_URL.`
    case '42501':
      return `The user of DATABASE_URL may not create tables in the database "${database}": make it the owner of the database.`
    case '53300':
      return `PostgreSQL at ${host} has no connection left: raise its max_connections, or stop what uses them.`
    case '57P03':
      return `PostgreSQL at ${host} is starting up or shutting down: start again shortly.`
  }
  if (isDatabaseAway(error))
    return `PostgreSQL at ${host} cannot be reached (${code === '' ? 'no answer' : code}): check DATABASE_URL and the network, then start again.`
  if (/^The server does not support SSL/.test(message))
    return `PostgreSQL at ${host} does not offer TLS: configure it, or remove sslmode from DATABASE_URL.`
  if (/CERT|SELF_SIGNED|UNABLE_TO_/.test(code))
    return `The certificate of PostgreSQL at ${host} is not trusted (${code}): add its authority with NODE_EXTRA_CA_CERTS.`
  return undefined
}
