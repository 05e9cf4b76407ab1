// Files in the data directory that are not data files or cannot be read: they are named, and the last good revision stays.
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
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(paths.dataDirectory, sampleFiles)
  return paths
}

async function startIn(paths: ReturnType<typeof folders>) {
  const db = openAppDatabase(paths.databaseDirectory)
  onTestFinished(() => db.close())
  const lines: { level: number; msg: string }[] = []
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as (typeof lines)[number]) })
  await ensureLiveRevision(paths, db, log)
  return { db, lines }
}

const ignored: [description: string, create: (articles: string) => void][] = [
  ['an editor’s lock link', (articles) => symlinkSync('user@host.1', join(articles, '.#gazette.yaml'))],
  ['a hidden file', (articles) => writeFileSync(join(articles, '.gazette.yaml'), 'x')],
  ['a backup', (articles) => writeFileSync(join(articles, 'gazette.yaml~'), 'x')],
  ['an autosave', (articles) => writeFileSync(join(articles, '#gazette.yaml#'), 'x')],
  ['a swap file', (articles) => writeFileSync(join(articles, '.gazette.yaml.swp'), 'x')],
  ['a folder', (articles) => mkdirSync(join(articles, 'old'))],
]

test.each(ignored)('%s among the files is ignored', (_description, create) => {
  const { dataDirectory } = folders()
  create(join(dataDirectory, 'articles'))
  expect(readDataFiles(dataDirectory)).toEqual(sampleFiles)
})

function makeLarge(path: string, megabytes: number): void {
  writeFileSync(path, '')
  truncateSync(path, megabytes * 1_000_000)
}

const unreadable: [description: string, create: (folder: string) => void, problem: string][] = [
  [
    'a folder with the name of a file',
    (folder) => mkdirSync(join(folder, 'articles/x.yaml')),
    '/articles/x.yaml is not a file: move or rename it',
  ],
  [
    'a file of 300 MB',
    (folder) => makeLarge(join(folder, 'articles/x.yaml'), 300),
    '/articles/x.yaml the data files exceed 32 MiB: move files that are not data files elsewhere',
  ],
  [
    'what is large only together',
    (folder) => {
      for (const name of ['w', 'x', 'y', 'z']) makeLarge(join(folder, `entities/${name}.yaml`), 10)
    },
    '/entities/z.yaml the data files exceed 32 MiB: move files that are not data files elsewhere',
  ],
  [
    'a link that points nowhere',
    (folder) => symlinkSync('nowhere', join(folder, 'articles/x.yaml')),
    '/articles/x.yaml cannot be read (ENOENT): restore it, or check its permissions',
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

test.each(unreadable)(
  'a start with %s serves the last good revision',
  async (_description, create, problem) => {
    const paths = folders()
    await seed({ ...paths, actor: 'shell' })
    create(paths.dataDirectory)
    const { db, lines } = await startIn(paths)
    expect((await db.live())?.number).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ level: 50 })
    expect(lines[0]?.msg).toContain(`${paths.dataDirectory}${problem}`)
    expect(lines[0]?.msg).toMatch(/; serving the last good revision until then$/)
    const status = await readHealth({
      ...{ ...paths, db, now: new Date(), startedAt: new Date() },
      connection: { type: 'gateway', shards: [] },
    })
    expect(status.filesDiffer).toBeUndefined()
  },
)

test.each(unreadable)(
  'a start with %s and no revision fails with one sentence',
  async (_description, create, problem) => {
    const paths = folders()
    create(paths.dataDirectory)
    const starting = startIn(paths)
    await expect(starting).rejects.toThrow(NoFactsError)
    await expect(starting).rejects.toThrow(`${paths.dataDirectory}${problem}`)
  },
)

test('a start whose live revision is corrupt too rebuilds the newest intact one', async () => {
  const paths = folders()
  await seed({ ...paths, actor: 'shell' })
  const country = sampleFiles.find(({ path }) => path === 'entities/country.yaml')
  writeFiles(paths.dataDirectory, [
    {
      path: 'entities/country.yaml',
      text: country?.text.replace('name: Chile', 'name: Chile, aliases: [CL]') ?? '',
    },
  ])
  await seed({ ...paths, actor: 'shell' })
  writeFileSync(join(paths.databaseDirectory, 'revision-2.db'), 'junk')
  rmSync(paths.dataDirectory, { recursive: true })
  const { db } = await startIn(paths)
  expect((await db.live())?.number).toBe(3)
  expect((await db.revisions())[0]).toMatchObject({ number: 3, builtFrom: 'revision 1' })
})

test.each([[['--check']], [['--dry-run']], [[]]])('npm run seed -- %s names the file', (mode) => {
  const paths = folders()
  mkdirSync(join(paths.dataDirectory, 'articles/x.yaml'))
  const { status, stderr } = spawnSync(
    process.execPath,
    [script, ...mode, '--data-dir', paths.dataDirectory, '--database-dir', paths.databaseDirectory],
    { encoding: 'utf8' },
  )
  expect(status).toBe(1)
  expect(stderr).toContain(`${paths.dataDirectory}/articles/x.yaml is not a file`)
  expect(stderr).not.toContain('    at ')
})

test('directories with the names of revision files do not prevent a build', async () => {
  const paths = folders()
  for (let number = 1; number <= 21; number++)
    mkdirSync(join(paths.databaseDirectory, `revision-${number}.db`), { recursive: true })
  for (const name of ['building.tmp.db', 'staged-7.db'])
    mkdirSync(join(paths.databaseDirectory, name, 'more'), { recursive: true })
  expect(await seed({ ...paths, actor: 'shell' })).toMatchObject({ outcome: 'published', revision: 22 })
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
