// What is wrong with DATABASE_URL, in a sentence; and what becomes of connections.
import { createServer } from 'node:net'
import { once } from 'node:events'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { isDatabaseAway } from '../../src/db/database-away.ts'
import { createPool, describePostgresError } from '../../src/db/postgres-pool.ts'
import { createDatabase, runSql } from '../helpers/postgres-database.ts'

const log = pino({ level: 'silent' })
const server = new URL(inject('postgresUrl'))

async function errorOf(url: string): Promise<unknown> {
  const pool = createPool(url, log)
  try {
    await pool.query('SELECT 1')
  } catch (error) {
    return error
  } finally {
    await pool.end()
  }
  throw new Error('it could be used')
}

const changed = (change: Partial<URL>) => Object.assign(new URL(server.href), change).href

test.each([
  ['a wrong password', { password: 'wrong-secret' }, /does not accept the user or the password/],
  ['an unknown user', { username: 'nobody' }, /does not accept the user or the password/],
  ['no such database', { pathname: '/absent' }, /has no database "absent": create it/],
  ['a port that nothing listens on', { port: '1' }, /cannot be reached \(ECONNREFUSED\)/],
  ['TLS that is not offered', { search: '?sslmode=require' }, /does not offer TLS/],
])('%s is explained without the password', async (_description, change, sentence) => {
  const url = changed(change)
  const described = describePostgresError(await errorOf(url), url)
  expect(described).toMatch(sentence)
  expect(described).toMatch(/^\S.*\.$/)
  expect(described).not.toContain(new URL(url).password)
})

test('a server that takes the connection and says nothing is unreachable', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  onTestFinished(() => void silent.close())
  const url = changed({ port: String((silent.address() as { port: number }).port) })
  const error = await errorOf(url)
  expect(describePostgresError(error, url)).toMatch(/cannot be reached \(no answer\)/)
  expect(isDatabaseAway(error)).toBe(true)
})

test('a statement that takes too long ends, and the pool goes on', async () => {
  const pool = createPool(server.href, log, 200)
  onTestFinished(() => pool.end())
  const error: unknown = await pool.query('SELECT pg_sleep(5)').catch((reason: unknown) => reason)
  expect(isDatabaseAway(error)).toBe(true)
  expect((await pool.query('SELECT count(*) AS n FROM (VALUES (1), (2)) AS v')).rows).toEqual([{ n: 2 }])
})

test('a connection that the server ends is replaced', async () => {
  const url = await createDatabase()
  const pool = createPool(url, log)
  onTestFinished(() => pool.end())
  await pool.query('SELECT 1')
  await endConnections(url)
  await expect.poll(() => pool.totalCount).toBe(0)
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('a connection that the server ends between two statements fails the second alone', async () => {
  const url = await createDatabase()
  const pool = createPool(url, log)
  onTestFinished(() => pool.end())
  const client = await pool.connect()
  onTestFinished(() => client.release())
  await client.query('SELECT 1')
  const ended = new Promise<void>((resolve) => client.once('end', resolve))
  await endConnections(url)
  await ended
  await expect(client.query('SELECT 1')).rejects.toThrow('not queryable')
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

/** As a server does that restarts. */
async function endConnections(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await runSql(
    server.href,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  )
}
