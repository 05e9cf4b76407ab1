// npm run seed: builds a revision from the data files and makes it live; checks them, shows changes or rolls back on request.
import { relative } from 'node:path'
import { formatChange, formatContentCounts, formatSummary } from '../src/cards/admin/revision-diff-text.ts'
import { loadDotEnv, readConfig } from '../src/config/config.ts'
import { dataDirectory as ownDataDirectory } from '../src/config/data-directory.ts'
import type { DataPaths } from '../src/data/model/data-file.ts'
import { formatProblem, type Problem } from '../src/data/model/problem.ts'
import { restrictPermissions } from '../src/db/private-directory.ts'
import { describeBuildError } from '../src/revisions/build-error.ts'
import type { BuildResult } from '../src/revisions/build-result.ts'
import { dryRun } from '../src/revisions/plan.ts'
import { checkFiles, countContent, seed } from '../src/revisions/publish.ts'
import { applyRollback } from '../src/revisions/rollback.ts'
import { readFlags } from './read-flags.ts'

const { values } = readFlags({
  options: {
    check: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    /** The number of the revision to go back to. */
    rollback: { type: 'string' },
    'data-dir': { type: 'string', default: ownDataDirectory },
    'database-dir': { type: 'string' },
  },
})

const dataDirectory = values['data-dir']

function databaseDirectory(): string {
  return values['database-dir'] ?? readConfig().databaseDirectory
}

/** A folder that is given has its own app.db. */
function paths(): DataPaths {
  const databaseUrl = values['database-dir'] === undefined ? readConfig().databaseUrl : undefined
  return { dataDirectory, databaseDirectory: databaseDirectory(), databaseUrl }
}

function printProblems(problems: readonly Problem[], total = problems.length): void {
  const folder = relative(process.cwd(), dataDirectory)
  for (const problem of problems) console.error(formatProblem(problem, folder))
  const more = total > problems.length ? ', all of which "npm run validate:data" lists' : ''
  console.error(`${total} ${total === 1 ? 'problem' : 'problems'}${more}: nothing was changed.`)
}

/** Prints a result and sets the exit code; exiting immediately would truncate buffered output. */
function report(result: BuildResult): void {
  switch (result.outcome) {
    case 'published':
      console.log(`Revision ${result.revision} is live: ${formatContentCounts(result.counts)}.`)
      return
    case 'unchanged':
      console.log(`Revision ${result.revision} has these facts already.`)
      return
    case 'planned':
      console.log(`Revision ${result.plan.toRevision} could replace revision ${result.plan.fromRevision}.`)
      return
    case 'invalid':
      printProblems(result.problems, result.total)
      break
    case 'failed':
      console.error(`Nothing was changed: ${result.reason}: ${result.fix}.`)
      break
    case 'stale':
    case 'missing':
      console.error(`Nothing was changed: ${result.reason}`)
  }
  process.exitCode = 1
}

function check(): void {
  const { dataset, problems } = checkFiles(dataDirectory)
  if (problems.length === 0) {
    console.log(`All rules pass: ${formatContentCounts(countContent(dataset))}.`)
    return
  }
  printProblems(problems)
  process.exitCode = 1
}

async function showDryRun(): Promise<void> {
  const diff = await dryRun(paths())
  if (!('changes' in diff)) {
    printProblems(diff)
    process.exitCode = 1
    return
  }
  for (const change of diff.changes) {
    const { title, lines } = formatChange(change)
    console.log([title, ...lines.map((line) => `  ${line}`), ''].join('\n'))
  }
  console.log(`${formatSummary(diff)} Nothing was changed.`)
}

function build(): Promise<BuildResult> | BuildResult {
  const options = {
    ...paths(),
    onStep: (step: string) => console.log(step),
  }
  if (values.rollback === undefined) return seed({ ...options, actor: 'shell' })
  if (/^[1-9]\d{0,8}$/.test(values.rollback))
    return applyRollback(options, { toRevision: Number(values.rollback) }, 'shell')
  return { outcome: 'missing', reason: '--rollback must be the number of a revision.' }
}

async function run(): Promise<void> {
  if (values.check) {
    check()
    return
  }
  loadDotEnv()
  // As in src/index.ts: no other user of the machine may read what is written.
  process.umask(0o077)
  restrictPermissions(databaseDirectory(), ({ message }) => {
    console.warn(
      `Other users may be able to read files in ${databaseDirectory()}, which belongs to another user: ${message}`,
    )
  })
  if (values['dry-run']) await showDryRun()
  else report(await build())
}

try {
  await run()
} catch (error) {
  const failure = describeBuildError(error, values.check ? '' : databaseDirectory())
  if (!failure) throw error
  report(failure)
}
