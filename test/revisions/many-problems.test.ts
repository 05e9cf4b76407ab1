// Files with thousands of problems, and operators whose build process does not start or dies.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { problemsCard } from '../../src/cards/admin/data-problems-card.ts'
import { cardText } from '../../src/cards/rendering/card-text.ts'
import type { DataFile } from '../../src/data/model/data-file.ts'
import { invalidData } from '../../src/revisions/build-result.ts'
import { NoFactsError, ensureLiveRevision } from '../../src/revisions/ensure-live-revision.ts'
import { createWorld } from 'discord-emulator'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { startTestBot, renderedText, verdictOf } from '../helpers/test-bot.ts'
import { sampleFiles, sampleWith, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeFiles(dataDirectory, sampleFiles)
const world = createWorld()
const { operator, moderator, administrator } = world.users
world.guilds.home.members[moderator.id] = world.guilds.home.members[administrator.id] ?? 0n
world.guilds.home.members[operator.id] = world.guilds.home.members[administrator.id] ?? 0n
const { emulator, log } = await startTestBot({
  dataDirectory,
  // A build may take long on a busy machine.
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

function recordLog() {
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  return { log, lines }
}

/** Replaces Node for child processes until the test ends. */
function runInsteadOfNode(program: string): void {
  const node = process.execPath
  process.execPath = program
  onTestFinished(() => {
    process.execPath = node
  })
}

test('a reseed counts 1,500 facts with problems and shows the first, and lookups go on', async () => {
  writeFiles(dataDirectory, [fileWithProblems(1500)])
  const response = await first.runCommand('/admin reseed')
  expect(verdictOf(response)).toMatch(/^The files have 3000 problems, so there is nothing to apply\./)
  expect(renderedText(response)).toContain('articles/many.yaml:7')
  expect(renderedText(response)).toContain('Page 1 of 25')
  expect(renderedText(await emulator.runCommand('/exercise name:Gull Drill'))).toContain('North Sea')
  expect(log.filter(({ level }) => Number(level) >= 50)).toEqual([])
  rmSync(join(dataDirectory, 'articles/many.yaml'))
})

test('a start with 1,500 facts with problems logs the first and counts the rest', async () => {
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(paths.dataDirectory, [...sampleFiles, fileWithProblems(1500)])
  const db = openAppDatabase(paths.databaseDirectory)
  onTestFinished(() => db.close())
  const { log, lines } = recordLog()
  await expect(ensureLiveRevision(paths, db, log)).rejects.toThrow(NoFactsError)
  const errors = lines.filter(({ level }) => level >= 50)
  expect(errors).toHaveLength(21)
  expect(errors.at(-1)?.msg).toBe('2980 more problems: "npm run validate:data" lists them all')
})

test('however many problems there are, a result lists two hundred and the last page counts the rest', () => {
  const problems = Array.from({ length: 50_000 }, (_, line) => ({
    file: 'a.yaml',
    line,
    message: '<@1> [x](https://evil.example)',
    fix: 'none',
  }))
  const result = invalidData(problems)
  expect(result).toMatchObject({ total: 50_000, problems: { length: 200 } })
  const { sections, smallPrint } = cardText(problemsCard('reseed', result, 99), (dates) => dates)
  expect(sections.join()).toContain('a.yaml:199')
  expect(smallPrint).toContain('49800 more')
  expect(sections.join()).toContain('\\<@1\\> \\[x\\](')
})

test('a build process that cannot be started is reported, and blocks no other operator', async () => {
  runInsteadOfNode('/nonexistent/node')
  expect(renderedText(await first.runCommand('/admin reseed'))).toMatch(
    /^Nothing was changed, since the build process could not be started \(ENOENT\): check that/,
  )
  expect(renderedText(await second.runCommand('/admin reseed'))).toMatch(
    /^Nothing was changed, since the build process could/,
  )
})

test('a build process that dies after it has published its revision has applied it', async () => {
  writeFiles(dataDirectory, sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the North Sea'))
  const diffCard = await first.runCommand('/admin reseed')
  const silent = join(temporaryFolder(), 'node')
  // A worker that dies instead of sending its result.
  const program = `const send = process.send.bind(process)
    process.send = (message, ...rest) => message.type === 'result' ? process.exit(1) : send(message, ...rest)`
  writeFileSync(
    silent,
    `#!/bin/sh\nexec "${process.execPath}" --import 'data:text/javascript,${encodeURIComponent(program).replaceAll("'", '%27')}' "$@"\n`,
  )
  chmodSync(silent, 0o755)
  runInsteadOfNode(silent)
  expect(renderedText(await first.clickButton(diffCard, 'Apply'))).toBe(
    'Revision 2 is live: 5 facts about 4 entities from 1 article.',
  )
})
