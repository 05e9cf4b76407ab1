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
  const state = openAppDatabase(databaseDirectory)
  onTestFinished(() => state.close())
  return state
}

/** The value of one fact as the live revision gives it. */
function regionIn(databaseDirectory: string): string {
  const [fact] = openLive(databaseDirectory).current().factsAbout('gull-drill')[0]?.facts ?? []
  return fact?.value.type === 'text' ? fact.value.text : 'nothing'
}

/** A log that keeps its lines. */
function keepingLog() {
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  return { log, lines }
}

test('a seed makes a revision live, and the same files change nothing', () => {
  const where = folders()
  const steps: BuildStep[] = []
  const counts = { articles: 1, entities: 4, facts: 5 }
  expect(seed({ ...where, actor: 'shell', onStep: (step) => steps.push(step) })).toEqual({
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
  expect(seed({ ...where, actor: 'shell' })).toEqual({ outcome: 'unchanged', revision: 1 })
  expect(stateOf(where.databaseDirectory).revisions()).toMatchObject([
    { number: 1, builtBy: 'shell', ...counts },
  ])
  expect(readdirSync(where.databaseDirectory).filter((name) => name.startsWith('revision'))).toEqual([
    'revision-1.db',
  ])
})

test('files with a problem are refused and the last good facts stay', () => {
  const where = folders()
  seed({ ...where, actor: 'shell' })
  writeFiles(where.dataDirectory, bad)
  const outcome = seed({ ...where, actor: 'shell' })
  expect(outcome).toMatchObject({ outcome: 'invalid', problems: [{ file: 'articles/gazette.yaml' }, {}] })
  expect(stateOf(where.databaseDirectory).live()?.number).toBe(1)
})

test('the last twenty revisions are kept', () => {
  const where = folders()
  for (let round = 1; round <= 22; round++) {
    writeFiles(
      where.dataDirectory,
      sampleWith('entities/country.yaml', 'name: Chile', `name: Chile, aliases: [Chile ${round}]`),
    )
    seed({ ...where, actor: 'shell' })
  }
  const files = readdirSync(where.databaseDirectory).filter((name) => /^revision-\d+\.db$/.test(name))
  expect(files).toHaveLength(20)
  expect(files).toContain('revision-22.db')
  expect(files).not.toContain('revision-2.db')
})

test('a start with nothing builds in a process of its own', async () => {
  const where = folders()
  const { log, lines } = keepingLog()
  await ensureLiveRevision(where, stateOf(where.databaseDirectory), log)
  expect(regionIn(where.databaseDirectory)).toBe('North Sea')
  expect(lines).toMatchObject([{ msg: 'revision published', revision: 1 }])
  await ensureLiveRevision(where, stateOf(where.databaseDirectory), log)
  expect(lines).toHaveLength(1)
})

test('a start applies changed files, and keeps the last good facts when they are wrong', async () => {
  const where = folders()
  const { log, lines } = keepingLog()
  const state = stateOf(where.databaseDirectory)
  await ensureLiveRevision(where, state, log)
  writeFiles(where.dataDirectory, changed)
  await ensureLiveRevision(where, state, log)
  expect(state.live()?.number).toBe(2)
  writeFiles(where.dataDirectory, bad)
  await ensureLiveRevision(where, state, log)
  expect(state.live()?.number).toBe(2)
  expect(lines.at(-1)?.msg).toBe('data files invalid; keeping the last good revision')
})

test('a start with nothing and wrong files says what to do', async () => {
  const where = folders(bad)
  const { log, lines } = keepingLog()
  const starting = ensureLiveRevision(where, stateOf(where.databaseDirectory), log)
  await expect(starting).rejects.toThrow(NoFactsError)
  await expect(starting).rejects.toThrow('npm run seed -- --check')
  expect(lines[0]?.msg).toMatch(/^articles\/gazette\.yaml:\d+: there is no entity "atlantis"/)
})

test.each([
  ['missing', (path: string) => rmSync(path)],
  ['empty', (path: string) => truncateSync(path)],
  ['cut short', (path: string) => truncateSync(path, 20_000)],
  ['no database', (path: string) => writeFileSync(path, 'not a database')],
])('a facts file that is %s is built anew from the files', async (_what, damage) => {
  const where = folders()
  const { log } = keepingLog()
  const state = stateOf(where.databaseDirectory)
  await ensureLiveRevision(where, state, log)
  damage(revisionPath(where.databaseDirectory, 1))
  await ensureLiveRevision(where, state, log)
  expect(regionIn(where.databaseDirectory)).toBe('North Sea')
})

/** Changes one fact of a revision as someone with a shell might: the file stays a sound database. */
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
      database.exec(`UPDATE revision SET hash = 'f'; UPDATE source_file SET text = text || ' '`)
      database.close()
    },
  ],
])('a facts file that is %s is noticed by a start, and its facts come back', async (_what, alter) => {
  const where = folders()
  const state = stateOf(where.databaseDirectory)
  seed({ ...where, actor: 'shell' })
  writeFiles(where.dataDirectory, changed)
  seed({ ...where, actor: 'shell' })
  writeFiles(where.dataDirectory, sampleFiles)
  state.rollbackTo(1, 'shell')
  alter(revisionPath(where.databaseDirectory, 1))
  const { log, lines } = keepingLog()
  await ensureLiveRevision(where, state, log)
  expect(lines[0]).toMatchObject({ level: 40, revision: 1 })
  expect(regionIn(where.databaseDirectory)).toBe('North Sea')
  expect(state.live()).toMatchObject({ number: 3, pinnedByRollback: true })
  await ensureLiveRevision(where, state, log)
  expect(state.live()?.number).toBe(3)
})

test('a fact that was changed in the live file comes back from its own text, whatever the data files say', async () => {
  const where = folders()
  const state = stateOf(where.databaseDirectory)
  seed({ ...where, actor: 'shell' })
  alterFact(revisionPath(where.databaseDirectory, 1))
  writeFiles(where.dataDirectory, changed)
  await ensureLiveRevision(where, state, keepingLog().log)
  expect(regionIn(where.databaseDirectory)).toBe('North Sea')
})

test('a revision that was changed on the disk cannot be gone back to, nor applied', () => {
  const where = folders()
  const state = stateOf(where.databaseDirectory)
  seed({ ...where, actor: 'shell' })
  writeFiles(where.dataDirectory, changed)
  const staged = stageRevision(where)
  if (staged.outcome !== 'planned') throw new Error(staged.outcome)
  const path = stagedRevisionPath(where.databaseDirectory, 2)
  const database = new Database(path)
  database.exec(`UPDATE fact SET json = replace(json, 'North Sea', 'Red Sea')`)
  database.close()
  expect(publishStaged(where, staged.plan, 'shell')).toMatchObject({ outcome: 'stale' })
  seed({ ...where, actor: 'shell' })
  alterFact(revisionPath(where.databaseDirectory, 1))
  expect(applyRollback(where, { toRevision: 1 }, 'shell')).toMatchObject({ outcome: 'missing' })
  expect(state.live()?.number).toBe(2)
  expect(regionIn(where.databaseDirectory)).toBe('the North Sea')
})

test('a start removes what a killed builder left, but not while a builder is at work, and never what waits for Apply', async () => {
  const where = folders()
  const state = stateOf(where.databaseDirectory)
  seed({ ...where, actor: 'shell' })
  writeFiles(where.dataDirectory, changed)
  expect(stageRevision(where).outcome).toBe('planned')
  writeFiles(where.dataDirectory, sampleFiles)
  for (const name of ['building.tmp.db', 'building.tmp.db-journal'])
    writeFileSync(join(where.databaseDirectory, name), '')
  const left = () => readdirSync(where.databaseDirectory).filter((name) => /^(building|staged)/.test(name))
  const unlock = acquireBuildLock(where.databaseDirectory)
  await ensureLiveRevision(where, state, keepingLog().log)
  expect(left().sort()).toEqual(['building.tmp.db', 'building.tmp.db-journal', 'staged-2.db'])
  unlock()
  await ensureLiveRevision(where, state, keepingLog().log)
  expect(left()).toEqual(['staged-2.db'])
})

test('a damaged facts file is built from a sound copy when the files are wrong', async () => {
  const where = folders()
  const { log } = keepingLog()
  const state = stateOf(where.databaseDirectory)
  await ensureLiveRevision(where, state, log)
  writeFiles(where.dataDirectory, changed)
  await ensureLiveRevision(where, state, log)
  writeFiles(where.dataDirectory, bad)
  rmSync(revisionPath(where.databaseDirectory, 2))
  await ensureLiveRevision(where, state, log)
  expect(regionIn(where.databaseDirectory)).toBe('North Sea')
})

test('facts chosen by an undo stay through a start', async () => {
  const where = folders()
  const { log, lines } = keepingLog()
  const state = stateOf(where.databaseDirectory)
  await ensureLiveRevision(where, state, log)
  const database = new Database(join(where.databaseDirectory, 'app.db'))
  database.exec('UPDATE live_revision SET pinned_by_rollback = 1')
  database.close()
  writeFiles(where.dataDirectory, changed)
  await ensureLiveRevision(where, state, log)
  expect(state.live()).toMatchObject({ number: 1, pinnedByRollback: true })
  expect(lines.at(-1)).toMatchObject({
    level: 40,
    msg: 'live revision is pinned by a rollback; not reseeding',
  })
})
