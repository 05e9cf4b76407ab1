// What a start does about the facts: nothing, a build in a process of its own, or the repair of a damaged file.
import type { Logger } from 'pino'
import { attributes } from '../data/attributes.ts'
import { factsFiles, factsPath, readSoundFile } from '../data/facts-file.ts'
import { DataFileError, hashFiles, readDataFiles } from '../data/files.ts'
import { formatProblem } from '../data/problems.ts'
import type { State } from '../state/state.ts'
import { runBuilder, type Folders } from './builder.ts'

const maxLoggedProblems = 20

/** There are no facts to answer from; the message says what is wrong with the files. */
export class NoFactsError extends Error {}

/** Leaves the live revision pointing at a sound facts file, built from the data files if these have changed. */
export async function prepareFacts(folders: Folders, state: State, log: Logger): Promise<void> {
  const { dataDirectory, databaseDirectory } = folders
  const live = state.live()
  const sound = live !== undefined && readSoundFile(factsPath(databaseDirectory, live.number)) !== undefined
  const hash = hashOrError(dataDirectory)
  if (sound && hash === live.hash) return
  const unreadable = hash instanceof DataFileError ? `${hash.message}: ${hash.fix}` : undefined
  if (unreadable !== undefined && live) {
    log.error(`${unreadable}; until then the last good facts answer`)
    if (sound) return
  }
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
  if (unreadable === undefined && (await built(folders, log))) return
  if (sound) {
    log.error({ revision: live.number }, 'the data files were not taken: the last good facts stay')
    return
  }
  const newest = live && soundCopy(databaseDirectory, live.number)
  if (newest !== undefined && (await built(folders, log, newest))) return
  throw new NoFactsError(
    'There are no facts to answer from, and ' +
      (unreadable ??
        'the data files could not be built: mend what the lines above name, try it with "npm run seed -- --check"') +
      ', then start again.',
  )
}

/** The hash of the data files, or why they cannot be read. */
function hashOrError(dataDirectory: string): string | DataFileError {
  try {
    return hashFiles(readDataFiles(dataDirectory), attributes)
  } catch (error) {
    if (error instanceof DataFileError) return error
    throw error
  }
}

/** The newest kept revision other than the live one whose file is whole, of that hash where one is given. */
function soundCopy(directory: string, live: number, hash?: string): number | undefined {
  return factsFiles(directory).find((number) => {
    const file = number === live ? undefined : readSoundFile(factsPath(directory, number))
    return file && (hash === undefined || file.hash === hash)
  })
}

async function built(folders: Folders, log: Logger, fromRevision?: number): Promise<boolean> {
  const from = fromRevision === undefined ? [] : ['--from-revision', String(fromRevision)]
  const outcome = await runBuilder(folders, ['--by', 'start', ...from], (step) =>
    log.debug({ step }, 'seed step'),
  )
  if (outcome.outcome === 'applied') log.info(outcome, 'facts are live')
  if (outcome.outcome === 'failed') log.error(`${outcome.why}: ${outcome.cure}`)
  if (outcome.outcome === 'refused') {
    for (const problem of outcome.problems.slice(0, maxLoggedProblems)) log.error(formatProblem(problem))
    const more = outcome.total - maxLoggedProblems
    if (more > 0) log.error(`${more} more problems: "npm run data" lists them all`)
  }
  return outcome.outcome === 'applied' || outcome.outcome === 'unchanged'
}
