// A decision of several steps happens whole or not at all, and never beside another one, in this process or the next.
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createQueries, type Queries } from '../../src/db/schema.ts'
import { createSqliteDialect } from '../../src/db/sqlite-dialect.ts'
import { inTransaction } from '../../src/db/transaction.ts'
import { migrations } from '../../src/db/migrations.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

function open(path: string): Queries {
  const queries = createQueries(createSqliteDialect(new Database(path, { timeout: 0 })))
  onTestFinished(() => queries.destroy())
  return queries
}

function openPair(): [Queries, Queries] {
  const path = `${temporaryFolder()}/app.db`
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  for (const sql of migrations) database.exec(sql)
  database.close()
  return [open(path), open(path)]
}

const readValue = async (db: Queries) =>
  (await db.selectFrom('keyValue').select('value').executeTakeFirst())?.value
const increment = (db: Queries) =>
  inTransaction(db, async (transaction) => {
    const value = String(Number((await readValue(transaction)) ?? 0) + 1)
    await transaction
      .insertInto('keyValue')
      .values({ key: 'count', value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  })

test('of a hundred at once each sees what those before it wrote', async () => {
  const [db] = openPair()
  await Promise.all(Array.from({ length: 100 }, () => increment(db)))
  expect(await readValue(db)).toBe('100')
})

test('one that throws leaves nothing behind, and the next goes on', async () => {
  const [db, other] = openPair()
  const failing = inTransaction(db, async (transaction) => {
    await transaction.insertInto('keyValue').values({ key: 'count', value: '7' }).execute()
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await readValue(other)).toBeUndefined()
  await increment(db)
  expect(await readValue(other)).toBe('1')
})

test('what it has read still holds when it writes: another process is locked out from the beginning', async () => {
  const [db, other] = openPair()
  await inTransaction(db, async (transaction) => {
    await readValue(transaction)
    await expect(increment(other)).rejects.toMatchObject({ code: 'SQLITE_BUSY' })
    await transaction.insertInto('keyValue').values({ key: 'count', value: '1' }).execute()
  })
  await increment(other)
  expect(await readValue(db)).toBe('2')
})

test('one that the engine cannot order beside another is decided again, at most five times', async () => {
  const [db] = openPair()
  const conflict = (times: number) => {
    let tries = 0
    return inTransaction(db, async (transaction) => {
      await transaction
        .insertInto('keyValue')
        .values({ key: `${times} ${tries}`, value: '' })
        .execute()
      if (++tries < times) throw Object.assign(new Error('could not serialize access'), { code: '40001' })
      return tries
    })
  }
  expect(await conflict(5)).toBe(5)
  await expect(conflict(6)).rejects.toThrow('could not serialize access')
  const rows = await db.selectFrom('keyValue').select('key').execute()
  expect(rows).toEqual([{ key: '5 4' }])
})
