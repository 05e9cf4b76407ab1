// npm run seed: builds a revision and makes it live; -- --check, --dry-run, --undo and what the running bot asks for.
import { relative } from 'node:path'
import { loadDotEnv, readConfig } from '../src/config/config.ts'
import { dataDirectory } from '../src/config/data-directory.ts'
import { formatProblem, type Problem } from '../src/data/model/problem.ts'
import { describeBuildError } from '../src/revisions/build-process.ts'
import type { BuildResult } from '../src/revisions/build-result.ts'
import { checkFiles, countContent, seed } from '../src/revisions/publish.ts'
import { publishStaged, dryRun, planPage, stageRevision } from '../src/revisions/plan.ts'
import { applyRollback, rollbackPlanPage } from '../src/revisions/rollback.ts'
import { restrictPermissions } from '../src/db/private-directory.ts'
import { readFlags } from './read-flags.ts'

const { values } = readFlags({
  options: {
    check: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    // Makes a kept revision live again.
    undo: { type: 'string' },
    json: { type: 'boolean', default: false },
    by: { type: 'string', default: 'shell' },
    'data-dir': { type: 'string', default: dataDirectory },
    'database-dir': { type: 'string' },
    'from-revision': { type: 'string' },
    // For the running bot: build beside the live revision, show a page of a difference, apply what was shown.
    stage: { type: 'boolean', default: false },
    apply: { type: 'string' },
    base: { type: 'string' },
    hash: { type: 'string', default: '' },
    page: { type: 'string' },
    // For the tests that kill a builder: it prints the step and waits there.
    'pause-at': { type: 'string' },
  },
})

function databaseDirectory(): string {
  return values['database-dir'] ?? readConfig().databaseDirectory
}

function printProblems(problems: Problem[], total = problems.length): void {
  const folder = relative(process.cwd(), values['data-dir'])
  for (const problem of problems) console.error(formatProblem(problem, folder))
  const more = total > problems.length ? ', all of which "npm run validate:data" lists' : ''
  console.error(`${total} ${total === 1 ? 'problem' : 'problems'}${more}: nothing was changed.`)
}

/** Loaded only for people: what writes cards takes longer to load than a small build takes. */
const words = () => import('../src/cards/admin/revision-diff-text.ts')

async function describe(outcome: BuildResult): Promise<string> {
  const { formatContentCounts } = await words()
  switch (outcome.outcome) {
    case 'applied':
      return `Revision ${outcome.revision} is live: ${formatContentCounts(outcome.counts)}.`
    case 'unchanged':
      return `Revision ${outcome.revision} has these facts already.`
    case 'refused':
      return 'The files were not taken.'
    case 'planned':
      return `Revision ${outcome.plan.toRevision} could become live in the place of ${outcome.plan.fromRevision}.`
    case 'failed':
      return `Nothing was changed: ${outcome.why}: ${outcome.cure}.`
    case 'moved':
    case 'lost':
      return `Nothing was changed: ${outcome.why}`
  }
}

/** Runs the mode that the options ask for. */
function build(): BuildResult {
  const folders = {
    dataDirectory: values['data-dir'],
    databaseDirectory: databaseDirectory(),
  }
  const options = {
    ...folders,
    onStep(step: string) {
      console.log(values.json ? JSON.stringify({ step }) : step)
      if (step === values['pause-at']) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    },
  }
  const { by, hash } = values
  const base = values.base === undefined ? undefined : Number(values.base)
  const page = values.page === undefined ? undefined : Number(values.page)
  if (values.undo !== undefined) {
    const undo = { toRevision: Number(values.undo), ...(base !== undefined && { fromRevision: base }) }
    return page === undefined ? applyRollback(options, undo, by) : rollbackPlanPage(options, undo, page)
  }
  if (values.apply !== undefined) {
    const plan = { fromRevision: base ?? 0, toRevision: Number(values.apply), hash }
    return page === undefined ? publishStaged(options, plan, by) : planPage(options, plan, page)
  }
  if (values.stage) return stageRevision(options)
  const from = values['from-revision']
  return seed({ ...options, by, ...(from !== undefined && { fromRevision: Number(from) }) })
}

async function check(): Promise<void> {
  const { formatContentCounts } = await words()
  const { draft, problems } = checkFiles(values['data-dir'])
  if (problems.length > 0) {
    printProblems(problems)
    process.exitCode = 1
    return
  }
  console.log(`${formatContentCounts(countContent(draft))} All rules pass.`)
}

async function showDryRun(): Promise<void> {
  const { formatChange, formatSummary } = await words()
  const folders = { dataDirectory: values['data-dir'], databaseDirectory: databaseDirectory() }
  const difference = dryRun(folders)
  if (!('changes' in difference)) {
    printProblems(difference)
    process.exitCode = 1
    return
  }
  for (const change of difference.changes) {
    const { title, lines } = formatChange(change)
    console.log([title, ...lines.map((line) => `  ${line}`), ''].join('\n'))
  }
  console.log(`${formatSummary(difference)} Nothing was changed.`)
}

async function print(outcome: BuildResult): Promise<void> {
  if (outcome.outcome === 'refused' && !values.json) printProblems(outcome.problems, outcome.total)
  else console.log(values.json ? JSON.stringify(outcome) : await describe(outcome))
  // Leaving at once would cut off what the pipe has not taken yet.
  if (!['applied', 'unchanged', 'planned'].includes(outcome.outcome)) process.exitCode = 1
}

async function run(): Promise<void> {
  if (values.check) return check()
  loadDotEnv()
  // As in src/index.ts: no other user of the machine may read what is written.
  process.umask(0o077)
  restrictPermissions(databaseDirectory(), ({ message }) => {
    console.warn(`Others may read files in ${databaseDirectory()}, which belongs to another user: ${message}`)
  })
  return values['dry-run'] ? showDryRun() : print(build())
}

try {
  await run()
} catch (error) {
  const failure = describeBuildError(error, {
    dataDirectory: values['data-dir'],
    databaseDirectory: databaseDirectory(),
  })
  if (!failure) throw error
  await print(failure)
}
