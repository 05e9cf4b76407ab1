// How the bot is: message an operator would ask, and for each thing that is not well message to do about it.
import { readdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { attributes } from '../data/model/attributes.ts'
import { revisionPath, readIntactHash } from '../data/query/revision-file.ts'
import { readDataFiles } from '../data/build/data-files.ts'
import { hashFiles } from '../data/model/data-file.ts'
import { listBackups } from '../db/backup-files.ts'
import type { HandledSummary } from '../db/interaction-metrics.ts'
import type { MissedQuery } from '../db/missed-queries.ts'
import type { RevisionRecord } from '../db/revisions.ts'
import type { AppDatabase } from '../db/app-database.ts'
import type { DataPaths } from '../data/model/data-file.ts'

export interface Shard {
  id: number
  ready: boolean
  /** Milliseconds of the last heartbeat; undefined before the first. */
  latencyMs: number | undefined
}

export interface HealthReport {
  version: string
  upSince: Date
  shards: Shard[]
  live: (RevisionRecord & { pinnedByRollback: boolean }) | undefined
  /** Whether the data files say something else than the live revision was built from; undefined if they cannot be read. */
  filesDiffer: boolean | undefined
  /** Whether the file of the live revision is whole. */
  isIntact: boolean
  /** Bytes. */
  sizes: { facts: number; state: number; backups: number; free: number }
  lastBackup: Date | undefined
  /** Names of databases that a start has set aside. */
  quarantinedFiles: string[]
  openReports: number
  /** Names that were looked for and not found at least three times in thirty days. */
  missedQueries: MissedQuery[]
  hour: HandledSummary
  day: HandledSummary
  /** Bytes. */
  memory: number
  findings: Finding[]
}

/** Something that is not well. */
export interface Finding {
  message: string
  fix: string
}

export interface StatusOptions extends DataPaths {
  state: AppDatabase
  now: Date
  upSince: Date
  shards: Shard[]
}

const hourMs = 60 * 60_000

const packageFile = join(import.meta.dirname, '../../package.json')
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }

export function readHealth({ state, now, upSince, shards, ...folders }: StatusOptions): HealthReport {
  const { databaseDirectory } = folders
  const pointer = state.live()
  const record = state.revisions().find(({ number }) => number === pointer?.number)
  const names = readdirSync(databaseDirectory)
  const sizeOf = (pattern: RegExp, directory = databaseDirectory, among = names) =>
    among.filter((name) => pattern.test(name)).reduce((sum, name) => sum + sizeIn(directory, name), 0)
  const { bavail, bsize } = statfsSync(databaseDirectory)
  const kept = listBackups(databaseDirectory)
  const status = {
    version,
    upSince,
    shards,
    live: record && { ...record, pinnedByRollback: pointer?.pinnedByRollback ?? false },
    isIntact:
      pointer !== undefined &&
      readIntactHash(revisionPath(databaseDirectory, pointer.number), pointer.fileHash) !== undefined,
    filesDiffer: filesDiffer(folders, pointer?.hash),
    sizes: {
      facts: sizeOf(/^(staged-)?facts-\d+\.db$/),
      state: sizeOf(/^state\.db/),
      backups: kept.reduce((sum, { path }) => sum + sizeIn('', path), 0),
      free: bavail * bsize,
    },
    lastBackup: kept[0]?.madeAt,
    quarantinedFiles: names.filter((name) => /^state-damaged-.*\.db$/.test(name)),
    openReports: state.reports.open(0).count,
    missedQueries: state.missedQueries.frequent(3, 20),
    hour: state.interactionMetrics.between(new Date(now.getTime() - hourMs), now),
    day: state.interactionMetrics.between(new Date(now.getTime() - 24 * hourMs), now),
    memory: process.memoryUsage.rss(),
  }
  return { ...status, findings: findingsOf(status, now) }
}

function sizeIn(directory: string, name: string): number {
  return statSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0
}

function filesDiffer({ dataDirectory }: DataPaths, hash: string | undefined): boolean | undefined {
  try {
    return hashFiles(readDataFiles(dataDirectory), attributes) !== hash
  } catch {
    return undefined
  }
}

/** What is not well, the gravest first. */
export function findingsOf(status: Omit<HealthReport, 'findings'>, now: Date): Finding[] {
  const { live, isIntact, filesDiffer: differ, lastBackup, shards, sizes, hour, quarantinedFiles } = status
  const found: [boolean, string, string][] = [
    [live === undefined, 'No revision is live.', 'Run /admin reseed.'],
    [
      live !== undefined && !isIntact,
      'The file of the live facts is missing or damaged.',
      'Entente writes it again within minutes; if it does not, look in the log for why.',
    ],
    [
      shards.some(({ ready }) => !ready),
      'A shard is not connected.',
      'Look at discordstatus.com and at the log; it reconnects by itself.',
    ],
    [
      hour.failures > 0,
      `${hour.failures} of the last hour's interactions failed.`,
      'Look for lines of level 50 in the log, and for lines whose id is the code that a user was shown.',
    ],
    [
      sizes.free < 200 * 1024 * 1024,
      'There are less than 200 MiB free for the databases.',
      'Make room where DATABASE_DIR is: without it nothing can be built or copied.',
    ],
    [
      quarantinedFiles.length > 0,
      `state.db was damaged and set aside: ${quarantinedFiles.join(', ')}.`,
      'Read "When state.db is damaged" in docs/operators.md, then move that file elsewhere.',
    ],
    [
      // A date in the future comes of a clock that was wrong, and says nothing of how old the copy is.
      lastBackup === undefined || Math.abs(now.getTime() - lastBackup.getTime()) > 25 * hourMs,
      'state.db was not copied for more than a day.',
      'Look in the log for why, and see that DATABASE_DIR/backups can be written.',
    ],
    [
      differ === undefined,
      'The data files cannot be read.',
      'Put them back; until then the last good facts answer.',
    ],
    [
      differ === true && live?.pinnedByRollback === true,
      'The live facts were chosen by an undo, so starts leave the data files aside.',
      'Mend the files, then run /admin reseed.',
    ],
    [
      differ === true && live?.pinnedByRollback === false,
      'The data files say something else than the live facts.',
      'Run /admin reseed to see message, and to apply it.',
    ],
    [
      // An answer may wait up to a second for its picture.
      shards.some(({ latencyMs = 0 }) => latencyMs > 1000) || (hour.p99 ?? 0) > 1500,
      'Answers are slow.',
      'See message else the machine is doing, and how far it is from Discord.',
    ],
  ]
  return found.flatMap(([isSo, message, fix]) => (isSo ? [{ message, fix }] : []))
}
