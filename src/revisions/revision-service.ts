// What an operator does to a running bot: plan a reseed or a rollback, look at it page by page, apply it or let it be.
import { rmSync } from 'node:fs'
import type { Logger } from 'pino'
import { listRevisionNumbers, stagedRevisionPath } from '../data/query/revision-file.ts'
import type { AtWork } from '../db/at-work.ts'
import type { AuditEntry } from '../db/audit-log.ts'
import type { RevisionRecord } from '../db/revisions.ts'
import type { AppDatabase } from '../db/app-database.ts'
import { describeBuildError, runBuildProcess } from './build-process.ts'
import type { DataPaths } from '../data/model/data-file.ts'
import type { MetricsRecorder } from '../monitoring/metrics-recorder.ts'
import type { Plan, BuildResult } from './build-result.ts'
import { readHealth, type Shard, type HealthReport } from '../monitoring/health.ts'

/** For so long a second operator is kept from crossing the first, who renews it with every press. */
const atWorkMs = 5 * 60_000

export type PlanKind = 'reseed' | 'rollback'

export type RevisionResult =
  | Exclude<BuildResult, { outcome: 'planned' | 'moved' }>
  /** `anew`: why the plan that was shown before no longer holds. */
  | (Extract<BuildResult, { outcome: 'planned' }> & { replannedBecause?: string })
  /** Another operator is at work. */
  | { outcome: 'busy'; work: AtWork }

export interface HistoryEntry extends RevisionRecord {
  live: boolean
  /** Whether it is live by an undo. */
  pinnedByRollback: boolean
  /** Whether its file is still there to go back to. */
  hasFile: boolean
}

export interface RevisionService {
  /** Checks the files and builds what they say beside the live revision. */
  planReseed: (by: string) => Promise<RevisionResult>
  /** Compares a kept revision with the live one. */
  planRollback: (target: number, by: string) => Promise<RevisionResult>
  /** Another page of a plan; a plan that no longer holds is made anew. */
  showPlanPage: (kind: PlanKind, plan: Plan, page: number, by: string) => Promise<RevisionResult>
  /** Makes the plan's target live; a plan that no longer holds is made anew instead. */
  applyPlan: (kind: PlanKind, plan: Plan, by: string) => Promise<RevisionResult>
  cancelPlan: (kind: PlanKind, plan: Plan, by: string) => void
  /** Newest first. */
  listRevisions: () => HistoryEntry[]
  /** The last entries of the audit trail, newest first. */
  recentAuditEntries: (most: number) => AuditEntry[]
  status: () => HealthReport
}

export interface OperateOptions extends DataPaths {
  state: AppDatabase
  log: Logger
  now: () => Date
  /** Milliseconds of a clock that is never set. */
  monotonicMs: () => number
  counts: MetricsRecorder
  shards: () => Shard[]
}

export function createRevisionService(options: OperateOptions): RevisionService {
  const { state, log, now, monotonicMs, counts, shards, dataDirectory, databaseDirectory } = options
  const folders = { dataDirectory, databaseDirectory }
  const startedAtMs = monotonicMs()

  /** Runs the builder for one operator at a time; whoever has a plan before their eyes stays at work. */
  async function runExclusive(
    by: string,
    deed: PlanKind,
    options: string[],
  ): Promise<BuildResult | BusyAnswer> {
    try {
      const busy = begin(by, deed)
      if (busy) return { outcome: 'busy', work: busy }
    } catch (error) {
      const failure = describeBuildError(error, folders)
      if (!failure) throw error
      return failure
    }
    const outcome = await runBuildProcess(folders, ['--by', by, ...options])
    try {
      if (outcome.outcome === 'planned' || outcome.outcome === 'moved') begin(by, deed)
      else state.atWork.end(by)
    } catch (error) {
      // It lapses by itself, and what became of the facts is more than that.
      log.error({ err: error }, 'the lease of an operator could not be changed')
    }
    return outcome
  }

  /** A trail that cannot be written just now must not hide what became of the deed itself. */
  function note(entry: { who: string; deed: string; detail: string }): void {
    log.info(entry, 'operator action')
    try {
      state.appendAudit(entry)
    } catch (error) {
      log.error({ err: error }, 'the audit trail could not be written')
    }
  }

  /** A builder that died after it had moved the pointer has applied the plan all the same. */
  function applied(
    { fromRevision, toRevision }: Plan,
    outcome: BuildResult | BusyAnswer,
  ): BuildResult | BusyAnswer {
    if (outcome.outcome !== 'failed' || toRevision === fromRevision || state.live()?.number !== toRevision)
      return outcome
    const record = state.revisions().find(({ number }) => number === toRevision)
    const { articles = 0, entities = 0, facts = 0 } = record ?? {}
    return {
      outcome: 'applied',
      revision: toRevision,
      before: fromRevision,
      counts: { articles, entities, facts },
    }
  }

  function begin(by: string, deed: PlanKind): AtWork | undefined {
    const since = now()
    const until = new Date(since.getTime() + atWorkMs)
    return state.atWork.begin({ who: by, deed, since: since.toISOString(), until: until.toISOString() })
  }

  /** `again` makes the plan anew when it no longer holds. */
  async function replanIfStale(
    outcome: BuildResult | BusyAnswer,
    replan: () => Promise<BuildResult | BusyAnswer>,
  ): Promise<RevisionResult> {
    if (outcome.outcome !== 'moved') return outcome
    const fresh = await replan()
    if (fresh.outcome === 'planned') return { ...fresh, replannedBecause: outcome.why }
    if (fresh.outcome === 'moved') return { outcome: 'failed', why: fresh.why, cure: 'try again' }
    return fresh
  }

  async function reseed(by: string): Promise<BuildResult | BusyAnswer> {
    const outcome = await runExclusive(by, 'reseed', ['--stage'])
    note({ who: by, deed: 'reseed', detail: describeResult(outcome) })
    return outcome
  }

  async function rollback(target: number, by: string): Promise<BuildResult | BusyAnswer> {
    const outcome = await runExclusive(by, 'rollback', ['--undo', String(target), '--page', '0'])
    note({ who: by, deed: 'rollback', detail: describeResult(outcome) })
    return outcome
  }

  const again = (kind: PlanKind, { toRevision }: Plan, by: string) => {
    return () => (kind === 'reseed' ? reseed(by) : rollback(toRevision, by))
  }

  return {
    planReseed: async (by) => replanIfStale(await reseed(by), () => reseed(by)),
    planRollback: async (target, by) => replanIfStale(await rollback(target, by), () => rollback(target, by)),
    async showPlanPage(kind, plan, page, by) {
      const outcome = await runExclusive(by, kind, [...optionsOf(kind, plan), '--page', String(page)])
      return replanIfStale(outcome, again(kind, plan, by))
    },
    async applyPlan(kind, plan, by) {
      const outcome = applied(plan, await runExclusive(by, kind, optionsOf(kind, plan)))
      // What was applied has left its trace with the pointer itself, in one transaction.
      if (outcome.outcome !== 'applied')
        note({ who: by, deed: `apply ${kind}`, detail: describeResult(outcome) })
      else log.info({ who: by, ...outcome }, `${kind} applied`)
      return replanIfStale(outcome, again(kind, plan, by))
    },
    cancelPlan(kind, plan, by) {
      if (kind === 'reseed')
        rmSync(stagedRevisionPath(folders.databaseDirectory, plan.toRevision), { force: true })
      state.atWork.end(by)
      state.appendAudit({
        who: by,
        deed: `cancel ${kind}`,
        detail: `revision ${plan.fromRevision} → revision ${plan.toRevision}`,
      })
    },
    listRevisions() {
      const live = state.live()
      const files = new Set(listRevisionNumbers(folders.databaseDirectory))
      return state.revisions().map((record) => ({
        ...record,
        live: record.number === live?.number,
        pinnedByRollback: record.number === live?.number && live.pinnedByRollback,
        hasFile: files.has(record.number),
      }))
    },
    recentAuditEntries: (most) => state.latestAudit(most),
    status() {
      counts.flush()
      // Reckoned from now, since the clock may have been wrong at the start.
      const at = now()
      const upSince = new Date(at.getTime() - (monotonicMs() - startedAtMs))
      return readHealth({ state, now: at, upSince, shards: shards(), ...folders })
    },
  }
}

type BusyAnswer = Extract<RevisionResult, { outcome: 'busy' }>

function optionsOf(kind: PlanKind, { fromRevision, toRevision, hash }: Plan): string[] {
  const mode =
    kind === 'reseed' ? ['--apply', String(toRevision), '--hash', hash] : ['--undo', String(toRevision)]
  return [...mode, '--base', String(fromRevision)]
}

function describeResult(outcome: BuildResult | BusyAnswer): string {
  switch (outcome.outcome) {
    case 'planned':
      return `revision ${outcome.plan.fromRevision} → revision ${outcome.plan.toRevision} shown`
    case 'refused':
      return `${outcome.total} problems in the files`
    case 'unchanged':
      return `revision ${outcome.revision} has these facts already`
    case 'applied':
      return `revision ${outcome.revision} is live`
    case 'busy':
      return `${outcome.work.who} is at work`
    case 'moved':
    case 'lost':
    case 'failed':
      return outcome.why
  }
}
