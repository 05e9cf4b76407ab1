import Database from 'better-sqlite3'
import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { revisionPath, stagedRevisionPath } from '../../src/data/query/revision-file.ts'
import { acquireBuildLock } from '../../src/revisions/build-lock.ts'
import { NoFactsError, ensureLiveRevision } from '../../src/revisions/ensure-live-revision.ts'
import type { BuildStep } from '../../src/revisions/build-result.ts'
import { seed } from '../../src/revisions/publish.ts'
import { publishStaged, stageRevision } from '../../src/revisions/plan.ts'
import { applyRollback } from '../../src/revisions/rollback.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { openLive, sampleFiles, sampleWith, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const changed = sampleWith('articles/gazette.yaml', 'value: North Sea', 'value: the North Sea')
const bad = sampleWith('articles/gazette.yaml', 'value: norway', 'value: atlantis')

function folders(files = sampleFiles) {
  const dataDirectory = temporaryFolder()
  writeFiles(dataDirectory, files)
  return { dataDirectory, databaseDirectory: temporaryFolder() }
}

function stateOf(databaseDirectory: string) {
  const db = openAppDatabase(databaseDirectory)
  onTestFinished(() => db.close())
  return db
}

/** The value of one fact in the live revision. */
function regionIn(databaseDirectory: string): string {
  const [fact] = openLive(databaseDirectory).current().factsAbout('gull-drill')[0]?.facts ?? []
  return fact?.value.type === 'text' ? fact.value.text : 'nothing'
}

/** A log that records its lines. */
function recordLog() {
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  return { log, lines }
}

test('a seed publishes a revision, and the same files change nothing', async () => {
  const paths = folders()
  const steps: BuildStep[] = []
  const counts = { articles: 1, entities: 4, facts: 5 }
  expect(await seed({ ...paths, actor: 'shell', onStep: (step) => steps.push(step) })).toEqual({
    outcome: 'published',
    revision: 1,
    previousRevision: 0,
    counts,
  })
  expect(steps).toEqual([
    'locked',
    'read',
    'checked',
    'created',
    'written',
    'verified',
    'synced',
    'renamed',
    'published',
    'pruned',
  ])
  expect(await seed({ ...paths, actor: 'shell' })).toEqual({ outcome: 'unchanged', revision: 1 })
  expect(await stateOf(paths.databaseDirectory).revisions()).toMatchObject([
    { number: 1, builtBy: 'shell', ...counts },
  ])
  expect(readdirSync(paths.databaseDirectory).filter((name) => name.startsWith('revision'))).toEqual([
    'revision-1.db',
  ])
})

test('invalid files are refused, and the last good revision stays live', async () => {
  const paths = folders()
  await seed({ ...paths, actor: 'shell' })
  writeFiles(paths.dataDirectory, bad)
  const outcome = await seed({ ...paths, actor: 'shell' })
  expect(outcome).toMatchObject({ outcome: 'invalid', problems: [{ file: 'articles/gazette.yaml' }, {}] })
  expect((await stateOf(paths.databaseDirectory).live())?.number).toBe(1)
})

test('the files of the last twenty revisions are retained', async () => {
  const paths = folders()
  for (let round = 1; round <= 22; round++) {
    writeFiles(
      paths.dataDirectory,
      sampleWith('entities/country.yaml', 'name: Chile', `name: Chile, aliases: [Chile ${round}]`),
    )
    await seed({ ...paths, actor: 'shell' })
  }
  const files = readdirSync(paths.databaseDirectory).filter((name) => /^revision-\d+\.db$/.test(name))
  expect(files).toHaveLength(20)
  expect(files).toContain('revision-22.db')
  expect(files).not.toContain('revision-2.db')
})

test('a start without a revision builds one in a process of its own', async () => {
  const paths = folders()
  const { log, lines } = recordLog()
  await ensureLiveRevision(paths, stateOf(paths.databaseDirectory), log)
  expect(regionIn(paths.databaseDirectory)).toBe('North Sea')
  const progress = ['locked', 'checked', 'written'].map((step) => ({ msg: 'building the facts', step }))
  expect(lines).toMatchObject([...progress, { msg: 'revision published', revision: 1 }])
  await ensureLiveRevision(paths, stateOf(paths.databaseDirectory), log)
  expect(lines).toHaveLength(4)
})

test('a start publishes changed files, and keeps the last good revision if they are invalid', async () => {
  const paths = folders()
  const { log, lines } = recordLog()
  const db = stateOf(paths.databaseDirectory)
  await ensureLiveRevision(paths, db, log)
  writeFiles(paths.dataDirectory, changed)
  await ensureLiveRevision(paths, db, log)
  expect((await db.live())?.number).toBe(2)
  writeFiles(paths.dataDirectory, bad)
  await ensureLiveRevision(paths, db, log)
  expect((await db.live())?.number).toBe(2)
  expect(lines.at(-1)?.msg).toBe('data files invalid; keeping the last good revision')
})

test('a start without a revision and with invalid files says what to do', async () => {
  const paths = folders(bad)
  const { log, lines } = recordLog()
  const starting = ensureLiveRevision(paths, stateOf(paths.databaseDirectory), log)
  await expect(starting).rejects.toThrow(NoFactsError)
  await expect(starting).rejects.toThrow('npm run seed -- --check')
  expect(lines[1]?.msg).toMatch(/^articles\/gazette\.yaml:\d+: there is no entity "atlantis"/)
})

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['empty', (path: string) => truncateSync(path)],
  ['cut short', (path: string) => truncateSync(path, 20_000)],
  ['no database', (path: string) => writeFileSync(path, 'not a database')],
])('a revision file that is %s is rebuilt from the files', async (_description, damage) => {
  const paths = folders()
  const { log } = recordLog()
  const db = stateOf(paths.databaseDirectory)
  await ensureLiveRevision(paths, db, log)
  damage(revisionPath(paths.databaseDirectory, 1))
  await ensureLiveRevision(paths, db, log)
  expect(regionIn(paths.databaseDirectory)).toBe('North Sea')
})

/** Changes one fact of a revision as someone with a shell might: the file stays an intact database. */
function alterFact(path: string): void {
  const database = new Database(path)
  database.exec(`UPDATE fact SET json = replace(json, 'North Sea', 'Red Sea')`)
  database.close()
}

test.each<[string, (path: string) => void]>([
  ['changed in one fact', alterFact],
  [
    'changed in one byte',
    (path) => {
      const bytes = readFileSync(path)
      for (let at = bytes.indexOf('North Sea'); at >= 0; at = bytes.indexOf('North Sea', at + 1))
        bytes[at] = 77
      writeFileSync(path, bytes)
    },
  ],
  ['replaced by another revision', (path) => copyFileSync(path.replace('revision-1', 'revision-2'), path)],
  [
    'changed in the hash that it has of its own text',
    (path) => {
      alterFact(path)
      const database = new Database(path)
      database.exec(
        `UPDATE revision SET hash = 'f'; UPDATE source_file SET deflated = (SELECT deflated FROM source_file ORDER BY path LIMIT 1)`,
      )
      database.close()
    },
  ],
])('a start detects a revision file that is %s, and restores its facts', async (_description, alter) => {
  const paths = folders()
  const db = stateOf(paths.databaseDirectory)
  await seed({ ...paths, actor: 'shell' })
  writeFiles(paths.dataDirectory, changed)
  await seed({ ...paths, actor: 'shell' })
  writeFiles(paths.dataDirectory, sampleFiles)
  await db.rollbackTo(1, 'shell')
  alter(revisionPath(paths.databaseDirectory, 1))
  const { log, lines } = recordLog()
  await ensureLiveRevision(paths, db, log)
  expect(lines[0]).toMatchObject({ level: 40, revision: 1 })
  expect(regionIn(paths.databaseDirectory)).toBe('North Sea')
  expect(await db.live()).toMatchObject({ number: 3, pinnedByRollback: true })
  await ensureLiveRevision(paths, db, log)
  expect((await db.live())?.number).toBe(3)
})

test('a fact that was changed in the live file is restored from its own source text, whatever the data files say', async () => {
  const paths = folders()
  const db = stateOf(paths.databaseDirectory)
  await seed({ ...paths, actor: 'shell' })
  alterFact(revisionPath(paths.databaseDirectory, 1))
  writeFiles(paths.dataDirectory, changed)
  await ensureLiveRevision(paths, db, recordLog().log)
  expect(regionIn(paths.databaseDirectory)).toBe('North Sea')
})

test('a revision file that was changed cannot be rolled back to, nor published', async () => {
  const paths = folders()
  const db = stateOf(paths.databaseDirectory)
  await seed({ ...paths, actor: 'shell' })
  writeFiles(paths.dataDirectory, changed)
  const staged = await stageRevision(paths)
  if (staged.outcome !== 'planned') throw new Error(staged.outcome)
  const path = stagedRevisionPath(paths.databaseDirectory, 2)
  const database = new Database(path)
  database.exec(`UPDATE fact SET json = replace(json, 'North Sea', 'Red Sea')`)
  database.close()
  expect(await publishStaged(paths, staged.plan, 'shell')).toMatchObject({ outcome: 'stale' })
  await seed({ ...paths, actor: 'shell' })
  alterFact(revisionPath(paths.databaseDirectory, 1))
  expect(await applyRollback(paths, { toRevision: 1 }, 'shell')).toMatchObject({ outcome: 'missing' })
  expect((await db.live())?.number).toBe(2)
  expect(regionIn(paths.databaseDirectory)).toBe('the North Sea')
})

test('a start removes the files of a killed build, but not while a build runs, and never a staged revision', async () => {
  const paths = folders()
  const db = stateOf(paths.databaseDirectory)
  await seed({ ...paths, actor: 'shell' })
  writeFiles(paths.dataDirectory, changed)
  expect((await stageRevision(paths)).outcome).toBe('planned')
  writeFiles(paths.dataDirectory, sampleFiles)
  for (const name of ['building.tmp.db', 'building.tmp.db-journal'])
    writeFileSync(join(paths.databaseDirectory, name), '')
  const left = () => readdirSync(paths.databaseDirectory).filter((name) => /^(building|staged)/.test(name))
  const unlock = acquireBuildLock(paths.databaseDirectory)
  await ensureLiveRevision(paths, db, recordLog().log)
  expect(left().sort()).toEqual(['building.tmp.db', 'building.tmp.db-journal', 'staged-2.db'])
  unlock()
  await ensureLiveRevision(paths, db, recordLog().log)
  expect(left()).toEqual(['staged-2.db'])
})

test('a corrupt revision is replaced by an intact one if the files are invalid', async () => {
  const paths = folders()
  const { log } = recordLog()
  const db = stateOf(paths.databaseDirectory)
  await ensureLiveRevision(paths, db, log)
  writeFiles(paths.dataDirectory, changed)
  await ensureLiveRevision(paths, db, log)
  writeFiles(paths.dataDirectory, bad)
  rmSync(revisionPath(paths.databaseDirectory, 2))
  await ensureLiveRevision(paths, db, log)
  expect(regionIn(paths.databaseDirectory)).toBe('North Sea')
})

test('a revision pinned by a rollback stays live at a start', async () => {
  const paths = folders()
  const { log, lines } = recordLog()
  const db = stateOf(paths.databaseDirectory)
  await ensureLiveRevision(paths, db, log)
  const database = new Database(join(paths.databaseDirectory, 'app.db'))
  database.exec('UPDATE live_revision SET pinned_by_rollback = 1')
  database.close()
  writeFiles(paths.dataDirectory, changed)
  await ensureLiveRevision(paths, db, log)
  expect(await db.live()).toMatchObject({ number: 1, pinnedByRollback: true })
  expect(lines.at(-1)).toMatchObject({
    level: 40,
    msg: 'live revision is pinned by a rollback; not reseeding',
  })
})
