// The health checks behind /readyz, the alerts and /admin status: what is wrong, and what to do.
import type { HealthReport } from './health.ts'

/** Every check; while a critical one fails, Entente is not ready. */
export const healthChecks = {
  gateway: { critical: true },
  endpoint: { critical: true },
  facts: { critical: true },
  database: { critical: true },
  postgres: { critical: false },
  disk: { critical: false },
  revision_file: { critical: false },
  interactions: { critical: false },
  corrupt_copy: { critical: false },
  backup: { critical: false },
  data_files: { critical: false },
  latency: { critical: false },
  images: { critical: false },
}

export type CheckName = keyof typeof healthChecks

/** A check that fails. */
export interface HealthIssue {
  check: CheckName
  message: string
  fix: string
}

const hourMs = 60 * 60_000

/** The checks that fail, most serious first. */
export function findIssues(report: Omit<HealthReport, 'issues'>, now: Date): HealthIssue[] {
  const { connection, live, isIntact, lastBackup, sizes, lastHour, quarantinedFiles } = report
  const shards = connection.type === 'gateway' ? connection.shards : []
  const isDatabaseUsable = report.databaseError === undefined
  const checks: [check: CheckName, isFailing: boolean, message: string, fix: string][] = [
    [
      'gateway',
      connection.type === 'gateway' && (shards.length === 0 || shards.some(({ ready }) => !ready)),
      shards.length === 0 ? 'Entente is not logged in to Discord.' : 'A shard is not connected.',
      'Check discordstatus.com and the log. Entente reconnects automatically.',
    ],
    [
      'endpoint',
      connection.type === 'http' && !connection.isListening,
      'The endpoint for interactions is not open.',
      'Entente opens it at the end of its startup; if it does not, the log says why.',
    ],
    ['facts', live === undefined && isDatabaseUsable, 'No revision is live.', 'Run /admin reseed.'],
    [
      'database',
      !report.isShared && (!isDatabaseUsable || report.isDatabaseCorrupt),
      ...describeDatabaseError(report),
    ],
    [
      'postgres',
      report.isShared && !isDatabaseUsable,
      `PostgreSQL cannot be used (${report.databaseError}).`,
      'Check that it runs and can be reached. Answers go on from memory; settings and reports cannot be saved.',
    ],
    [
      'disk',
      report.folderError !== undefined,
      `DATABASE_DIR cannot be written (${report.folderError}).`,
      'Free some space, and check that it is mounted, writable and owned by the user that runs Entente. Answers go on; nothing can be built, backed up or saved.',
    ],
    [
      'disk',
      report.folderError === undefined && sizes.free < 200 * 1024 * 1024,
      'Less than 200 MiB are free for the databases.',
      'Free some space in DATABASE_DIR: without it nothing can be built or backed up.',
    ],
    [
      'revision_file',
      live !== undefined && !isIntact,
      'The file of the live revision is missing or corrupt.',
      'Entente rewrites it within minutes; if it does not, the log says why.',
    ],
    [
      'interactions',
      lastHour.failures > 0,
      `${lastHour.failures} of the last hour's interactions failed.`,
      'Look in the log for errors, and for lines whose id is the code that a user was shown.',
    ],
    [
      'corrupt_copy',
      quarantinedFiles.length > 0,
      `app.db was corrupt and set aside: ${quarantinedFiles.join(', ')}.`,
      'Read "If app.db is corrupt" in docs/operators.md, then move that file elsewhere.',
    ],
    [
      'backup',
      // A date in the future comes from a clock that was wrong, and says nothing about the backup's age.
      !report.isShared &&
        (lastBackup === undefined || Math.abs(now.getTime() - lastBackup.getTime()) > 25 * hourMs),
      'The last backup of app.db is more than a day old.',
      'Look for the cause in the log, and check that DATABASE_DIR/backups is writable.',
    ],
    [
      'data_files',
      report.filesDiffer === undefined,
      'The data files cannot be read.',
      'Restore them. Until then, the last good revision is served.',
    ],
    [
      'data_files',
      report.filesDiffer === true && live?.pinnedByRollback === true,
      'The live revision is pinned by a rollback, so startup ignores the data files.',
      'Correct the files, then run /admin reseed.',
    ],
    [
      'data_files',
      report.filesDiffer === true && live?.pinnedByRollback === false,
      'The data files differ from the live revision.',
      'Run /admin reseed to see what would change, and to apply it.',
    ],
    [
      'latency',
      // A response may wait up to a second for its image.
      shards.some(({ latencyMs = 0 }) => latencyMs > 1000) || (lastHour.p99 ?? 0) > 1500,
      'Responses are slow.',
      'Check what else the machine is doing, and how far it is from Discord.',
    ],
    [
      'images',
      report.imageError !== undefined,
      `No maps or charts are rendered: ${report.imageError}.`,
      'Read the log, correct the cause and restart Entente. Cards are complete without them.',
    ],
  ]
  return checks.flatMap(([check, isFailing, message, fix]) => (isFailing ? [{ check, message, fix }] : []))
}

function describeDatabaseError({ databaseError = '', isDatabaseCorrupt }: Omit<HealthReport, 'issues'>) {
  const restart = 'Restart Entente, which restores the newest backup.'
  if (isDatabaseCorrupt || /CORRUPT|NOTADB/.test(databaseError))
    return ['app.db is corrupt.', restart] as const
  if (databaseError === 'ENOENT') return ['app.db is missing.', restart] as const
  if (/BUSY|LOCKED/.test(databaseError)) {
    return [
      `Another process keeps app.db locked (${databaseError}).`,
      'End it, such as a sqlite3 shell. Answers go on; settings and reports cannot be saved.',
    ] as const
  }
  return [
    `app.db cannot be written (${databaseError}).`,
    'Free some space, and check that DATABASE_DIR is mounted and writable. Answers go on; settings and reports cannot be saved.',
  ] as const
}
