// npm run bench:images: what pictures cost, beside the same bot that draws none, in turns on the same machine.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataDirectory } from '../../src/config/data-directory.ts'
import { createLog } from '../../src/config/logger.ts'
import { startDiscordEmulator, type DiscordEmulator } from 'discord-emulator'
import { startApp } from '../../src/app.ts'
import { memoryMiB, quantile } from './stats.ts'
import { readFlags } from '../read-flags.ts'

const { values } = readFlags({
  options: {
    /** Runs one of the two bots instead: "on" or "off". */
    bot: { type: 'string' },
    api: { type: 'string' },
    token: { type: 'string' },
    folder: { type: 'string' },
  },
})

const rounds = 6
const perSecond = 200
const secondsARound = 3
const keptRounds = 8
const keptARound = 40

/** Ties of which every two make a map of their own. */
const ties = [
  'nato',
  'norad',
  'anzus',
  'aukus',
  'quad',
  'us-japan',
  'us-philippines',
  'us-india',
  'us-morocco',
]
ties.push(
  'us-bulgaria',
  'us-malta',
  'us-australia',
  'us-israel',
  'us-egypt',
  'us-jordan',
  'us-nigeria',
  'us-algeria',
)
const pairs = ties.flatMap((one, index) => ties.slice(index + 1).map((other) => [one, other] as const))

interface Contender {
  name: string
  emulator: DiscordEmulator
  folder: string
  child: ChildProcess
}

async function runBot(): Promise<void> {
  const { bot, api = '', token = '', folder = '' } = values
  const log = await createLog({ level: 'warn', production: true, secrets: [] })
  const pictures = bot === 'off' ? ({ images: false } as const) : { images: { bounds: { waitMs: 60_000 } } }
  await startApp({
    token,
    apiUrl: api,
    dataDirectory,
    databaseDirectory: folder,
    log,
    rateLimit: { burst: Infinity },
    ...pictures,
  })
}

async function begin(name: string, bot: 'on' | 'off'): Promise<Contender> {
  const emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 60_000 })
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  const given = ['--bot', bot, '--api', emulator.apiUrl, '--token', emulator.token, '--folder', folder]
  const child = spawn(process.execPath, [import.meta.filename, ...given], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  for (;;) {
    try {
      await emulator.runCommand('/about name:interoperability')
      return { name, emulator, folder, child }
    } catch {
      // Its commands are on their way.
      await sleep(50)
    }
  }
}

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await deed()
  return performance.now() - began
}

/** Look-ups without a picture, sent evenly, with something else that begins when a third of them is sent. */
async function lookUps({ emulator }: Contender, meanwhile: () => Promise<unknown>): Promise<number[]> {
  const answers: Promise<number>[] = []
  const count = perSecond * secondsARound
  const began = performance.now()
  let other: Promise<unknown> = Promise.resolve()
  for (let index = 0; index < count; index++) {
    if (index === Math.floor(count / 3)) other = meanwhile()
    const wait = began + (index * 1000) / perSecond - performance.now()
    if (wait > 0) await sleep(wait)
    answers.push(timed(() => emulator.runCommand('/about name:interoperability')))
  }
  await other
  return Promise.all(answers)
}

function tell(what: string, ...figures: string[]): void {
  console.log(`${what.padEnd(46)} ${figures.map((figure) => figure.padEnd(18)).join('')}`)
}

const ms = (number: number) => `${number.toFixed(1)} ms`

async function bench(): Promise<void> {
  const [drawing, plain] = [await begin('with', 'on'), await begin('without', 'off')]
  tell('', 'with pictures', 'without', 'between them')
  const fresh = [...pairs]
  const compare = ({ emulator }: Contender, [one, other]: (typeof pairs)[number] = ['nato', 'aukus']) =>
    emulator.runCommand(`/compare first:${one} second:${other}`)

  tell('the first map of a start', ms(await timed(() => compare(drawing, fresh.pop()))))
  const newMaps: number[] = []
  for (let index = 0; index < 20; index++) {
    const pair = fresh.pop()
    // Asked for in the same order, the card itself is as new to both.
    const without = await timed(() => compare(plain, pair))
    newMaps.push((await timed(() => compare(drawing, pair))) - without)
  }
  tell('a fresh map adds, median and p95', ms(quantile(newMaps, 0.5)), '', ms(quantile(newMaps, 0.95)))

  const kept: [on: number[], off: number[]] = [[], []]
  for (let round = 0; round < keptRounds; round++) {
    for (let index = 0; index < keptARound; index++) {
      kept[0].push(await timed(() => drawing.emulator.runCommand('/alliance name:NATO')))
      kept[1].push(await timed(() => plain.emulator.runCommand('/alliance name:NATO')))
    }
  }
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const [on, off] = kept.map((taken) => quantile(taken, share)) as [number, number]
    tell(`an answer with a kept map, ${name}`, ms(on), ms(off), ms(on - off))
  }

  const p99: [busy: number[], quiet: number[]] = [[], []]
  const memory: [on: number[], off: number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const ten = fresh.splice(-10)
    const draw = (one: Contender) => () => Promise.all(ten.map((pair) => compare(one, pair)))
    p99[0].push(quantile(await lookUps(drawing, draw(drawing)), 0.99))
    p99[1].push(quantile(await lookUps(plain, draw(plain)), 0.99))
    memory[0].push(memoryMiB(drawing.child))
    memory[1].push(memoryMiB(plain.child))
  }
  const [busy, quiet] = p99.map((taken) => quantile(taken, 0.5)) as [number, number]
  tell('p99 at 200 a second, ten fresh maps at once', ms(busy), ms(quiet), `× ${(busy / quiet).toFixed(2)}`)
  const [on, off] = memory.map((taken) => quantile(taken, 0.5)) as [number, number]
  tell('memory meanwhile', `${on.toFixed(0)} MiB`, `${off.toFixed(0)} MiB`, `${(on - off).toFixed(0)} MiB`)
  const half = memory[0].length / 2
  const halves = [memory[0].slice(0, half), memory[0].slice(half)].map((taken) => quantile(taken, 0.5))
  tell('memory with pictures, first and second half', ...halves.map((taken) => `${taken.toFixed(0)} MiB`))

  for (const { child, emulator, folder } of [drawing, plain]) {
    child.kill('SIGKILL')
    await emulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`Load of the last minute: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} CPUs.`)
}

if (values.bot === undefined) await bench()
else await runBot()
