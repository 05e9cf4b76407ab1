// npm run bench: Entente beside the smallest discord.js bot, in turns on the same machine; medians, spread and bounds.
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
import { createContender, type Ask, type Contender } from './contender.ts'
import { enlarge } from './enlarge.ts'
import { median, quantile } from './stats.ts'

const { values } = readFlags({ options: { quick: { type: 'boolean', default: false } } })

const [rounds, secondsARound, answersAtFullLoad, starts] = values.quick ? [3, 0.5, 200, 2] : [12, 2, 1000, 10]
const interactions = values.quick ? 2000 : 200_000
const sizes = values.quick ? [1000, 10_000] : [1000, 10_000, 100_000]
/** After so long, what is used only now and then has been given up. */
const restMs = values.quick ? 5000 : 70_000
const [perSecond, inFlight] = [200, 32]

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
const floorCommand = '/floor name:nat'

/** Milliseconds from each interaction to its answer; interactions are sent evenly through a round. */
async function measureLatency({ ask }: Contender, scenario: Scenario): Promise<number[]> {
  const started = performance.now()
  const count = perSecond * secondsARound
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await sleep(Math.max(0, started + (index * 1000) / perSecond - performance.now()))
      const sent = performance.now()
      await ask(scenario)
      return performance.now() - sent
    }),
  )
}

/** Answers a second, and CPU milliseconds an answer, with always as many in flight. */
async function measureFullLoad(contender: Contender, asks: readonly Ask[], count: number) {
  const [started, cpuBefore] = [performance.now(), contender.cpuMs()]
  let sent = 0
  const askOn = async () => {
    while (sent < count) await contender.ask(asks[sent++ % asks.length] as Ask)
  }
  await Promise.all(Array.from({ length: inFlight }, askOn))
  return {
    throughput: count / ((performance.now() - started) / 1000),
    cpu: (contender.cpuMs() - cpuBefore) / count,
  }
}

type Figures = Record<string, number>

/** Measures both in turns, a different one first each time; the first round warms up. */
async function inTurns(
  count: number,
  [entente, floor]: readonly [Contender, Contender],
  measure: (contender: Contender) => Promise<Figures>,
): Promise<[Figures, Figures][]> {
  const pairs: [Figures, Figures][] = []
  for (let index = 0; index <= count; index++) {
    const own = index % 2 === 0 ? await measure(entente) : undefined
    const base = await measure(floor)
    pairs.push([own ?? (await measure(entente)), base])
  }
  return pairs.slice(1)
}

async function measureScenario(scenario: Scenario, pair: readonly [Contender, Contender], count = rounds) {
  return inTurns(count, pair, async (contender) => {
    const durations = await measureLatency(contender, scenario)
    const load = await measureFullLoad(contender, [scenario], answersAtFullLoad)
    return { p50: median(durations), p99: quantile(durations, 0.99), ...load }
  })
}

function row(label: string, ...columns: string[]): void {
  console.log([label.padEnd(34), ...columns.map((column) => column.padEnd(22))].join(' ').trimEnd())
}

const figure = (value: number) => value.toFixed(value < 20 ? 2 : 0)

function spread(all: readonly number[]): string {
  return `${figure(median(all))} (${figure(quantile(all, 0.25))}–${figure(quantile(all, 0.75))})`
}

/** Both, and how they compare; a bound that is missed is marked. */
function report(
  label: string,
  pairs: readonly (readonly [number, number])[],
  { bound = NaN, isFloor = false, compare = (own: number, base: number) => own / base } = {},
): void {
  const compared = pairs.map(([own, base]) => compare(own, base))
  const isMissed = isFloor ? median(compared) < bound : median(compared) > bound
  const columns = [pairs.map(([own]) => own), pairs.map(([, base]) => base), compared].map(spread)
  row(
    label,
    ...columns,
    Number.isNaN(bound) ? '' : `${isFloor ? '≥' : '≤'} ${bound}${isMissed ? ' missed' : ''}`,
  )
}

function of(pairs: readonly [Figures, Figures][], name: string): [number, number][] {
  return pairs.map(([own, base]) => [own[name] ?? NaN, base[name] ?? NaN])
}

/** Fills a folder with a live revision of so many facts; returns what that took. */
async function publishFacts(databaseDirectory: string, count: number) {
  const before = process.cpuUsage()
  mkdirSync(databaseDirectory, { recursive: true })
  const files = readAllFiles({ dataDirectory, databaseDirectory })
  const dataset = enlarge(count, parseDataset(files))
  const hash = hashFiles(files, attributes)
  const fileHash = writeRevisionFile(databaseDirectory, { number: 1, hash, dataset, files }, () => undefined)
  const { user, system } = process.cpuUsage(before)
  const db = openAppDatabase(databaseDirectory)
  const built = { builtAt: new Date().toISOString(), builtBy: 'bench', builtFrom: 'files' }
  await db.publish({ number: 1, hash, fileHash, ...built, ...countContent(dataset) })
  await db.close()
  return { buildMs: (user + system) / 1000 }
}

const script = '../../src/index.ts'
const floor = await createContender('floor-bot.ts', floorCommand)
const entente = await createContender(script)
const both = [entente, floor] as const
const difference = { compare: (own: number, base: number) => own - base }

row('median (middle half)', 'Entente', 'floor', 'compared', 'bound')
const firstStart = (await entente.start(first)) / 1000
row('first start of all, s', figure(firstStart), '', '', `≤ 3${firstStart > 3 ? ' missed' : ''}`)
await entente.stop()
const startPairs = await inTurns(starts, both, async (contender) => {
  const ms = await contender.start(first)
  const cpu = contender.cpuMs()
  await contender.stop()
  return { ms, cpu }
})
report('first answer after a start, ms', of(startPairs, 'ms'), { bound: 1.5 })
report('CPU until then, ms', of(startPairs, 'cpu'))

await Promise.all(both.map((contender) => contender.start(first)))
await sleep(restMs)
report('memory at rest, MiB', [[entente.memoryMiB(), floor.memoryMiB()]], { bound: 40, ...difference })
for (const scenario of scenarios) {
  const pairs = await measureScenario(scenario, both)
  const [p50, p99] = scenario.bounds
  report(`${scenario.label}, p50, ms`, of(pairs, 'p50'), { bound: p50 })
  report(`${scenario.label}, p99, ms`, of(pairs, 'p99'), { bound: p99 })
  report(`${scenario.label}, answers a second`, of(pairs, 'throughput'), { bound: 0.8, isFloor: true })
  report(`${scenario.label}, CPU an answer, ms`, of(pairs, 'cpu'), { bound: 1.4 })
}
for (const part of ['half of', 'all']) {
  for (const contender of both) await measureFullLoad(contender, scenarios, interactions / 2)
  await sleep(restMs)
  const memory = [entente.memoryMiB(), floor.memoryMiB()] as const
  report(`memory after ${part} ${interactions}, MiB`, [memory], { bound: 60, ...difference })
}
await entente.close()

row('by number of facts', 'build, CPU s', 'first answer, s', 'memory, MiB', 'CPU an answer, by row')
for (const size of sizes) {
  const sized = await createContender(script)
  const { buildMs } = await publishFacts(sized.databaseDirectory, size)
  const startMs = await sized.start(first)
  await sleep(restMs)
  const memory = sized.memoryMiB()
  const ratios: string[] = []
  for (const scenario of scenarios) {
    const pairs = await measureScenario(scenario, [sized, floor], Math.ceil(rounds / 3))
    ratios.push(
      ...['p50', 'cpu'].map((name) => figure(median(of(pairs, name).map(([own, base]) => own / base)))),
    )
  }
  row(String(size), ...[buildMs / 1000, startMs / 1000, memory].map(figure), ratios.join(' '))
  await sized.close()
}
await floor.close()
