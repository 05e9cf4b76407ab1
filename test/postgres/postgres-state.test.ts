// What several machines share in PostgreSQL besides the tables of app.db: migrations, locks, files and notifications.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createIdempotencyKeys, shareIdempotencyKeys } from '../../src/bot/idempotency-keys.ts'
import { acquireAdvisoryLock } from '../../src/db/advisory-lock.ts'
import { createClaimedKeys } from '../../src/db/claimed-keys.ts'
import { listenToNotifications } from '../../src/db/notifications.ts'
import { migratePostgres } from '../../src/db/postgres-migrate.ts'
import { postgresMigrations } from '../../src/db/postgres-migrations.ts'
import { openPostgresDatabase } from '../../src/db/postgres-database.ts'
import { createPool, statementTimeoutMs } from '../../src/db/postgres-pool.ts'
import { createStoredFiles } from '../../src/db/stored-files.ts'
import { createDatabase, runSql } from '../helpers/postgres-database.ts'

const log = pino({ level: 'silent' })

function openPool(url: string) {
  const pool = createPool(url, log)
  onTestFinished(() => pool.end())
  return pool
}

test('of several processes that start at once, one migrates', async () => {
  const url = await createDatabase()
  await Promise.all(Array.from({ length: 5 }, () => migratePostgres(url)))
  expect(await runSql(url, 'SELECT version FROM schema_version')).toEqual([
    { version: postgresMigrations.length },
  ])
  expect(await runSql(url, 'SELECT version FROM settings_version')).toEqual([{ version: 0 }])
})

test('a migration is applied whole or not at all, and later ones once', async () => {
  const url = await createDatabase()
  await migratePostgres(url)
  const broken = [...postgresMigrations, 'CREATE TABLE extra (id INTEGER); SELECT nonsense']
  await expect(migratePostgres(url, broken)).rejects.toThrow('nonsense')
  expect(await runSql(url, `SELECT to_regclass('extra') AS extra`)).toEqual([{ extra: null }])
  const next = [...postgresMigrations, 'CREATE TABLE extra (id INTEGER)']
  await migratePostgres(url, next)
  await migratePostgres(url, next)
  await expect(migratePostgres(url)).rejects.toThrow(
    /written by a newer version of Entente \(schema version 2/,
  )
})

test('a lock is held by one at a time, and goes with its holder', async () => {
  const url = await createDatabase()
  const release = await acquireAdvisoryLock(url, 'publishing', 1000)
  await expect(acquireAdvisoryLock(url, 'publishing', 100)).rejects.toThrow('another process holds')
  await (
    await acquireAdvisoryLock(url, 'migration', 100)
  )()
  const waiting = acquireAdvisoryLock(url, 'publishing', 5000)
  await release()
  await waiting
  await runSql(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database ON oid = database
     WHERE locktype = 'advisory' AND datname = current_database()`,
  )
  await (
    await acquireAdvisoryLock(url, 'publishing', 5000)
  )()
})

test('a file is fetched as it was stored, and never in part or damaged', async () => {
  const url = await createDatabase()
  await migratePostgres(url)
  const files = createStoredFiles(openPool(url))
  const folder = mkdtempSync(join(tmpdir(), 'entente-stored-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const bytes = randomBytes(2.5 * 1024 * 1024)
  const hash = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(join(folder, 'built'), bytes)
  await Promise.all([files.store(join(folder, 'built'), hash), files.store(join(folder, 'built'), hash)])
  expect(await files.fetch(hash, join(folder, 'fetched'))).toBe(true)
  expect(readFileSync(join(folder, 'fetched')).equals(bytes)).toBe(true)
  expect(await files.fetch('absent', join(folder, 'absent'))).toBe(false)
  await runSql(url, 'DELETE FROM stored_file WHERE part = 1')
  expect(await files.fetch(hash, join(folder, 'damaged'))).toBe(false)
  expect(existsSync(join(folder, 'damaged'))).toBe(false)
  expect(readdirSync(folder).sort()).toEqual(['built', 'fetched'])
  await files.store(join(folder, 'built'), hash)
  expect([...(await files.hashes())]).toEqual([hash])
  await files.retain(['another'])
  expect(await files.has(hash)).toBe(false)
})

test('a file may take longer than any other statement', async () => {
  const url = await createDatabase()
  const database = await openPostgresDatabase(url, log)
  const folder = mkdtempSync(join(tmpdir(), 'entente-stored-'))
  onTestFinished(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })
  const bytes = randomBytes(12 * 1024 * 1024)
  const hash = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(join(folder, 'built'), bytes)
  await database.shared?.files.store(join(folder, 'built'), hash)
  const busy = runSql(
    url,
    `BEGIN; LOCK TABLE stored_file, key_value; SELECT pg_sleep(${(2 * statementTimeoutMs) / 1000}); COMMIT`,
  )
  await wait(200)
  const [fetched, other] = await Promise.allSettled([
    database.shared?.files.fetch(hash, join(folder, 'fetched')),
    database.keyValue.get('key'),
  ])
  await busy
  expect(fetched).toEqual({ status: 'fulfilled', value: true })
  expect(other.status).toBe('rejected')
  expect(readFileSync(join(folder, 'fetched')).equals(bytes)).toBe(true)
})

test('a change of settings or of the live revision is noticed, and so is one during a lost connection', async () => {
  const url = await createDatabase()
  await migratePostgres(url)
  const onChange = vi.fn(() => Promise.resolve())
  const notifications = listenToNotifications({ url, log, onChange, retryMs: 20 })
  onTestFinished(() => notifications.close())
  await expect.poll(() => onChange.mock.calls.length).toBe(1)
  await runSql(url, `INSERT INTO guild_settings VALUES ('1', '{}', 0)`)
  await expect.poll(() => onChange.mock.calls.length).toBe(2)
  await runSql(url, `INSERT INTO revision VALUES (1, 'h', 'f', '', '', '', 0, 0, 0)`)
  await runSql(url, 'INSERT INTO live_revision VALUES (1, 1, 0)')
  await expect.poll(() => onChange.mock.calls.length).toBe(3)
  await runSql(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN entente' AND datname = current_database()`,
  )
  await expect.poll(() => onChange.mock.calls.length).toBeGreaterThanOrEqual(4)
})

test('a key is claimed once over all processes, until its time is over or it is released', async () => {
  const url = await createDatabase()
  await migratePostgres(url)
  const [one, other] = [openPool(url), openPool(url)].map((pool) =>
    shareIdempotencyKeys(createIdempotencyKeys(Date.now), createClaimedKeys(pool), log),
  )
  if (!one || !other) throw new Error('there are two')
  expect((await Promise.all([one.claim('a'), other.claim('a')])).toSorted()).toEqual([false, true])
  expect([await one.claim('b', 300), await other.claim('b', 300)]).toEqual([true, false])
  await expect.poll(() => other.claim('c', 1).then(() => one.claim('b', 300)), { interval: 100 }).toBe(true)
  expect(await one.claim('d')).toBe(true)
  one.release('d')
  await expect.poll(() => other.claim('d')).toBe(true)
  const [stored] = await runSql<{ key: string }>(url, 'SELECT key FROM claimed_key LIMIT 1')
  expect(stored?.key).toMatch(/^[\w-]{43}$/)
})

test('without PostgreSQL a key is claimed once by each process, soon', async () => {
  const url = await createDatabase()
  await migratePostgres(url)
  const pool = openPool(url)
  const keys = shareIdempotencyKeys(createIdempotencyKeys(Date.now), createClaimedKeys(pool), log)
  await runSql(url, 'ALTER TABLE claimed_key RENAME TO gone')
  expect([await keys.claim('a'), await keys.claim('a')]).toEqual([true, false])
})
