import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { DatabaseError } from '../../src/db/migrate.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const revision = {
  hash: 'h',
  fileHash: 'f',
  builtAt: '2026-01-01T00:00:00.000Z',
  builtBy: 'shell',
  builtFrom: 'files',
  articles: 1,
  entities: 2,
  facts: 3,
}

test('publishing adds to the history and makes the revision live', async () => {
  const folder = temporaryFolder()
  const db = openAppDatabase(folder)
  expect(await db.live()).toBeUndefined()
  await db.publish({ number: 1, ...revision })
  await db.publish({ number: 2, ...revision, hash: 'i' })
  expect(await db.live()).toEqual({ number: 2, hash: 'i', fileHash: 'f', pinnedByRollback: false })
  await db.close()
  const again = openAppDatabase(folder)
  expect((await again.live())?.number).toBe(2)
  expect((await again.revisions()).map(({ number }) => number)).toEqual([2, 1])
  await again.close()
})

test('two connections see the same live revision', async () => {
  const folder = temporaryFolder()
  const [bot, other] = [openAppDatabase(folder), openAppDatabase(folder)]
  await other.publish({ number: 1, ...revision })
  expect((await bot.live())?.number).toBe(1)
  await bot.close()
  await other.close()
})

test('a database of a newer version is refused in one sentence', async () => {
  const folder = temporaryFolder()
  await openAppDatabase(folder).close()
  const database = new Database(join(folder, 'app.db'))
  database.pragma('user_version = 99')
  database.close()
  expect(() => openAppDatabase(folder)).toThrow(DatabaseError)
  expect(() => openAppDatabase(folder)).toThrow('update Entente, or set DATABASE_DIR to another folder')
})
