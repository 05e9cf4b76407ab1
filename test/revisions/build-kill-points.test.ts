// A builder killed at each of its named steps: one revision stays whole, and the next builder succeeds.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { publishStaged, stageRevision } from '../../src/revisions/plan.ts'
import { seed } from '../../src/revisions/publish.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'
import {
  builder,
  expectConsistent,
  unfinishedFiles,
  writeMarked,
  type Folders,
} from '../helpers/build-process.ts'

const template = mkdtempSync(join(tmpdir(), 'entente-kills-'))
afterAll(() => rmSync(template, { recursive: true, force: true }))
const prepared = { dataDirectory: join(template, 'data'), databaseDirectory: join(template, 'databases') }
for (const mark of ['Old', 'New']) {
  writeMarked(prepared, mark)
  seed({ ...prepared, by: 'shell' })
}

/** Two revisions, the second live, and a third in the files. */
function twoRevisions(): Folders {
  const folder = temporaryFolder()
  cpSync(template, folder, { recursive: true })
  const folders = { dataDirectory: join(folder, 'data'), databaseDirectory: join(folder, 'databases') }
  writeMarked(folders, 'Next')
  return folders
}

async function killedAt(folders: Folders, step: string, ...options: string[]): Promise<void> {
  const { child, lines, outcome } = builder(folders, '--pause-at', step, ...options)
  for await (const line of lines) if (line === JSON.stringify({ step })) break
  child.kill('SIGKILL')
  expect(await outcome).toBeUndefined()
}

const staging = [
  'locked',
  'read',
  'checked',
  'created',
  'written',
  'verified',
  'synced',
  'renamed',
  'compared',
]
const applying = ['locked', 'checked', 'named', 'published', 'pruned']
const undoing = ['locked', 'checked', 'undone']

describe('a builder killed', () => {
  test.each(staging)('while it stages, at "%s", changes nothing, and the next one succeeds', async (step) => {
    const folders = twoRevisions()
    await killedAt(folders, step, '--stage')
    expect(expectConsistent(folders)).toEqual({ live: 2, mark: 'New' })
    const staged = stageRevision(folders)
    if (staged.outcome !== 'planned') throw new Error(staged.outcome)
    expect(publishStaged(folders, staged.plan, 'shell').outcome).toBe('applied')
    expect(expectConsistent(folders).mark).toBe('Next')
    expect(unfinishedFiles(folders)).toEqual([])
  })

  test.each(applying)(
    'while it applies, at "%s", leaves one revision whole, and the next one succeeds',
    async (step) => {
      const folders = twoRevisions()
      const staged = stageRevision(folders)
      if (staged.outcome !== 'planned') throw new Error(staged.outcome)
      const { fromRevision, toRevision, hash } = staged.plan
      await killedAt(
        folders,
        step,
        ...['--apply', String(toRevision), '--base', String(fromRevision), '--hash', hash],
      )
      const isLive = applying.indexOf(step) >= applying.indexOf('published')
      expect(expectConsistent(folders)).toEqual(isLive ? { live: 3, mark: 'Next' } : { live: 2, mark: 'New' })
      // What was named and not published is passed over: the difference is to be looked at again.
      const again = publishStaged(folders, staged.plan, 'shell').outcome
      expect(again).toBe(isLive ? 'unchanged' : step === 'named' ? 'moved' : 'applied')
      if (again === 'moved') seed({ ...folders, by: 'shell' })
      expect(expectConsistent(folders).mark).toBe('Next')
    },
  )

  test.each(undoing)('while it undoes, at "%s", leaves one revision whole', async (step) => {
    const folders = twoRevisions()
    await killedAt(folders, step, '--undo', '1', '--base', '2')
    const isLive = step === 'undone'
    expect(expectConsistent(folders)).toEqual(isLive ? { live: 1, mark: 'Old' } : { live: 2, mark: 'New' })
  })
})
