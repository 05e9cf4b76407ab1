// Runs the builder in a process of its own, so that nothing it does can hold up or harm a running bot.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DataFileError } from '../data/build/data-files.ts'
import type { DataPaths } from '../data/model/data-file.ts'
import { quoteLine } from '../data/model/plain-text.ts'
import type { BuildResult, BuildStep } from './build-result.ts'

const script = join(import.meta.dirname, '../../scripts/seed.ts')

/** Runs it with more options than the folders; never rejects. */
export async function runBuildProcess(
  { dataDirectory, databaseDirectory }: DataPaths,
  options: readonly string[],
  onStep: (step: BuildStep) => void = () => undefined,
): Promise<BuildResult> {
  const where = ['--data-dir', dataDirectory, '--database-dir', databaseDirectory]
  try {
    const child = spawn(process.execPath, [script, '--json', ...where, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return await readOutcome(child, onStep)
  } catch (error) {
    const { code = 'unknown error' } = error as { code?: string }
    const cure = 'see whether the machine has memory, processes and open files left, then try again'
    return { outcome: 'failed', why: `the builder could not be started (${code})`, cure }
  }
}

/** How much of what a builder prints as errors is held: a stack of Node's is far shorter. */
const maxErrorText = 64 * 1024

/** What a builder says before it ends; one that ended without an outcome has failed. Rejects if it could not start. */
export async function readOutcome(
  child: ChildProcess,
  onStep: (step: BuildStep) => void = () => undefined,
): Promise<BuildResult> {
  let outcome: BuildResult | undefined
  let errorText = ''
  const signal = await new Promise<string | null>((resolve, reject) => {
    child.on('close', (_code, killedBy) => resolve(killedBy)).on('error', reject)
    // Where no descriptor was left for the pipes there are none, and "error" follows.
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => {
        const message = readMessage(line)
        if (message && 'step' in message) onStep(message.step)
        else outcome = message ?? outcome
      })
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errorText = (errorText + text).slice(0, maxErrorText)
    })
  })
  if (outcome) return outcome
  const errorLine = errorText.split('\n').find((line) => line.includes('Error'))
  return {
    outcome: 'failed',
    why:
      errorLine === undefined
        ? `build process exited without a result${signal === null ? '' : ` (${signal})`}`
        : quoteLine(errorLine),
    cure: 'try again, and run "npm run seed" in a shell to see it whole',
  }
}

/** Undefined for what is no message, as the half of a line from a builder that was killed while it wrote. */
function readMessage(line: string): { step: BuildStep } | BuildResult | undefined {
  try {
    const message: unknown = JSON.parse(line)
    const isMessage = typeof message === 'object' && message !== null
    if (isMessage && ('step' in message || 'outcome' in message))
      return message as { step: BuildStep } | BuildResult
  } catch {
    // Not JSON.
  }
  return undefined
}

/** What kept the builder from its work, and what to do about it; undefined for what nobody foresaw. */
export function describeBuildError(
  error: unknown,
  { databaseDirectory }: DataPaths,
): BuildResult | undefined {
  if (error instanceof DataFileError) return { outcome: 'failed', why: error.message, cure: error.fix }
  const { code = '' } = error as { code?: string }
  const failed = (why: string, cure: string): BuildResult => ({
    outcome: 'failed',
    why: `${why} (${code})`,
    cure,
  })
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR_(WRITE|TRUNCATE|SHMSIZE))/.test(code))
    return failed(`there is no room in ${databaseDirectory}`, 'make room there')
  if (/^(SQLITE_BUSY|SQLITE_LOCKED)/.test(code))
    return failed('another process keeps the lock', 'wait until it has ended, then try again')
  if (/^(EACCES|EROFS|EPERM|SQLITE_(CANTOPEN|READONLY|PERM|IOERR))/.test(code))
    return failed(`${databaseDirectory} is not writable`, 'check its permissions')
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return failed(
      `a database in ${databaseDirectory} is damaged`,
      'start Entente again: a start sets it aside',
    )
  return undefined
}
