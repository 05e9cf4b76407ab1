// npm run seed: builds a revision from the data files and makes it live; -- --check only checks them.
import { relative } from 'node:path'
import { parseArgs } from 'node:util'
import { loadDotEnv, readConfig } from '../src/config.ts'
import { dataDirectory } from '../src/data/files.ts'
import { formatProblem, type Problem } from '../src/data/problems.ts'
import { checkFiles, countsOf, seed, type SeedOutcome } from '../src/operate/seed.ts'

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    by: { type: 'string', default: 'shell' },
    'data-dir': { type: 'string', default: dataDirectory },
    'database-dir': { type: 'string' },
    'from-revision': { type: 'string' },
    // For the tests that kill a builder: it prints the step and waits there.
    'pause-at': { type: 'string' },
  },
})

function printProblems(problems: Problem[]): void {
  const folder = relative(process.cwd(), values['data-dir'])
  for (const problem of problems) console.error(formatProblem(problem, folder))
  console.error(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}: nothing was changed.`)
}

function describe(outcome: SeedOutcome): string {
  if (outcome.outcome === 'unchanged') return `Revision ${outcome.revision} has these facts already.`
  if (outcome.outcome === 'refused') return 'The files were not taken.'
  const { articles, entities, facts } = outcome.counts
  return `Revision ${outcome.revision} is live: ${facts} facts about ${entities} entities from ${articles} articles.`
}

if (values.check) {
  const { draft, problems } = checkFiles(values['data-dir'])
  if (problems.length > 0) {
    printProblems(problems)
    process.exit(1)
  }
  const { articles, entities, facts } = countsOf(draft)
  console.log(`${facts} facts about ${entities} entities from ${articles} articles hold every rule.`)
} else {
  loadDotEnv()
  const outcome = seed({
    dataDirectory: values['data-dir'],
    databaseDirectory: values['database-dir'] ?? readConfig().databaseDirectory,
    by: values.by,
    ...(values['from-revision'] !== undefined && { fromRevision: Number(values['from-revision']) }),
    onStep(step) {
      console.log(values.json ? JSON.stringify({ step }) : step)
      if (step === values['pause-at']) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    },
  })
  console.log(values.json ? JSON.stringify(outcome) : describe(outcome))
  if (outcome.outcome === 'refused') {
    if (!values.json) printProblems(outcome.problems)
    process.exit(1)
  }
}
