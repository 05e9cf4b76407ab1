// Runs a build in a process of its own, so that nothing it does can hold up or harm a running bot.
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { readWorkerError } from '../config/worker-error.ts'
import type { DataPaths } from '../data/model/data-file.ts'
import { quoteLine } from '../data/model/plain-text.ts'
import { isWorkerMessage, type BuildLimits, type BuildRequest, type WorkerRequest } from './build-messages.ts'
import type { BuildFailure, BuildResult, BuildStep } from './build-result.ts'

const workerPath = join(import.meta.dirname, 'build-worker.ts')

export interface BuildProcessOptions extends BuildLimits {
  /** Called with each step, and with the process id of the worker. */
  onStep?: (step: BuildStep, pid: number) => void
  /** How long it may run, in milliseconds; then it is killed, which harms nothing. As long as it takes by default. */
  timeLimitMs?: number | undefined
  /** Options of Node for the worker, which takes over none of this process: a debugger's port can be used only once. */
  execArgv?: string[]
}

/** Runs one request; never rejects: a worker that does not start, is killed or sends no result has failed. */
export async function runBuildProcess(
  { dataDirectory, databaseDirectory, databaseUrl }: DataPaths,
  request: BuildRequest,
  { onStep, execArgv = [], lockWaitMs, timeLimitMs }: BuildProcessOptions = {},
): Promise<BuildResult> {
  const message: WorkerRequest = {
    dataDirectory,
    databaseDirectory,
    databaseUrl,
    request,
    ...(lockWaitMs !== undefined && { lockWaitMs }),
  }
  try {
    const worker = fork(workerPath, [], {
      ...{ execArgv, timeout: timeLimitMs, killSignal: 'SIGKILL' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    return await runWorker(worker, message, onStep)
  } catch (error) {
    const { code = 'unknown error' } = error as { code?: string }
    return {
      outcome: 'failed',
      reason: `the build process could not be started (${code})`,
      fix: 'check that the machine has memory, processes and open files left, then try again',
    }
  }
}

/** Rejects if the process could not be started. */
async function runWorker(
  worker: ChildProcess,
  message: WorkerRequest,
  onStep: BuildProcessOptions['onStep'],
): Promise<BuildResult> {
  let result: BuildResult | undefined
  const errorLine = readWorkerError(worker.stderr)
  const signal = await new Promise<string | null>((resolve, reject) => {
    worker
      // Emitted after the last message was read.
      .on('close', (_code, killedBy) => resolve(killedBy))
      .on('error', reject)
      .on('spawn', () => {
        // A worker that is gone before it has read the request closes without a result.
        worker.send(message, () => undefined)
      })
      .on('message', (received: unknown) => {
        if (!isWorkerMessage(received)) return
        if (received.type === 'step') onStep?.(received.step, worker.pid ?? 0)
        else result = received.result
      })
  })
  if (result) return result
  return worker.killed ? tooSlow : failureWithoutResult(errorLine(), signal)
}

const tooSlow: BuildFailure = {
  outcome: 'failed',
  reason: 'it took too long and was stopped',
  fix: 'split what you import into smaller files, or check what else the machine is doing, then try again',
}

function failureWithoutResult(errorLine: string | undefined, signal: string | null): BuildFailure {
  return {
    outcome: 'failed',
    reason:
      errorLine === undefined
        ? `build process exited without a result${signal === null ? '' : ` (${signal})`}`
        : quoteLine(errorLine),
    fix: 'try again, and run "npm run seed" in a shell to see the whole error',
  }
}
