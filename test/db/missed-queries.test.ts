// Queries without a result: what is stored of them, for how long, and who sees them.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { normalizeMissedQuery } from '../../src/db/missed-queries.ts'
import { fieldValue, startTestBot } from '../helpers/test-bot.ts'
import { holdWriteLock } from '../fixtures/sample-data.ts'

let clock = Date.parse('2026-06-01T12:00:00Z')
const { emulator, databaseDirectory } = await startTestBot({ now: () => new Date(clock) })
const operator = emulator.as('operator')
const dayMs = 24 * 60 * 60_000

const search = async (name: string, times: number) => {
  for (let time = 0; time < times; time++) {
    clock += 3000
    await emulator.runCommand(`/alliance name:${name}`)
  }
}
const frequentQueries = async () =>
  fieldValue(await operator.runCommand('/admin status'), 'Not found')?.replace('in the last 30 days: ', '')

function rows() {
  const database = new Database(join(databaseDirectory, 'app.db'), { readonly: true })
  try {
    return database.prepare('SELECT query, count FROM missed_query ORDER BY query').all() as {
      query: string
      count: number
    }[]
  } finally {
    database.close()
  }
}

test.each([
  ['Northern  Pact ', 'northern pact'],
  ['Türkiye-Allianz 2', 'türkiye-allianz 2'],
  ['who is <@123>', undefined],
  ['mail me@example.com', undefined],
  ['https://example.com', undefined],
  ['it’s', undefined],
  ['12-34', undefined],
  ['a'.repeat(40), 'a'.repeat(40)],
  ['a'.repeat(41), undefined],
  ['', undefined],
])('%j is counted as %j', (input, query) => {
  expect(normalizeMissedQuery(input)).toBe(query)
})

test('an operator sees a query after its third miss', async () => {
  await search('Northern Pact', 2)
  await search('what@ever.example', 3)
  expect(await frequentQueries()).toBeUndefined()
  await search('northern pact', 1)
  expect(await frequentQueries()).toBe('“northern pact” 3×')
  await search('Arctic Circle Club', 4)
  expect(await frequentQueries()).toBe('“arctic circle club” 4×, “northern pact” 3×')
  expect(JSON.stringify(rows())).not.toContain('ever')
})

test('a query with a result, or one that is only typed, is not a miss', async () => {
  await search('NATO', 3)
  for (let time = 0; time < 3; time++) await emulator.autocomplete('/alliance name:southern pact')
  await frequentQueries()
  expect(JSON.stringify(rows())).not.toMatch(/nato|southern/)
})

test('counts wait in memory while they cannot be written', async () => {
  await search('Western Union', 3)
  const release = holdWriteLock(databaseDirectory)
  expect(await frequentQueries()).not.toContain('western union')
  release()
  expect(await frequentQueries()).toContain('“western union” 3×')
})

test('a query is deleted after thirty days on which the bot ran', async () => {
  const runOneDay = async () => {
    clock += dayMs
    await search('Eastern Accord', 1)
    await frequentQueries()
  }
  for (let day = 1; day < 30; day++) await runOneDay()
  expect(await frequentQueries()).toMatch(
    /northern pact.*arctic circle club|arctic circle club.*northern pact/,
  )
  await runOneDay()
  expect(await frequentQueries()).toBe('“eastern accord” 30×')
  expect(new Set(rows().map(({ query }) => query))).toEqual(new Set(['eastern accord']))
})
