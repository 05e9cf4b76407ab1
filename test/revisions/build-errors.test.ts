// Everything that can stop a build: each time the bot says what to do, and goes on answering.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { revisionPath, stagedRevisionPath } from '../../src/data/query/revision-file.ts'
import { createWorld } from 'discord-emulator'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import { seed } from '../../src/revisions/publish.ts'
import { startTestBot, renderedText, verdictOf } from '../helpers/test-bot.ts'
import { holdWriteLock, temporaryFolder } from '../fixtures/sample-data.ts'
import { expectConsistent, preload, tempFiles, writeMarked } from '../helpers/build-process.ts'
import { generatedFiles } from '../fixtures/generated-data.ts'
import { writeFiles } from '../fixtures/sample-data.ts'

const root = join(import.meta.dirname, '../..')
const script = join(root, 'scripts/seed.ts')
const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeMarked({ dataDirectory }, 'First')

const { emulator, databaseDirectory } = await startTestBot({
  dataDirectory,
  // Damage is to stay until a reseed.
  factsCheckMs: 3_600_000,
  emulator: { world: createWorld(), initialResponseTimeoutMs: 60_000 },
})
const folders = { dataDirectory, databaseDirectory }
const operator = emulator.as('operator')

/** The processes that this one has started. */
function childrenOf(parent: number): string[] {
  return readdirSync('/proc').filter((pid) => {
    const [, , ppid] = readOrEmpty(`/proc/${pid}/stat`)
      .replace(/^.*\) /, '0 ')
      .split(' ')
    return Number(ppid) === parent
  })
}

const commandOf = (pid: string) => readOrEmpty(`/proc/${pid}/cmdline`)

/** A process may end, and its files with it, at any moment. */
function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function expectAnswer(mark: string): Promise<void> {
  expect(renderedText(await emulator.runCommand('/exercise name:Gull Drill'))).toContain(`North Sea ${mark}`)
  expect((await expectConsistent(folders)).mark).toBe(mark)
}

test('a build that is killed is reported, and can be run again', async () => {
  writeMarked(folders, 'Second')
  const answer = operator.runCommand('/admin reseed')
  let pid: string | undefined
  while (pid === undefined) {
    pid = childrenOf(process.pid).find((child) => commandOf(child).includes('build-worker.ts'))
    await sleep(2)
  }
  process.kill(Number(pid), 'SIGKILL')
  expect(renderedText(await answer)).toBe(
    'Nothing was changed, since build process exited without a result (SIGKILL): try again, and run "npm run seed" in a shell to see the whole error.',
  )
  await expectAnswer('First')
  expect(renderedText(await operator.runCommand('/admin reseed'))).toContain(
    'North Sea First → North Sea Second',
  )
})

test('a staged file that is corrupted before Apply is built again', async () => {
  const diffCard = await operator.runCommand('/admin reseed')
  truncateSync(stagedRevisionPath(databaseDirectory, 2), 5000)
  const newDiffCard = await operator.clickButton(diffCard, 'Apply')
  expect(verdictOf(newDiffCard)).toMatch(
    /^Nothing was applied, since what was built for it is no longer there\./,
  )
  await expectAnswer('First')
  expect(renderedText(await operator.clickButton(newDiffCard, 'Apply'))).toMatch(/^Revision 2 is live/)
  await expectAnswer('Second')
})

test('a rollback to a revision with a corrupt file is refused', async () => {
  const diffCard = await operator.runCommand('/admin rollback revision:1')
  truncateSync(revisionPath(databaseDirectory, 1), 5000)
  expect(renderedText(await operator.clickButton(diffCard, 'Apply'))).toMatch(
    /^Nothing was changed\. Revision 1 has no file, or its file/,
  )
  rmSync(revisionPath(databaseDirectory, 1))
  expect(await operator.autocomplete('/admin rollback revision:')).toEqual([])
  await expectAnswer('Second')
})

test('a database that another process has locked is reported, and lookups go on', async () => {
  writeMarked(folders, 'Third')
  const release = holdWriteLock(databaseDirectory)
  onTestFinished(release)
  expect(renderedText(await operator.runCommand('/admin reseed'))).toBe(
    'Nothing was changed, since another process holds a lock on app.db (SQLITE\\_BUSY): wait until it has ended, then try again.',
  )
  expect(renderedText(await emulator.runCommand('/exercise name:Gull Drill'))).toContain('North Sea Second')
  release()
  writeMarked(folders, 'Second')
  await expectAnswer('Second')
})

test('a missing data file is reported', async () => {
  const file = join(dataDirectory, 'passage-hashes.json')
  const text = readFileSync(file, 'utf8')
  rmSync(file)
  expect(renderedText(await operator.runCommand('/admin reseed'))).toBe(
    `Nothing was changed, since ${file} cannot be read (ENOENT): restore it, or check its permissions.`,
  )
  await expectAnswer('Second')
  writeFiles(dataDirectory, [{ path: 'passage-hashes.json', text }])
})

test('a live file that is corrupted at run time is reported, and a reseed builds it again', async () => {
  truncateSync(revisionPath(databaseDirectory, 2), 5000)
  expect(renderedText(await operator.runCommand('/admin status'))).toContain(
    'The file of the live revision is missing or corrupt.',
  )
  const diffCard = await operator.runCommand('/admin reseed')
  expect(renderedText(await operator.clickButton(diffCard, 'Apply'))).toMatch(/^Revision 3 is live/)
  rmSync(revisionPath(databaseDirectory, 2))
  await expectAnswer('Second')
})

test('a full disk is reported, no temporary file stays, and the live facts are unchanged', async () => {
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeMarked(paths, 'Whole')
  await seed({ ...paths, actor: 'shell' })
  const many = temporaryFolder()
  writeFiles(many, generatedFiles(1000, 'Alpha'))
  const options = ['--data-dir', many, '--database-dir', paths.databaseDirectory]
  // No file may grow beyond 200 KiB, which is how a full disk looks from inside.
  const command = `ulimit -f 400; exec "${process.execPath}" "${script}" ${options.map((option) => `"${option}"`).join(' ')}`
  const { stderr, status } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(
    new RegExp(
      `^Nothing was changed: there is no space left in ${paths.databaseDirectory} \\(\\w+\\): free some space there\\.$`,
      'm',
    ),
  )
  expect(await expectConsistent(paths)).toEqual({ live: 1, mark: 'Whole' })
  expect(tempFiles(paths)).toEqual([])
})

/** Root may write everywhere, so a worker of root becomes nobody once it has loaded its code. */
const becomeNobody = `import Database from '${import.meta.resolve('better-sqlite3')}'
  new Database(':memory:').close()
  process.on('newListener', (event) => {
    if (event !== 'message' || process.getuid() !== 0) return
    process.setgid(65534)
    process.setuid(65534)
  })`

test('a read-only directory is reported, and the live facts are unchanged', async () => {
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeMarked(paths, 'Whole')
  await seed({ ...paths, actor: 'shell' })
  writeMarked(paths, 'Other')
  chmodSync(paths.dataDirectory, 0o755)
  if (process.getuid?.() === 0) chownSync(paths.databaseDirectory, 65534, 65534)
  chmodSync(paths.databaseDirectory, 0o555)
  onTestFinished(() => chmodSync(paths.databaseDirectory, 0o755))
  expect(await runBuildProcess(paths, { type: 'plan' }, { execArgv: preload(becomeNobody) })).toEqual({
    outcome: 'failed',
    reason: expect.stringMatching(`^${paths.databaseDirectory} is not writable \\(`) as string,
    fix: 'check its permissions',
  })
  chmodSync(paths.databaseDirectory, 0o755)
  expect(await expectConsistent(paths)).toEqual({ live: 1, mark: 'Whole' })
})
