// How the bot is: what an operator would ask, and for each thing that is not well what to do about it.
import { readdirSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { attributes } from '../data/model/attributes.ts'
import { factsPath, readIntactHash } from '../data/query/revision-file.ts'
import { hashFiles, readDataFiles } from '../data/build/data-files.ts'
import { copies } from '../db/backup-files.ts'
import type { HandledSummary } from '../db/interaction-metrics.ts'
import type { Missed } from '../db/missed-queries.ts'
import type { RevisionRecord } from '../db/revisions.ts'
import type { State } from '../db/app-database.ts'
import type { Folders } from '../revisions/build-process.ts'

export interface Shard {
  id: number
  ready: boolean
  /** Milliseconds of the last heartbeat; undefined before the first. */
  latencyMs: number | undefined
}

export interface Status {
  version: string
  upSince: Date
  shards: Shard[]
  live: (RevisionRecord & { chosenByUndo: boolean }) | undefined
  /** Whether the data files say something else than the live revision was built from; undefined if they cannot be read. */
  filesDiffer: boolean | undefined
  /** Whether the file of the live revision is whole. */
  sound: boolean
  /** Bytes. */
  sizes: { facts: number; state: number; backups: number; free: number }
  lastBackup: Date | undefined
  /** Names of databases that a start has set aside. */
  setAside: string[]
  openReports: number
  /** Names that were looked for and not found at least three times in thirty days. */
  missed: Missed[]
  hour: HandledSummary
  day: HandledSummary
  /** Bytes. */
  memory: number
  findings: Finding[]
}

/** Something that is not well. */
export interface Finding {
  what: string
  cure: string
}

export interface StatusOptions extends Folders {
  state: State
  now: Date
  upSince: Date
  shards: Shard[]
}

const hourMs = 60 * 60_000

const packageFile = join(import.meta.dirname, '../../package.json')
const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }

export function readStatus({ state, now, upSince, shards, ...folders }: StatusOptions): Status {
  const { databaseDirectory } = folders
  const pointer = state.live()
  const record = state.revisions().find(({ number }) => number === pointer?.number)
  const names = readdirSync(databaseDirectory)
  const sizeOf = (pattern: RegExp, directory = databaseDirectory, among = names) =>
    among.filter((name) => pattern.test(name)).reduce((sum, name) => sum + sizeIn(directory, name), 0)
  const { bavail, bsize } = statfsSync(databaseDirectory)
  const kept = copies(databaseDirectory)
  const status = {
    version,
    upSince,
    shards,
    live: record && { ...record, chosenByUndo: pointer?.chosenByUndo ?? false },
    sound:
      pointer !== undefined &&
      readIntactHash(factsPath(databaseDirectory, pointer.number), pointer.fileHash) !== undefined,
    filesDiffer: filesDiffer(folders, pointer?.hash),
    sizes: {
      facts: sizeOf(/^(staged-)?facts-\d+\.db$/),
      state: sizeOf(/^state\.db/),
      backups: kept.reduce((sum, { path }) => sum + sizeIn('', path), 0),
      free: bavail * bsize,
    },
    lastBackup: kept[0]?.madeAt,
    setAside: names.filter((name) => /^state-damaged-.*\.db$/.test(name)),
    openReports: state.reports.open(0).count,
    missed: state.missed.frequent(3, 20),
    hour: state.handled.between(new Date(now.getTime() - hourMs), now),
    day: state.handled.between(new Date(now.getTime() - 24 * hourMs), now),
    memory: process.memoryUsage.rss(),
  }
  return { ...status, findings: findingsOf(status, now) }
}

function sizeIn(directory: string, name: string): number {
  return statSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0
}

function filesDiffer({ dataDirectory }: Folders, hash: string | undefined): boolean | undefined {
  try {
    return hashFiles(readDataFiles(dataDirectory), attributes) !== hash
  } catch {
    return undefined
  }
}

/** What is not well, the gravest first. */
export function findingsOf(status: Omit<Status, 'findings'>, now: Date): Finding[] {
  const { live, sound, filesDiffer: differ, lastBackup, shards, sizes, hour, setAside } = status
  const found: [boolean, string, string][] = [
    [live === undefined, 'No revision is live.', 'Run /admin reseed.'],
    [
      live !== undefined && !sound,
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
      setAside.length > 0,
      `state.db was damaged and set aside: ${setAside.join(', ')}.`,
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
      differ === true && live?.chosenByUndo === true,
      'The live facts were chosen by an undo, so starts leave the data files aside.',
      'Mend the files, then run /admin reseed.',
    ],
    [
      differ === true && live?.chosenByUndo === false,
      'The data files say something else than the live facts.',
      'Run /admin reseed to see what, and to apply it.',
    ],
    [
      // An answer may wait up to a second for its picture.
      shards.some(({ latencyMs = 0 }) => latencyMs > 1000) || (hour.p99 ?? 0) > 1500,
      'Answers are slow.',
      'See what else the machine is doing, and how far it is from Discord.',
    ],
  ]
  return found.flatMap(([isSo, what, cure]) => (isSo ? [{ what, cure }] : []))
}
