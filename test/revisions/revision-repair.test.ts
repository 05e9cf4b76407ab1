// Damage to the live revision file while the bot runs: every answer stays correct, and the file is soon intact again.
import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { revisionPath } from '../../src/data/query/revision-file.ts'
import { acquireBuildLock } from '../../src/revisions/build-lock.ts'
import { seed } from '../../src/revisions/publish.ts'
import { createWorld } from 'discord-emulator'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { renderedText, startTestBot, untilLive } from '../helpers/test-bot.ts'
import { temporaryFolder } from '../fixtures/sample-data.ts'
import { expectConsistent, writeMarked } from '../helpers/build-process.ts'

const dataDirectory = mkdtempSync(join(tmpdir(), 'entente-data-'))
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }))
writeMarked({ dataDirectory }, 'Zero')

const { emulator, databaseDirectory, log } = await startTestBot({
  dataDirectory,
  emulator: { world: createWorld(), initialResponseTimeoutMs: 20_000 },
  factsCheckMs: 20,
})
const folders = { dataDirectory, databaseDirectory }

const readRegion = async () => renderedText(await emulator.runCommand('/exercise name:Gull Drill'))

let round = 0
/** Each test has a revision of its own, of which nothing has been read yet. */
beforeEach(async () => {
  round++
  writeMarked(folders, `Mark${round}`)
  await seed({ ...folders, actor: 'shell' })
  await untilLive({ log, databaseDirectory })
  expect(renderedText(await emulator.runCommand('/alliance name:Harbor League'))).toContain('Harbor League')
})

async function livePath(): Promise<string> {
  const db = openAppDatabase(databaseDirectory)
  const { number } = (await db.live()) ?? { number: 0 }
  await db.close()
  return revisionPath(databaseDirectory, number)
}

/** An intact revision file with other facts. */
async function otherFacts(): Promise<string> {
  const other = { dataDirectory: temporaryFolder(), databaseDirectory: temporaryFolder() }
  writeMarked(other, 'Other')
  await seed({ ...other, actor: 'shell' })
  return revisionPath(other.databaseDirectory, 1)
}

/** Changes one fact as someone with a shell might: the file stays an intact database. */
function alter(path: string): void {
  const database = new Database(path)
  const { changes } = database.prepare(`UPDATE fact SET json = replace(json, 'North Sea', 'Red Sea')`).run()
  database.close()
  expect(changes).toBeGreaterThan(0)
}

const damages: [string, (path: string) => void | Promise<void>][] = [
  ['cut short', (path) => truncateSync(path, 5000)],
  ['empty', (path) => truncateSync(path)],
  ['overwritten', (path) => writeFileSync(path, 'x'.repeat(200_000))],
  ['overwritten in its middle', (path) => writeFileSync(path, readFileSync(path).fill(0, 4096))],
  ['gone', (path) => rmSync(path)],
  [
    'replaced by a pipe',
    (path) => {
      rmSync(path)
      execFileSync('mkfifo', [path])
    },
  ],
  ['moved elsewhere', (path) => renameSync(path, `${path}.elsewhere`)],
  ['replaced by other facts', async (path) => copyFileSync(await otherFacts(), path)],
  ['changed in one fact', alter],
  [
    'changed in one byte',
    (path) => {
      const bytes = readFileSync(path)
      for (let at = bytes.indexOf('North Sea'); at >= 0; at = bytes.indexOf('North Sea', at + 1))
        bytes[at] = 77
      writeFileSync(path, bytes)
    },
  ],
]

test.each(damages)(
  'a live file that is %s: every answer is correct, and the file is soon repaired',
  async (_description, damage) => {
    const path = await livePath()
    const bytes = readFileSync(path)
    await damage(path)
    expect(await readRegion()).toContain(`North Sea Mark${round}`)
    await vi.waitUntil(() => isSame(path, bytes), 10_000)
    expect(await readRegion()).toContain(`North Sea Mark${round}`)
    expect((await expectConsistent(folders)).mark).toBe(`Mark${round}`)
  },
)

test('a repair that finds the lock held is retried, and answers stay correct', async () => {
  const path = await livePath()
  const bytes = readFileSync(path)
  const unlock = acquireBuildLock(databaseDirectory)
  const failures = () => log.filter(({ msg }) => String(msg).startsWith('failed to repair the revision file'))
  const before = failures().length
  truncateSync(path, 5000)
  await vi.waitUntil(() => failures().length > before, 10_000)
  expect(await readRegion()).toContain(`North Sea Mark${round}`)
  unlock()
  await vi.waitUntil(() => isSame(path, bytes), 20_000)
})

test.each<[string, (path: string) => void, string]>([
  // Its own text is whole, so that is what is built again; where it is lost, the data files are.
  ['changed in one fact', alter, 'New'],
  ['cut short', (path) => truncateSync(path, 5000), 'Files'],
  ['gone', (path) => rmSync(path), 'Files'],
])(
  'a revision that is %s before the bot has read it is rebuilt, and until then the previous one is served',
  async (_description, damage, expected) => {
    const before = round
    writeMarked(folders, `New${before}`)
    await seed({ ...folders, actor: 'shell' })
    damage(await livePath())
    writeMarked(folders, `Files${before}`)
    expect(await readRegion()).toContain(`North Sea Mark${before}`)
    await vi.waitUntil(async () => !(await readRegion()).includes(`Mark${before}`), 20_000)
    expect(await readRegion()).toContain(`North Sea ${expected}${before}`)
  },
)

function isSame(path: string, bytes: Buffer): boolean {
  try {
    return statSync(path).isFile() && readFileSync(path).equals(bytes)
  } catch {
    return false
  }
}
