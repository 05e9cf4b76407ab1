// A file or directory in place of a lock that can never be locked: one process renames it, and the lock works.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seed } from '../../src/revisions/publish.ts'
import { acquireFileLock } from '../../src/db/file-lock.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'

const header = 'SQLite format 3\0'

const damaged = (folder: string) =>
  readdirSync(folder).filter((name) => name.startsWith('build.lock.corrupt-'))

test.each<[description: string, create: (path: string) => void]>([
  ['text', (path) => writeFileSync(path, 'junk'.repeat(3000))],
  ['the head of a database and junk', (path) => writeFileSync(path, header + 'junk'.repeat(3000))],
  ['a folder', (path) => mkdirSync(join(path, 'more'), { recursive: true })],
])('a lock that is %s is renamed, and a build succeeds', async (_description, create) => {
  const [dataDirectory, databaseDirectory] = [temporaryFolder(), temporaryFolder()]
  writeFiles(dataDirectory, sampleFiles)
  create(join(databaseDirectory, 'build.lock'))
  expect((await seed({ dataDirectory, databaseDirectory, actor: 'shell' })).outcome).toBe('published')
  expect(damaged(databaseDirectory)).toHaveLength(1)
})

test.each<[description: string, create: (path: string) => void]>([
  ['empty', (path) => writeFileSync(path, '')],
  ['a few bytes, which SQLite takes for none', (path) => writeFileSync(path, 'x')],
  ['a link to a file', (path) => symlinkSync(`${path}.target`, path)],
  ['beside a journal that means nothing', (path) => writeFileSync(`${path}-journal`, 'junk')],
])('a lock that is %s is used as it is', (_description, create) => {
  const folder = temporaryFolder()
  const path = join(folder, 'build.lock')
  create(path)
  acquireFileLock(path, 0)()
  const release = acquireFileLock(path, 0)
  expect(() => acquireFileLock(path, 0)).toThrow('database is locked')
  release()
  expect(damaged(folder)).toEqual([])
})

test('several processes that find an unusable lock hold it one at a time', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'build.lock')
  const journal = join(folder, 'journal')
  writeFileSync(path, 'junk'.repeat(3000))
  const program = `
    import { appendFileSync } from 'node:fs'
    import { acquireFileLock } from ${JSON.stringify(join(import.meta.dirname, '../../src/db/file-lock.ts'))}
    for (let round = 0; round < 20; round++) {
      const release = acquireFileLock(${JSON.stringify(path)}, 60_000)
      appendFileSync(${JSON.stringify(journal)}, 'begin ')
      appendFileSync(${JSON.stringify(journal)}, 'end ')
      release()
    }`
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' }),
  )
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit')) as [number]))
  expect(codes.map(([code]) => code)).toEqual([0, 0, 0, 0])
  expect(readFileSync(journal, 'utf8')).toBe('begin end '.repeat(80))
  expect(damaged(folder)).toHaveLength(1)
})

test('a lock whose holder was killed is free', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'build.lock')
  const program = `
    import { acquireFileLock } from ${JSON.stringify(join(import.meta.dirname, '../../src/db/file-lock.ts'))}
    globalThis.release = acquireFileLock(${JSON.stringify(path)}, 0)
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program])
  await once(child.stdout, 'data')
  expect(() => acquireFileLock(path, 0)).toThrow('database is locked')
  child.kill('SIGKILL')
  await once(child, 'exit')
  acquireFileLock(path, 0)()
})
