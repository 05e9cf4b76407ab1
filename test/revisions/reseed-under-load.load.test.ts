// A thousand look-ups while ten thousand facts are reseeded again and again: none fails, and none mixes revisions.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { messageIn, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { runs } from '../helpers/fuzz.ts'
import { writeFiles } from '../fixtures/sample-data.ts'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import { generatedFiles, lettersOf, thingName } from '../fixtures/generated-data.ts'

const lookUps = runs(1000)
const atOnce = 8
const [facts, things] = [runs(10_000), 500]

const folder = mkdtempSync(join(tmpdir(), 'entente-load-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dataDirectory = join(folder, 'data')
writeFiles(dataDirectory, generatedFiles(facts, `Mark${lettersOf(0)}`))

const { emulator, log, databaseDirectory } = await startTestBot({ dataDirectory })
const paths = { dataDirectory, databaseDirectory }

test(`${lookUps} look-ups during reseeds of ${facts} facts`, async () => {
  const marks = new Set<string>()
  let [asked, reseeds] = [0, 0]
  let reseeding = true

  async function ask(): Promise<void> {
    while (reseeding || asked < lookUps) {
      const index = (asked++ * 7) % things
      const seen = await emulator.runCommand(`/about name:thing-${index}`)
      expect(messageIn(seen).embeds[0]?.title).toBe(thingName(index))
      const found = new Set(renderedText(seen).match(/Mark[A-Z][a-z]*/g))
      expect([...found]).toHaveLength(1)
      for (const mark of found) marks.add(mark)
    }
  }

  async function reseed(): Promise<void> {
    for (let round = 1; asked < lookUps || round <= 2; round++) {
      writeFiles(dataDirectory, generatedFiles(facts, `Mark${lettersOf(round)}`))
      expect(await runBuildProcess(paths, { type: 'reseed', actor: 'shell' })).toMatchObject({
        outcome: 'published',
      })
      reseeds += 1
    }
    reseeding = false
  }

  await Promise.all([reseed(), ...Array.from({ length: atOnce }, ask)])
  expect(asked).toBeGreaterThanOrEqual(lookUps)
  expect(marks.size).toBeGreaterThan(1)
  expect(reseeds).toBeGreaterThan(1)
  expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
  expect(
    log.filter(({ outcome }) => outcome !== undefined && outcome !== 'ok' && outcome !== 'published'),
  ).toEqual([])
}, 120_000)
