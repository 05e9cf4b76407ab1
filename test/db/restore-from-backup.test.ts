// Copies of state.db, and what a start does when it finds the database damaged or gone.
import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startBackups } from '../../src/db/backup-schedule.ts'
import { openOrRestoreDatabase } from '../../src/db/restore-from-backup.ts'
import { seed } from '../../src/revisions/publish.ts'
import { migrations } from '../../src/db/migrations.ts'
import { listBackups } from '../../src/db/backup-files.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

function keepingLog() {
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  return { log, lines }
}

/** A folder with one revision and a copy of its state. */
async function folderWithCopy(): Promise<string> {
  const [dataDirectory, directory] = [temporaryFolder(), temporaryFolder()]
  writeFiles(dataDirectory, sampleFiles)
  seed({ dataDirectory, databaseDirectory: directory, by: 'shell' })
  await copyOnce(directory)
  return directory
}

async function copyOnce(directory: string): Promise<void> {
  const state = openAppDatabase(directory)
  await startBackups({ state, databaseDirectory: directory, log: keepingLog().log }).close()
  state.close()
}

const setAside = (directory: string) =>
  readdirSync(directory).filter((name) => /^state-damaged-.+\.db$/.test(name))

test.each([
  ['text', (path: string) => writeFileSync(path, 'x'.repeat(9000))],
  ['empty', (path: string) => truncateSync(path)],
  ['cut short', (path: string) => truncateSync(path, 9000)],
  [
    'overwritten in its middle',
    (path: string) => {
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0xff, 4096, 12_288))
    },
  ],
])(
  'a state.db that is %s is set aside and said, and the newest copy takes its place',
  async (_what, spoil) => {
    const directory = await folderWithCopy()
    const path = join(directory, 'state.db')
    spoil(path)
    const spoilt = readFileSync(path)
    const { log, lines } = keepingLog()
    const state = openOrRestoreDatabase(directory, log)
    onTestFinished(() => state.close())
    expect(state.live()?.number).toBe(1)
    const [aside = ''] = setAside(directory)
    expect(readFileSync(join(directory, aside)).equals(spoilt)).toBe(true)
    expect(lines).toMatchObject([{ level: 50 }])
    expect(lines[0]?.msg).toMatch(
      new RegExp(
        `^state\\.db was damaged; it was set aside as ${aside}, and the copy of .+Z took its place: see`,
      ),
    )
    expect(state.latestAudit(1)).toMatchObject([{ who: 'start', deed: 'mend' }])
  },
)

test('a state.db that is gone comes back from its copy', async () => {
  const directory = await folderWithCopy()
  rmSync(join(directory, 'state.db'))
  const { log, lines } = keepingLog()
  const state = openOrRestoreDatabase(directory, log)
  onTestFinished(() => state.close())
  expect(state.live()?.number).toBe(1)
  expect(lines[0]?.msg).toMatch(/^state\.db was lost; the copy of/)
})

test('copies that are damaged themselves are passed over', async () => {
  const directory = await folderWithCopy()
  const [copy] = listBackups(directory)
  copyFileSync(copy?.path ?? '', join(directory, 'backups/state-2020-01-01T00-00-00.000Z.db'))
  writeFileSync(copy?.path ?? '', 'not a database')
  writeFileSync(join(directory, 'state.db'), 'not a database either')
  const { log, lines } = keepingLog()
  openOrRestoreDatabase(directory, log).close()
  expect(lines[0]?.msg).toContain('the copy of 2020-01-01T00:00:00.000Z took its place')
})

test('without a copy it begins anew, with the damaged one kept beside it', async () => {
  const directory = await folderWithCopy()
  rmSync(join(directory, 'backups'), { recursive: true })
  writeFileSync(join(directory, 'state.db'), 'not a database')
  const { log, lines } = keepingLog()
  const state = openOrRestoreDatabase(directory, log)
  onTestFinished(() => state.close())
  expect(state.live()).toBeUndefined()
  expect(setAside(directory)).toHaveLength(1)
  expect(lines[0]?.msg).toContain('there was no copy, so it begins anew')
})

test('an empty folder, and a sound state.db, are opened without a word', async () => {
  const { log, lines } = keepingLog()
  openOrRestoreDatabase(temporaryFolder(), log).close()
  openOrRestoreDatabase(await folderWithCopy(), log).close()
  expect(lines).toEqual([])
})

test('the last seven copies are kept', async () => {
  const directory = temporaryFolder()
  mkdirSync(join(directory, 'backups'))
  for (let day = 1; day <= 9; day++)
    writeFileSync(join(directory, `backups/state-2026-01-0${day}T00-00-00.000Z.db`), '')
  await copyOnce(directory)
  const names = readdirSync(join(directory, 'backups'))
    .filter((name) => name.endsWith('.db'))
    .sort()
  expect(names).toHaveLength(7)
  expect(names).toContain('state-2026-01-04T00-00-00.000Z.db')
  expect(names).not.toContain('state-2026-01-03T00-00-00.000Z.db')
})

test('a copy is made while another connection writes, and again after a while', async () => {
  const directory = temporaryFolder()
  const state = openAppDatabase(directory)
  onTestFinished(() => state.close())
  const writing = setInterval(
    () => state.appendAudit({ who: 'shell', deed: 'test', detail: 'x'.repeat(500) }),
    1,
  )
  const backups = startBackups({ state, databaseDirectory: directory, log: keepingLog().log, everyMs: 50 })
  await vi.waitUntil(() => listBackups(directory).length >= 2)
  clearInterval(writing)
  await backups.close()
  for (const { path } of listBackups(directory)) {
    const copy = new Database(path, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
  }
})

test('a copy that fails is an error in the log and nothing more', async () => {
  const directory = temporaryFolder()
  const state = openAppDatabase(directory)
  onTestFinished(() => state.close())
  writeFileSync(join(directory, 'backups'), 'a file in the place of the folder')
  const { log, lines } = keepingLog()
  await startBackups({ state, databaseDirectory: directory, log }).close()
  expect(lines).toMatchObject([{ level: 50, msg: expect.stringMatching(/^backup failed: check/) as string }])
})

test('a migration is preceded by a copy of what was there', () => {
  const directory = temporaryFolder()
  const old = new Database(join(directory, 'state.db'))
  old.exec(migrations[0] ?? '')
  old.exec(`INSERT INTO revision VALUES (1, 'h', '2026-01-01T00:00:00.000Z', 'shell', 1, 2, 3)`)
  old.pragma('user_version = 1')
  old.close()
  const state = openAppDatabase(directory)
  expect(state.revisions()).toMatchObject([{ number: 1, builtFrom: 'files' }])
  state.close()
  const [copy] = listBackups(directory)
  const before = new Database(copy?.path ?? '', { readonly: true })
  expect(before.pragma('user_version', { simple: true })).toBe(1)
  expect(before.prepare('SELECT count(*) FROM revision').pluck().get()).toBe(1)
  before.close()
  openAppDatabase(directory).close()
  expect(listBackups(directory)).toHaveLength(1)
})

test('of several starts on a damaged state.db one mends it', async () => {
  const directory = await folderWithCopy()
  writeFileSync(join(directory, 'state.db'), 'not a database')
  const module = join(import.meta.dirname, '../../src/db/restore-from-backup.ts')
  const code = `import { pino } from 'pino'
    import { openOrRestoreDatabase } from '${module}'
    const state = openOrRestoreDatabase('${directory}', pino({ level: 'silent' }))
    if (state.live()?.number !== 1) process.exit(1)`
  const ends = [1, 2, 3].map(() => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: 'inherit',
      cwd: join(import.meta.dirname, '../..'),
    })
    return once(child, 'exit')
  })
  expect((await Promise.all(ends)).map(([status]) => status as number)).toEqual([0, 0, 0])
  expect(setAside(directory)).toHaveLength(1)
  expect(existsSync(join(directory, 'state.db'))).toBe(true)
})
