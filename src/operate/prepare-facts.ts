// What a start does about the facts: nothing, a build in a process of its own, or the repair of a damaged file.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Logger } from 'pino'
import { attributes } from '../data/attributes.ts'
import { factsFiles, factsPath, readSoundFile } from '../data/facts-file.ts'
import { hashFiles, readDataFiles } from '../data/files.ts'
import { formatProblem } from '../data/problems.ts'
import type { State } from '../state/state.ts'
import type { SeedOutcome, SeedStep } from './seed.ts'

const builder = join(import.meta.dirname, '../../scripts/seed.ts')

/** There are no facts to answer from; the message says what is wrong with the files. */
export class NoFactsError extends Error {}

interface Folders {
  dataDirectory: string
  databaseDirectory: string
}

/** Leaves the live revision pointing at a sound facts file, built from the data files if these have changed. */
export async function prepareFacts(folders: Folders, state: State, log: Logger): Promise<void> {
  const { dataDirectory, databaseDirectory } = folders
  const live = state.live()
  const sound = live !== undefined && readSoundFile(factsPath(databaseDirectory, live.number)) !== undefined
  const changed = live?.hash !== hashFiles(readDataFiles(dataDirectory), attributes)
  if (sound && !changed) return
  if (sound && live.chosenByUndo) {
    log.warn({ revision: live.number }, 'the live facts were chosen by an undo: a reseed would replace them')
    return
  }
  if (live && !sound) {
    log.warn(
      { revision: live.number },
      'the facts file is missing, damaged or of another version: building it anew',
    )
    const copy = soundCopy(databaseDirectory, live.number, live.hash)
    if (copy !== undefined && (await built(folders, log, copy))) return
  }
  if (await built(folders, log)) return
  if (sound) {
    log.error({ revision: live.number }, 'the data files were not taken: the last good facts stay')
    return
  }
  const newest = live && soundCopy(databaseDirectory, live.number)
  if (newest !== undefined && (await built(folders, log, newest))) return
  throw new NoFactsError(
    'There are no facts to answer from, and the data files could not be built: ' +
      'mend what the lines above name, try it with "npm run seed -- --check", then start again.',
  )
}

/** The newest kept revision other than the live one whose file is whole, of that hash where one is given. */
function soundCopy(directory: string, live: number, hash?: string): number | undefined {
  return factsFiles(directory).find((number) => {
    const file = number === live ? undefined : readSoundFile(factsPath(directory, number))
    return file && (hash === undefined || file.hash === hash)
  })
}

async function built(folders: Folders, log: Logger, fromRevision?: number): Promise<boolean> {
  const outcome = await runBuilder(folders, (step) => log.debug({ step }, 'seed step'), fromRevision)
  if (outcome.outcome === 'applied') log.info(outcome, 'facts are live')
  if (outcome.outcome !== 'refused') return true
  for (const problem of outcome.problems.slice(0, 20)) log.error(formatProblem(problem))
  return false
}

/** Runs the builder in a process of its own; a builder that dies is refused with what it printed last. */
async function runBuilder(
  { dataDirectory, databaseDirectory }: Folders,
  onStep: (step: SeedStep) => void,
  fromRevision?: number,
): Promise<SeedOutcome> {
  const child = spawn(
    process.execPath,
    [
      builder,
      '--json',
      ...['--by', 'start', '--data-dir', dataDirectory, '--database-dir', databaseDirectory],
      ...(fromRevision === undefined ? [] : ['--from-revision', String(fromRevision)]),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let outcome: SeedOutcome | undefined
  createInterface(child.stdout).on('line', (line) => {
    const message = JSON.parse(line) as { step: SeedStep } | SeedOutcome
    if ('step' in message) onStep(message.step)
    else outcome = message
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  const lastLine =
    complaint
      .trim()
      .split('\n')
      .find((line) => /Error/.test(line)) ?? 'it ended without a word'
  return (
    outcome ?? {
      outcome: 'refused',
      problems: [{ file: 'seed', line: 0, message: lastLine, cure: 'run "npm run seed" to see it whole' }],
    }
  )
}
