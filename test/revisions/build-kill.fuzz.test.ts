// Build processes killed at random moments of reseeds and rollbacks, beside a bot that is asked after every kill.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { stageRevision } from '../../src/revisions/plan.ts'
import { seed } from '../../src/revisions/publish.ts'
import { renderedText, startTestBot, untilLive } from '../helpers/test-bot.ts'
import { runs } from '../helpers/fuzz.ts'
import { writeFiles } from '../fixtures/sample-data.ts'
import type { DataPaths } from '../../src/data/model/data-file.ts'
import type { BuildRequest } from '../../src/revisions/build-messages.ts'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import { expectConsistent, tempFiles, writeMarked } from '../helpers/build-process.ts'
import { generatedFiles, lettersOf } from '../fixtures/generated-data.ts'

/** Mulberry32, so that a failure can be reproduced. */
function seededRandom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const kills = runs(50)

test(`${kills} kills: after each the bot answers from one whole revision`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-kills-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const dataDirectory = join(folder, 'data')
  // Enough facts that there is a build to kill.
  const [terns] = generatedFiles(300, 'Tern')
  const passages = { path: 'passage-hashes.json', text: JSON.stringify({ gazette: '', terns: '' }) }
  const write = (mark: string) => {
    writeMarked({ dataDirectory }, mark)
    writeFiles(dataDirectory, [...(terns ? [terns] : []), passages])
  }
  write(lettersOf(0))
  const bot = await startTestBot({ dataDirectory })
  const paths = { dataDirectory, databaseDirectory: bot.databaseDirectory }
  const random = seededRandom(8)
  const durationMs = new Map<string, number>()
  let [killed, published] = [0, 0]
  let before = await expectConsistent(paths)
  for (let round = 1; killed < kills; round++) {
    const request = await nextRequest(round, random(), paths, write)
    const share = random()
    let [startedAt, timer] = [0, undefined as NodeJS.Timeout | undefined]
    const result = await runBuildProcess(paths, request, {
      onStep(step, pid) {
        if (step !== 'locked') return
        startedAt = performance.now()
        // The first of each type shows how long it takes.
        const delayMs = (durationMs.get(request.type) ?? 60_000) * share
        timer = setTimeout(() => process.kill(pid, 'SIGKILL'), delayMs)
      },
    })
    clearTimeout(timer)
    if (result.outcome === 'failed') {
      expect(result.reason).toBe('build process exited without a result (SIGKILL)')
      killed += 1
    } else durationMs.set(request.type, performance.now() - startedAt)
    const after = await expectConsistent(paths)
    if (after.live !== before.live) published += 1
    await untilLive(bot)
    const answer = renderedText(await bot.emulator.runCommand('/exercise name:Gull Drill'))
    expect(answer).toContain(`North Sea ${after.mark}`)
    before = after
  }
  expect(published).toBeGreaterThan(0)
  expect(bot.log.filter(({ level }) => Number(level) >= 50)).toEqual([])
  write('Last')
  await seed({ ...paths, actor: 'shell' })
  expect((await expectConsistent(paths)).mark).toBe('Last')
  expect(tempFiles(paths)).toEqual([])
}, 300_000)

/** In turns a reseed, a plan, the applying of one, and a rollback to a random earlier revision. */
async function nextRequest(
  round: number,
  random: number,
  paths: DataPaths,
  write: (mark: string) => void,
): Promise<BuildRequest> {
  const db = openAppDatabase(paths.databaseDirectory)
  const fromRevision = (await db.live())?.number ?? 0
  const others = (await db.revisions()).filter(({ number }) => number !== fromRevision)
  await db.close()
  const other = others[Math.floor(random * others.length)]
  const actor = 'shell'
  if (round % 4 === 3 && other) return { type: 'rollback', toRevision: other.number, fromRevision, actor }
  write(lettersOf(round))
  if (round % 4 === 0) return { type: 'plan' }
  if (round % 4 === 1) return { type: 'reseed', actor }
  const staged = await stageRevision(paths)
  if (staged.outcome !== 'planned') throw new Error(staged.outcome)
  return { type: 'apply', plan: staged.plan, actor }
}
