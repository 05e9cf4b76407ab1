// Runs the health checks every few seconds and remembers since when each one fails.
import { checkFiles, readHealth, type FileChecks, type HealthOptions, type HealthReport } from './health.ts'
import { healthChecks, type CheckName, type HealthIssue } from './health-checks.ts'

export type FailingCheck = HealthIssue & { since: Date }

export interface HealthStatus extends HealthReport {
  /** Whether no critical check fails. */
  isReady: boolean
  issues: FailingCheck[]
}

export interface HealthMonitor {
  /** Runs every check now. */
  check: () => Promise<HealthStatus>
  /** Runs those that take a few milliseconds. */
  refresh: () => Promise<HealthStatus>
  /** The result of the last run. */
  latest: () => HealthStatus
  close: () => void
}

export interface HealthMonitorOptions extends Pick<
  HealthOptions,
  'db' | 'dataDirectory' | 'databaseDirectory'
> {
  /** What the process says of itself. */
  readProcess: () => Pick<HealthOptions, 'connection' | 'imageError'>
  now: () => Date
  monotonicMs: () => number
  /** When the process started, by the monotonic clock. */
  startedAtMs: number
  /** Milliseconds between two runs; a quarter of a minute by default. */
  intervalMs?: number | undefined
}

/** Milliseconds between two checks of whole files, which take tens of milliseconds. */
const fileChecksMs = 3_600_000

export async function createHealthMonitor(options: HealthMonitorOptions): Promise<HealthMonitor> {
  const { readProcess, now, monotonicMs, startedAtMs, intervalMs = 15_000, ...paths } = options
  const failingSinceMs = new Map<CheckName, number>()
  // Startup has just opened the revision file and the database, so the first check waits for the timer.
  let files: FileChecks = { isIntact: true, filesDiffer: false, isDatabaseCorrupt: false }
  let filesCheckedMs = -Infinity
  let latest: HealthStatus
  await run(false)
  const timer = setInterval(
    () => void run(monotonicMs() - filesCheckedMs >= fileChecksMs),
    intervalMs,
  ).unref()

  async function run(withFiles: boolean): Promise<HealthStatus> {
    const [time, clockMs] = [now(), monotonicMs()]
    // Counted back from now, because the system clock may have been wrong then.
    const dateOf = (ms: number) => new Date(time.getTime() - (clockMs - ms))
    if (withFiles) {
      files = await checkFiles(paths)
      filesCheckedMs = clockMs
    }
    const report = await readHealth({
      ...paths,
      ...readProcess(),
      files,
      now: time,
      startedAt: dateOf(startedAtMs),
    })
    const failing = new Set(report.issues.map(({ check: name }) => name))
    for (const name of failingSinceMs.keys()) if (!failing.has(name)) failingSinceMs.delete(name)
    for (const name of failing) if (!failingSinceMs.has(name)) failingSinceMs.set(name, clockMs)
    latest = {
      ...report,
      isReady: report.issues.every(({ check: name }) => !healthChecks[name].critical),
      issues: report.issues.map((issue) => ({
        ...issue,
        since: dateOf(failingSinceMs.get(issue.check) ?? clockMs),
      })),
    }
    return latest
  }

  return {
    check: () => run(true),
    refresh: () => run(false),
    latest: () => latest,
    close: () => clearInterval(timer),
  }
}
