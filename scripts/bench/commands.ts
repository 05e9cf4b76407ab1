// npm run bench: Entente beside the smallest discord.js bot, in turns on the same machine, with bounds and verdicts; and by
// the number of facts. With --write, docs/benchmarks.md and its picture are written.
import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { parseDataset } from '../../src/data/build/parse.ts'
import { readAllFiles } from '../../src/data/build/data-files.ts'
import { writeRevisionFile } from '../../src/data/build/write-database.ts'
import { attributes } from '../../src/data/model/attributes.ts'
import { hashFiles } from '../../src/data/model/data-file.ts'
import { openAppDatabase } from '../../src/db/app-database.ts'
import { countContent } from '../../src/revisions/publish.ts'
import { readFlags } from '../read-flags.ts'
import { createEntente, createFloor, type Ask, type Contender } from './contender.ts'
import { enlarge } from './enlarge.ts'
import { figuresOf, inTurns, measureFullLoad, perSecond, timeEvenly } from './load.ts'
import { measureMaps } from './maps.ts'
import { measureReseed } from './reseed.ts'
import { measureSearch } from './search.ts'
import { median, quantile } from './stats.ts'
import { printHeader, reportBoth, reportOne, summarize } from './table.ts'
import { writeDocs, type BySize } from './write-docs.ts'

const { values } = readFlags({
  options: { quick: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
})

const full = { rounds: 6, seconds: 2, answers: 3000, starts: 6, interactions: 200_000, restMs: 45_000 }
const quick = { rounds: 2, seconds: 0.5, answers: 200, starts: 2, interactions: 4000, restMs: 3000 }
const settings = values.quick ? quick : full
const sizes = values.quick ? [1000, 10_000] : [1000, 10_000, 100_000]
const [largest = 0] = sizes.slice(-1)

interface Scenario extends Ask {
  label: string
  /** Of p50 and p99 beside the floor. */
  bounds: [number, number]
}

const scenarios: Scenario[] = [
  { label: '/alliance', text: '/alliance name:NATO', bounds: [1.25, 1.5] },
  { label: '/country', text: '/country name:Japan', bounds: [1.25, 1.5] },
  { label: '/exercise', text: '/exercise name:RIMPAC', bounds: [1.25, 1.5] },
  { label: '/ask', text: '/ask question:"Is Sweden in NATO?"', bounds: [1.25, 1.5] },
  { label: '/compare', text: '/compare first:NATO second:NORAD', bounds: [1.35, 1.75] },
  { label: 'names', text: '/alliance name:nat', isAutocomplete: true, bounds: [1.25, 1.5] },
  { label: 'questions', text: '/ask question:"is sweden"', isAutocomplete: true, bounds: [1.25, 1.5] },
]
const [first] = scenarios as [Scenario]
const difference = (own: number, base: number) => own - base

function measureScenario(scenario: Scenario, contenders: readonly Contender[], rounds: number) {
  return inTurns(rounds, contenders, async (contender) => {
    const durations = await timeEvenly(perSecond * settings.seconds, () => contender.ask(scenario))
    const load = await measureFullLoad(contender, [scenario], settings.answers)
    return { p50: median(durations), p99: quantile(durations, 0.99), ...load }
  })
}

/** Fills a folder with a live revision of so many facts. */
async function publishFacts(databaseDirectory: string, count: number) {
  mkdirSync(databaseDirectory, { recursive: true })
  const files = readAllFiles({ dataDirectory, databaseDirectory })
  const dataset = enlarge(count, parseDataset(files))
  const hash = hashFiles(files, attributes)
  const before = process.cpuUsage()
  const fileHash = writeRevisionFile(databaseDirectory, { number: 1, hash, dataset, files }, () => undefined)
  const { user, system } = process.cpuUsage(before)
  const db = openAppDatabase(databaseDirectory)
  const built = { builtAt: new Date().toISOString(), builtBy: 'bench', builtFrom: 'files' }
  await db.publish({ number: 1, hash, fileHash, ...built, ...countContent(dataset) })
  await db.close()
  return { buildSeconds: (user + system) / 1e6, live: { number: 1, fileHash } }
}

printHeader()
const floor = await createFloor('/floor name:nat')
const entente = await createEntente()
const both = [entente, floor] as const

reportOne('first start of all, s', [(await entente.start(first)) / 1000], { limit: 3 })
await entente.stop()
const starts = await inTurns(settings.starts, both, async (contender) => {
  const ms = await contender.start(first)
  const cpu = contender.cpuMs()
  await contender.stop()
  return { ms, cpu }
})
reportBoth('first answer after a start, ms', figuresOf(starts, 'ms'), { limit: 1.5 })
reportBoth('CPU until then, ms', figuresOf(starts, 'cpu'))

await Promise.all(both.map((contender) => contender.start(first)))
await sleep(settings.restMs)
const memory = (): [number, number] => [entente.memoryMiB(), floor.memoryMiB()]
reportBoth('memory at rest, MiB', [memory()], { limit: 40 }, difference)
// The code that all commands share is compiled, so that the first one does not pay for it.
const warmUp = settings.interactions / 10
for (const contender of both) await measureFullLoad(contender, scenarios, warmUp)
for (const scenario of scenarios) {
  const pairs = await measureScenario(scenario, both, settings.rounds)
  const [p50, p99] = scenario.bounds
  reportBoth(`${scenario.label}, p50, ms`, figuresOf(pairs, 'p50'), { limit: p50 })
  reportBoth(`${scenario.label}, p99, ms`, figuresOf(pairs, 'p99'), { limit: p99 })
  const throughput = figuresOf(pairs, 'throughput')
  reportBoth(`${scenario.label}, answers a second`, throughput, { limit: 0.8, isFloor: true })
  reportBoth(`${scenario.label}, CPU an answer, ms`, figuresOf(pairs, 'cpu'), { limit: 1.4 })
}
const halves: number[] = []
for (const done of [settings.interactions / 2, settings.interactions]) {
  await measureFullLoad(entente, scenarios, settings.interactions / 2)
  // The floor's memory settles sooner.
  await measureFullLoad(floor, scenarios, settings.interactions / 20)
  await sleep(settings.restMs)
  halves.push(entente.memoryMiB())
  reportBoth(`memory after ${done}, MiB`, [memory()], { limit: 60 }, difference)
}
const [half = NaN, all = NaN] = halves
reportOne('growth in the second half, MiB', [all - half], { limit: 5 })

reportOne('answers that did not come', [entente.lost()], { limit: 0 })

const { cachedMs, otherMs, freshMs, p99 } = await measureMaps(entente, settings.rounds)
const cached = cachedMs.map((ms, index) => [ms, otherMs[index] ?? NaN] as const)
reportBoth('a cached map, ms, beside Sources', cached, { limit: 3 }, difference)
reportOne('a fresh map, ms', freshMs, { limit: 150 })
reportOne('a fresh map, p95, ms', [quantile(freshMs, 0.95)], { limit: 250 })
reportBoth('p99 beside ten fresh maps, ms', p99, { limit: 2 })
await entente.close()

const reseeded = await createEntente()
await reseeded.start(first, { measuresEventLoop: true })
const reseed = await measureReseed(reseeded, largest)
await reseeded.close()
reportOne(`a reseed of ${largest} facts, s`, [reseed.seconds])
reportOne('look-ups meanwhile that failed', [reseed.failed], { limit: 0 })
reportOne('look-ups meanwhile that mixed facts', [reseed.mixed], { limit: 0 })
reportOne('look-ups meanwhile, p99, ms', [reseed.p99])
reportOne('event loop delay, p99.9, ms', [reseed.delayMs], { limit: 50 })

const sized: Contender[] = []
const bySize: (BySize & { ratios: Map<string, number> })[] = []
for (const size of sizes) {
  const contender = await createEntente()
  sized.push(contender)
  const { buildSeconds, live } = await publishFacts(contender.databaseDirectory, size)
  const startSeconds = (await contender.start(first)) / 1000
  await sleep(settings.restMs)
  const atRest = contender.memoryMiB()
  bySize.push({ size, build: buildSeconds, start: startSeconds, memory: atRest, ratios: new Map() })
  reportOne(`${size} facts: build, CPU s`, [buildSeconds])
  reportOne(`${size} facts: first answer, s`, [startSeconds])
  reportOne(`${size} facts: memory, MiB`, [atRest])
  if (size === largest) {
    const search = measureSearch(contender.databaseDirectory, live, values.quick ? 3 : 20)
    reportOne(`a search of ${size} facts, p50, ms`, [search.p50], { limit: 8 })
    reportOne(`a search of ${size} facts, worst, ms`, [search.worst], { limit: 20 })
  }
  // The code that all need is compiled, as it is in the floor by now.
  await measureFullLoad(contender, scenarios, warmUp)
}
for (const scenario of scenarios) {
  const measured = await measureScenario(scenario, [...sized, floor], Math.ceil(settings.rounds / 2))
  for (const name of ['p50', 'cpu']) {
    const ratios = sizes.map((_, index) =>
      figuresOf(measured, name, index, sizes.length).map(([own, base]) => own / base),
    )
    const [smallest = []] = ratios
    for (const [index, own] of ratios.entries()) {
      bySize[index]?.ratios.set(`${scenario.label}, ${name}`, median(own))
      const pairs = own.map((ratio, round) => [ratio, smallest[round] ?? NaN] as const)
      if (index > 0)
        reportBoth(`${sizes[index]} facts: ${scenario.label}, ${name} beside the floor`, pairs, {
          limit: 1.2,
        })
    }
  }
}
for (const contender of sized) await contender.close()
await floor.close()
console.log(summarize())
if (values.write) await writeDocs(bySize)
