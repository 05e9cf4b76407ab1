// npm run bench:images: what images cost, against the same bot without images, alternating on the same machine.
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
    /** Runs one of the two bots, with images "on" or "off"; set by the benchmark itself. */
    bot: { type: 'string' },
    api: { type: 'string' },
    token: { type: 'string' },
    folder: { type: 'string' },
  },
})

const rounds = 6
const perSecond = 200
const secondsARound = 3
const cachedRounds = 8
const cachedPerRound = 40

/** Every pair of these has its own map. */
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
const pairs = ties.flatMap((tie, index) => ties.slice(index + 1).map((other) => [tie, other] as const))

/** The label of the setting that shows images without a press on Map. */
const imagesAtOnce = 'Images: at once'

interface Contender {
  name: string
  emulator: DiscordEmulator
  folder: string
  child: ChildProcess
}

async function runBot(): Promise<void> {
  const { bot, api = '', token = '', folder = '' } = values
  const log = await createLog({ level: 'warn', production: true, secrets: [] })
  const imageOptions =
    bot === 'off' ? ({ images: false } as const) : { images: { limits: { waitMs: 60_000 } } }
  await startApp({
    token,
    apiUrl: api,
    dataDirectory,
    databaseDirectory: folder,
    log,
    rateLimit: { burst: Infinity },
    ...imageOptions,
  })
}

async function startContender(name: string, bot: 'on' | 'off'): Promise<Contender> {
  const emulator = await startDiscordEmulator({ port: 0, initialResponseTimeoutMs: 60_000 })
  const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'))
  const args = ['--bot', bot, '--api', emulator.apiUrl, '--token', emulator.token, '--folder', folder]
  const child = spawn(process.execPath, [import.meta.filename, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  for (;;) {
    try {
      await emulator.runCommand('/about name:interoperability')
      const moderator = emulator.as('moderator')
      await moderator.select(await moderator.runCommand('/settings'), imagesAtOnce)
      return { name, emulator, folder, child }
    } catch {
      // Its commands are not registered yet.
      await sleep(50)
    }
  }
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}

/** Lookups without an image, sent evenly; `meanwhile` starts when a third of them are sent. */
async function lookUps({ emulator }: Contender, meanwhile: () => Promise<unknown>): Promise<number[]> {
  const answers: Promise<number>[] = []
  const count = perSecond * secondsARound
  const started = performance.now()
  let other: Promise<unknown> = Promise.resolve()
  for (let index = 0; index < count; index++) {
    if (index === Math.floor(count / 3)) other = meanwhile()
    const wait = started + (index * 1000) / perSecond - performance.now()
    if (wait > 0) await sleep(wait)
    answers.push(timed(() => emulator.runCommand('/about name:interoperability')))
  }
  await other
  return Promise.all(answers)
}

function printRow(label: string, ...figures: string[]): void {
  console.log(`${label.padEnd(46)} ${figures.map((figure) => figure.padEnd(18)).join('')}`)
}

const ms = (number: number) => `${number.toFixed(1)} ms`

async function bench(): Promise<void> {
  const [withImages, without] = [await startContender('with', 'on'), await startContender('without', 'off')]
  printRow('', 'with images', 'without', 'difference')
  const fresh = [...pairs]
  const compare = ({ emulator }: Contender, [first, second]: (typeof pairs)[number] = ['nato', 'aukus']) =>
    emulator.runCommand(`/compare first:${first} second:${second}`)

  printRow('the first map after startup', ms(await timed(() => compare(withImages, fresh.pop()))))
  const newMaps: number[] = []
  for (let index = 0; index < 20; index++) {
    const pair = fresh.pop()
    // In the same order for both, so that the card itself is equally new.
    const baselineMs = await timed(() => compare(without, pair))
    newMaps.push((await timed(() => compare(withImages, pair))) - baselineMs)
  }
  printRow('a new map adds, median and p95', ms(quantile(newMaps, 0.5)), '', ms(quantile(newMaps, 0.95)))

  const cached: [on: number[], off: number[]] = [[], []]
  for (let round = 0; round < cachedRounds; round++) {
    for (let index = 0; index < cachedPerRound; index++) {
      cached[0].push(await timed(() => withImages.emulator.runCommand('/alliance name:ANZUS')))
      cached[1].push(await timed(() => without.emulator.runCommand('/alliance name:ANZUS')))
    }
  }
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    const [on, off] = cached.map((durations) => quantile(durations, share)) as [number, number]
    printRow(`an answer with a cached map, ${name}`, ms(on), ms(off), ms(on - off))
  }

  const p99: [busy: number[], quiet: number[]] = [[], []]
  const memory: [on: number[], off: number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const ten = fresh.splice(-10)
    const compareAll = (contender: Contender) => () =>
      Promise.all(ten.map((pair) => compare(contender, pair)))
    p99[0].push(quantile(await lookUps(withImages, compareAll(withImages)), 0.99))
    p99[1].push(quantile(await lookUps(without, compareAll(without)), 0.99))
    memory[0].push(memoryMiB(withImages.child))
    memory[1].push(memoryMiB(without.child))
  }
  const [busy, quiet] = p99.map((durations) => quantile(durations, 0.5)) as [number, number]
  printRow('p99 at 200 a second, ten new maps at once', ms(busy), ms(quiet), `× ${(busy / quiet).toFixed(2)}`)
  const [on, off] = memory.map((durations) => quantile(durations, 0.5)) as [number, number]
  printRow(
    'memory meanwhile',
    `${on.toFixed(0)} MiB`,
    `${off.toFixed(0)} MiB`,
    `${(on - off).toFixed(0)} MiB`,
  )
  const half = memory[0].length / 2
  const halves = [memory[0].slice(0, half), memory[0].slice(half)].map((durations) =>
    quantile(durations, 0.5),
  )
  printRow(
    'memory with images, first and second half',
    ...halves.map((durations) => `${durations.toFixed(0)} MiB`),
  )

  for (const { child, emulator, folder } of [withImages, without]) {
    child.kill('SIGKILL')
    await emulator.close()
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(`Load average of the last minute: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} CPUs.`)
}

if (values.bot === undefined) await bench()
else await runBot()
