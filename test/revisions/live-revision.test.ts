// Which revision is live is in memory: noticed when another process changes it, and unchanged while it cannot be read.
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { watchLiveRevision } from '../../src/revisions/live-revision.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

const revision = {
  ...{ hash: 'h', fileHash: 'f', builtAt: '2026-01-01T00:00:00.000Z', builtBy: 'shell', builtFrom: 'files' },
  ...{ articles: 1, entities: 2, facts: 3 },
}

async function watch(refreshMs: number) {
  const folder = temporaryFolder()
  const [db, other] = [openAppDatabase(folder), openAppDatabase(folder)]
  await other.publish({ number: 1, ...revision })
  const lines: Record<string, unknown>[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  const live = await watchLiveRevision({ db, databaseDirectory: folder, log, refreshMs })
  onTestFinished(async () => {
    live.close()
    await db.close()
    await other.close()
  })
  return { db, other, live, lines }
}

test('a revision that another process publishes or goes back to is live here soon, and the log says so', async () => {
  const { other, live, lines } = await watch(20)
  expect(live.current()).toEqual({ number: 1, hash: 'h', fileHash: 'f', pinnedByRollback: false })
  await other.publish({ number: 2, ...revision })
  await vi.waitUntil(() => live.current().number === 2, 10_000)
  await other.rollbackTo(1, 'shell')
  await vi.waitUntil(() => live.current().number === 1, 10_000)
  expect(live.current().pinnedByRollback).toBe(true)
  expect(lines.map(({ msg, revision: number }) => [msg, number])).toEqual([
    ['another revision is live', 2],
    ['another revision is live', 1],
  ])
})

test('it is read at once when asked for, and stays as it was while the database is away', async () => {
  const { db, other, live, lines } = await watch(3_600_000)
  await other.publish({ number: 2, ...revision })
  expect(live.current().number).toBe(1)
  await live.refresh()
  expect(live.current().number).toBe(2)
  await db.close()
  await live.refresh()
  await live.refresh()
  expect(live.current().number).toBe(2)
  expect(lines.filter(({ level }) => level === 40)).toMatchObject([
    { msg: 'failed to read which revision is live; will retry' },
  ])
})

test('without a live revision there is nothing to watch', async () => {
  const databaseDirectory = temporaryFolder()
  const db = openAppDatabase(databaseDirectory)
  onTestFinished(() => db.close())
  const watching = watchLiveRevision({ db, databaseDirectory, log: pino({ level: 'silent' }) })
  await expect(watching).rejects.toThrow('no revision is live')
})
