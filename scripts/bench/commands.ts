// npm run bench: Entente against a minimal baseline bot, alternating on the same machine; medians, spread and ratios.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startDiscordEmulator, type DiscordEmulator } from 'discord-emulator'
import { median, memoryMiB, quantile } from './stats.ts'
import { readFlags } from '../read-flags.ts'

readFlags({})

const rounds = 12
const perSecond = 200
const secondsARound = 2
const startRounds = 10

const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))

interface Contender {
  name: string
  script: string
  emulator: DiscordEmulator
  child?: ChildProcess
}

/** The requests to both bots; the baseline bot sends Entente's answers, prepared in advance. */
const scenarios: [label: string, entente: Ask, baseline: Ask][] = [
  [
    '/alliance',
    (emulator) => emulator.runCommand('/alliance name:NATO'),
    (emulator) => emulator.runCommand('/baseline name:alliance'),
  ],
  [
    '/compare',
    (emulator) => emulator.runCommand('/compare first:NATO second:NORAD'),
    (emulator) => emulator.runCommand('/baseline name:compare'),
  ],
  [
    'autocomplete',
    (emulator) => emulator.autocomplete('/alliance name:nat'),
    (emulator) => emulator.autocomplete('/baseline name:nat'),
  ],
]

type Ask = (emulator: DiscordEmulator) => Promise<unknown>

const createContender = async (name: string, script: string): Promise<Contender> => ({
  name,
  script: join(import.meta.dirname, script),
  emulator: await startDiscordEmulator({ port: 0 }),
})
const entente = await createContender('Entente', '../../src/index.ts')
const baseline = await createContender('baseline', 'baseline-bot.ts')

/** Starts a process; resolves to the milliseconds until its first answer. */
async function startBot(contender: Contender, ask: Ask): Promise<number> {
  const { emulator, script } = contender
  const before = emulator.log.calls.length
  const started = performance.now()
  const preload = join(import.meta.dirname, '../preload.cjs')
  contender.child = spawn(process.execPath, ['--require', preload, script], {
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: emulator.token,
      DISCORD_API_URL: emulator.apiUrl,
      DATABASE_DIR: folder,
      RATE_LIMIT_BURST: '1000000',
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  // It is ready once it has fetched or registered its commands.
  while (!emulator.log.calls.slice(before).some(({ path }) => path.endsWith('/commands'))) await sleep(2)
  for (;;) {
    try {
      await ask(emulator)
      return performance.now() - started
    } catch {
      // At the first startup the commands are not registered yet.
      await sleep(2)
    }
  }
}

async function stopBot({ child }: Contender): Promise<void> {
  if (!child) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** Milliseconds from each interaction to its answer; interactions are sent evenly through a round. */
async function measureRound({ emulator }: Contender, ask: Ask): Promise<number[]> {
  const durations: number[] = []
  const started = performance.now()
  const answers: Promise<void>[] = []
  for (let index = 0; index < perSecond * secondsARound; index++) {
    const due = started + (index * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    const sent = performance.now()
    answers.push(ask(emulator).then(() => void durations.push(performance.now() - sent)))
  }
  await Promise.all(answers)
  return durations
}

/** CPU milliseconds of a process so far, in all threads; from Linux's /proc. */
function cpuMs({ child }: Contender): number {
  const tasks = `/proc/${child?.pid ?? 0}/task`
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, time) => sum + time, 0) / 1e6
}

/** CPU milliseconds of the whole machine so far. */
function machineMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)
}

/** Figures of both bots at about the same time, by label, and the CPU share of other processes meanwhile. */
interface Pair {
  figures: Record<string, [entente: number, baseline: number]>
  otherCpuShare: number
}

/** Measures both bots one after the other, alternating which is first. */
async function measurePair(
  index: number,
  measure: (contender: Contender) => Promise<{ figures: Record<string, number>; cpuMs: number }>,
): Promise<Pair> {
  const [machineBefore, ownBefore, started] = [machineMs(), process.cpuUsage(), performance.now()]
  const order = index % 2 === 0 ? [entente, baseline] : [baseline, entente]
  const measured = new Map<Contender, Awaited<ReturnType<typeof measure>>>()
  for (const contender of order) measured.set(contender, await measure(contender))
  const [own, base] = [measured.get(entente), measured.get(baseline)]
  if (!own || !base) throw new Error('nothing was measured')
  const { user, system } = process.cpuUsage(ownBefore)
  const capacityMs = (performance.now() - started) * cpus().length
  const otherMs = machineMs() - machineBefore - (user + system) / 1000 - own.cpuMs - base.cpuMs
  const figures = Object.entries(own.figures).map(([label, value]) => [
    label,
    [value, base.figures[label] ?? NaN],
  ])
  return { figures: Object.fromEntries(figures) as Pair['figures'], otherCpuShare: otherMs / capacityMs }
}

const otherCpuShares: number[] = []

/** Prints the figures of both bots with their spread, and the ratios, for the quieter half of the pairs. */
function report(title: string, pairs: Pair[], unit: Record<string, string>): void {
  const quiet = pairs
    .toSorted((a, b) => a.otherCpuShare - b.otherCpuShare)
    .slice(0, Math.ceil(pairs.length / 2))
  otherCpuShares.push(...quiet.map(({ otherCpuShare }) => otherCpuShare))
  for (const label of Object.keys(quiet[0]?.figures ?? {})) {
    const values: [number, number][] = quiet.map(({ figures }) => figures[label] ?? [NaN, NaN])
    const ratios = values.map(([own, base]) => own / base)
    const spreads = [values.map(([own]) => own), values.map(([, base]) => base), ratios].map(spread)
    console.log(row(`${title}, ${label}`, ...spreads, unit[label] ?? 'ms'))
  }
}

function row(label: string, ...columns: string[]): string {
  const widths = [24, 24, 18]
  return [label.padEnd(34), ...columns.map((column, index) => column.padEnd(widths[index] ?? 0))].join(' ')
}

const figure = (value: number) => value.toFixed(value < 20 ? 2 : 0)

function spread(values: readonly number[]): string {
  return `${figure(median(values))} (${figure(quantile(values, 0.25))}–${figure(quantile(values, 0.75))})`
}

console.log(row('median (middle half)', 'Entente', 'baseline', 'ratio'))
const [first] = scenarios
if (!first) throw new Error('there is no scenario')
const [, askEntente, askBaseline] = first

// Only the first startup builds a revision.
await startBot(entente, askEntente)
const answers: Record<string, unknown> = {}
for (const [name, command] of Object.entries({
  alliance: '/alliance name:NATO',
  compare: '/compare first:NATO second:NORAD',
})) {
  const seen = await entente.emulator.runCommand(command)
  const call = entente.emulator.log.calls.find(({ path }) =>
    path.includes(`/interactions/${seen.interactionId}/`),
  )
  const { data } = call?.body as { data: object }
  answers[name] = data
}
const choices = await entente.emulator.autocomplete('/alliance name:nat')
writeFileSync(join(folder, 'answers.json'), JSON.stringify({ answers, choices }))
await stopBot(entente)
const startups: Pair[] = []
for (let index = 0; index < startRounds; index++) {
  const pair = await measurePair(index, async (contender) => {
    const firstAnswerMs = await startBot(contender, contender === entente ? askEntente : askBaseline)
    const cpu = cpuMs(contender)
    await stopBot(contender)
    return { figures: { 'to first answer': firstAnswerMs, 'CPU until then': cpu }, cpuMs: cpu }
  })
  startups.push(pair)
}
report('startup', startups, {})

await startBot(entente, askEntente)
await startBot(baseline, askBaseline)
for (const [label, askOwn, askBase] of scenarios) {
  const pairs: Pair[] = []
  const all = new Map<Contender, number[]>([entente, baseline].map((contender) => [contender, []]))
  // The first round warms up.
  for (let index = 0; index <= rounds; index++) {
    const pair = await measurePair(index, async (contender) => {
      const before = cpuMs(contender)
      const durations = await measureRound(contender, contender === entente ? askOwn : askBase)
      const cpu = cpuMs(contender) - before
      if (index > 0) all.get(contender)?.push(...durations)
      const [p50, p99] = [median(durations), quantile(durations, 0.99)]
      return {
        figures: { p50, p99, 'CPU an answer': cpu / durations.length, memory: memoryMiB(contender.child) },
        cpuMs: cpu,
      }
    })
    if (index > 0) pairs.push(pair)
  }
  report(label, pairs, { memory: 'MiB' })
  // The p99 of one round comes from four answers, that of all rounds from fifty.
  const [own = NaN, base = NaN] = [...all.values()].map((durations) => quantile(durations, 0.99))
  console.log(row(`${label}, p99 of all rounds`, ...[own, base, own / base].map(figure), 'ms'))
}
await Promise.all([stopBot(entente), stopBot(baseline)])
await Promise.all([entente.emulator.close(), baseline.emulator.close()])
rmSync(folder, { recursive: true, force: true })
console.log(`Other processes used ${Math.round(median(otherCpuShares) * 100)} % of the CPUs meanwhile.`)
