// The build process: receives one request over IPC, reports each step, sends the result and ends.
import { describeBuildError } from './build-error.ts'
import type { BuildOptions } from './build-lock.ts'
import type { WorkerMessage, WorkerRequest } from './build-messages.ts'
import type { BuildResult } from './build-result.ts'
import { stageChange } from './imported-change.ts'
import { publishStaged } from './plan.ts'
import { seed } from './publish.ts'
import { applyRollback } from './rollback.ts'

/** The bot may be gone by now; a build that has begun is finished all the same. */
function send(message: WorkerMessage, onSent: () => void = () => undefined): void {
  process.send?.(message, undefined, {}, onSent)
}

async function build({ request, ...options }: WorkerRequest): Promise<BuildResult> {
  const buildOptions: BuildOptions = { ...options, onStep: (step) => send({ type: 'step', step }) }
  switch (request.type) {
    case 'reseed':
      return seed({ ...buildOptions, ...request })
    case 'plan':
      return stageChange(buildOptions, request.change)
    case 'apply':
      return publishStaged(buildOptions, request.plan, request.actor, request.builtFrom)
    case 'rollback':
      return applyRollback(buildOptions, request, request.actor)
  }
}

async function answer(message: WorkerRequest): Promise<void> {
  let result: BuildResult
  try {
    result = await build(message)
  } catch (error) {
    const failure = describeBuildError(error, message.databaseDirectory)
    // An unexpected error ends the process, and the bot reads it from stderr.
    if (!failure) throw error
    result = failure
  }
  send({ type: 'result', result }, () => {
    if (process.connected) process.disconnect?.()
  })
}

process.once('message', (message: WorkerRequest) => void answer(message))
