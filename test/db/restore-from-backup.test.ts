// Backups of app.db, and what a start does if the database is corrupt or missing.
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
import { migrate } from '../../src/db/migrate.ts'
import { migrations } from '../../src/db/migrations.ts'
import { listBackups } from '../../src/db/backup-files.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

function recordLog() {
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  return { log, lines }
}

/** A directory with one revision and a backup of app.db. */
async function directoryWithBackup(): Promise<string> {
  const [dataDirectory, directory] = [temporaryFolder(), temporaryFolder()]
  writeFiles(dataDirectory, sampleFiles)
  await seed({ dataDirectory, databaseDirectory: directory, actor: 'shell' })
  await backUpOnce(directory)
  return directory
}

async function backUpOnce(directory: string): Promise<void> {
  const db = openAppDatabase(directory)
  await startBackups({ db, databaseDirectory: directory, log: recordLog().log }).close()
  await db.close()
}

const corruptFiles = (directory: string) =>
  readdirSync(directory).filter((name) => /^app-corrupt-.+\.db$/.test(name))

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
  'an app.db that is %s is renamed, the newest backup is restored, and the log says so',
  async (_description, corrupt) => {
    const directory = await directoryWithBackup()
    const path = join(directory, 'app.db')
    corrupt(path)
    const corruptBytes = readFileSync(path)
    const { log, lines } = recordLog()
    const db = await openOrRestoreDatabase(directory, log)
    onTestFinished(() => db.close())
    expect((await db.live())?.number).toBe(1)
    const [corruptName = ''] = corruptFiles(directory)
    expect(readFileSync(join(directory, corruptName)).equals(corruptBytes)).toBe(true)
    expect(lines).toMatchObject([{ level: 50 }])
    expect(lines[0]?.msg).toMatch(
      new RegExp(`^app\\.db was corrupt; renamed to ${corruptName}, restored from the backup of .+Z: see`),
    )
    expect(await db.latestAudit(1)).toMatchObject([{ actor: 'start', action: 'restore' }])
  },
)

test('a missing app.db is restored from its backup', async () => {
  const directory = await directoryWithBackup()
  rmSync(join(directory, 'app.db'))
  const { log, lines } = recordLog()
  const db = await openOrRestoreDatabase(directory, log)
  onTestFinished(() => db.close())
  expect((await db.live())?.number).toBe(1)
  expect(lines[0]?.msg).toMatch(/^app\.db was missing; restored from the backup of/)
})

test('corrupt backups are skipped', async () => {
  const directory = await directoryWithBackup()
  const [backup] = listBackups(directory)
  copyFileSync(backup?.path ?? '', join(directory, 'backups/app-000000-2020-01-01T00-00-00.000Z.db'))
  writeFileSync(backup?.path ?? '', 'not a database')
  writeFileSync(join(directory, 'app.db'), 'not a database either')
  const { log, lines } = recordLog()
  const db = await openOrRestoreDatabase(directory, log)
  await db.close()
  expect(lines[0]?.msg).toContain('restored from the backup of 2020-01-01T00:00:00.000Z')
})

test('without a backup a new database is created, and the corrupt one stays under another name', async () => {
  const directory = await directoryWithBackup()
  rmSync(join(directory, 'backups'), { recursive: true })
  writeFileSync(join(directory, 'app.db'), 'not a database')
  const { log, lines } = recordLog()
  const db = await openOrRestoreDatabase(directory, log)
  onTestFinished(() => db.close())
  expect(await db.live()).toBeUndefined()
  expect(corruptFiles(directory)).toHaveLength(1)
  expect(lines[0]?.msg).toContain('no intact backup found, so a new one was created')
})

test('an empty directory and an intact app.db are opened without a log line', async () => {
  const { log, lines } = recordLog()
  for (const directory of [temporaryFolder(), await directoryWithBackup()]) {
    const db = await openOrRestoreDatabase(directory, log)
    await db.close()
  }
  expect(lines).toEqual([])
})

test('the last seven backups are retained', async () => {
  const directory = temporaryFolder()
  mkdirSync(join(directory, 'backups'))
  for (let day = 1; day <= 9; day++)
    writeFileSync(join(directory, `backups/app-00000${day}-2026-01-0${day}T00-00-00.000Z.db`), '')
  await backUpOnce(directory)
  const names = readdirSync(join(directory, 'backups'))
    .filter((name) => name.endsWith('.db'))
    .sort()
  expect(names).toHaveLength(7)
  expect(names).toContain('app-000004-2026-01-04T00-00-00.000Z.db')
  expect(names).not.toContain('app-000003-2026-01-03T00-00-00.000Z.db')
})

test('backups are made at intervals while another connection writes', async () => {
  const directory = temporaryFolder()
  const db = openAppDatabase(directory)
  onTestFinished(() => db.close())
  const writing = setInterval(
    () => void db.appendAudit({ actor: 'shell', action: 'test', detail: 'x'.repeat(500) }),
    1,
  )
  const backups = startBackups({
    db,
    databaseDirectory: directory,
    log: recordLog().log,
    intervalMs: 50,
  })
  await vi.waitUntil(() => listBackups(directory).length >= 2, 10_000)
  clearInterval(writing)
  await backups.close()
  for (const { path } of listBackups(directory)) {
    const backup = new Database(path, { readonly: true })
    expect(backup.pragma('integrity_check', { simple: true })).toBe('ok')
    backup.close()
  }
})

test('a backup that fails is logged as an error and nothing more', async () => {
  const directory = temporaryFolder()
  const db = openAppDatabase(directory)
  onTestFinished(() => db.close())
  writeFileSync(join(directory, 'backups'), 'a file instead of a directory')
  const { log, lines } = recordLog()
  await startBackups({ db, databaseDirectory: directory, log }).close()
  expect(lines).toMatchObject([{ level: 50, msg: expect.stringMatching(/^backup failed: check/) as string }])
})

test('a migration is preceded by a backup of what was there', async () => {
  const directory = temporaryFolder()
  const db = openAppDatabase(directory)
  await db.appendAudit({ actor: 'shell', action: 'test', detail: 'before' })
  await db.close()
  const database = new Database(join(directory, 'app.db'))
  onTestFinished(() => void database.close())
  const steps = [...migrations, `UPDATE audit_log SET detail = 'after'`]
  migrate(database, directory, steps)
  const detailIn = (file: Database.Database) => file.prepare('SELECT detail FROM audit_log').pluck().get()
  expect(detailIn(database)).toBe('after')
  const [backup] = listBackups(directory)
  const before = new Database(backup?.path ?? '', { readonly: true })
  expect(before.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(detailIn(before)).toBe('before')
  before.close()
  migrate(database, directory, steps)
  expect(listBackups(directory)).toHaveLength(1)
})

test('a migration that fails leaves the database as it was', async () => {
  const directory = temporaryFolder()
  await openAppDatabase(directory).close()
  const database = new Database(join(directory, 'app.db'))
  onTestFinished(() => void database.close())
  const steps = [...migrations, 'CREATE TABLE other (id INTEGER)', 'not SQL']
  expect(() => migrate(database, directory, steps)).toThrow('syntax error')
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name = 'other'`).all()).toEqual([])
})

test('databases of an unreleased version are not read, and one line says so', async () => {
  const directory = temporaryFolder()
  for (const name of ['state.db', 'facts-3.db', 'notes.db']) writeFileSync(join(directory, name), 'old')
  const { log, lines } = recordLog()
  const db = await openOrRestoreDatabase(directory, log)
  onTestFinished(() => db.close())
  expect(await db.live()).toBeUndefined()
  expect(lines).toMatchObject([
    {
      level: 40,
      msg: 'DATABASE_DIR has databases of an unreleased version, which are not read (facts-3.db, state.db): delete them, or move them elsewhere',
    },
  ])
  expect(readFileSync(join(directory, 'state.db'), 'utf8')).toBe('old')
})

test('of several starts on a corrupt app.db one restores it', async () => {
  const directory = await directoryWithBackup()
  writeFileSync(join(directory, 'app.db'), 'not a database')
  const module = join(import.meta.dirname, '../../src/db/restore-from-backup.ts')
  const code = `import { pino } from 'pino'
    import { openOrRestoreDatabase } from '${module}'
    const db = await openOrRestoreDatabase('${directory}', pino({ level: 'silent' }))
    if ((await db.live())?.number !== 1) process.exit(1)`
  const ends = [1, 2, 3].map(() => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: 'inherit',
      cwd: join(import.meta.dirname, '../..'),
    })
    return once(child, 'exit')
  })
  expect((await Promise.all(ends)).map(([status]) => status as number)).toEqual([0, 0, 0])
  expect(corruptFiles(directory)).toHaveLength(1)
  expect(existsSync(join(directory, 'app.db'))).toBe(true)
})
