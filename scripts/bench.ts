// npm run bench: Entente beside the smallest possible bot, in turns on the same machine; medians, spread and ratios.
import countryNames from 'i18n-iso-countries'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildNameIndex, openNameIndex } from '../src/data/names.ts'
import { startSandbox, type Sandbox } from '../src/sandbox/sandbox.ts'

const rounds = 5
const perSecond = 200
const secondsARound = 3
const startRounds = 7

const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))

interface Contender {
  name: string
  script: string
  sandbox: Sandbox
  child?: ChildProcess
}

/** What is asked of both; the floor bot answers with what Entente has answered, kept ready. */
const asked: [what: string, entente: Ask, floor: Ask][] = [
  ['/alliance', (one) => one.run('/alliance name:NATO'), (one) => one.run('/floor name:alliance')],
  ['/compare', (one) => one.run('/compare first:NATO second:NORAD'), (one) => one.run('/floor name:compare')],
  ['autocomplete', (one) => one.complete('/alliance name:nat'), (one) => one.complete('/floor name:nat')],
]

type Ask = (sandbox: Sandbox) => Promise<unknown>

const contender = async (name: string, script: string): Promise<Contender> => {
  return { name, script: join(import.meta.dirname, script), sandbox: await startSandbox({ port: 0 }) }
}
const entente = await contender('Entente', '../src/index.ts')
const floor = await contender('floor', 'floor-bot.ts')

/** Starts a process; resolves to the milliseconds until it has answered for the first time. */
async function begin(one: Contender, ask: Ask): Promise<number> {
  const { sandbox, script } = one
  const before = sandbox.log.calls.length
  const started = performance.now()
  const preload = join(import.meta.dirname, 'check-node.cjs')
  one.child = spawn(process.execPath, ['--require', preload, script], {
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_DIR: folder,
      ANSWERS_AT_ONCE: '1000000',
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  // It is up once it has asked Discord for its commands, or put them.
  while (!sandbox.log.calls.slice(before).some(({ path }) => path.endsWith('/commands'))) await sleep(2)
  for (;;) {
    try {
      await ask(sandbox)
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
async function round({ sandbox }: Contender, ask: Ask): Promise<number[]> {
  const taken: number[] = []
  const began = performance.now()
  const answers: Promise<void>[] = []
  for (let index = 0; index < perSecond * secondsARound; index++) {
    const due = began + (index * 1000) / perSecond
    if (due > performance.now()) await sleep(due - performance.now())
    const sent = performance.now()
    answers.push(ask(sandbox).then(() => void taken.push(performance.now() - sent)))
  }
  await Promise.all(answers)
  return taken
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

const median = (values: readonly number[]) => quantile(values, 0.5)

function spread(values: readonly number[]): string {
  return `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`
}

/** CPU seconds of a process so far, in and out of the kernel; from Linux's /proc. */
function cpuSeconds(child: ChildProcess | undefined): number {
  const fields =
    readFileSync(`/proc/${child?.pid ?? 0}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function memoryMiB(child: ChildProcess | undefined): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child?.pid)], { encoding: 'utf8' })) / 1024
}

function row(what: string, ours: readonly number[], theirs: readonly number[], unit: string): void {
  const ratio = median(ours) / median(theirs)
  console.log(
    `${what.padEnd(34)} ${spread(ours).padEnd(24)} ${spread(theirs).padEnd(24)} ${ratio.toFixed(2)}  ${unit}`,
  )
}

console.log(`${'median (min–max)'.padEnd(34)} ${'Entente'.padEnd(24)} ${'floor'.padEnd(24)} ratio`)
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
  const { interactionId } = await entente.sandbox.run(typed)
  const call = entente.sandbox.log.calls.find(({ path }) => path.includes(`/interactions/${interactionId}/`))
  answers[name] = (call?.body as { data: unknown }).data
}
writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers))
await end(entente)
const starts: [number[], number[]] = [[], []]
for (let index = 0; index < startRounds; index++) {
  starts[0].push(await begin(entente, ask))
  starts[1].push(await begin(floor, askFloor))
  if (index < startRounds - 1) await Promise.all([end(entente), end(floor)])
}
row('start to first answer', starts[0], starts[1], 'ms')

for (const [what, askOurs, askTheirs] of asked) {
  await Promise.all([round(entente, askOurs), round(floor, askTheirs)])
  const [p50, p99, cpu]: [number[], number[]][] = [0, 0, 0].map(() => [[], []])
  for (let index = 0; index < rounds; index++) {
    for (const [side, one, deed] of [
      [0, entente, askOurs],
      [1, floor, askTheirs],
    ] as const) {
      const before = cpuSeconds(one.child)
      const taken = await round(one, deed)
      p50?.[side].push(median(taken))
      p99?.[side].push(quantile(taken, 0.99))
      cpu?.[side].push((cpuSeconds(one.child) - before) / secondsARound)
    }
  }
  row(`${what}, p50 at ${perSecond}/s`, ...(p50 ?? [[], []]), 'ms')
  row(`${what}, p99 at ${perSecond}/s`, ...(p99 ?? [[], []]), 'ms')
  row(`${what}, CPU at ${perSecond}/s`, ...(cpu ?? [[], []]), 'of a core')
}
row('resident memory after all', [memoryMiB(entente.child)], [memoryMiB(floor.child)], 'MiB')
await Promise.all([end(entente), end(floor)])
await Promise.all([entente.sandbox.close(), floor.sandbox.close()])
rmSync(folder, { recursive: true, force: true })

names()

/** Every keystroke of some queries among ten thousand generated names, beside a function that answers the same to all. */
function names(): void {
  const countries = Object.values(countryNames.getNames('en'))
  const kinds = [
    'alliance',
    'defense cooperation',
    'security partnership',
    'treaty of friendship',
    'joint exercise',
  ]
  const more = [
    'maritime patrol',
    'air policing',
    'road map',
    'dialogue',
    'training mission',
    'naval drill',
    'working group',
  ]
  const entities = Array.from({ length: 10_000 }, (_, index) => {
    const [one, other] = [countries[index % 249], countries[(index * 7 + 3) % 248]]
    const kind = [...kinds, ...more][index % 12] ?? ''
    return { entity: `e${index}`, names: [`${one ?? ''}-${other ?? ''} ${kind}`], beside: kind }
  })
  const index = openNameIndex(buildNameIndex(entities))
  const typed = [
    'norway chile',
    'frnace germany treaty',
    'us maritime',
    'jordan road map',
    'phillipines',
    'the drill',
    'xyzzy',
  ]
  const keystrokes = typed.flatMap((text) => Array.from(text, (_, length) => text.slice(0, length + 1)))
  const time = (deed: (text: string) => unknown) => {
    const taken: number[] = []
    for (let pass = 0; pass < 20; pass++) {
      for (const text of keystrokes) {
        const began = performance.now()
        deed(text)
        if (pass > 0) taken.push(performance.now() - began)
      }
    }
    return taken
  }
  const [ours, theirs] = [
    time((text) => index.search(text).slice(0, 25)),
    time(() => [{ name: 'NATO', value: 'nato' }]),
  ]
  for (const share of [0.5, 0.99]) {
    const [a, b] = [quantile(ours, share), quantile(theirs, share)]
    console.log(
      `${`10,000 names, p${share * 100} of a keystroke`.padEnd(34)} ${a.toFixed(3).padEnd(24)} ${b.toFixed(3).padEnd(24)}       ms`,
    )
  }
}
