// Backups of app.db: only intact ones are stored, and they are ordered by when they were made, whatever the clock said.
import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { startBackups } from '../../src/db/backup-schedule.ts'
import { openOrRestoreDatabase } from '../../src/db/restore-from-backup.ts'
import { listBackups } from '../../src/db/backup-files.ts'
import { openAppDatabase, appDatabasePath, type AppDatabase } from '../../src/db/app-database.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'

afterEach(() => void vi.useRealTimers())

function recordLog() {
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  return { log, lines }
}

function openFor(directory: string): AppDatabase {
  const db = openAppDatabase(directory)
  onTestFinished(() => db.close())
  return db
}

async function backUp(db: AppDatabase, directory: string, log = recordLog().log): Promise<void> {
  await startBackups({ db, databaseDirectory: directory, log, intervalMs: 0 }).close()
}

const databases = (directory: string) =>
  readdirSync(join(directory, 'backups'))
    .filter((name) => name.endsWith('.db'))
    .sort()

const report = {
  createdAt: '2026-01-01T00:00:00.000Z',
  userId: '1',
  factId: 'gazette/league-kind',
  revision: 1,
  statement: 'The Harbor League is an alliance.',
  message: 'It is not.',
}

/** Changes the database of a folder in a way that no program of ours does. */
function tamper(directory: string, sql: string): void {
  const database = new Database(appDatabasePath(directory))
  database.unsafeMode()
  database.pragma('writable_schema = ON')
  database.exec(sql)
  database.close()
}

test.each<[string, (directory: string) => void]>([
  [
    'a page of nonsense',
    (directory) => {
      const path = appDatabasePath(directory)
      const bytes = readFileSync(path)
      writeFileSync(path, bytes.fill(0xff, bytes.length - 8192, bytes.length - 4096))
    },
  ],
  [
    'an index that disagrees with its table',
    (directory) =>
      tamper(
        directory,
        `UPDATE sqlite_schema SET sql = 'CREATE INDEX report_user ON report (created_at)' WHERE name = 'report_user'`,
      ),
  ],
  ['a table that is gone', (directory) => tamper(directory, 'DROP TABLE missed_query')],
])(
  'an app.db with %s is never stored over intact backups: it is reported once, and a start restores one',
  async (_description, damage) => {
    const directory = temporaryFolder()
    const before = openAppDatabase(directory)
    await before.reports.add(report, 5)
    for (let round = 0; round < 200; round++)
      await before.appendAudit({ actor: 'shell', action: 'test', detail: 'x'.repeat(100) })
    await backUp(before, directory)
    const db = openAppDatabase(directory)
    await before.close()
    await db.close()
    const intact = databases(directory)
    damage(directory)
    // What the bot does while it runs on such a database, day after day.
    const database = new Database(appDatabasePath(directory))
    let attempts = 0
    const { log, lines } = recordLog()
    const running = {
      backupTo: async (path: string) => {
        await database.backup(path)
        attempts++
      },
    }
    const backups = startBackups({ db: running, databaseDirectory: directory, log, intervalMs: 5 })
    await vi.waitUntil(() => attempts > 8, 20_000)
    await backups.close()
    database.close()
    expect(databases(directory)).toEqual(intact)
    expect(lines).toMatchObject([
      { level: 50, msg: expect.stringMatching(/^app\.db is corrupt.+restart Entente/) as string },
    ])
    const start = recordLog()
    const restored = await openOrRestoreDatabase(directory, start.log)
    onTestFinished(() => restored.close())
    expect(start.lines[0]?.msg).toMatch(/^app\.db was corrupt; renamed to .+ restored from the backup of/)
    expect(await restored.reports.countByUser('1')).toBe(1)
    await backUp(restored, directory)
    expect(databases(directory)).toHaveLength(2)
  },
)

test('a restore skips backups that are other databases or were never migrated', async () => {
  const directory = temporaryFolder()
  const db = openAppDatabase(directory)
  await db.reports.add(report, 5)
  await backUp(db, directory)
  await db.close()
  for (const [name, sql] of [
    ['app-000006-2050-01-01T00-00-00.000Z.db', 'PRAGMA user_version = 0'],
    ['app-000007-2026-01-01T00-00-00.000Z.db', 'PRAGMA user_version = 1'],
    ['app-000008-2026-01-01T00-00-00.000Z.db', 'CREATE TABLE other (id INTEGER)'],
  ] as const) {
    const other = new Database(join(directory, 'backups', name))
    other.exec(sql)
    other.close()
  }
  writeFileSync(appDatabasePath(directory), 'not a database')
  const restored = await openOrRestoreDatabase(directory, recordLog().log)
  onTestFinished(() => restored.close())
  expect(await restored.reports.countByUser('1')).toBe(1)
})

test.each([
  ['two hundred days ahead', '2050-07-20T12:00:00.000Z'],
  ['years behind', '1971-01-01T00:00:00.000Z'],
  ['in a year of five digits', '+012026-01-01T00:00:00.000Z'],
])('seven backups made with the clock %s give way to new ones, oldest first', async (_description, wrong) => {
  const directory = temporaryFolder()
  const db = openFor(directory)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(wrong) })
  for (let round = 0; round < 7; round++) {
    await backUp(db, directory)
    vi.setSystemTime(Date.now() + 60_000)
  }
  const before = listBackups(directory).map(({ path }) => path)
  expect(before).toHaveLength(7)
  vi.setSystemTime(new Date('2050-01-01T00:00:00.000Z'))
  await backUp(db, directory)
  const [newest, ...rest] = listBackups(directory).map(({ path }) => path)
  expect(newest).toContain('2050-01-01T00-00-00')
  expect(rest).toEqual(before.slice(0, 6))
})

test('a restore uses the backup that was made last, not the one with the latest date', async () => {
  const directory = temporaryFolder()
  const db = openAppDatabase(directory)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2050-07-20T12:00:00.000Z') })
  await backUp(db, directory)
  vi.useRealTimers()
  await db.reports.add(report, 5)
  await backUp(db, directory)
  await db.close()
  writeFileSync(appDatabasePath(directory), 'not a database')
  const restored = await openOrRestoreDatabase(directory, recordLog().log)
  onTestFinished(() => restored.close())
  expect(await restored.reports.countByUser('1')).toBe(1)
})

/** A process that is in the middle of a backup, and stays there. */
async function backupUnderWay(directory: string) {
  const [backups, database] = ['db/backup-schedule.ts', 'db/app-database.ts'].map((file) =>
    join(import.meta.dirname, '../../src', file),
  )
  const code = `import { pino } from 'pino'
    import { writeFileSync } from 'node:fs'
    import { startBackups } from '${backups ?? ''}'
    import { openAppDatabase } from '${database ?? ''}'
    const db = openAppDatabase('${directory}')
    const backupTo = async (path) => {
      await db.backupTo(path)
      writeFileSync(path + '-journal', 'of the backup that is under way')
      console.log(path)
      await new Promise(() => setInterval(() => {}, 1000))
    }
    startBackups({ db: { ...db, backupTo }, databaseDirectory: '${directory}', log: pino({ level: 'silent' }) })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname, '../..'),
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [path] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, path }
}

test('the next backup removes the temporary files of a killed one, but never those of one in progress', async () => {
  const directory = temporaryFolder()
  const db = openFor(directory)
  const files = () => readdirSync(join(directory, 'backups'))
  const { child, path } = await backupUnderWay(directory)
  const { log, lines } = recordLog()
  await backUp(db, directory, log)
  expect(files().filter((name) => path.endsWith(name))).toHaveLength(1)
  expect(lines.filter(({ level }) => level >= 50)).toEqual([])
  child.kill('SIGKILL')
  await once(child, 'exit')
  await backUp(db, directory)
  expect(files().filter((name) => !/^app-.+Z\.db$/.test(name))).toEqual(['backup.lock'])
  expect(listBackups(directory)).toHaveLength(1)
})
