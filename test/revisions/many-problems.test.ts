// Files with thousands of problems, and builders that end before their outcome has come through.
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { problemsCard } from '../../src/cards/admin/data-problems-card.ts'
import type { DataFile } from '../../src/data/model/data-file.ts'
import { readOutcome, runBuildProcess } from '../../src/revisions/build-process.ts'
import { refuse } from '../../src/revisions/build-result.ts'
import { NoFactsError, ensureLiveRevision } from '../../src/revisions/ensure-live-revision.ts'
import { createWorld } from 'discord-emulator'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { sampleFiles, sampleWith, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeFiles(dataDirectory, sampleFiles)
const world = createWorld()
const { operator, moderator, administrator } = world.users
world.guilds.home.members[moderator.id] = world.guilds.home.members[administrator.id] ?? 0n
world.guilds.home.members[operator.id] = world.guilds.home.members[administrator.id] ?? 0n
const { emulator, databaseDirectory, log } = await startTestBot({
  dataDirectory,
  // A builder may take long on a machine that does much else.
  emulator: { world, initialResponseTimeoutMs: 60_000 },
  operatorIds: [moderator.id],
})
const [first, second] = [emulator.as('operator'), emulator.as('moderator')]

/** A file in which each of so many facts has a problem of its own. */
function fileWithProblems(count: number): DataFile {
  const facts = Array.from(
    { length: count },
    (_, index) =>
      `  - { id: fact-${index}, entity: nobody, attribute: region, value: sea, statement: A sea., section: News }`,
  )
  const head = `title: { text: Many, basis: stated }
publisher: { name: The Gazette, basis: stated }
published: { on: '2021-03-04', basis: stated }
sections:
  - { name: News }
facts:
`
  return { path: 'articles/many.yaml', text: head + facts.join('\n') }
}

function keepingLog() {
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  return { log, lines }
}

/** Runs a program in the place of Node until the test ends. */
function runInsteadOfNode(program: string): void {
  const node = process.execPath
  process.execPath = program
  onTestFinished(() => {
    process.execPath = node
  })
}

test('a reseed counts 1,500 facts with problems and shows the first, and look-ups go on', async () => {
  writeFiles(dataDirectory, [fileWithProblems(1500)])
  const seen = await first.runCommand('/admin reseed')
  expect(messageIn(seen).content).toMatch(/^The files have 3000 problems, so there is nothing to apply\./)
  expect(renderedText(seen)).toContain('articles/many.yaml:7')
  expect(renderedText(seen)).toContain('page 1 of 25')
  expect(renderedText(await emulator.runCommand('/exercise name:Gull Drill'))).toContain('North Sea')
  expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([])
  rmSync(join(dataDirectory, 'articles/many.yaml'))
})

test('a start with 1,500 facts with problems logs the first and counts the rest', async () => {
  const where = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(where.dataDirectory, [...sampleFiles, fileWithProblems(1500)])
  const state = openAppDatabase(where.databaseDirectory)
  onTestFinished(() => state.close())
  const { log, lines } = keepingLog()
  await expect(ensureLiveRevision(where, state, log)).rejects.toThrow(NoFactsError)
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)?.msg).toBe('2980 more problems: "npm run validate:data" lists them all')
})

test('however many problems there are, an outcome lists two hundred and the last page counts the rest', () => {
  const problems = Array.from({ length: 50_000 }, (_, line) => ({
    file: 'a.yaml',
    line,
    message: '<@1> [x](https://evil.example)',
    cure: 'none',
  }))
  const outcome = refuse(problems)
  expect(outcome).toMatchObject({ total: 50_000, problems: { length: 200 } })
  const { description } = problemsCard(outcome, 99).embeds[0] ?? {}
  expect(description).toContain('a.yaml:199')
  expect(description).toContain('49800 more')
  expect(description).toContain('\\<@1\\> \\[x\\](')
})

test.each([
  ['half of its outcome', `process.stdout.write('{"step":"read"}\\n{"outcome":"unch')`],
  ['no JSON', `console.log('(node:1) a warning\\n[]\\nnull\\n7')`],
  ['nothing', ''],
])('a builder that says %s has failed', async (_what, program) => {
  const child = spawn(process.execPath, ['-e', program])
  expect(await readOutcome(child)).toMatchObject({
    outcome: 'failed',
    why: 'build process exited without a result',
  })
})

test('what a builder prints beside its outcome does no harm', async () => {
  const program = `console.log('a warning'); console.log('{"outcome":"unchanged","revision":3}'); console.log('7')`
  expect(await readOutcome(spawn(process.execPath, ['-e', program]))).toEqual({
    outcome: 'unchanged',
    revision: 3,
  })
})

test('an error of a builder is bounded and on one line', async () => {
  const program = `console.error('Error: ' + '\\u001b[31m'.repeat(100_000)); process.exit(1)`
  const outcome = await readOutcome(spawn(process.execPath, ['-e', program]))
  if (outcome.outcome !== 'failed') throw new Error(outcome.outcome)
  expect(outcome.why.length).toBeLessThan(2000)
  expect(outcome.why).toMatch(/^Error: U\+001B/)
})

test('a builder that cannot be started has failed', async () => {
  runInsteadOfNode('/nonexistent/node')
  expect(await runBuildProcess({ dataDirectory, databaseDirectory }, [])).toMatchObject({
    outcome: 'failed',
    why: 'the builder could not be started (ENOENT)',
  })
})

test('a builder for which no descriptor or no room for arguments is left has failed', () => {
  const path = JSON.stringify(join(import.meta.dirname, '../../src/revisions/build-process.ts'))
  const program = `
    import { openSync } from 'node:fs'
    import { runBuildProcess } from ${path}
    const folders = { dataDirectory: '.', databaseDirectory: '.' }
    const { why: tooLong } = await runBuildProcess(folders, ['x'.repeat(10_000_000)])
    try {
      for (;;) openSync('/dev/null')
    } catch {}
    const { why: noDescriptor } = await runBuildProcess(folders, [])
    process.stdout.write(tooLong + '\\n' + noDescriptor)`
  const file = join(temporaryFolder(), 'program.mjs')
  writeFileSync(file, program)
  const { stdout } = spawnSync('sh', ['-c', `ulimit -n 200; exec "${process.execPath}" "${file}"`], {
    encoding: 'utf8',
  })
  expect(stdout.split('\n')).toEqual([
    'the builder could not be started (E2BIG)',
    'the builder could not be started (EMFILE)',
  ])
})

test('an operator whose builder cannot be started is told, and keeps no other from working', async () => {
  runInsteadOfNode('/nonexistent/node')
  expect(renderedText(await first.runCommand('/admin reseed'))).toMatch(
    /^Nothing was changed, since the builder could not be started \(ENOENT\): see whether/,
  )
  expect(renderedText(await second.runCommand('/admin reseed'))).toMatch(
    /^Nothing was changed, since the builder could/,
  )
})

test('a builder that dies after it has made its revision live has applied it', async () => {
  writeFiles(dataDirectory, sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the North Sea'))
  const shown = await first.runCommand('/admin reseed')
  const silent = join(temporaryFolder(), 'node')
  writeFileSync(silent, `#!/bin/sh\n"${process.execPath}" "$@" | sed '/"outcome"/d'\n`)
  chmodSync(silent, 0o755)
  runInsteadOfNode(silent)
  expect(renderedText(await first.clickButton(shown, 'Apply'))).toBe(
    'Revision 2 is live: 5 facts about 4 entities from 1 article.',
  )
})
