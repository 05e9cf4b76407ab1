// A build process killed at each of its steps: one revision stays whole, and the next build succeeds.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { DataPaths } from '../../src/data/model/data-file.ts'
import { readImportedFiles } from '../../src/data/build/data-files.ts'
import { readContent, revisionPath } from '../../src/data/query/revision-file.ts'
import type { BuildRequest } from '../../src/revisions/build-messages.ts'
import type { BuildStep } from '../../src/revisions/build-result.ts'
import { stageChange } from '../../src/revisions/imported-change.ts'
import { publishStaged, stageRevision } from '../../src/revisions/plan.ts'
import { seed } from '../../src/revisions/publish.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'
import { pier } from '../fixtures/sample-imports.ts'
import { expectConsistent, runKilledAt, tempFiles, writeMarked } from '../helpers/build-process.ts'

const template = mkdtempSync(join(tmpdir(), 'entente-kills-'))
afterAll(() => rmSync(template, { recursive: true, force: true }))
const prepared = { dataDirectory: join(template, 'data'), databaseDirectory: join(template, 'databases') }
for (const mark of ['Old', 'New']) {
  writeMarked(prepared, mark)
  await seed({ ...prepared, actor: 'shell' })
}

/** Two revisions, the second live, and a third in the files. */
function twoRevisions(): DataPaths {
  const folder = temporaryFolder()
  cpSync(template, folder, { recursive: true })
  const paths = { dataDirectory: join(folder, 'data'), databaseDirectory: join(folder, 'databases') }
  writeMarked(paths, 'Next')
  return paths
}

async function killAt(paths: DataPaths, step: BuildStep, request: BuildRequest): Promise<void> {
  expect(await runKilledAt(paths, request, step)).toEqual({
    outcome: 'failed',
    reason: 'build process exited without a result (SIGKILL)',
    fix: 'try again, and run "npm run seed" in a shell to see the whole error',
  })
}

const writing: BuildStep[] = [
  ...(['locked', 'read', 'checked'] as const),
  ...(['created', 'written', 'verified', 'synced', 'renamed'] as const),
]
const reseeding: BuildStep[] = [...writing, 'published', 'pruned']
const applying: BuildStep[] = ['locked', 'checked', 'renamed', 'published', 'pruned']
const rollingBack: BuildStep[] = ['locked', 'checked', 'rolled-back']

describe('a build process killed', () => {
  test.each(reseeding)('while it reseeds, at "%s", leaves one revision whole', async (step) => {
    const paths = twoRevisions()
    await killAt(paths, step, { type: 'reseed', actor: 'shell' })
    const isLive = reseeding.indexOf(step) >= reseeding.indexOf('published')
    expect((await expectConsistent(paths)).mark).toBe(isLive ? 'Next' : 'New')
    expect((await seed({ ...paths, actor: 'shell' })).outcome).toBe(isLive ? 'unchanged' : 'published')
    expect((await expectConsistent(paths)).mark).toBe('Next')
    expect(tempFiles(paths)).toEqual([])
  })

  test.each(writing)('while it plans, at "%s", changes nothing, and the next succeeds', async (step) => {
    const paths = twoRevisions()
    await killAt(paths, step, { type: 'plan' })
    expect(await expectConsistent(paths)).toEqual({ live: 2, mark: 'New' })
    const staged = await stageRevision(paths)
    if (staged.outcome !== 'planned') throw new Error(staged.outcome)
    expect((await publishStaged(paths, staged.plan, 'shell')).outcome).toBe('published')
    expect((await expectConsistent(paths)).mark).toBe('Next')
    expect(tempFiles(paths)).toEqual([])
  })

  test.each(applying)(
    'while it applies, at "%s", leaves one revision whole, and the next succeeds',
    async (step) => {
      const paths = twoRevisions()
      const staged = await stageRevision(paths)
      if (staged.outcome !== 'planned') throw new Error(staged.outcome)
      await killAt(paths, step, { type: 'apply', plan: staged.plan, actor: 'shell' })
      const isLive = applying.indexOf(step) >= applying.indexOf('published')
      expect(await expectConsistent(paths)).toEqual(
        isLive ? { live: 3, mark: 'Next' } : { live: 2, mark: 'New' },
      )
      // A file that was renamed and not published is skipped: the diff must be looked at again.
      const again = (await publishStaged(paths, staged.plan, 'shell')).outcome
      expect(again).toBe(isLive ? 'unchanged' : step === 'renamed' ? 'stale' : 'published')
      if (again === 'stale') await seed({ ...paths, actor: 'shell' })
      expect((await expectConsistent(paths)).mark).toBe('Next')
    },
  )

  test.each<BuildStep>(['renamed', 'published'])(
    'while it applies an import, at "%s", leaves the rest to the next build',
    async (step) => {
      const paths = twoRevisions()
      const base64 = Buffer.from(pier).toString('base64')
      const staged = await stageChange(paths, { type: 'import', name: 'pier.yaml', base64 })
      if (staged.outcome !== 'planned') throw new Error(staged.outcome)
      await killAt(paths, step, { type: 'apply', plan: staged.plan, actor: 'shell' })
      expect((await expectConsistent(paths)).mark).toBe(step === 'published' ? 'Next' : 'New')
      expect(readImportedFiles(paths.databaseDirectory)).toEqual([{ path: 'imported/pier.yaml', text: pier }])
      expect((await seed({ ...paths, actor: 'start' })).outcome).toBe(
        step === 'published' ? 'unchanged' : 'published',
      )
      const content = readContent(revisionPath(paths.databaseDirectory, (await expectConsistent(paths)).live))
      expect(content.articles.map(({ id }) => id)).toContain('pier')
    },
  )

  test.each(rollingBack)('while it rolls back, at "%s", leaves one revision whole', async (step) => {
    const paths = twoRevisions()
    await killAt(paths, step, { type: 'rollback', toRevision: 1, fromRevision: 2, actor: 'shell' })
    const isLive = step === 'rolled-back'
    expect(await expectConsistent(paths)).toEqual(
      isLive ? { live: 1, mark: 'Old' } : { live: 2, mark: 'New' },
    )
  })
})
