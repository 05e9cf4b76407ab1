// Upgrades the folder of a first release, test/fixtures/first-release: app.db of schema version 1 and two revisions of
// the sample data, as the code before the second migration wrote them; and goes back to it.
import Database from 'better-sqlite3'
import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { listBackups } from '../../src/db/backup-files.ts'
import { startBackups } from '../../src/db/backup-schedule.ts'
import { DatabaseError, migrate } from '../../src/db/migrate.ts'
import { migrations } from '../../src/db/migrations.ts'
import { openOrRestoreDatabase } from '../../src/db/restore-from-backup.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'
import { renderedText, startTestBot } from '../helpers/test-bot.ts'

const fixture = join(import.meta.dirname, '../fixtures/first-release')
const firstRelease = migrations.slice(0, 1)
const log = pino({ level: 'silent' })

function copyFirstRelease(): string {
  const directory = temporaryFolder()
  for (const name of readdirSync(fixture))
    writeFileSync(join(directory, basename(name, '.gz')), gunzipSync(readFileSync(join(fixture, name))))
  return directory
}

/** Every row of the tables that a first release has, by table. */
function readRows(path: string): Record<string, unknown[]> {
  const database = new Database(path, { readonly: true })
  const first = new Database(':memory:')
  first.exec(firstRelease.join())
  const tables = first
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .pluck()
    .all() as string[]
  const rows = tables.map((table) => {
    const columns = first.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
    const list = columns.map((name) => `"${name}"`).join()
    return [
      table,
      database.prepare(`SELECT ${list} FROM "${table}" ORDER BY ${list}`).safeIntegers().all(),
    ] as const
  })
  first.close()
  database.close()
  return Object.fromEntries(rows)
}

/** The oldest program, which knows only the first migration, opens the database. */
function openWithFirstRelease(directory: string): Database.Database {
  const database = new Database(join(directory, 'app.db'))
  onTestFinished(() => void database.close())
  migrate(database, directory, firstRelease)
  return database
}

test('an upgrade keeps every row of a first release', async () => {
  const directory = copyFirstRelease()
  const before = readRows(join(directory, 'app.db'))
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([])
  const db = await openOrRestoreDatabase(directory, log)
  await db.close()
  expect(readRows(join(directory, 'app.db'))).toEqual(before)
  const [backup] = listBackups(directory)
  expect(readRows(backup?.path ?? '')).toEqual(before)
})

test('what a first release stored is read after an upgrade', async () => {
  const db = await openOrRestoreDatabase(copyFirstRelease(), log)
  onTestFinished(() => db.close())
  expect(await db.live()).toMatchObject({ number: 2, pinnedByRollback: false })
  expect((await db.revisions()).map(({ number }) => number)).toEqual([2, 1])
  expect((await db.latestAudit(9)).map(({ actor, action }) => [actor, action])).toEqual([
    ['100000000000000009', 'settings'],
    ['100000000000000009', 'publish'],
    ['start', 'publish'],
  ])
  const settings = await db.guildSettings.all()
  expect(settings.get('200000000000000001')).toMatchObject({
    settings: { ephemeralByDefault: true, dateOrder: 'day first' },
    intact: true,
  })
  expect(settings.get('200000000000000002')).toMatchObject({
    settings: { images: 'never', onlySeedArticles: true, allowMentions: false },
    intact: true,
  })
  expect((await db.reports.all()).map(({ message, answer }) => [message, answer])).toEqual([
    ['It was 1951.', 'Thank you, corrected.'],
    ['Line one\n"quoted" – ünïcode', null],
    ['Closed one', null],
  ])
  expect(await db.postedCards.userOf('1434152140800000001')).toBe('100000000000000001')
  expect(await db.missedQueries.frequent(3, 9)).toEqual([{ query: 'atlantis pact', count: 3 }])
  expect(await db.keyValue.get('admin-guild')).toBe('200000000000000001')
})

test('a bot that starts on the folder of a first release answers and has its history', async () => {
  const dataDirectory = temporaryFolder()
  writeFiles(dataDirectory, sampleFiles)
  const { emulator } = await startTestBot({
    databaseDirectory: copyFirstRelease(),
    dataDirectory,
    operatorIds: ['900'],
  })
  const answer = await emulator.runCommand('/alliance name:Harbor League')
  expect(renderedText(answer)).toContain('Harbor League')
  expect(renderedText(answer)).toContain('1950')
  const history = renderedText(await emulator.as('operator').runCommand('/admin history'))
  for (const number of [1, 2, 3]) expect(history).toMatch(new RegExp(`\\b${number}\\b`))
})

test('an older version names the backup from before the upgrade, and starts once it is restored', async () => {
  const directory = copyFirstRelease()
  const before = readRows(join(directory, 'app.db'))
  const db = await openOrRestoreDatabase(directory, log)
  await db.appendAudit({ actor: 'shell', action: 'test', detail: 'after the upgrade' })
  // A day later.
  await startBackups({ db, databaseDirectory: directory, log, intervalMs: 0 }).close()
  expect(listBackups(directory)).toHaveLength(2)
  await db.close()
  let message = ''
  try {
    openWithFirstRelease(directory)
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseError)
    message = (error as Error).message
  }
  const [, name = ''] =
    /restore (backups\/app-000001-\S+\.db) as docs\/operators\.md explains/.exec(message) ?? []
  expect(message).toContain('written by a newer version')
  // As docs/operators.md says.
  for (const file of readdirSync(directory).filter((file) => file.startsWith('app.db')))
    renameSync(join(directory, file), join(directory, `newer-${file}`))
  copyFileSync(join(directory, name), join(directory, 'app.db'))
  openWithFirstRelease(directory)
  expect(readRows(join(directory, 'app.db'))).toEqual(before)
})

test('starts that follow each other soon push no backup out', async () => {
  const directory = copyFirstRelease()
  for (let start = 0; start < 9; start++) {
    const db = await openOrRestoreDatabase(directory, log)
    await startBackups({ db, databaseDirectory: directory, log }).close()
    await db.close()
  }
  expect(listBackups(directory).map(({ sequence }) => sequence)).toEqual([1])
})
