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

const lookFor = async (name: string, times: number) => {
  for (let time = 0; time < times; time++) {
    clock += 3000
    await emulator.runCommand(`/alliance name:${name}`)
  }
}
const shown = async () =>
  fieldValue(await operator.runCommand('/admin status'), 'Searches without a result, last 30 days')

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
])('%j is counted as %j', (typed, name) => {
  expect(normalizeMissedQuery(typed)).toBe(name)
})

test('an operator sees a query after its third miss', async () => {
  await lookFor('Northern Pact', 2)
  await lookFor('what@ever.example', 3)
  expect(await shown()).toBeUndefined()
  await lookFor('northern pact', 1)
  expect(await shown()).toBe('“northern pact” 3×')
  await lookFor('Arctic Circle Club', 4)
  expect(await shown()).toBe('“arctic circle club” 4×, “northern pact” 3×')
  expect(JSON.stringify(rows())).not.toContain('ever')
})

test('a query with a result, or one that is only typed, is not a miss', async () => {
  await lookFor('NATO', 3)
  for (let time = 0; time < 3; time++) await emulator.autocomplete('/alliance name:southern pact')
  await shown()
  expect(JSON.stringify(rows())).not.toMatch(/nato|southern/)
})

test('counts wait in memory while they cannot be written', async () => {
  await lookFor('Western Union', 3)
  const letGo = holdWriteLock(databaseDirectory)
  expect(await shown()).not.toContain('western union')
  letGo()
  expect(await shown()).toContain('“western union” 3×')
})

test('a query is deleted after thirty days on which the bot ran', async () => {
  const runOneDay = async () => {
    clock += dayMs
    await lookFor('Eastern Accord', 1)
    await shown()
  }
  for (let day = 1; day < 30; day++) await runOneDay()
  expect(await shown()).toMatch(/northern pact.*arctic circle club|arctic circle club.*northern pact/)
  await runOneDay()
  expect(await shown()).toBe('“eastern accord” 30×')
  expect(new Set(rows().map(({ query }) => query))).toEqual(new Set(['eastern accord']))
})
