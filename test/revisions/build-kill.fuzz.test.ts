// Builders killed at random moments of reseeds and rollbacks, beside a bot that is asked after every kill.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { stageRevision } from '../../src/revisions/plan.ts'
import { seed } from '../../src/revisions/publish.ts'
import { startTestBot, renderedText } from '../helpers/test-bot.ts'
import { runs } from '../helpers/fuzz.ts'
import { writeFiles } from '../fixtures/sample-data.ts'
import {
  builder,
  expectConsistent,
  unfinishedFiles,
  writeMarked,
  type Folders,
} from '../helpers/build-process.ts'
import { generatedFiles, lettersOf } from '../fixtures/generated-data.ts'

/** Mulberry32, so that a failing moment comes again. */
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
  // So many facts that there is work to be killed at.
  const [terns] = generatedFiles(300, 'Tern')
  const passages = { path: 'passage-hashes.json', text: JSON.stringify({ gazette: '', terns: '' }) }
  const write = (mark: string) => {
    writeMarked({ dataDirectory, databaseDirectory: '' }, mark)
    writeFiles(dataDirectory, [...(terns ? [terns] : []), passages])
  }
  write(lettersOf(0))
  const bot = await startTestBot({ dataDirectory })
  const folders = { dataDirectory, databaseDirectory: bot.databaseDirectory }
  const random = seededRandom(8)
  const workMs = new Map<string, number>()
  let [killed, moved] = [0, 0]
  let before = expectConsistent(folders)
  for (let round = 1; killed < kills; round++) {
    const options = optionsOf(round, random(), folders, write)
    const mode = options[0] ?? ''
    const { child, outcome, lines } = builder(folders, ...options)
    for await (const line of lines) if (line.includes('locked')) break
    const began = performance.now()
    // The first of each mode says for how long it works.
    const timer = setTimeout(() => child.kill('SIGKILL'), (workMs.get(mode) ?? 60_000) * random())
    if ((await outcome) === undefined) killed += 1
    else workMs.set(mode, performance.now() - began)
    clearTimeout(timer)
    const after = expectConsistent(folders)
    if (after.live !== before.live) moved += 1
    const answer = renderedText(await bot.emulator.runCommand('/exercise name:Gull Drill'))
    expect(answer).toContain(`North Sea ${after.mark}`)
    before = after
  }
  expect(moved).toBeGreaterThan(0)
  expect(bot.log.filter(({ level }) => Number(level) >= 50)).toEqual([])
  write('Last')
  seed({ ...folders, by: 'shell' })
  expect(expectConsistent(folders).mark).toBe('Last')
  expect(unfinishedFiles(folders)).toEqual([])
}, 120_000)

/** In turns a reseed at once, one that is staged, the applying of one, and a rollback to a random kept revision. */
function optionsOf(round: number, random: number, folders: Folders, write: (mark: string) => void): string[] {
  const state = openAppDatabase(folders.databaseDirectory)
  const live = state.live()?.number ?? 0
  const others = state.revisions().filter(({ number }) => number !== live)
  state.close()
  const other = others[Math.floor(random * others.length)]
  if (round % 4 === 3 && other) return ['--undo', String(other.number), '--base', String(live)]
  write(lettersOf(round))
  if (round % 4 === 0) return ['--stage']
  if (round % 4 === 1) return []
  const staged = stageRevision(folders)
  if (staged.outcome !== 'planned') throw new Error(staged.outcome)
  return [
    '--apply',
    String(staged.plan.toRevision),
    '--base',
    String(staged.plan.fromRevision),
    '--hash',
    staged.plan.hash,
  ]
}
