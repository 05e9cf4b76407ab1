// Runs the builder in a process of its own, so that nothing it does can hold up or harm a running bot.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SeedOutcome, SeedStep } from './outcomes.ts'

const script = join(import.meta.dirname, '../../scripts/seed.ts')

export interface Folders {
  dataDirectory: string
  databaseDirectory: string
}

/** Runs it with more options than the folders; one that dies has failed with what it printed last. */
export async function runBuilder(
  { dataDirectory, databaseDirectory }: Folders,
  options: readonly string[],
  onStep: (step: SeedStep) => void = () => undefined,
): Promise<SeedOutcome> {
  const where = ['--data-dir', dataDirectory, '--database-dir', databaseDirectory]
  const child = spawn(process.execPath, [script, '--json', ...where, ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let outcome: SeedOutcome | undefined
  createInterface(child.stdout).on('line', (line) => {
    const message = JSON.parse(line) as { step: SeedStep } | SeedOutcome
    if ('step' in message) onStep(message.step)
    else outcome = message
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const signal = await new Promise<string | null>((resolve, reject) => {
    child.on('close', (_code, killedBy) => resolve(killedBy)).on('error', reject)
  })
  if (outcome) return outcome
  const lastLine = complaint.split('\n').find((line) => line.includes('Error'))
  return {
    outcome: 'failed',
    why: lastLine ?? `the builder ended without a word${signal === null ? '' : ` (${signal})`}`,
    cure: 'try again, and run "npm run seed" in a shell to see it whole',
  }
}

/** What kept the builder from its work, and what to do about it; undefined for what nobody foresaw. */
export function explainFailure(
  error: unknown,
  { dataDirectory, databaseDirectory }: Folders,
): SeedOutcome | undefined {
  const { code = '', path = '' } = error as { code?: string; path?: string }
  const failed = (why: string, cure: string): SeedOutcome => ({
    outcome: 'failed',
    why: `${why} (${code})`,
    cure,
  })
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR_(WRITE|TRUNCATE|SHMSIZE))/.test(code))
    return failed(`there is no room in ${databaseDirectory}`, 'make room there')
  if (/^(SQLITE_BUSY|SQLITE_LOCKED)/.test(code))
    return failed('another process keeps the lock', 'wait until it has ended, then try again')
  if (path.startsWith(dataDirectory) && /^(ENOENT|EACCES|EPERM|ENOTDIR)$/.test(code))
    return failed(`${path} cannot be read`, 'put it back, or give Entente the right to read it')
  if (/^(EACCES|EROFS|EPERM|SQLITE_(CANTOPEN|READONLY|PERM|IOERR))/.test(code))
    return failed(`${databaseDirectory} cannot be written`, 'give Entente the right to write there')
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return failed(
      `a database in ${databaseDirectory} is damaged`,
      'start Entente again: a start sets it aside',
    )
  return undefined
}
