// Everything that can keep a builder from its work: each time the bot says what to do, and goes on answering.
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { revisionPath, stagedRevisionPath } from '../../src/data/query/revision-file.ts'
import { createWorld } from 'discord-emulator'
import { seed } from '../../src/revisions/publish.ts'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { holdWriteLock, temporaryFolder } from '../fixtures/sample-data.ts'
import { expectConsistent, unfinishedFiles, writeMarked } from '../helpers/build-process.ts'
import { generatedFiles } from '../fixtures/generated-data.ts'
import { writeFiles } from '../fixtures/sample-data.ts'

const root = join(import.meta.dirname, '../..')
const script = join(root, 'scripts/seed.ts')
const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeMarked({ dataDirectory, databaseDirectory: '' }, 'First')

const { emulator, databaseDirectory } = await startTestBot({
  dataDirectory,
  // Damage is to stay until a reseed.
  factsCheckMs: 3_600_000,
  emulator: { world: createWorld(), initialResponseTimeoutMs: 60_000 },
})
const folders = { dataDirectory, databaseDirectory }
const operator = emulator.as('operator')

async function expectAnswer(mark: string): Promise<void> {
  expect(renderedText(await emulator.runCommand('/exercise name:Gull Drill'))).toContain(`North Sea ${mark}`)
  expect(expectConsistent(folders).mark).toBe(mark)
}

test('a builder that is killed under /admin is said, and can be run again', async () => {
  writeMarked(folders, 'Second')
  const answer = operator.runCommand('/admin reseed')
  let pids: string[] = []
  while (pids.length === 0) {
    pids = readdirSync('/proc').filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`${databaseDirectory}\0`)
      } catch {
        return false
      }
    })
    await sleep(2)
  }
  process.kill(Number(pids[0]), 'SIGKILL')
  expect(renderedText(await answer)).toBe(
    'Nothing was changed, since build process exited without a result (SIGKILL): try again, and run "npm run seed" in a shell to see it whole.',
  )
  await expectAnswer('First')
  expect(renderedText(await operator.runCommand('/admin reseed'))).toContain(
    'North Sea First → North Sea Second',
  )
})

test('a staged file that is damaged before Apply is built anew', async () => {
  const shown = await operator.runCommand('/admin reseed')
  truncateSync(stagedRevisionPath(databaseDirectory, 2), 5000)
  const anew = await operator.clickButton(shown, 'Apply')
  expect(messageIn(anew).content).toMatch(
    /^Nothing was applied, since what was built for it is no longer there\./,
  )
  await expectAnswer('First')
  expect(renderedText(await operator.clickButton(anew, 'Apply'))).toMatch(/^Revision 2 is live/)
  await expectAnswer('Second')
})

test('a kept file that is damaged cannot be gone back to', async () => {
  const shown = await operator.runCommand('/admin rollback revision:1')
  truncateSync(revisionPath(databaseDirectory, 1), 5000)
  expect(renderedText(await operator.clickButton(shown, 'Apply'))).toMatch(
    /^Nothing was changed\. Revision 1 is not kept, or its file/,
  )
  rmSync(revisionPath(databaseDirectory, 1))
  expect(await operator.autocomplete('/admin rollback revision:')).toEqual([])
  await expectAnswer('Second')
})

test('a database that another process keeps locked is said, and look-ups go on', async () => {
  const release = holdWriteLock(databaseDirectory)
  onTestFinished(release)
  expect(renderedText(await operator.runCommand('/admin reseed'))).toBe(
    'Nothing was changed, since another process keeps the lock (SQLITE\\_BUSY): wait until it has ended, then try again.',
  )
  expect(renderedText(await emulator.runCommand('/exercise name:Gull Drill'))).toContain('North Sea Second')
  release()
  await expectAnswer('Second')
})

test('a data file that is gone is said', async () => {
  const file = join(dataDirectory, 'passage-hashes.json')
  const text = readFileSync(file, 'utf8')
  rmSync(file)
  expect(renderedText(await operator.runCommand('/admin reseed'))).toBe(
    `Nothing was changed, since ${file} cannot be read (ENOENT): put it back, or give Entente the right to read it.`,
  )
  await expectAnswer('Second')
  writeFiles(dataDirectory, [{ path: 'passage-hashes.json', text }])
})

test('a live file that is damaged while it runs is said, and a reseed builds it anew', async () => {
  truncateSync(revisionPath(databaseDirectory, 2), 5000)
  expect(renderedText(await operator.runCommand('/admin status'))).toContain(
    'The file of the live facts is missing or damaged.',
  )
  const shown = await operator.runCommand('/admin reseed')
  expect(renderedText(await operator.clickButton(shown, 'Apply'))).toMatch(/^Revision 3 is live/)
  rmSync(revisionPath(databaseDirectory, 2))
  await expectAnswer('Second')
})

test('a full disk is said, nothing half-written stays, and the live facts are as they were', () => {
  const where = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeMarked(where, 'Whole')
  seed({ ...where, by: 'shell' })
  const many = temporaryFolder()
  writeFiles(many, generatedFiles(1000, 'Alpha'))
  for (const mode of [['--stage'], []]) {
    const options = ['--json', '--data-dir', many, '--database-dir', where.databaseDirectory, ...mode]
    // No file may grow beyond 200 KiB, which is how a full disk looks from inside.
    const command = `ulimit -f 400; exec "${process.execPath}" "${script}" ${options.map((one) => `"${one}"`).join(' ')}`
    const { stdout, status } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      outcome: 'failed',
      why: expect.stringMatching(`^there is no room in ${where.databaseDirectory} \\(`) as string,
      cure: 'make room there',
    })
    expect(expectConsistent(where)).toEqual({ live: 1, mark: 'Whole' })
    expect(unfinishedFiles(where)).toEqual([])
  }
})

test('a folder that may only be read is said, and the live facts are as they were', () => {
  const where = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeMarked(where, 'Whole')
  seed({ ...where, by: 'shell' })
  writeMarked(where, 'Other')
  // Root may write everywhere, so it hands over to a user who may not.
  const isRoot = process.getuid?.() === 0
  chmodSync(where.dataDirectory, 0o755)
  if (isRoot) chownSync(where.databaseDirectory, 65534, 65534)
  chmodSync(where.databaseDirectory, 0o555)
  onTestFinished(() => chmodSync(where.databaseDirectory, 0o755))
  const options = [
    '--json',
    '--stage',
    '--data-dir',
    where.dataDirectory,
    '--database-dir',
    where.databaseDirectory,
  ]
  const { stdout, status } = spawnSync(process.execPath, [script, ...options], {
    encoding: 'utf8',
    ...(isRoot && { uid: 65534, gid: 65534 }),
  })
  expect(status).toBe(1)
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
    outcome: 'failed',
    why: expect.stringMatching(`^${where.databaseDirectory} is not writable \\(`) as string,
    cure: 'check its permissions',
  })
  chmodSync(where.databaseDirectory, 0o755)
  expect(expectConsistent(where)).toEqual({ live: 1, mark: 'Whole' })
})
