// How the bot says it is, and what to do about each thing that is not well.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createMetricsRecorder } from '../../src/monitoring/metrics-recorder.ts'
import { seed } from '../../src/revisions/publish.ts'
import { findIssues, readHealth, type HealthReport } from '../../src/monitoring/health.ts'
import { openAppDatabase, type AppDatabase } from '../../src/db/app-database.ts'
import {
  holdWriteLock,
  sampleFiles,
  sampleWith,
  temporaryFolder,
  writeFiles,
} from '../fixtures/sample-data.ts'

const now = new Date('2026-06-01T12:00:00Z')
const shard = { id: 0, ready: true, latencyMs: 40 }

function folders() {
  const where = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(where.dataDirectory, sampleFiles)
  const db = openAppDatabase(where.databaseDirectory)
  onTestFinished(() => db.close())
  return { ...where, db }
}

const look = (where: ReturnType<typeof folders>) =>
  readHealth({ ...where, now, startedAt: now, shards: [shard] })
const told = (status: HealthReport) => status.issues.map(({ message }) => message)

test('tells the live revision, and when the files say something else', () => {
  const where = folders()
  expect(told(look(where))).toContain('No revision is live.')
  seed({ ...where, actor: 'shell' })
  const status = look(where)
  expect(status).toMatchObject({ live: { number: 1, facts: 5 }, filesDiffer: false })
  expect(status.sizes.revisions).toBeGreaterThan(10_000)
  expect(told(status)).toEqual(['The last backup of app.db is more than a day old.'])
  writeFiles(
    where.dataDirectory,
    sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the North Sea'),
  )
  expect(told(look(where))).toContain('The data files differ from the live revision.')
  seed({ ...where, actor: 'shell' })
  where.db.rollbackTo(1, '200000000000000004')
  expect(told(look(where))).toContain(
    'The live revision is pinned by a rollback, so starts ignore the data files.',
  )
  expect(
    told(
      readHealth({ ...look(where), ...where, dataDirectory: '/nowhere', now, startedAt: now, shards: [] }),
    ),
  ).toContain('The data files cannot be read.')
})

test('names what was set aside, and a shard that is away', () => {
  const where = folders()
  writeFileSync(join(where.databaseDirectory, 'app-corrupt-x.db'), '')
  const status = readHealth({ ...where, now, startedAt: now, shards: [{ ...shard, ready: false }] })
  expect(told(status)).toContain('app.db was corrupt and set aside: app-corrupt-x.db.')
  expect(told(status)).toContain('A shard is not connected.')
})

test('says what is not well only where it is so', () => {
  const status = { ...look(folders()), isIntact: true, filesDiffer: false, lastBackup: now }
  const live = { ...({} as NonNullable<HealthReport['live']>), number: 1, pinnedByRollback: false }
  expect(findIssues({ ...status, live }, now)).toEqual([])
  const lastHour = { interactions: 9, failures: 2, p50: 5, p99: 2000 }
  const sizes = { ...status.sizes, free: 1000 }
  expect(findIssues({ ...status, live, lastHour, sizes }, now).map(({ message }) => message)).toEqual([
    "2 of the last hour's interactions failed.",
    'Less than 200 MiB are free for the databases.',
    'Responses are slow.',
  ])
})

test.each([-200, -2, 2, 200])('a copy dated %i days off says nothing of how old it is', (days) => {
  const lastBackup = new Date(now.getTime() + days * 24 * 60 * 60_000)
  const status = { ...look(folders()), isIntact: true, filesDiffer: false, lastBackup }
  const live = { ...({} as NonNullable<HealthReport['live']>), number: 1, pinnedByRollback: false }
  expect(findIssues({ ...status, live }, now).map(({ message }) => message)).toEqual([
    'The last backup of app.db is more than a day old.',
  ])
})

test('an answer that waited for its picture is not called slow', () => {
  const status = { ...look(folders()), isIntact: true, filesDiffer: false, lastBackup: now }
  const live = { ...({} as NonNullable<HealthReport['live']>), number: 1, pinnedByRollback: false }
  const lastHour = { interactions: 9, failures: 0, p50: 5, p99: 1080 }
  expect(findIssues({ ...status, live, lastHour }, now)).toEqual([])
})

function counting(db: AppDatabase, lines: { msg: string }[] = []) {
  let clock = now.getTime()
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as { msg: string }) })
  const counts = createMetricsRecorder({ db, log, now: () => new Date(clock) })
  onTestFinished(() => counts.close())
  return { counts, forward: (ms: number) => (clock += ms) }
}

test('counts by the hour and the day, with times close to the true ones', () => {
  const { db } = folders()
  const { counts, forward } = counting(db)
  counts.recordInteraction(5, true)
  forward(2 * 60 * 60_000)
  for (let ms = 1; ms <= 1000; ms++) counts.recordInteraction(ms, false)
  counts.recordInteraction(undefined, false)
  counts.flush()
  const later = now.getTime() + 2 * 60 * 60_000
  const hour = db.interactionMetrics.between(new Date(later - 60 * 60_000), new Date(later))
  expect(hour).toMatchObject({ interactions: 1001, failures: 0 })
  expect(Math.abs((hour.p50 ?? 0) / 500 - 1)).toBeLessThan(0.05)
  expect(Math.abs((hour.p99 ?? 0) / 990 - 1)).toBeLessThan(0.05)
  expect(db.interactionMetrics.between(new Date(later - 24 * 60 * 60_000), new Date(later))).toMatchObject({
    interactions: 1002,
    failures: 1,
  })
})

test('what cannot be written is kept, said once, and written later', () => {
  const where = folders()
  const lines: { msg: string }[] = []
  const { counts } = counting(where.db, lines)
  const other = openAppDatabase(where.databaseDirectory)
  onTestFinished(() => other.close())
  const release = holdWriteLock(where.databaseDirectory)
  counts.recordInteraction(5, false)
  counts.flush()
  counts.recordInteraction(5, false)
  counts.flush()
  expect(lines.map(({ msg }) => msg)).toEqual(['failed to flush metrics; will retry'])
  release()
  counts.flush()
  expect(where.db.interactionMetrics.between(new Date(0), now).interactions).toBe(2)
})
