// What look-ups notice of a reseed of very many facts: answers that fail or mix revisions, and how long they are held up.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import { factsPerThing, generatedFiles, lettersOf } from '../../test/fixtures/generated-data.ts'
import type { Contender } from './contender.ts'
import { perSecond, timeEvenly } from './load.ts'
import { quantile } from './stats.ts'

/** As many facts as the first revision has; look-ups are of things that both have. */
const factsBefore = 1000

/** Reseeds a bot, then reseeds it again while it is asked; its event loop is measured until a second after that. */
export async function measureReseed(contender: Contender, count: number) {
  const { databaseDirectory, emulator } = contender
  const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-bench-data-'))
  let revisions = 0
  async function reseed(facts: number): Promise<void> {
    for (const { path, text } of generatedFiles(facts, `Mark${lettersOf(++revisions)}`)) {
      mkdirSync(dirname(join(dataDirectory, path)), { recursive: true })
      writeFileSync(join(dataDirectory, path), text)
    }
    const result = await runBuildProcess(
      { dataDirectory, databaseDirectory },
      { type: 'reseed', actor: 'shell' },
    )
    if (result.outcome !== 'published') throw new Error(`a reseed ended as "${result.outcome}"`)
  }

  const counts = { failed: 0, mixed: 0 }
  const marksSeen = new Set<string>()
  async function lookUp(index: number): Promise<void> {
    const thing = (index * 7) % (factsBefore / factsPerThing)
    const response = await emulator.runCommand(`/about name:thing-${thing}`).catch(() => undefined)
    const marks = new Set(JSON.stringify(response ?? {}).match(/Mark[A-Z][a-z]*/g))
    if (response?.type !== 'message' || marks.size === 0) counts.failed += 1
    if (marks.size > 1) counts.mixed += 1
    for (const mark of marks) marksSeen.add(mark)
  }

  await reseed(factsBefore)
  // A bot notices another process's revision within a second.
  await timeEvenly(2 * perSecond, () => emulator.runCommand('/about name:thing-0'))
  await contender.eventLoopDelayMs()
  const started = performance.now()
  let seconds: number | undefined
  const reseeding = reseed(count).then(() => (seconds = (performance.now() - started) / 1000))
  const durations: number[] = []
  for (let rest = 0; rest < 2; rest += seconds === undefined ? 0 : 1)
    durations.push(...(await timeEvenly(perSecond, lookUp)))
  await reseeding
  const delayMs = await contender.eventLoopDelayMs()
  rmSync(dataDirectory, { recursive: true, force: true })
  if (marksSeen.size < 2) throw new Error('the new revision was not noticed')
  return { ...counts, delayMs, p99: quantile(durations, 0.99), seconds: seconds ?? NaN }
}
