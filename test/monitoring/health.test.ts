// The health of the bot, and how to fix each problem.
import Database from 'better-sqlite3'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createMetricsRecorder, type InteractionOutcome } from '../../src/monitoring/metrics-recorder.ts'
import { seed } from '../../src/revisions/publish.ts'
import {
  readHealth,
  type ConnectionStatus,
  type HealthReport,
  type Shard,
} from '../../src/monitoring/health.ts'
import { createHealthMonitor } from '../../src/monitoring/health-monitor.ts'
import { findIssues } from '../../src/monitoring/health-checks.ts'
import { revisionPath } from '../../src/data/query/revision-file.ts'
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
const gatewayOf = (...shards: Shard[]) => ({ type: 'gateway' as const, shards })

function folders() {
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(paths.dataDirectory, sampleFiles)
  const db = openAppDatabase(paths.databaseDirectory)
  onTestFinished(() => db.close())
  return { ...paths, db }
}

const readReport = (paths: ReturnType<typeof folders>) =>
  readHealth({ ...paths, now, startedAt: now, connection: gatewayOf(shard) })
const messagesOf = (status: HealthReport) => status.issues.map(({ message }) => message)

test('reports the live revision, and whether the data files differ from it', async () => {
  const paths = folders()
  expect(messagesOf(await readReport(paths))).toContain('No revision is live.')
  await seed({ ...paths, actor: 'shell' })
  const status = await readReport(paths)
  expect(status).toMatchObject({ live: { number: 1, facts: 5 }, filesDiffer: false })
  expect(status.sizes.revisions).toBeGreaterThan(10_000)
  expect(messagesOf(status)).toEqual(['The last backup of app.db is more than a day old.'])
  writeFiles(
    paths.dataDirectory,
    sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the North Sea'),
  )
  expect(messagesOf(await readReport(paths))).toContain('The data files differ from the live revision.')
  await seed({ ...paths, actor: 'shell' })
  await paths.db.rollbackTo(1, '200000000000000004')
  expect(messagesOf(await readReport(paths))).toContain(
    'The live revision is pinned by a rollback, so startup ignores the data files.',
  )
  expect(
    messagesOf(
      await readHealth({
        ...(await readReport(paths)),
        ...paths,
        dataDirectory: '/nowhere',
        now,
        startedAt: now,
        connection: gatewayOf(),
      }),
    ),
  ).toContain('The data files cannot be read.')
})

test('reports corrupt databases and a shard that is not connected', async () => {
  const paths = folders()
  writeFileSync(join(paths.databaseDirectory, 'app-corrupt-x.db'), '')
  const status = await readHealth({
    ...paths,
    now,
    startedAt: now,
    connection: gatewayOf({ ...shard, ready: false }),
  })
  expect(messagesOf(status)).toContain('app.db was corrupt and set aside: app-corrupt-x.db.')
  expect(messagesOf(status)).toContain('A shard is not connected.')
})

test('reports a problem only where there is one', async () => {
  const status = { ...(await readReport(folders())), isIntact: true, filesDiffer: false, lastBackup: now }
  const live = { ...({} as NonNullable<HealthReport['live']>), number: 1, pinnedByRollback: false }
  expect(findIssues({ ...status, live }, now)).toEqual([])
  const lastHour = { interactions: 9, failures: 2, p50: 5, p99: 2000 }
  const sizes = { ...status.sizes, free: 1000 }
  expect(findIssues({ ...status, live, lastHour, sizes }, now).map(({ message }) => message)).toEqual([
    'Less than 200 MiB are free for the databases.',
    "2 of the last hour's interactions failed.",
    'Responses are slow.',
  ])
})

test.each([-200, -2, 2, 200])('a backup dated %i days off counts as too old', async (days) => {
  const lastBackup = new Date(now.getTime() + days * 24 * 60 * 60_000)
  const status = { ...(await readReport(folders())), isIntact: true, filesDiffer: false, lastBackup }
  const live = { ...({} as NonNullable<HealthReport['live']>), number: 1, pinnedByRollback: false }
  expect(findIssues({ ...status, live }, now).map(({ message }) => message)).toEqual([
    'The last backup of app.db is more than a day old.',
  ])
})

test('a response that waited for its image does not count as slow', async () => {
  const status = { ...(await readReport(folders())), isIntact: true, filesDiffer: false, lastBackup: now }
  const live = { ...({} as NonNullable<HealthReport['live']>), number: 1, pinnedByRollback: false }
  const lastHour = { interactions: 9, failures: 0, p50: 5, p99: 1080 }
  expect(findIssues({ ...status, live, lastHour }, now)).toEqual([])
})

test('a failing check keeps the time since when it fails, whatever happens to the system clock', async () => {
  const paths = folders()
  await seed({ ...paths, actor: 'shell' })
  let [monotonicMs, time] = [0, now.getTime()]
  let connection: ConnectionStatus = gatewayOf(shard)
  const monitor = await createHealthMonitor({
    ...paths,
    readProcess: () => ({ connection, imageError: undefined }),
    now: () => new Date(time),
    monotonicMs: () => monotonicMs,
    startedAtMs: 0,
  })
  onTestFinished(() => monitor.close())
  const gateway = async () => (await monitor.refresh()).issues.find(({ check }) => check === 'gateway')
  const pass = (ms: number, clockMs = ms) => {
    monotonicMs += ms
    time += clockMs
  }
  expect([monitor.latest().isReady, await gateway()]).toEqual([true, undefined])
  connection = gatewayOf({ ...shard, ready: false })
  expect((await gateway())?.since).toEqual(now)
  expect(monitor.latest().isReady).toBe(false)
  pass(60_000, 60_000 + 3_600_000)
  expect((await gateway())?.since).toEqual(new Date(now.getTime() + 3_600_000))
  connection = gatewayOf(shard)
  expect([(await monitor.refresh()).isReady, await gateway()]).toEqual([true, undefined])
  pass(1000)
  connection = gatewayOf()
  expect(await gateway()).toMatchObject({
    since: new Date(time),
    message: 'Entente is not logged in to Discord.',
  })
})

test('damaged and changed files are found soon after the start', async () => {
  const paths = folders()
  await seed({ ...paths, actor: 'shell' })
  writeFileSync(revisionPath(paths.databaseDirectory, 1), 'damaged')
  writeFiles(
    paths.dataDirectory,
    sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the North Sea'),
  )
  const monitor = await createHealthMonitor({
    ...paths,
    readProcess: () => ({ connection: gatewayOf(shard), imageError: undefined }),
    now: () => now,
    monotonicMs: () => 0,
    startedAtMs: 0,
    intervalMs: 10,
  })
  onTestFinished(() => monitor.close())
  await expect
    .poll(() => monitor.latest(), { timeout: 10_000 })
    .toMatchObject({ isIntact: false, filesDiffer: true })
})

test('a database and a folder that cannot be written are checks that fail, not errors', async () => {
  const paths = folders()
  await seed({ ...paths, actor: 'shell' })
  rmSync(paths.databaseDirectory, { recursive: true })
  expect((await readReport(paths)).issues.slice(0, 2)).toMatchObject([
    { check: 'database', message: 'app.db is missing.' },
    { check: 'disk', message: 'DATABASE_DIR cannot be written (ENOENT).' },
  ])
  const corrupt = folders()
  await seed({ ...corrupt, actor: 'shell' })
  const path = join(corrupt.databaseDirectory, 'app.db')
  // Otherwise all pages are also in the write-ahead log, from which SQLite reads them.
  const other = new Database(path)
  other.pragma('wal_checkpoint(TRUNCATE)')
  other.close()
  writeFileSync(path, Buffer.alloc(100_000, 'x'))
  expect((await readReport(corrupt)).issues[0]).toMatchObject({
    check: 'database',
    message: 'app.db is corrupt.',
  })
})

const answered = (ms: number | undefined, outcome: InteractionOutcome = 'ok') =>
  ({ command: 'alliance', kind: 'command', outcome, ms }) as const

function counting(db: AppDatabase, lines: { msg: string }[] = []) {
  let clock = now.getTime()
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as { msg: string }) })
  const counts = createMetricsRecorder({ db, live: undefined, log, now: () => new Date(clock) })
  onTestFinished(() => counts.close())
  return { counts, forward: (ms: number) => (clock += ms) }
}

test('counts by hour and day, with quantiles close to the true ones', async () => {
  const { db } = folders()
  const { counts, forward } = counting(db)
  counts.recordInteraction(answered(5, 'error'))
  forward(2 * 60 * 60_000)
  for (let ms = 1; ms <= 1000; ms++) counts.recordInteraction(answered(ms))
  counts.recordInteraction(answered(undefined))
  await counts.flush()
  const later = now.getTime() + 2 * 60 * 60_000
  const hour = await db.interactionMetrics.between(new Date(later - 60 * 60_000), new Date(later))
  expect(hour).toMatchObject({ interactions: 1001, failures: 0 })
  expect(Math.abs((hour.p50 ?? 0) / 500 - 1)).toBeLessThan(0.05)
  expect(Math.abs((hour.p99 ?? 0) / 990 - 1)).toBeLessThan(0.05)
  expect(
    await db.interactionMetrics.between(new Date(later - 24 * 60 * 60_000), new Date(later)),
  ).toMatchObject({
    interactions: 1002,
    failures: 1,
  })
})

test('counts that cannot be written are logged once and written later', async () => {
  const paths = folders()
  const lines: { msg: string }[] = []
  const { counts } = counting(paths.db, lines)
  const other = openAppDatabase(paths.databaseDirectory)
  onTestFinished(() => other.close())
  const release = holdWriteLock(paths.databaseDirectory)
  counts.recordInteraction(answered(5))
  await counts.flush()
  counts.recordInteraction(answered(5))
  await counts.flush()
  expect(lines.map(({ msg }) => msg)).toEqual(['failed to flush metrics; will retry'])
  release()
  await counts.flush()
  expect((await paths.db.interactionMetrics.between(new Date(0), now)).interactions).toBe(2)
})
