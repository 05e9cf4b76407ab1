// What stands in the data folder and is no data file, or cannot be read: named, and the last good facts answer.
import { spawnSync } from 'node:child_process'
import fs, { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { readDataFiles } from '../../src/data/build/data-files.ts'
import { NoFactsError, ensureLiveRevision } from '../../src/revisions/ensure-live-revision.ts'
import { seed } from '../../src/revisions/publish.ts'
import { readHealth } from '../../src/monitoring/health.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const script = join(import.meta.dirname, '../../scripts/seed.ts')

function folders() {
  const where = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(where.dataDirectory, sampleFiles)
  return where
}

async function startIn(where: ReturnType<typeof folders>) {
  const state = openAppDatabase(where.databaseDirectory)
  onTestFinished(() => state.close())
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  await ensureLiveRevision(where, state, log)
  return { state, lines }
}

const ignored: [what: string, put: (articles: string) => void][] = [
  ['an editor’s lock link', (articles) => symlinkSync('user@host.1', join(articles, '.#gazette.yaml'))],
  ['a hidden file', (articles) => writeFileSync(join(articles, '.gazette.yaml'), 'x')],
  ['a backup', (articles) => writeFileSync(join(articles, 'gazette.yaml~'), 'x')],
  ['an autosave', (articles) => writeFileSync(join(articles, '#gazette.yaml#'), 'x')],
  ['a swap file', (articles) => writeFileSync(join(articles, '.gazette.yaml.swp'), 'x')],
  ['a folder', (articles) => mkdirSync(join(articles, 'old'))],
]

test.each(ignored)('%s among the files is no data file', (_what, put) => {
  const { dataDirectory } = folders()
  put(join(dataDirectory, 'articles'))
  expect(readDataFiles(dataDirectory)).toEqual(sampleFiles)
})

function makeLarge(path: string, megabytes: number): void {
  writeFileSync(path, '')
  truncateSync(path, megabytes * 1_000_000)
}

const unreadable: [what: string, put: (folder: string) => void, problem: string][] = [
  [
    'a folder with the name of a file',
    (folder) => mkdirSync(join(folder, 'articles/x.yaml')),
    '/articles/x.yaml is not a file: move it elsewhere, or give it another name',
  ],
  [
    'a file of 300 MB',
    (folder) => makeLarge(join(folder, 'articles/x.yaml'), 300),
    '/articles/x.yaml the data files have over 32 MiB: move elsewhere what is not a file of facts',
  ],
  [
    'what is large only together',
    (folder) => {
      for (const name of ['w', 'x', 'y', 'z']) makeLarge(join(folder, `entities/${name}.yaml`), 10)
    },
    '/entities/z.yaml the data files have over 32 MiB: move elsewhere what is not a file of facts',
  ],
  [
    'a link that points nowhere',
    (folder) => symlinkSync('nowhere', join(folder, 'articles/x.yaml')),
    '/articles/x.yaml cannot be read (ENOENT): put it back, or give Entente the right to read it',
  ],
  [
    'a link that points to itself',
    (folder) => symlinkSync('x.yaml', join(folder, 'entities/x.yaml')),
    '/entities/x.yaml cannot be read (ELOOP): ',
  ],
  [
    'a pipe',
    (folder) => spawnSync('mkfifo', [join(folder, 'articles/x.yaml')]),
    '/articles/x.yaml is not a file: ',
  ],
  [
    'no folder of articles',
    (folder) => rmSync(join(folder, 'articles'), { recursive: true }),
    '/articles cannot be read (ENOENT): ',
  ],
  [
    'no folder at all',
    (folder) => rmSync(folder, { recursive: true }),
    '/articles cannot be read (ENOENT): ',
  ],
  [
    'a file in the place of a folder',
    (folder) => {
      rmSync(join(folder, 'entities'), { recursive: true })
      writeFileSync(join(folder, 'entities'), '')
    },
    '/entities cannot be read (ENOTDIR): ',
  ],
  [
    'no passages',
    (folder) => rmSync(join(folder, 'passage-hashes.json')),
    '/passage-hashes.json cannot be read (ENOENT): ',
  ],
]

test.each(unreadable)('a start with %s goes on with the last good facts', async (_what, put, problem) => {
  const where = folders()
  seed({ ...where, actor: 'shell' })
  put(where.dataDirectory)
  const { state, lines } = await startIn(where)
  expect(state.live()?.number).toBe(1)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({ level: 50 })
  expect(lines[0]?.msg).toContain(`${where.dataDirectory}${problem}`)
  expect(lines[0]?.msg).toMatch(/; serving the last good revision until then$/)
  const status = readHealth({ ...where, db: state, now: new Date(), startedAt: new Date(), shards: [] })
  expect(status.filesDiffer).toBeUndefined()
})

test.each(unreadable)('a start with %s and no facts stops with one sentence', async (_what, put, problem) => {
  const where = folders()
  put(where.dataDirectory)
  const starting = startIn(where)
  await expect(starting).rejects.toThrow(NoFactsError)
  await expect(starting).rejects.toThrow(`${where.dataDirectory}${problem}`)
})

test('a start whose live facts are damaged too takes the newest sound copy', async () => {
  const where = folders()
  seed({ ...where, actor: 'shell' })
  const country = sampleFiles.find(({ path }) => path === 'entities/country.yaml')
  writeFiles(where.dataDirectory, [
    {
      path: 'entities/country.yaml',
      text: country?.text.replace('name: Chile', 'name: Chile, aliases: [CL]') ?? '',
    },
  ])
  seed({ ...where, actor: 'shell' })
  writeFileSync(join(where.databaseDirectory, 'revision-2.db'), 'junk')
  rmSync(where.dataDirectory, { recursive: true })
  const { state } = await startIn(where)
  expect(state.live()?.number).toBe(3)
  expect(state.revisions()[0]).toMatchObject({ number: 3, builtFrom: 'revision 1' })
})

test.each([[['--check']], [['--dry-run']], [[]]])('npm run seed -- %s names the file', (mode) => {
  const where = folders()
  mkdirSync(join(where.dataDirectory, 'articles/x.yaml'))
  const { status, stderr } = spawnSync(
    process.execPath,
    [script, ...mode, '--data-dir', where.dataDirectory, '--database-dir', where.databaseDirectory],
    { encoding: 'utf8' },
  )
  expect(status).toBe(1)
  expect(stderr).toContain(`${where.dataDirectory}/articles/x.yaml is not a file`)
  expect(stderr).not.toContain('    at ')
})

test('folders with the names of facts files keep no revision from becoming live', () => {
  const where = folders()
  for (let number = 1; number <= 21; number++)
    mkdirSync(join(where.databaseDirectory, `revision-${number}.db`), { recursive: true })
  for (const name of ['building.tmp.db', 'staged-7.db'])
    mkdirSync(join(where.databaseDirectory, name, 'more'), { recursive: true })
  expect(seed({ ...where, actor: 'shell' })).toMatchObject({ outcome: 'published', revision: 22 })
})

test('a file that is renamed after it was listed is read under its new name', () => {
  const { dataDirectory } = folders()
  const [old, fresh] = ['gazette', 'renamed'].map((name) => join(dataDirectory, `articles/${name}.yaml`))
  const { statSync } = fs
  const restore = () => {
    fs.statSync = statSync
    syncBuiltinESMExports()
  }
  fs.statSync = ((path: string) => {
    restore()
    renameSync(old ?? '', fresh ?? '')
    return statSync(path)
  }) as typeof statSync
  syncBuiltinESMExports()
  onTestFinished(restore)
  expect(readDataFiles(dataDirectory).map(({ path }) => path)).toEqual([
    'articles/renamed.yaml',
    ...sampleFiles.slice(1).map(({ path }) => path),
  ])
})
