// The state of a directory in PostgreSQL: every row and every file, once or again, and never over what was saved since.
import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { appDatabasePath } from '../../src/db/app-database.ts'
import { copyToPostgres, DatabaseInUseError } from '../../src/db/copy-to-postgres.ts'
import { migratePostgres } from '../../src/db/postgres-migrate.ts'
import { createPool } from '../../src/db/postgres-pool.ts'
import { createStoredFiles } from '../../src/db/stored-files.ts'
import { revisionPath } from '../../src/data/query/revision-file.ts'
import { corpusDirectory } from '../fixtures/corpus.ts'
import { createDatabase, runSql } from '../helpers/postgres-database.ts'

const filled = `
  INSERT INTO guild_settings VALUES ('1', '{"images":"never"}', 1), ('2', '{}', 1);
  INSERT INTO report (number, created_at, user_id, fact_id, revision, statement, message)
    VALUES (7, '2026-01-01', '3', 'a/b', 1, '“Ünicode” 😀', char(0) || 'wrong');
  INSERT INTO report (number, created_at, user_id, fact_id, revision, statement, message)
    VALUES (9, '2026-01-02', '3', 'a/b', 1, '', 'deleted');
  DELETE FROM report WHERE number = 9;
  INSERT INTO posted_card VALUES (1234567890123456789, '3');
  INSERT INTO quiz_answer VALUES (1234567890123456789, 1, '3', 2, 1);
  INSERT INTO running_day VALUES (1, '2026-01-01'), (2, '2026-01-03');
  INSERT INTO key_value VALUES ('checked at', '2026-01-03T00:00:00.000Z');`

async function open() {
  const directory = mkdtempSync(join(tmpdir(), 'entente-copy-'))
  cpSync(inject('databases')[corpusDirectory] ?? '', directory, { recursive: true })
  const path = appDatabasePath(directory)
  const source = new Database(path)
  source.exec(filled)
  const url = await createDatabase()
  await migratePostgres(url)
  const pool = createPool(url, pino({ level: 'silent' }))
  onTestFinished(async () => {
    source.close()
    await pool.end()
    rmSync(directory, { recursive: true })
  })
  return { directory, url, pool, source, copy: () => copyToPostgres(directory, path, pool) }
}

test('every row and every revision file is copied, and again what has changed meanwhile', async () => {
  const { directory, url, pool, source, copy } = await open()
  const first = await copy()
  expect(first).toMatchObject({ revisions: [1], missing: [], rows: { guild_settings: 2, report: 1 } })
  expect(await runSql(url, 'SELECT message_id::text AS id FROM posted_card')).toEqual([
    { id: '1234567890123456789' },
  ])
  expect(await runSql(url, 'SELECT statement, message FROM report')).toEqual([
    { statement: '“Ünicode” 😀', message: 'wrong' },
  ])
  const [live] = await runSql<{ fileHash: string }>(
    url,
    'SELECT file_hash AS "fileHash" FROM live_revision JOIN revision ON number = revision',
  )
  const bytes = readFileSync(revisionPath(directory, 1))
  expect(live?.fileHash).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(await createStoredFiles(pool).has(live?.fileHash ?? '')).toBe(true)
  source.exec(`UPDATE guild_settings SET settings = '{"images":"at once"}' WHERE guild_id = '1';
    DELETE FROM guild_settings WHERE guild_id = '2'`)
  expect(await copy()).toEqual({ ...first, rows: { ...first.rows, guild_settings: 1 } })
  expect(await runSql(url, 'SELECT settings FROM guild_settings')).toEqual([
    { settings: '{"images":"at once"}' },
  ])
})

test('numbers go on after the highest that was ever given', async () => {
  const { url, copy } = await open()
  await copy()
  await copy()
  const [report] = await runSql(
    url,
    `INSERT INTO report (created_at, user_id, fact_id, revision, statement, message)
     VALUES ('', '', '', 1, '', '') RETURNING number`,
  )
  expect(report).toEqual({ number: 10 })
  await runSql(url, `INSERT INTO audit_log (created_at, actor, action, detail) VALUES ('', '', '', '')`)
})

test('what was saved in PostgreSQL since is not overwritten', async () => {
  const { url, copy } = await open()
  await copy()
  await runSql(url, `UPDATE key_value SET value = '2026-01-04T00:00:00.000Z' WHERE key = 'checked at'`)
  await runSql(url, `INSERT INTO guild_settings VALUES ('5', '{}', 1)`)
  await expect(copy()).rejects.toThrow(DatabaseInUseError)
  expect(await runSql(url, 'SELECT count(*)::integer AS n FROM guild_settings')).toEqual([{ n: 3 }])
})

test('a copy that fails leaves nothing', async () => {
  const { url, source, copy } = await open()
  source.exec(`UPDATE report SET revision = 'not a number'`)
  await expect(copy()).rejects.toThrow()
  expect(await runSql(url, 'SELECT count(*)::integer AS n FROM guild_settings')).toEqual([{ n: 0 }])
})
