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

test('publishing adds to the history and moves the pointer', () => {
  const folder = temporaryFolder()
  const state = openAppDatabase(folder)
  expect(state.live()).toBeUndefined()
  state.publish({ number: 1, ...revision })
  state.publish({ number: 2, ...revision, hash: 'i' })
  expect(state.live()).toEqual({ number: 2, hash: 'i', fileHash: 'f', pinnedByRollback: false })
  state.close()
  const again = openAppDatabase(folder)
  expect(again.live()?.number).toBe(2)
  expect(again.revisions().map(({ number }) => number)).toEqual([2, 1])
  again.close()
})

test('two connections see each other’s pointer', () => {
  const folder = temporaryFolder()
  const [bot, builder] = [openAppDatabase(folder), openAppDatabase(folder)]
  builder.publish({ number: 1, ...revision })
  expect(bot.live()?.number).toBe(1)
  bot.close()
  builder.close()
})

test('a database of a newer program is refused with a sentence', () => {
  const folder = temporaryFolder()
  openAppDatabase(folder).close()
  const database = new Database(join(folder, 'app.db'))
  database.pragma('user_version = 99')
  database.close()
  expect(() => openAppDatabase(folder)).toThrow(DatabaseError)
  expect(() => openAppDatabase(folder)).toThrow('update Entente, or set DATABASE_DIR to another folder')
})
