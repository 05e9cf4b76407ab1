// npm run bench: Entente beside the smallest possible bot, in turns on the same machine; medians, spread and ratios.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
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

/** What is asked of both; the floor bot answers with what Entente has answered, kept ready. */
const asked: [what: string, entente: Ask, floor: Ask][] = [
  [
    '/alliance',
    (one) => one.runCommand('/alliance name:NATO'),
    (one) => one.runCommand('/floor name:alliance'),
  ],
  [
    '/compare',
    (one) => one.runCommand('/compare first:NATO second:NORAD'),
    (one) => one.runCommand('/floor name:compare'),
  ],
  [
    'autocomplete',
    (one) => one.autocomplete('/alliance name:nat'),
    (one) => one.autocomplete('/floor name:nat'),
  ],
]

type Ask = (emulator: DiscordEmulator) => Promise<unknown>

const contender = async (name: string, script: string): Promise<Contender> => {
  return {
    name,
    script: join(import.meta.dirname, script),
    emulator: await startDiscordEmulator({ port: 0 }),
  }
}
const entente = await contender('Entente', '../../src/index.ts')
const floor = await contender('floor', 'baseline-bot.ts')

/** Starts a process; resolves to the milliseconds until it has answered for the first time. */
async function begin(one: Contender, ask: Ask): Promise<number> {
  const { emulator, script } = one
  const before = emulator.log.calls.length
  const started = performance.now()
  const preload = join(import.meta.dirname, '../preload.cjs')
  one.child = spawn(process.execPath, ['--require', preload, script], {
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
  // It is up once it has asked Discord for its commands, or put them.
  while (!emulator.log.calls.slice(before).some(({ path }) => path.endsWith('/commands'))) await sleep(2)
  for (;;) {
    try {
      await ask(emulator)
      return performance.now() - started
    } catch {
      // At the very first start the commands are still on their way.
      await sleep(2)
    }
  }
}

async function end({ child }: Contender): Promise<void> {
  if (!child) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** Milliseconds from sending each interaction to seeing its answer, sent evenly through a round. */
async function round({ emulator }: Contender, ask: Ask): Promise<number[]> {
  const taken: number[] = []
  const began = performance.now()
  const answers: Promise<void>[] = []
  for (let index = 0; index < perSecond * secondsARound; index++) {
    const due = began + (index * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    const sent = performance.now()
    answers.push(ask(emulator).then(() => void taken.push(performance.now() - sent)))
  }
  await Promise.all(answers)
  return taken
}

/** CPU milliseconds that a process has taken so far, in all its threads; from Linux's /proc. */
function cpuMs({ child }: Contender): number {
  const tasks = `/proc/${child?.pid ?? 0}/task`
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6
}

/** CPU milliseconds that the whole machine has taken so far. */
function machineMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0)
}

/** What was measured of both at about the same time, by what it is, and how busy others kept the machine meanwhile. */
interface Pair {
  figures: Record<string, [ours: number, theirs: number]>
  others: number
}

/** Measures both one after the other; who is first takes turns. */
async function measurePair(
  index: number,
  measure: (one: Contender) => Promise<{ figures: Record<string, number>; cpuMs: number }>,
): Promise<Pair> {
  const [machine, own, began] = [machineMs(), process.cpuUsage(), performance.now()]
  const both = index % 2 === 0 ? [entente, floor] : [floor, entente]
  const measured = new Map<Contender, Awaited<ReturnType<typeof measure>>>()
  for (const one of both) measured.set(one, await measure(one))
  const [ours, theirs] = [measured.get(entente), measured.get(floor)]
  if (!ours || !theirs) throw new Error('nothing was measured')
  const { user, system } = process.cpuUsage(own)
  const took = (performance.now() - began) * cpus().length
  const others = (machineMs() - machine - (user + system) / 1000 - ours.cpuMs - theirs.cpuMs) / took
  const figures = Object.entries(ours.figures).map(([what, figure]) => [
    what,
    [figure, theirs.figures[what] ?? NaN],
  ])
  return { figures: Object.fromEntries(figures) as Pair['figures'], others }
}

const busy: number[] = []

/** Prints what both take, each with its spread, and the median of the ratios; only of the quieter half of the pairs. */
function report(title: string, pairs: Pair[], unit: Record<string, string>): void {
  const quiet = pairs.toSorted((a, b) => a.others - b.others).slice(0, Math.ceil(pairs.length / 2))
  busy.push(...quiet.map(({ others }) => others))
  for (const what of Object.keys(quiet[0]?.figures ?? {})) {
    const both: [number, number][] = quiet.map(({ figures }) => figures[what] ?? [NaN, NaN])
    const ratios = both.map(([ours, theirs]) => ours / theirs)
    const spreads = [both.map(([ours]) => ours), both.map(([, theirs]) => theirs), ratios].map(spread)
    console.log(row(`${title}, ${what}`, ...spreads, unit[what] ?? 'ms'))
  }
}

function row(what: string, ...columns: string[]): string {
  const widths = [24, 24, 18]
  return [what.padEnd(34), ...columns.map((column, index) => column.padEnd(widths[index] ?? 0))].join(' ')
}

const figure = (value: number) => value.toFixed(value < 20 ? 2 : 0)

function spread(values: readonly number[]): string {
  return `${figure(median(values))} (${figure(quantile(values, 0.25))}–${figure(quantile(values, 0.75))})`
}

console.log(row('median (middle half)', 'Entente', 'floor', 'ratio'))
const [first] = asked
if (!first) throw new Error('nothing is asked')
const [, ask, askFloor] = first

// The first start builds the facts; it is not what a start costs later.
await begin(entente, ask)
const answers: Record<string, unknown> = {}
for (const [name, typed] of Object.entries({
  alliance: '/alliance name:NATO',
  compare: '/compare first:NATO second:NORAD',
})) {
  const seen = await entente.emulator.runCommand(typed)
  const call = entente.emulator.log.calls.find(({ path }) =>
    path.includes(`/interactions/${seen.interactionId}/`),
  )
  const { data } = call?.body as { data: object }
  const url = 'message' in seen ? seen.message.embeds[0]?.image?.url : undefined
  const files: { path: string; name: string }[] = []
  if (url !== undefined) {
    const path = join(folder, `${name}.png`)
    writeFileSync(path, Buffer.from(await (await fetch(url)).arrayBuffer()))
    files.push({ path, name: basename(new URL(url).pathname) })
  }
  // What is attached is listed anew for each answer.
  answers[name] = { ...data, attachments: undefined, files }
}
const choices = await entente.emulator.autocomplete('/alliance name:nat')
writeFileSync(join(folder, 'answers.json'), JSON.stringify({ answers, choices }))
await end(entente)
const starts: Pair[] = []
for (let index = 0; index < startRounds; index++) {
  const pair = await measurePair(index, async (one) => {
    const answered = await begin(one, one === entente ? ask : askFloor)
    const taken = cpuMs(one)
    await end(one)
    return { figures: { 'to first answer': answered, 'CPU until then': taken }, cpuMs: taken }
  })
  starts.push(pair)
}
report('start', starts, {})

await begin(entente, ask)
await begin(floor, askFloor)
for (const [what, askOurs, askTheirs] of asked) {
  const pairs: Pair[] = []
  const all = new Map<Contender, number[]>([entente, floor].map((one) => [one, []]))
  // The first is for warming up.
  for (let index = 0; index <= rounds; index++) {
    const pair = await measurePair(index, async (one) => {
      const before = cpuMs(one)
      const taken = await round(one, one === entente ? askOurs : askTheirs)
      const cpu = cpuMs(one) - before
      if (index > 0) all.get(one)?.push(...taken)
      const [p50, p99] = [median(taken), quantile(taken, 0.99)]
      return {
        figures: { p50, p99, 'CPU an answer': cpu / taken.length, memory: memoryMiB(one.child) },
        cpuMs: cpu,
      }
    })
    if (index > 0) pairs.push(pair)
  }
  report(what, pairs, { memory: 'MiB' })
  // The p99 of a round rests on four answers, and that of all rounds on fifty.
  const [ours = NaN, theirs = NaN] = [...all.values()].map((taken) => quantile(taken, 0.99))
  console.log(row(`${what}, p99 of all rounds`, ...[ours, theirs, ours / theirs].map(figure), 'ms'))
}
await Promise.all([end(entente), end(floor)])
await Promise.all([entente.emulator.close(), floor.emulator.close()])
rmSync(folder, { recursive: true, force: true })
console.log(`Meanwhile others took ${Math.round(median(busy) * 100)} % of this machine's CPUs.`)
