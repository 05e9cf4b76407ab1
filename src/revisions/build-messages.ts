// What the bot and the build worker send each other over IPC: one request, any number of steps, one result.
import type { DataPaths } from '../data/model/data-file.ts'
import type { BuildResult, BuildStep, Plan } from './build-result.ts'

/** A change of the imported files: one or several of an upload, whose bytes are in base64, or some removed by name. */
export type ImportedChange =
  { type: 'import'; name: string; base64: string } | { type: 'removal'; names: string[] }

/** `actor` is "start", "shell" or a Discord user id. */
export type BuildRequest =
  /** Builds the data files, those that come with Entente alone, or those stored in a revision; the result goes live. */
  | { type: 'reseed'; actor: string; fromRevision?: number; withoutImported?: boolean }
  /** Builds the data files next to the live revision, with a change of the imported ones if there is one. */
  | { type: 'plan'; change?: ImportedChange }
  /** Makes the revision of a plan live. */
  | { type: 'apply'; plan: Plan; actor: string; builtFrom?: string }
  /** Makes an earlier revision live again, if `fromRevision` still is. */
  | { type: 'rollback'; toRevision: number; fromRevision: number; actor: string }

/** How long to wait for the build lock, in milliseconds; two minutes by default. */
export interface BuildLimits {
  lockWaitMs?: number
}

export interface WorkerRequest extends DataPaths, BuildLimits {
  request: BuildRequest
}

export type WorkerMessage = { type: 'step'; step: BuildStep } | { type: 'result'; result: BuildResult }

const outcomes: Record<BuildResult['outcome'], true> = {
  published: true,
  unchanged: true,
  stale: true,
  missing: true,
  planned: true,
  invalid: true,
  failed: true,
}

/** Whether something received from a build worker is one of its messages; code on disk may be newer than this process. */
export function isWorkerMessage(message: unknown): message is WorkerMessage {
  if (typeof message !== 'object' || message === null) return false
  const { type, step, result } = message as Record<string, unknown>
  if (type === 'step') return typeof step === 'string'
  if (type !== 'result' || typeof result !== 'object' || result === null) return false
  return Object.hasOwn(outcomes, String((result as Record<string, unknown>)['outcome']))
}
