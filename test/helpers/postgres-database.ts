// Databases of their own for tests, on the server that the run has started.
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

/** An empty database; it goes with the server. */
export async function createDatabase(serverUrl = inject('postgresUrl')): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await runSql(serverUrl, `CREATE DATABASE ${name}`)
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}

/** Runs a statement on a connection of its own, and returns the rows. */
export async function runSql<Row = Record<string, unknown>>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}
