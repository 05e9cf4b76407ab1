// A thousand lookups while ten thousand facts are reseeded again and again: none fails, and none mixes revisions.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { headingOf, startTestBot, renderedText } from '../helpers/test-bot.ts'
import { runs } from '../helpers/fuzz.ts'
import { writeFiles } from '../fixtures/sample-data.ts'
import { runBuildProcess } from '../../src/revisions/build-process.ts'
import { factsPerThing, generatedFiles, lettersOf, thingName } from '../fixtures/generated-data.ts'

const lookUps = runs(1000)
const concurrency = 8
const facts = runs(10_000)
const things = Math.ceil(facts / factsPerThing)

const folder = mkdtempSync(join(tmpdir(), 'entente-load-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dataDirectory = join(folder, 'data')
writeFiles(dataDirectory, generatedFiles(facts, `Mark${lettersOf(0)}`))

const { emulator, log, databaseDirectory } = await startTestBot({ dataDirectory })
const paths = { dataDirectory, databaseDirectory }

test(`${lookUps} lookups during reseeds of ${facts} facts`, async () => {
  const marks = new Set<string>()
  let [lookUpsDone, reseeds] = [0, 0]
  let isReseeding = true

  async function lookUp(): Promise<void> {
    while (isReseeding || lookUpsDone < lookUps) {
      const index = (lookUpsDone++ * 7) % things
      const response = await emulator.runCommand(`/about name:thing-${index}`)
      expect(headingOf(response)).toBe(thingName(index))
      const marksInCard = new Set(renderedText(response).match(/Mark[A-Z][a-z]*/g))
      expect([...marksInCard]).toHaveLength(1)
      for (const mark of marksInCard) marks.add(mark)
    }
  }

  async function reseed(): Promise<void> {
    for (let round = 1; lookUpsDone < lookUps || round <= 2; round++) {
      writeFiles(dataDirectory, generatedFiles(facts, `Mark${lettersOf(round)}`))
      expect(await runBuildProcess(paths, { type: 'reseed', actor: 'shell' })).toMatchObject({
        outcome: 'published',
      })
      reseeds += 1
    }
    isReseeding = false
  }

  await Promise.all([reseed(), ...Array.from({ length: concurrency }, lookUp)])
  expect(lookUpsDone).toBeGreaterThanOrEqual(lookUps)
  expect(marks.size).toBeGreaterThan(1)
  expect(reseeds).toBeGreaterThan(1)
  expect(log.filter(({ level }) => Number(level) >= 40)).toEqual([])
  expect(
    log.filter(({ outcome }) => outcome !== undefined && outcome !== 'ok' && outcome !== 'published'),
  ).toEqual([])
}, 300_000)
