// The build process: receives one request over IPC, reports each step, sends the result and ends.
import { describeBuildError } from './build-error.ts'
import type { BuildOptions } from './build-lock.ts'
import type { WorkerMessage, WorkerRequest } from './build-messages.ts'
import type { BuildResult } from './build-result.ts'
import { publishStaged, stageRevision } from './plan.ts'
import { seed } from './publish.ts'
import { applyRollback } from './rollback.ts'

/** The bot may be gone by now; a build that has begun is finished all the same. */
function send(message: WorkerMessage, onSent: () => void = () => undefined): void {
  process.send?.(message, undefined, {}, onSent)
}

function build({ request, ...options }: WorkerRequest): BuildResult {
  const buildOptions: BuildOptions = { ...options, onStep: (step) => send({ type: 'step', step }) }
  switch (request.type) {
    case 'reseed':
      return seed({ ...buildOptions, ...request })
    case 'plan':
      return stageRevision(buildOptions)
    case 'apply':
      return publishStaged(buildOptions, request.plan, request.actor)
    case 'rollback':
      return applyRollback(buildOptions, request, request.actor)
  }
}

process.once('message', (message: WorkerRequest) => {
  let result: BuildResult
  try {
    result = build(message)
  } catch (error) {
    const failure = describeBuildError(error, message.databaseDirectory)
    // An unexpected error ends the process, and the bot reads it from stderr.
    if (!failure) throw error
    result = failure
  }
  send({ type: 'result', result }, () => {
    if (process.connected) process.disconnect?.()
  })
})
