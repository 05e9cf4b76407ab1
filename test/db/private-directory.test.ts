// Only the user that runs the bot may read what it writes: in a new directory, and in one that was readable by others.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createLog } from '../../src/config/logger.ts'
import { openOrRestoreDatabase } from '../../src/db/restore-from-backup.ts'
import { restrictPermissions } from '../../src/db/private-directory.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const root = join(import.meta.dirname, '../..')
const mode = (path: string) => statSync(path).mode & 0o777

/** The permissions of everything in a folder, and of itself as ".". */
function modesIn(folder: string): Record<string, string> {
  const paths = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
  return Object.fromEntries(paths.map((path) => [path, mode(join(folder, path)).toString(8)]))
}

const unexpected = (error: Error) => expect.unreachable(error.message)

/** Runs a program whose shell lets everyone read and write what it makes. */
function runOpenly(...parts: string[]) {
  const command = ['umask 000; exec "$@"', 'sh', process.execPath, ...parts]
  return spawnSync('sh', ['-c', ...command], { cwd: root, encoding: 'utf8' })
}

function openFolder(files: string[], folders: string[] = []): string {
  const folder = join(temporaryFolder(), 'open')
  for (const name of ['', ...folders]) mkdirSync(join(folder, name), { recursive: true })
  for (const name of files) writeFileSync(join(folder, name), '')
  for (const name of ['', ...folders]) chmodSync(join(folder, name), 0o777)
  for (const name of files) chmodSync(join(folder, name), 0o666)
  return folder
}

test('only the owner may read what npm run seed writes, in a new directory and in an open one', async () => {
  const dataDirectory = temporaryFolder()
  writeFiles(dataDirectory, sampleFiles)
  const folder = join(temporaryFolder(), 'deep/new')
  const seed = (...more: string[]) =>
    runOpenly('scripts/seed.ts', '--data-dir', dataDirectory, '--database-dir', folder, ...more)
  expect(seed()).toMatchObject({ status: 0, stderr: '' })
  const expected = { '.': '700', 'revision-1.db': '600', 'build.lock': '600', 'app.db': '600' }
  expect(modesIn(folder)).toEqual(expected)
  for (const name of Object.keys(expected)) chmodSync(join(folder, name), 0o777)
  expect(seed()).toMatchObject({ status: 0, stderr: '' })
  // What SQLite puts beside a database that is in use.
  const db = openAppDatabase(folder)
  const modes = modesIn(folder)
  await db.close()
  expect(Object.keys(modes)).toEqual(expect.arrayContaining(['app.db-wal', 'app.db-shm']))
  for (const found of Object.values(modes)) expect(found).toMatch(/^[67]00$/)
})

test('npm run ask writes nothing that others may read', { timeout: 60_000 }, () => {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  vi.stubEnv('DATABASE_DIR', folder)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { stdout } = runOpenly('scripts/ask.ts', '/alliance name:NATO')
  expect(stdout).toContain('NATO')
  const made = modesIn(folder)
  // The folder is the user's own, and holds one of the emulator.
  expect(made['.']).toBe('755')
  delete made['.']
  expect(Object.keys(made)).toEqual(expect.arrayContaining(['emulator/app.db', 'emulator/backups']))
  for (const found of Object.values(made)) expect(found).toMatch(/^[67]00$/)
})

test('a start restricts files that others could read, without a log line', async () => {
  const files = [
    ...['app.db-wal', 'app.db-shm', 'app-corrupt-2026.db', 'build.lock', 'revision-1.db', 'staged-2.db'],
    ...['building.tmp.db', 'building.tmp.db-journal', 'backups/app-x.db', 'images/a.png'],
  ]
  const folder = openFolder(files, ['backups', 'images', 'emulator'])
  const lines: string[] = []
  const log = await createLog({
    ...{ level: 'warn', production: true, secrets: [] },
    destination: { write: (line: string) => void lines.push(line) },
  })
  const db = await openOrRestoreDatabase(folder, log)
  await db.close()
  const { emulator, ...modes } = modesIn(folder)
  expect(emulator).toBe('777')
  expect(modes['.']).toBe('700')
  for (const [path, found] of Object.entries(modes)) {
    if (path !== 'app.db')
      expect([path, found]).toEqual([path, /^(\.|backups|images)$/.test(path) ? '700' : '600'])
  }
  expect(lines).toEqual([])
})

test('other files are not touched, nor the directory that holds them, nor the target of a link', () => {
  const folder = openFolder(['app.db', 'app-store.txt', 'notes.db'])
  const elsewhere = openFolder(['facts.db'])
  symlinkSync(join(elsewhere, 'facts.db'), join(folder, 'revision-1.db'))
  restrictPermissions(folder, unexpected)
  expect(modesIn(folder)).toEqual({
    ...{ '.': '777', 'app.db': '600', 'app-store.txt': '666', 'notes.db': '666' },
    'revision-1.db': '666',
  })
})

test('a directory of another user causes one warning; a file that is gone causes none', () => {
  const folder = openFolder(['app.db', 'revision-1.db', 'build.lock'])
  const refuse = (code: string) => () => {
    throw Object.assign(new Error(`${code}: chmod`), { code })
  }
  const warnings: Error[] = []
  restrictPermissions(folder, (error) => warnings.push(error), refuse('EPERM'))
  expect(warnings.map(({ message }) => message)).toEqual(['EPERM: chmod'])
  restrictPermissions(folder, unexpected, refuse('ENOENT'))
  restrictPermissions(join(folder, 'none'), unexpected)
})
