// The runner of the build process with workers that do not start, send no result, or send garbage.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { acquireBuildLock } from '../../src/revisions/build-lock.ts'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import { sampleFiles, temporaryFolder, writeFiles } from '../fixtures/sample-data.ts'
import { preload } from '../helpers/build-process.ts'

function makePaths() {
  const paths = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeFiles(paths.dataDirectory, sampleFiles)
  return paths
}

/** Runs a request in a worker that runs a program first. */
const runWith = (program: string) =>
  runBuildProcess(makePaths(), { type: 'plan' }, { execArgv: preload(program) })

test('a request is carried out in another process, step by step', async () => {
  const steps: string[] = []
  const pids = new Set<number>()
  const result = await runBuildProcess(
    makePaths(),
    { type: 'reseed', actor: 'shell' },
    {
      onStep: (step, pid) => {
        steps.push(step)
        pids.add(pid)
      },
    },
  )
  expect(result).toMatchObject({ outcome: 'published', revision: 1, previousRevision: 0 })
  expect(steps).toEqual([
    ...['locked', 'read', 'checked', 'created', 'written', 'verified', 'synced', 'renamed'],
    ...['published', 'pruned'],
  ])
  expect(pids.size).toBe(1)
  expect(pids.has(process.pid)).toBe(false)
})

test.each([
  ['exits at once', 'process.exit(0)', ''],
  ['exits with an error code', 'process.exit(3)', ''],
  ['exits before it has read the request', 'process.disconnect()', ''],
  ['is killed at once', `process.kill(process.pid, 'SIGKILL')`, ' (SIGKILL)'],
  [
    'is killed in the middle of a message',
    `import { writeSync } from 'node:fs'
     writeSync(3, '{"type":"result","resu')
     process.kill(process.pid, 'SIGKILL')`,
    ' (SIGKILL)',
  ],
  [
    'sends nothing but garbage',
    `for (const message of [null, 7, 'text', [], {}, { type: 'step' }, { type: 'result' }, { type: 'result', result: 7 },
       { type: 'result', result: { outcome: 'unheard-of' } }, { outcome: 'published' }]) process.send(message)
     setTimeout(() => process.exit(0), 50)`,
    '',
  ],
  ['sends steps and no result', `process.send({ type: 'step', step: 'read' }, () => process.exit(0))`, ''],
])('a worker that %s has failed', async (_description, program, suffix) => {
  expect(await runWith(program)).toEqual({
    outcome: 'failed',
    reason: `build process exited without a result${suffix}`,
    fix: 'try again, and run "npm run seed" in a shell to see the whole error',
  })
})

test('a worker that takes too long is stopped, and the lock is free again', async () => {
  const paths = makePaths()
  const execArgv = preload(`process.on('message', () => { for (;;); })`)
  expect(await runBuildProcess(paths, { type: 'plan' }, { timeLimitMs: 1000, execArgv })).toEqual({
    outcome: 'failed',
    reason: 'it took too long and was stopped',
    fix: 'split what you import into smaller files, or check what else the machine is doing, then try again',
  })
  acquireBuildLock(paths.databaseDirectory, 0)()
})

test('garbage beside a result does no harm', async () => {
  const program = `process.send('a warning'); process.send({ type: 'result' }); console.log('{"type":"result"}')`
  expect(await runWith(program)).toMatchObject({ outcome: 'planned', plan: { toRevision: 1 } })
})

test('a failure carries the error of the worker, bounded and on one line', async () => {
  const result = await runWith(`console.error('Error: ' + '\\u001b[31m'.repeat(100_000)); process.exit(1)`)
  if (result.outcome !== 'failed') throw new Error(result.outcome)
  expect(result.reason.length).toBeLessThan(2000)
  expect(result.reason).toMatch(/^Error: U\+001B/)
})

test('a request that the worker does not know has failed', async () => {
  const request = { type: 'unheard-of' } as unknown as Parameters<typeof runBuildProcess>[1]
  expect(await runBuildProcess(makePaths(), request)).toMatchObject({
    outcome: 'failed',
    reason: 'build process exited without a result',
  })
})

test('a process that cannot be forked has failed, and keeps no lock', async () => {
  const paths = makePaths()
  const node = process.execPath
  process.execPath = '/nonexistent/node'
  onTestFinished(() => {
    process.execPath = node
  })
  expect(await runBuildProcess(paths, { type: 'plan' })).toEqual({
    outcome: 'failed',
    reason: 'the build process could not be started (ENOENT)',
    fix: 'check that the machine has memory, processes and open files left, then try again',
  })
  acquireBuildLock(paths.databaseDirectory, 0)()
})

test('a process for which no file descriptor is left has failed', () => {
  const path = JSON.stringify(join(import.meta.dirname, '../../src/revisions/build-process.ts'))
  const program = `
    import { openSync } from 'node:fs'
    import { runBuildProcess } from ${path}
    try {
      for (;;) openSync('/dev/null')
    } catch {}
    const { reason } = await runBuildProcess({ dataDirectory: '.', databaseDirectory: '.' }, { type: 'plan' })
    process.stdout.write(reason)`
  const file = join(temporaryFolder(), 'program.mjs')
  writeFileSync(file, program)
  const { stdout } = spawnSync('sh', ['-c', `ulimit -n 200; exec "${process.execPath}" "${file}"`], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('the build process could not be started (EMFILE)')
})

test('a lock that stays held is a failure of its own', async () => {
  const paths = makePaths()
  onTestFinished(acquireBuildLock(paths.databaseDirectory))
  expect(await runBuildProcess(paths, { type: 'plan' }, { lockWaitMs: 0 })).toEqual({
    outcome: 'failed',
    reason: 'another process is building a revision (SQLITE_BUSY)',
    fix: 'wait until it has ended, then try again',
    isLocked: true,
  })
})

test('of several processes started at once one builds and the others find it done', async () => {
  const paths = makePaths()
  const results = await Promise.all(
    [1, 2, 3].map(() => runBuildProcess(paths, { type: 'reseed', actor: 'shell' })),
  )
  expect(results.map(({ outcome }) => outcome).sort()).toEqual(['published', 'unchanged', 'unchanged'])
})
