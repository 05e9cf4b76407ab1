// What an operator would ask about a running bot, and each check that fails with how to fix it.
import { readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { readAllFiles } from '../data/build/data-files.ts'
import { attributes } from '../data/model/attributes.ts'
import { hashFiles, type DataPaths } from '../data/model/data-file.ts'
import { hashInParts, revisionPath } from '../data/query/revision-file.ts'
import { appDatabasePath, type AppDatabase } from '../db/app-database.ts'
import { checkedAtKey } from '../db/key-values.ts'
import { listBackups } from '../db/backup-files.ts'
import { checkIntegrity } from '../db/integrity.ts'
import type { InteractionSummary } from '../db/interaction-metrics.ts'
import type { MissedQuery } from '../db/missed-queries.ts'
import type { RevisionRecord } from '../db/schema.ts'
import { findIssues, type HealthIssue } from './health-checks.ts'

export interface Shard {
  id: number
  ready: boolean
  /** Milliseconds of the last heartbeat; undefined before the first. */
  latencyMs: number | undefined
}

/** How interactions reach this process: over the gateway, or by HTTP. */
export type ConnectionStatus =
  | { type: 'gateway'; shards: Shard[] }
  | { type: 'http'; isListening: boolean; lastDelivery: Date | undefined }

/** What takes tens of milliseconds to check, most of them for hashing files. */
export interface FileChecks {
  /** Whether the data files differ from those of the live revision; undefined if they cannot be read. */
  filesDiffer: boolean | undefined
  /** Whether the file of the live revision is intact. */
  isIntact: boolean
  isDatabaseCorrupt: boolean
}

export interface HealthReport extends FileChecks {
  version: string
  startedAt: Date
  connection: ConnectionStatus
  live: (RevisionRecord & { pinnedByRollback: boolean }) | undefined
  /** Bytes. */
  sizes: { revisions: number; app: number; backups: number; free: number }
  lastBackup: Date | undefined
  /** The names of corrupt databases that startup has set aside. */
  quarantinedFiles: string[]
  openReports: number
  /** Queries that had no result at least three times in thirty days. */
  missedQueries: MissedQuery[]
  lastHour: InteractionSummary
  lastDay: InteractionSummary
  /** Bytes. */
  memory: number
  /** The codes of the errors of writing to app.db and to its folder; undefined if both can be written. */
  databaseError: string | undefined
  folderError: string | undefined
  /** Whether the state is in PostgreSQL instead of app.db. */
  isShared: boolean
  /** Why no images are rendered. */
  imageError: string | undefined
  issues: HealthIssue[]
}

export interface HealthOptions extends DataPaths {
  db: AppDatabase
  now: Date
  startedAt: Date
  connection: ConnectionStatus
  imageError?: string | undefined
  /** Those of an earlier report; checked again by default. */
  files?: FileChecks
}

const hourMs = 60 * 60_000

/** How long PostgreSQL may take to answer, in milliseconds. */
const sharedReadMs = 500

const packageFile = join(import.meta.dirname, '../../package.json')
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }

/** Never throws for anything that is wrong with the database or its folder: that is what it reports. */
export async function readHealth(options: HealthOptions): Promise<HealthReport> {
  const { db, now, startedAt, connection, imageError, dataDirectory, databaseDirectory } = options
  const isShared = db.shared !== undefined
  const stored = await readDatabase(db, now)
  const names = attempt(() => readdirSync(databaseDirectory)) ?? []
  const sizeOf = (pattern: RegExp) =>
    names
      .filter((name) => pattern.test(name))
      .reduce((sum, name) => sum + fileSize(join(databaseDirectory, name)), 0)
  const { bavail, bsize } = attempt(() => statfsSync(databaseDirectory)) ?? { bavail: 0, bsize: 0 }
  const backups = attempt(() => listBackups(databaseDirectory)) ?? []
  const report = {
    version,
    ...{ startedAt, connection, imageError },
    ...stored,
    ...(options.files ?? (await checkFiles({ db, dataDirectory, databaseDirectory }))),
    sizes: {
      revisions: sizeOf(/^(revision|staged)-\d+\.db$/),
      app: sizeOf(/^app\.db/),
      backups: backups.reduce((sum, { path }) => sum + fileSize(path), 0),
      free: bavail * bsize,
    },
    lastBackup: backups[0]?.madeAt,
    quarantinedFiles: names.filter((name) => /^app-corrupt-.*\.db$/.test(name)),
    databaseError: isShared || names.includes('app.db') ? stored.databaseError : 'ENOENT',
    isShared,
    folderError: await errorOf(() => probeFolder(databaseDirectory)),
    memory: process.memoryUsage.rss(),
  }
  return { ...report, issues: findIssues(report, now) }
}

/** What app.db says; nothing if it cannot be read or written. */
async function readDatabase(db: AppDatabase, now: Date) {
  const nothing: InteractionSummary = { interactions: 0, failures: 0, p50: undefined, p99: undefined }
  const content = {
    live: undefined as HealthReport['live'],
    openReports: 0,
    missedQueries: [] as MissedQuery[],
    ...{ lastHour: nothing, lastDay: nothing },
  }
  const read = async () => {
    const live = await db.live()
    const record = (await db.revisions()).find(({ number }) => number === live?.number)
    content.live = record && { ...record, pinnedByRollback: live?.pinnedByRollback ?? false }
    content.openReports = (await db.reports.open(0)).count
    content.missedQueries = await db.missedQueries.frequent(3, 20)
    content.lastHour = await db.interactionMetrics.between(new Date(now.getTime() - hourMs), now)
    content.lastDay = await db.interactionMetrics.between(new Date(now.getTime() - 24 * hourMs), now)
    await db.keyValue.set(checkedAtKey, now.toISOString())
  }
  // A proxy takes out a process that does not say soon whether it is ready, also when the database hangs.
  const tooLate = async () => {
    await wait(sharedReadMs, undefined, { ref: false })
    throw Object.assign(new Error('no answer'), { code: 'no answer' })
  }
  const databaseError = await errorOf(db.shared ? () => Promise.race([read(), tooLate()]) : read)
  return { ...content, databaseError }
}

/** Writes and removes a file. */
function probeFolder(directory: string): void {
  const path = join(directory, 'health.tmp')
  try {
    writeFileSync(path, Buffer.alloc(4096))
  } finally {
    rmSync(path, { force: true })
  }
}

/** Each check takes a turn of its own, so that answers come between them. */
export async function checkFiles({ db, ...paths }: DataPaths & { db: AppDatabase }): Promise<FileChecks> {
  const { databaseDirectory } = paths
  const live = await db.live().catch(() => undefined)
  const isIntact =
    live !== undefined && (await hashInParts(revisionPath(databaseDirectory, live.number))) === live.fileHash
  await nextTurn()
  const filesDiffer = attempt(() => hashFiles(readAllFiles(paths), attributes) !== live?.hash)
  await nextTurn()
  const isDatabaseCorrupt =
    !db.shared && attempt(() => checkIntegrity(appDatabasePath(databaseDirectory), 100)) === 'corrupt'
  return { isIntact, filesDiffer, isDatabaseCorrupt }
}

function fileSize(path: string): number {
  return attempt(() => statSync(path, { throwIfNoEntry: false }))?.size ?? 0
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** The code of the error that an action throws, such as "SQLITE_FULL". */
async function errorOf(action: () => void | Promise<void>): Promise<string | undefined> {
  try {
    await action()
    return undefined
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    return code ?? message ?? 'unknown'
  }
}
