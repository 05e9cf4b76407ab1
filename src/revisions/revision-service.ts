// What an operator does to the revisions of a running bot: plan a reseed or a rollback, look at it, apply or cancel it.
import type { Logger } from 'pino'
import type { DataPaths } from '../data/model/data-file.ts'
import { listRevisionNumbers } from '../data/query/revision-file.ts'
import type { AppDatabase } from '../db/app-database.ts'
import type { AuditEntry, NewAuditEntry } from '../db/audit-log.ts'
import type { RevisionRecord } from '../db/schema.ts'
import { describeBuildError } from './build-error.ts'
import type { BuildRequest, ImportedChange } from './build-messages.ts'
import { runBuildProcess } from './build-process.ts'
import type { BuildFailure, BuildResult, Plan } from './build-result.ts'
import { exportRevision, type ExportedRevision } from './export.ts'
import { listImportedFiles, type ImportedFile } from './imported-folder.ts'
import { fetchRevision } from './revision-files.ts'
import { planRollback } from './rollback.ts'
import { readStagedPlan, removeStagedPlan, type PlannedDiff } from './staged-plan.ts'

/** Longer than a build usually takes, so that of two operators at once the second usually just waits for the first. */
const lockWaitMs = 5000

/** Many times what a build takes; a file can be written so that checking it takes hours. */
const timeLimitMs = 300_000

/** `import` and `removal` change the imported files. */
export type RevisionOperation = 'reseed' | 'rollback' | 'import' | 'removal'

/** What history names as the origin of a revision. */
const origins = { reseed: 'files', import: 'import', removal: 'removal' } as const

/** The result of one attempt; a plan comes with its diff. */
type Attempt = Exclude<BuildResult, { outcome: 'planned' }> | PlannedDiff

export type RevisionResult =
  | Exclude<Attempt, { outcome: 'planned' | 'stale' }>
  /** `replannedBecause`: why the plan that was shown before no longer holds. */
  | (PlannedDiff & { replannedBecause?: string })

export interface HistoryEntry extends RevisionRecord {
  live: boolean
  /** Whether it is live and was made so by a rollback. */
  pinnedByRollback: boolean
  /** Whether its file is still there to go back to. */
  hasFile: boolean
}

/** `actor` is a Discord user id everywhere; whatever an operator does is in the audit log. */
export interface RevisionService {
  /** Checks the files and builds what they say next to the live revision. */
  planReseed: (actor: string) => Promise<RevisionResult>
  /** Checks an uploaded article, dossier or export and builds what it would make of the facts, as for a reseed. */
  planImport: (upload: { name: string; bytes: Buffer }, actor: string) => Promise<RevisionResult>
  /** The same for what removing imported files would make of them. */
  planRemoval: (names: string[], actor: string) => Promise<RevisionResult>
  listImported: () => Promise<ImportedFile[] | BuildFailure>
  /** The files of the live revision as a zip, which `planImport` reads. */
  exportLive: (actor: string) => Promise<ExportedRevision | BuildFailure>
  /** Compares an earlier revision with the live one. */
  planRollback: (toRevision: number, actor: string) => Promise<RevisionResult>
  /** What a plan would change; one that no longer holds is made again, unless it changes the imported files. */
  showPlan: (operation: RevisionOperation, plan: Plan, actor: string) => Promise<RevisionResult>
  /** Makes the revision of a plan live; one that no longer holds is made again instead, with the same exception. */
  applyPlan: (operation: RevisionOperation, plan: Plan, actor: string) => Promise<RevisionResult>
  cancelPlan: (operation: RevisionOperation, plan: Plan, actor: string) => Promise<void>
  /** Newest first. */
  listRevisions: () => Promise<HistoryEntry[]>
  /** The last entries of the audit log, newest first. */
  recentAuditEntries: (limit: number) => Promise<AuditEntry[]>
}

export interface RevisionServiceOptions extends DataPaths {
  db: AppDatabase
  /** Called when another revision may be live. */
  refreshLive: () => Promise<void>
  log: Logger
}

export function createRevisionService(options: RevisionServiceOptions): RevisionService {
  const { db, refreshLive, log, ...paths } = options
  const { databaseDirectory } = paths

  const build = (request: BuildRequest) => runBuildProcess(paths, request, { lockWaitMs, timeLimitMs })

  /** Reads in this process; what keeps it from that is a failure like that of a build. */
  async function attempt<Result>(read: () => Result | Promise<Result>): Promise<Result | BuildFailure> {
    try {
      return await read()
    } catch (error) {
      const failure = describeBuildError(error, databaseDirectory)
      if (!failure) throw error
      return failure
    }
  }

  /** An audit log that cannot be written to must not hide the result of the action itself. */
  async function audit(entry: NewAuditEntry): Promise<void> {
    log.info(entry, 'operator action')
    try {
      await db.appendAudit(entry)
    } catch (error) {
      log.error({ err: error }, 'failed to write to the audit log')
    }
  }

  const readPlan = async (built: BuildResult): Promise<Attempt> =>
    built.outcome === 'planned' ? attempt(() => readStagedPlan(db, paths, built.plan)) : built

  async function attemptReseed(actor: string): Promise<Attempt> {
    const result = await readPlan(await build({ type: 'plan' }))
    await audit({ actor, action: 'plan reseed', detail: describeResult(result) })
    return result
  }

  /** There is nothing left to make it again from, so a plan that is stale by now has failed. */
  async function planChange(change: ImportedChange, actor: string): Promise<RevisionResult> {
    const result = await readPlan(await build({ type: 'plan', change }))
    await audit({ actor, action: `plan ${change.type}`, detail: describeResult(result) })
    return settle(result)
  }

  async function attemptRollback(toRevision: number, actor: string): Promise<RevisionResult> {
    const result = await attempt(() => planRollback(db, databaseDirectory, { toRevision }))
    await audit({ actor, action: 'plan rollback', detail: describeResult(result) })
    return settle(result)
  }

  /** Plans again, once, if a plan no longer holds. */
  async function replanIfStale(result: Attempt, replan: () => Promise<Attempt> | undefined) {
    if (result.outcome !== 'stale') return result
    const again = settle((await replan()) ?? result)
    return again.outcome === 'planned' ? { ...again, replannedBecause: result.reason } : again
  }

  const replanAs =
    (operation: RevisionOperation, { toRevision }: Plan, actor: string) =>
    () => {
      if (operation === 'reseed') return attemptReseed(actor)
      return operation === 'rollback' ? attemptRollback(toRevision, actor) : undefined
    }

  return {
    async planReseed(actor) {
      const result = await attemptReseed(actor)
      return result.outcome === 'stale' ? settle(await attemptReseed(actor)) : result
    },
    planImport: ({ name, bytes }, actor) =>
      planChange({ type: 'import', name, base64: bytes.toString('base64') }, actor),
    planRemoval: (names, actor) => planChange({ type: 'removal', names }, actor),
    listImported: () => attempt(() => listImportedFiles(databaseDirectory)),
    async exportLive(actor) {
      const live = await db.live()
      if (live) await fetchRevision(db, databaseDirectory, live)
      const result = await exportRevision(databaseDirectory, live)
      const detail = result.outcome === 'exported' ? `revision ${result.revision}` : result.reason
      await audit({ actor, action: 'export', detail })
      return result
    },
    planRollback: attemptRollback,
    async showPlan(operation, plan, actor) {
      const result = await attempt<Attempt>(() =>
        operation === 'rollback'
          ? planRollback(db, databaseDirectory, plan)
          : readStagedPlan(db, paths, plan),
      )
      return replanIfStale(result, replanAs(operation, plan, actor))
    },
    async applyPlan(operation, plan, actor) {
      const request: BuildRequest =
        operation === 'rollback'
          ? { type: 'rollback', ...plan, actor }
          : { type: 'apply', plan, actor, builtFrom: origins[operation] }
      const result = await publishedAfterAll(db, plan, await build(request))
      await refreshLive()
      // What was published is in the audit log already, written in one transaction with the change itself.
      if (result.outcome === 'published') log.info({ actor, ...result }, `${operation} applied`)
      else await audit({ actor, action: `apply ${operation}`, detail: describeResult(result) })
      return replanIfStale(result, replanAs(operation, plan, actor))
    },
    async cancelPlan(operation, plan, actor) {
      if (operation !== 'rollback') await removeStagedPlan(db, databaseDirectory, plan)
      await audit({ actor, action: `cancel ${operation}`, detail: describePlan(plan) })
    },
    async listRevisions() {
      const live = await db.live()
      const files = new Set(listRevisionNumbers(databaseDirectory))
      const shared = await db.shared?.files.hashes()
      return (await db.revisions()).map((record) => ({
        ...record,
        live: record.number === live?.number,
        pinnedByRollback: record.number === live?.number && live.pinnedByRollback,
        hasFile: files.has(record.number) || shared?.has(record.fileHash) === true,
      }))
    },
    recentAuditEntries: (limit) => db.latestAudit(limit),
  }
}

/** A plan that is stale right after it was made is a failure. */
function settle(result: Attempt): Exclude<Attempt, { outcome: 'stale' }> {
  return result.outcome === 'stale' ? { outcome: 'failed', reason: result.reason, fix: 'try again' } : result
}

/** A build process that died after it had changed which revision is live has applied the plan all the same. */
async function publishedAfterAll(db: AppDatabase, plan: Plan, result: BuildResult): Promise<Attempt> {
  if (result.outcome === 'planned') throw new Error('the plan was made again instead of applied')
  const { fromRevision, toRevision, hash } = plan
  const live = await db.live()
  const isLive = live?.number === toRevision && live.hash.startsWith(hash)
  if (result.outcome !== 'failed' || toRevision === fromRevision || !isLive) return result
  const record = (await db.revisions()).find(({ number }) => number === toRevision)
  const { articles = 0, entities = 0, facts = 0 } = record ?? {}
  return {
    outcome: 'published',
    revision: toRevision,
    previousRevision: fromRevision,
    counts: { articles, entities, facts },
  }
}

function describePlan({ fromRevision, toRevision }: Plan): string {
  return `revision ${fromRevision} → revision ${toRevision}`
}

function describeResult(result: Attempt): string {
  switch (result.outcome) {
    case 'planned':
      return describePlan(result.plan)
    case 'invalid':
      return `${result.total} problems in the files`
    case 'unchanged':
      return `revision ${result.revision} has these facts already`
    case 'published':
      return `revision ${result.revision} is live`
    case 'stale':
    case 'missing':
    case 'failed':
      return result.reason
  }
}
