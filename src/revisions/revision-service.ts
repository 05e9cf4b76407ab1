// What an operator does to a running bot: plan a reseed or a rollback, look at it page by page, apply it or let it be.
import { rmSync } from 'node:fs'
import type { Logger } from 'pino'
import { factsFiles, stagedPath } from '../data/query/revision-file.ts'
import type { AtWork } from '../db/at-work.ts'
import type { AuditEntry } from '../db/audit-log.ts'
import type { RevisionRecord } from '../db/revisions.ts'
import type { State } from '../db/app-database.ts'
import { explainFailure, runBuilder, type Folders } from './build-process.ts'
import type { Counts } from '../monitoring/metrics-recorder.ts'
import type { Plan, SeedOutcome } from './build-result.ts'
import { readStatus, type Shard, type Status } from '../monitoring/health.ts'

/** For so long a second operator is kept from crossing the first, who renews it with every press. */
const atWorkMs = 5 * 60_000

export type PlanKind = 'reseed' | 'rollback'

export type Answer =
  | Exclude<SeedOutcome, { outcome: 'planned' | 'moved' }>
  /** `anew`: why the plan that was shown before no longer holds. */
  | (Extract<SeedOutcome, { outcome: 'planned' }> & { anew?: string })
  /** Another operator is at work. */
  | { outcome: 'busy'; work: AtWork }

export interface HistoryEntry extends RevisionRecord {
  live: boolean
  /** Whether it is live by an undo. */
  chosenByUndo: boolean
  /** Whether its file is still there to go back to. */
  kept: boolean
}

export interface Operate {
  /** Checks the files and builds what they say beside the live revision. */
  reseed: (by: string) => Promise<Answer>
  /** Compares a kept revision with the live one. */
  rollback: (target: number, by: string) => Promise<Answer>
  /** Another page of a plan; a plan that no longer holds is made anew. */
  show: (kind: PlanKind, plan: Plan, page: number, by: string) => Promise<Answer>
  /** Makes the plan's target live; a plan that no longer holds is made anew instead. */
  apply: (kind: PlanKind, plan: Plan, by: string) => Promise<Answer>
  cancel: (kind: PlanKind, plan: Plan, by: string) => void
  /** Newest first. */
  history: () => HistoryEntry[]
  /** The last entries of the audit trail, newest first. */
  trail: (most: number) => AuditEntry[]
  status: () => Status
}

export interface OperateOptions extends Folders {
  state: State
  log: Logger
  now: () => Date
  /** Milliseconds of a clock that is never set. */
  monotonicMs: () => number
  counts: Counts
  shards: () => Shard[]
}

export function createOperate(options: OperateOptions): Operate {
  const { state, log, now, monotonicMs, counts, shards, dataDirectory, databaseDirectory } = options
  const folders = { dataDirectory, databaseDirectory }
  const startedAtMs = monotonicMs()

  /** Runs the builder for one operator at a time; whoever has a plan before their eyes stays at work. */
  async function work(by: string, deed: PlanKind, options: string[]): Promise<SeedOutcome | BusyAnswer> {
    try {
      const busy = begin(by, deed)
      if (busy) return { outcome: 'busy', work: busy }
    } catch (error) {
      const failure = explainFailure(error, folders)
      if (!failure) throw error
      return failure
    }
    const outcome = await runBuilder(folders, ['--by', by, ...options])
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
    log.info(entry, 'an operator at work')
    try {
      state.note(entry)
    } catch (error) {
      log.error({ err: error }, 'the audit trail could not be written')
    }
  }

  /** A builder that died after it had moved the pointer has applied the plan all the same. */
  function applied({ base, target }: Plan, outcome: SeedOutcome | BusyAnswer): SeedOutcome | BusyAnswer {
    if (outcome.outcome !== 'failed' || target === base || state.live()?.number !== target) return outcome
    const record = state.revisions().find(({ number }) => number === target)
    const { articles = 0, entities = 0, facts = 0 } = record ?? {}
    return { outcome: 'applied', revision: target, before: base, counts: { articles, entities, facts } }
  }

  function begin(by: string, deed: PlanKind): AtWork | undefined {
    const since = now()
    const until = new Date(since.getTime() + atWorkMs)
    return state.atWork.begin({ who: by, deed, since: since.toISOString(), until: until.toISOString() })
  }

  /** `again` makes the plan anew when it no longer holds. */
  async function settle(
    outcome: SeedOutcome | BusyAnswer,
    again: () => Promise<SeedOutcome | BusyAnswer>,
  ): Promise<Answer> {
    if (outcome.outcome !== 'moved') return outcome
    const fresh = await again()
    if (fresh.outcome === 'planned') return { ...fresh, anew: outcome.why }
    if (fresh.outcome === 'moved') return { outcome: 'failed', why: fresh.why, cure: 'try again' }
    return fresh
  }

  async function reseed(by: string): Promise<SeedOutcome | BusyAnswer> {
    const outcome = await work(by, 'reseed', ['--stage'])
    note({ who: by, deed: 'reseed', detail: outcomeLine(outcome) })
    return outcome
  }

  async function rollback(target: number, by: string): Promise<SeedOutcome | BusyAnswer> {
    const outcome = await work(by, 'rollback', ['--undo', String(target), '--page', '0'])
    note({ who: by, deed: 'rollback', detail: outcomeLine(outcome) })
    return outcome
  }

  const again = (kind: PlanKind, { target }: Plan, by: string) => {
    return () => (kind === 'reseed' ? reseed(by) : rollback(target, by))
  }

  return {
    reseed: async (by) => settle(await reseed(by), () => reseed(by)),
    rollback: async (target, by) => settle(await rollback(target, by), () => rollback(target, by)),
    async show(kind, plan, page, by) {
      const outcome = await work(by, kind, [...optionsOf(kind, plan), '--page', String(page)])
      return settle(outcome, again(kind, plan, by))
    },
    async apply(kind, plan, by) {
      const outcome = applied(plan, await work(by, kind, optionsOf(kind, plan)))
      // What was applied has left its trace with the pointer itself, in one transaction.
      if (outcome.outcome !== 'applied')
        note({ who: by, deed: `apply ${kind}`, detail: outcomeLine(outcome) })
      else log.info({ who: by, ...outcome }, `${kind} applied`)
      return settle(outcome, again(kind, plan, by))
    },
    cancel(kind, plan, by) {
      if (kind === 'reseed') rmSync(stagedPath(folders.databaseDirectory, plan.target), { force: true })
      state.atWork.end(by)
      state.note({
        who: by,
        deed: `cancel ${kind}`,
        detail: `revision ${plan.base} → revision ${plan.target}`,
      })
    },
    history() {
      const live = state.live()
      const files = new Set(factsFiles(folders.databaseDirectory))
      return state.revisions().map((record) => ({
        ...record,
        live: record.number === live?.number,
        chosenByUndo: record.number === live?.number && live.chosenByUndo,
        kept: files.has(record.number),
      }))
    },
    trail: (most) => state.trail(most),
    status() {
      counts.flush()
      // Reckoned from now, since the clock may have been wrong at the start.
      const at = now()
      const upSince = new Date(at.getTime() - (monotonicMs() - startedAtMs))
      return readStatus({ state, now: at, upSince, shards: shards(), ...folders })
    },
  }
}

type BusyAnswer = Extract<Answer, { outcome: 'busy' }>

function optionsOf(kind: PlanKind, { base, target, hash }: Plan): string[] {
  const mode = kind === 'reseed' ? ['--apply', String(target), '--hash', hash] : ['--undo', String(target)]
  return [...mode, '--base', String(base)]
}

function outcomeLine(outcome: SeedOutcome | BusyAnswer): string {
  switch (outcome.outcome) {
    case 'planned':
      return `revision ${outcome.plan.base} → revision ${outcome.plan.target} shown`
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
