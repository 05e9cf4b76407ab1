// What an operator would ask about a running bot, and each problem with how to fix it.
import { readdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readDataFiles } from '../data/build/data-files.ts'
import { attributes } from '../data/model/attributes.ts'
import { hashFiles, type DataPaths } from '../data/model/data-file.ts'
import { revisionPath, readIntactHash } from '../data/query/revision-file.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { listBackups } from '../db/backup-files.ts'
import type { InteractionSummary } from '../db/interaction-metrics.ts'
import type { MissedQuery } from '../db/missed-queries.ts'
import type { RevisionRecord } from '../db/revisions.ts'

export interface Shard {
  id: number
  ready: boolean
  /** Milliseconds of the last heartbeat; undefined before the first. */
  latencyMs: number | undefined
}

export interface HealthReport {
  version: string
  startedAt: Date
  shards: Shard[]
  live: (RevisionRecord & { pinnedByRollback: boolean }) | undefined
  /** Whether the data files differ from those of the live revision; undefined if they cannot be read. */
  filesDiffer: boolean | undefined
  /** Whether the file of the live revision is intact. */
  isIntact: boolean
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
  issues: HealthIssue[]
}

export interface HealthIssue {
  message: string
  fix: string
}

export interface HealthOptions extends DataPaths {
  db: AppDatabase
  now: Date
  startedAt: Date
  shards: Shard[]
}

const hourMs = 60 * 60_000

const packageFile = join(import.meta.dirname, '../../package.json')
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }

/** Reads everything at once; takes a few milliseconds, most of them for hashing the data files. */
export function readHealth({ db, now, startedAt, shards, ...paths }: HealthOptions): HealthReport {
  const { databaseDirectory } = paths
  const live = db.live()
  const record = db.revisions().find(({ number }) => number === live?.number)
  const names = readdirSync(databaseDirectory)
  const sizeOf = (pattern: RegExp) =>
    names
      .filter((name) => pattern.test(name))
      .reduce((sum, name) => sum + fileSize(join(databaseDirectory, name)), 0)
  const { bavail, bsize } = statfsSync(databaseDirectory)
  const backups = listBackups(databaseDirectory)
  const report = {
    version,
    startedAt,
    shards,
    live: record && { ...record, pinnedByRollback: live?.pinnedByRollback ?? false },
    isIntact:
      live !== undefined &&
      readIntactHash(revisionPath(databaseDirectory, live.number), live.fileHash) !== undefined,
    filesDiffer: filesDiffer(paths, live?.hash),
    sizes: {
      revisions: sizeOf(/^(revision|staged)-\d+\.db$/),
      app: sizeOf(/^app\.db/),
      backups: backups.reduce((sum, { path }) => sum + fileSize(path), 0),
      free: bavail * bsize,
    },
    lastBackup: backups[0]?.madeAt,
    quarantinedFiles: names.filter((name) => /^app-corrupt-.*\.db$/.test(name)),
    openReports: db.reports.open(0).count,
    missedQueries: db.missedQueries.frequent(3, 20),
    lastHour: db.interactionMetrics.between(new Date(now.getTime() - hourMs), now),
    lastDay: db.interactionMetrics.between(new Date(now.getTime() - 24 * hourMs), now),
    memory: process.memoryUsage.rss(),
  }
  return { ...report, issues: findIssues(report, now) }
}

function fileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function filesDiffer({ dataDirectory }: DataPaths, hash: string | undefined): boolean | undefined {
  try {
    return hashFiles(readDataFiles(dataDirectory), attributes) !== hash
  } catch {
    return undefined
  }
}

/** The problems, most serious first. */
export function findIssues(report: Omit<HealthReport, 'issues'>, now: Date): HealthIssue[] {
  const { live, isIntact, lastBackup, shards, sizes, lastHour, quarantinedFiles } = report
  const checks: [isProblem: boolean, message: string, fix: string][] = [
    [live === undefined, 'No revision is live.', 'Run /admin reseed.'],
    [
      live !== undefined && !isIntact,
      'The file of the live revision is missing or corrupt.',
      'Entente rewrites it within minutes; if it does not, the log says why.',
    ],
    [
      shards.some(({ ready }) => !ready),
      'A shard is not connected.',
      'Check discordstatus.com and the log. Entente reconnects automatically.',
    ],
    [
      lastHour.failures > 0,
      `${lastHour.failures} of the last hour's interactions failed.`,
      'Look in the log for errors, and for lines whose id is the code that a user was shown.',
    ],
    [
      sizes.free < 200 * 1024 * 1024,
      'Less than 200 MiB are free for the databases.',
      'Free some space in DATABASE_DIR: without it nothing can be built or backed up.',
    ],
    [
      quarantinedFiles.length > 0,
      `app.db was corrupt and set aside: ${quarantinedFiles.join(', ')}.`,
      'Read "If app.db is corrupt" in docs/operators.md, then move that file elsewhere.',
    ],
    [
      // A date in the future comes from a clock that was wrong, and says nothing about the backup's age.
      lastBackup === undefined || Math.abs(now.getTime() - lastBackup.getTime()) > 25 * hourMs,
      'The last backup of app.db is more than a day old.',
      'Look for the cause in the log, and check that DATABASE_DIR/backups is writable.',
    ],
    [
      report.filesDiffer === undefined,
      'The data files cannot be read.',
      'Restore them. Until then, the last good revision is served.',
    ],
    [
      report.filesDiffer === true && live?.pinnedByRollback === true,
      'The live revision is pinned by a rollback, so startup ignores the data files.',
      'Correct the files, then run /admin reseed.',
    ],
    [
      report.filesDiffer === true && live?.pinnedByRollback === false,
      'The data files differ from the live revision.',
      'Run /admin reseed to see what would change, and to apply it.',
    ],
    [
      // A response may wait up to a second for its image.
      shards.some(({ latencyMs = 0 }) => latencyMs > 1000) || (lastHour.p99 ?? 0) > 1500,
      'Responses are slow.',
      'Check what else the machine is doing, and how far it is from Discord.',
    ],
  ]
  return checks.flatMap(([isProblem, message, fix]) => (isProblem ? [{ message, fix }] : []))
}
